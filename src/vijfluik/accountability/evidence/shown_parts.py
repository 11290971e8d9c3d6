"""What a report may show of the parts of a figure: a cell's own number, or a sign in its place."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from vijfluik.accountability.evidence.arithmetic import Checked
from vijfluik.accountability.evidence.signs import LESS_THAN, NOT_SHOWN
from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.computed import CENTS, Cell
from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.hedges_numbers import Number, plain
from vijfluik.accountability.figures.values import percentage
from vijfluik.accountability.reports.parts import PART_OF
from vijfluik.accountability.reports.ranges import end_text, range_by
from vijfluik.core.documents.inline import Figure
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind


def says_a_cell(figure: Figure, *, found: Checked, language: Language) -> bool:
    """Whether a bound figure says one cell of its receipt, or hides one that is small.

    A sign such as "<5" is true of a cell above nought and below five; that a number is not shown
    can be said of any cell. Neither carries a value.
    """
    numbers = list(_numbers(found))
    if not figure.value:
        signs = {each.hidden.in_language(language) for each in found.cells if each.hidden}
        return figure.text in signs or _hides(figure.text, numbers=numbers)
    return any(
        figure.value == plain(number)
        and figure.text == wording.written(found.definition, number, language=language)
        for number in numbers
    )


def says_a_part(figure: Figure, *, found: Checked, language: Language) -> bool:
    """Whether a number whose key names a part of a figure is that part, or hides it.

    The part is a cell (`id/month/2018-05`), what an organisation stated of it (`id/part/name`), or
    an end of the range that its words leave open (`id/least`, `id/most`).
    """
    part, _, member = figure.key.partition(PART_OF)[2].partition(PART_OF)
    if part in {"least", "most"} and not member:
        return _says_an_end(figure, end=part, found=found, language=language)
    signs = [
        each.hidden.in_language(language)
        for each in found.cells
        if each.hidden is not None and (each.dimension, each.member or "") == (part, member)
    ]
    if signs:
        return not figure.value and figure.text in signs
    numbers = list(_of_part(part, member=member, found=found))
    if not figure.value:
        no_value = numbers == [None] and figure.text == wording.NO_DATA[language]
        return no_value or _hides(figure.text, numbers=[n for n in numbers if n is not None])
    return any(
        number is not None
        and figure.value == plain(number)
        and figure.text == wording.written(found.definition, number, language=language)
        for number in numbers
    )


def _of_part(part: str, *, member: str, found: Checked) -> Iterator[Number | None]:
    stated = found.valued.value
    if part == "part" and isinstance(stated, Mapping):
        part_value = stated.get(member)
        yield None if isinstance(part_value, str) else part_value
        return
    for cell in found.cells:
        if (cell.dimension, cell.member or "") == (part, member):
            yield _number(cell, found=found)


def _says_an_end(figure: Figure, *, end: str, found: Checked, language: Language) -> bool:
    number = found.valued.number
    if number is None:
        return False
    # What an official value is hedged with, its receipt says; no definition does.
    hedge = Hedge(found.facts["hedge"])
    each = range_by(number, hedge=hedge, rounded=found.definition.official)
    value = each.least if end == "least" else each.most
    if value is None:
        return False
    return figure.value == plain(value) and figure.text == end_text(value, language=language)


def hides_parts(text: str, *, said: str) -> bool:
    """Whether a text with parts ("forsa 90, fsp <5") is the whole one with some of them hidden."""
    shown, whole = text.split(", "), said.split(", ")
    if len(shown) != len(whole):
        return False
    return all(_is_part(one, said=other) for one, other in zip(shown, whole, strict=True))


def _is_part(text: str, *, said: str) -> bool:
    if text == said:
        return True
    name, _, number = said.rpartition(" ")
    sign = text.removeprefix(f"{name} ")
    if sign == text:
        return False
    return _hides(sign, numbers=[int(number)] if number.isdigit() else [])


def _hides(sign: str, *, numbers: list[Number]) -> bool:
    if sign in NOT_SHOWN:
        return bool(numbers)
    limit = LESS_THAN.match(sign)
    return limit is not None and any(0 < number < int(limit[1]) for number in numbers)


def _numbers(found: Checked) -> Iterator[Number]:
    for cell in found.cells:
        number = _number(cell, found=found)
        if number is not None:
            yield number


def _number(cell: Cell, *, found: Checked) -> Number | None:
    """The value of a cell in the unit of its figure."""
    if cell.value is None:
        return None
    if found.valued.fraction is not None:
        return percentage(cell.value, of=cell.of)
    if found.definition.kind is Kind.MONEY:
        return Decimal(cell.value) / CENTS
    return cell.value
