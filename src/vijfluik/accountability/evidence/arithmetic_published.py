"""The arithmetic of a receipt in its public form: what is shown adds up as far as can be told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vijfluik.accountability.evidence import arithmetic, naming
from vijfluik.accountability.evidence.arithmetic import Checked
from vijfluik.accountability.evidence.faults import Fault, read_object, require
from vijfluik.accountability.evidence.signs import least_and_most
from vijfluik.accountability.figures.computed import Cell, Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.words import Words
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.measures import Count, Sum
from vijfluik.core.facts.statements import canonical

Range = tuple[int, int | None]
"""The least that a number can be, and the most; None for no most."""


def checked_published(told: Mapping[str, Any], *, files: Mapping[str, bytes]) -> Checked:
    """Check the public form of a receipt.

    Args:
        told: what the manifest says of the figure.
        files: of the bundle.

    Raises:
        Fault: the first thing that does not hold, with its file.
    """
    key = str(told.get("receipt"))
    path = naming.published_path(key)
    require(path in files, file=path, message="the manifest names this receipt and it is missing")
    facts = _facts(files[path], key=key, path=path)
    agreed = {
        "id": facts["figure"],
        "receipt_sha256": facts["receipt_sha256"],
        "definition": facts["definition"],
    }
    for name, value in agreed.items():
        message = f"{name} of {key} is {told.get(name)!r}, the receipt says {value!r}"
        require(told.get(name) == value, file=naming.MANIFEST, message=message)
    arithmetic.check_sql(facts, files=files, key=key, path=path)
    definition = arithmetic.definition_in(facts, files=files)
    cells = tuple(_cells(facts, path=path))
    _check_sums(facts, cells=cells, definition=definition, told=told, path=path)
    valued = _valued(facts, cells=cells, definition=definition, path=path)
    return Checked(
        key=key,
        sha256=str(facts["receipt_sha256"]),
        facts=facts,
        definition=definition,
        valued=valued,
        cells=cells,
        whole=False,
    )


def _facts(content: bytes, *, key: str, path: str) -> dict[str, Any]:
    facts = read_object(content, file=path)
    require(canonical(facts).encode() == content, file=path, message="it is not in canonical form")
    require(
        facts.get("format") == naming.PUBLISHED,
        file=path,
        message=f"its format is {facts.get('format')!r}, not {naming.PUBLISHED!r}",
    )
    secret = sorted(facts.keys() & naming.SECRET)
    require(
        not secret, file=path, message=f"it says what may not be published: {', '.join(secret)}"
    )
    arithmetic.require_texts(facts, path=path, without={"root"})
    told = str(facts.get("receipt_sha256"))
    require(
        bool(key) and told.startswith(key),
        file=path,
        message=f"its name does not begin the SHA-256 of its receipt, which is {told}",
    )
    return facts


def _cells(facts: Mapping[str, Any], *, path: str) -> Iterator[Cell]:
    """The cells, with words where a number is hidden.

    Raises:
        Fault: they cannot be read, or a sign is none that there is.
    """
    try:
        for cell in facts["cells"]:
            value, hidden = _shown(cell["value"])
            records, hidden_records = _shown(cell["records"])
            require(
                records is not None or hidden_records is not None,
                file=path,
                message="a cell says no number of records",
            )
            yield Cell(
                dimension=str(cell["dimension"]),
                member=cell["member"],
                records=records or 0,
                value=value,
                beside=cell["beside"],
                of=cell.get("of"),
                hidden=hidden,
                hidden_records=hidden_records,
            )
    except (KeyError, TypeError, ValueError):
        raise Fault(path, "its cells cannot be read") from None


def _shown(value: object) -> tuple[int | None, Words | None]:
    if isinstance(value, Mapping):
        words = Words(nl=str(value["nl"]), en=str(value["en"]))
        if least_and_most(words.nl) is None or least_and_most(words.nl) != least_and_most(words.en):
            raise ValueError(value)
        return None, words
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value, None
    raise ValueError(value)


def _check_sums(
    facts: Mapping[str, Any],
    *,
    cells: Sequence[Cell],
    definition: Definition,
    told: Mapping[str, Any],
    path: str,
) -> None:
    """Where each record stands in one cell only, the cells can add up to the whole."""
    measure = definition.query.measure
    for cell in cells:
        least, _ = _range(cell.records, cell.hidden_records)
        require(
            0 <= least <= facts["records"],
            file=path,
            message=f"the cell {cell.dimension} {cell.member} counts more records than the figure",
        )
    for name in told.get("disjoint", []):
        own = [cell for cell in cells if cell.dimension == name]
        if not own:
            continue
        whole = f"the cells by {name} cannot add up to the"
        counted = [_range(cell.records, cell.hidden_records) for cell in own]
        require(_reaches(counted, facts["records"]), file=path, message=f"{whole} records")
        if isinstance(measure, Count | Sum) and not definition.split:
            amounts = [_range(cell.value or 0, cell.hidden) for cell in own]
            total = facts["value"] or 0
            require(_reaches(amounts, total), file=path, message=f"{whole} value: {total}")


def _range(number: int, hidden: Words | None) -> Range:
    if hidden is None:
        return number, number
    return least_and_most(hidden.nl) or (0, None)


def _reaches(parts: Sequence[Range], total: int) -> bool:
    """Whether numbers in these ranges can add up to a total."""
    least = sum(low for low, _ in parts)
    most = [high for _, high in parts if high is not None]
    return least <= total and (len(most) < len(parts) or total <= sum(most))


def _valued(
    facts: Mapping[str, Any], *, cells: Sequence[Cell], definition: Definition, path: str
) -> Valued:
    """What the figure says; of one whose parts are its value each language has its own signs."""
    if not definition.split:
        valued = arithmetic.valued_by(facts, cells=cells, definition=definition, path=path)
        arithmetic.check_words(facts, valued=valued, path=path)
        return valued
    whole = arithmetic.split_valued(facts, cells=cells, definition=definition)
    for language in Language:
        parts = {
            each.member or "": each.value
            if each.hidden is None
            else each.hidden.in_language(language)
            for each in cells
            if each.dimension == definition.split
        }
        said, again = facts["text"].get(language), replace(whole, value=parts).text(language)
        require(
            said == again,
            file=path,
            message=f"its text ({language}) is {said!r}, its parts are said as {again!r}",
        )
    return whole
