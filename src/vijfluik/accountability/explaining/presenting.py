"""An answer as JSON: the command line is English, and the words are in both languages."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import override

from vijfluik.accountability.explaining.actions import Answered
from vijfluik.accountability.explaining.amounts import amounts_of
from vijfluik.accountability.explaining.causes import Method, Part, Why
from vijfluik.accountability.explaining.words import cause_label, sentence
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.values import plain_value
from vijfluik.accountability.figures.versions import changed_parts, versions_of
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import moment_text

METHODS = {
    Method.ADDED: "what each record brings in, added up",
    Method.BENNET: "decomposition of Bennet; printed tenths by largest remainders",
    Method.THINGS: "each thing that came or went has one cause, the first in order",
    Method.READ: "the value read again after each cause, one after another",
}


def leaving(found: Answered) -> dict[str, object]:
    """What `figures why ID --format json` prints, and a download holds: with both receipts."""
    content = explained(found.why)
    ends = zip(("from", "to"), (found.why.before, found.why.after), found.receipts, strict=True)
    return content | {name: end_of(said) | {"receipt": key} for name, said, key in ends}


def explained(found: Why) -> dict[str, object]:
    """An answer as plain data.

    Amounts are in the unit of the figure (`amount_in`), exact ones are fractions in the unit of the
    parts: records, cents, hundredths or days.
    """
    amounts = amounts_of(found)
    exact = [part.amount for part in found.parts]
    known = found.difference is not None and all(each is not None for each in exact)
    content: dict[str, object] = {
        "figure": found.definition.id,
        "name": in_both(lambda language: found.definition.name.in_language(language)),
        "unit": in_both(lambda language: found.definition.unit.in_language(language)),
        "from": end_of(found.before),
        "to": end_of(found.after),
        "division": str(found.division),
        "method": str(found.method),
        "method_text": METHODS[found.method],
        "amount_in": str(amounts.unit),
        "difference": _number(amounts.difference),
        "exact": _exact(found.difference),
        "parts": [
            part_data(part, amount=amount)
            for part, amount in zip(found.parts, amounts.parts, strict=True)
        ],
        "sum_of_parts": _number(_sum(amounts.parts)) if known else None,
        "sum_of_parts_exact": _exact(sum((e for e in exact if e is not None), Fraction(0)))
        if known
        else None,
        "hides_parts": found.hides,
        "text": in_both(lambda _language: sentence(found)),
    }
    if found.redefined:
        content["break"] = break_of(found)
    return content


def end_of(said: Valued) -> dict[str, object]:
    """What the figure was at one end, and by which version of its definition."""
    return {
        "as_of": moment_text(said.as_of),
        "value": plain_value(said.outward),
        "text": in_both(lambda language: said.text(language)),
        "records": said.records,
        "definition": said.definition.key,
        "definition_version": said.definition.version,
        "definition_sha256": said.definition.sha256,
    }


def part_data(part: Part, *, amount: Decimal | None) -> dict[str, object]:
    """One part; a ratio tells what it gained above and below the line as well."""
    found: dict[str, object] = {
        "cause": str(part.cause),
        "label": in_both(lambda _language: cause_label(part.cause)),
        "amount": _number(amount),
        "exact": _exact(part.amount),
        "records": part.records,
    }
    if part.numerator is not None:
        found |= {"numerator": part.numerator, "denominator": part.denominator}
    if part.said is not None:
        before, after = part.said
        found |= {
            "before": in_both(lambda language: before.text(language)),
            "after": in_both(lambda language: after.text(language)),
        }
    elif part.came or part.went:
        found |= {"came": len(part.came), "went": len(part.went)}
    else:
        found |= {"entered": part.entered, "left": part.left}
    return found


def break_of(found: Why) -> dict[str, object]:
    """What breaks between the two versions: why the later one came and what has to be printed."""
    before, after = found.before.definition, found.after.definition
    passed = [
        each
        for each in versions_of(library().get(after.id, ()))
        if min(before.version, after.version)
        < each.definition.version
        <= max(before.version, after.version)
    ]
    return {
        "changed": list(changed_parts(before, after)),
        "versions": [
            {
                "definition": each.definition.key,
                "valid_from": each.definition.valid_from.isoformat(),
                "reason": each.definition.reason,
                "note": None if each.note is None else each.note.plain(),
            }
            for each in passed
        ],
    }


def in_both(words: Callable[[Language], str]) -> dict[str, str]:
    """Words in Dutch and English."""
    found = {}
    for language in Language:
        with override(str(language)):
            found[str(language)] = words(language)
    return found


def _number(amount: Decimal | None) -> object:
    return None if amount is None else plain_value(amount)


def _exact(amount: Fraction | None) -> str | None:
    return None if amount is None else str(amount)


def _sum(amounts: tuple[Decimal | None, ...]) -> Decimal:
    return sum((each for each in amounts if each is not None), Decimal(0))
