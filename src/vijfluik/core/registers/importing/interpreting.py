"""From the rows of a file to contents of records, and to rows that must be put right.

Pure: the lists and the day are given. No row is lost: each ends in `candidates`, `repeated` or
`held`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vijfluik.core.registers.checking import check
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Register
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.importing.columns import (
    HeaderMatch,
    UnknownColumn,
    column_letter,
    match_header,
)
from vijfluik.core.registers.importing.progress import EVERY, Progress, Stage, Tell, silent
from vijfluik.core.registers.importing.refusals import CellFault, FileRefused
from vijfluik.core.registers.importing.sheets import Sheet, SheetRow, as_text
from vijfluik.core.registers.importing.values import Reader
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.words import ERROR_HEADING, KEY, words_of


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A row that makes a right record. `given` are the fields that the file has a column for."""

    line: int
    owner: str
    state: str
    content: Content
    given: frozenset[str]
    cells: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Held:
    """A row that is kept until it is put right: its cells by heading, and what is wrong."""

    line: int
    cells: Mapping[str, str]
    faults: tuple[CellFault, ...]


@dataclass(frozen=True, kw_only=True)
class Interpreted:
    """A whole file. `repeated` are lines that say again, word for word, what a line before said."""

    candidates: tuple[Candidate, ...]
    repeated: tuple[int, ...]
    held: tuple[Held, ...]
    unknown: tuple[UnknownColumn, ...]


def interpret(
    register: Register,
    *,
    sheet: Sheet,
    lookups: Lookups,
    today: dt.date,
    owner: str | None = None,
    tell: Tell = silent,
) -> Interpreted:
    """Read every row.

    Args:
        owner: whose records they are when the file has no column or an empty cell for it.
        tell: is told how far it is.

    Raises:
        FileRefused: a column is missing that no row can do without, or stands in the file twice.
    """
    match = matched(register, sheet=sheet)
    reader = Reader(register, lookups=lookups, owner=owner)
    seen: dict[tuple[str, str], Candidate] = {}
    repeated: list[int] = []
    held: list[Held] = []
    for number, row in enumerate(sheet.rows):
        if number % EVERY == 0:
            tell(Progress(stage=Stage.READING, done=number, total=len(sheet.rows)))
        candidate, faults = read_row(
            row, header=sheet.header, match=match, reader=reader, today=today
        )
        if candidate is not None:
            identity = (candidate.owner, candidate.content.reference)
            earlier = seen.setdefault(identity, candidate)
            if earlier is candidate:
                continue
            if _same(earlier, candidate):
                repeated.append(row.line)
                continue
            faults = [_duplicate(candidate, match=match, earlier=earlier.line, register=register)]
        held.append(
            Held(
                line=row.line,
                cells=cells_by_heading(row, header=sheet.header),
                faults=tuple(faults),
            )
        )
    return Interpreted(
        candidates=tuple(seen.values()),
        repeated=tuple(repeated),
        held=tuple(held),
        unknown=tuple(match.unknown),
    )


def required(register: Register) -> list[str]:
    """The fields that no row can do without and that nothing else fills."""
    kinds = kinds_of(register)
    found = []
    for name in register.names:
        column, field = kinds[name].field, register.by_name[name]
        if field.usual is not None:
            continue
        if not (column.null or column.blank or column.has_default() or field.filled_by):
            found.append(name)
    return found


def matched(register: Register, *, sheet: Sheet) -> HeaderMatch:
    """Where each field stands in the file.

    Raises:
        FileRefused: a required column is missing, or a column stands there twice.
    """
    words = words_of(register)
    match = match_header(
        sheet.header,
        headings={
            name: word.headings for name, word in words.items() if name not in register.derived
        },
        required=required(register),
        ignored=(*KEY.headings, ERROR_HEADING, *_derived(register)),
    )
    if match.missing:
        raise FileRefused(
            code="columns-missing",
            message=_("In de kop (regel %(line)d) ontbreekt: %(missing)s. Gevonden: %(found)s.")
            % {
                "line": sheet.header_line,
                "missing": ", ".join(words[name].heading for name in match.missing),
                "found": ", ".join(heading for heading in sheet.header if heading),
            },
        )
    if match.twice:
        raise FileRefused(
            code="columns-twice",
            message=_("Twee kolommen betekenen hetzelfde: %(columns)s. Verwijder er een.")
            % {
                "columns": ", ".join(
                    f"{column.letter} ({column.heading} = {column.nearest})"
                    for column in match.twice
                )
            },
        )
    return match


def _derived(register: Register) -> list[str]:
    """Headings of our own files whose cells say what the database says itself."""
    words = words_of(register)
    return [heading for name in register.derived for heading in words[name].headings]


def read_row(
    row: SheetRow,
    *,
    header: Sequence[str],
    match: HeaderMatch,
    reader: Reader,
    today: dt.date,
) -> tuple[Candidate | None, list[CellFault]]:
    """A candidate, or what is wrong with the row."""
    cells = {
        name: row.cells[index] if index < len(row.cells) else ""
        for name, index in match.positions.items()
    }
    register = reader.register
    owner, state, content, faults = reader.read(cells)
    if content is not None:
        about = About(state=state, owner=owner, today=today, lookups=reader.lookups)
        faults = check(register, content=content, about=about)
    found = [_at(fault, row=row, header=header, match=match, register=register) for fault in faults]
    found += _beyond_header(row, header=header)
    if content is None or found:
        return None, found
    return (
        Candidate(
            line=row.line,
            owner=owner,
            state=state,
            content=content,
            given=frozenset(match.positions),
            cells=cells_by_heading(row, header=header),
        ),
        [],
    )


def cells_by_heading(row: SheetRow, *, header: Sequence[str]) -> dict[str, str]:
    """The row as text under its headings; a cell without one stands under its letter."""
    cells: dict[str, str] = {}
    for index in range(max(len(header), len(row.cells))):
        heading = header[index] if index < len(header) else ""
        text = as_text(row.cells[index]) if index < len(row.cells) else ""
        if heading or text:
            cells[heading or column_letter(index)] = text
    return cells


def _same(one: Candidate, other: Candidate) -> bool:
    return (one.state, one.content) == (other.state, other.content)


def _at(
    fault: Fault,
    *,
    row: SheetRow,
    header: Sequence[str],
    match: HeaderMatch,
    register: Register,
) -> CellFault:
    name, words = fault.field, words_of(register)
    index = match.positions.get(name)
    if index is None:
        return CellFault(
            line=row.line,
            column="",
            heading=words[name].heading if name in words else "",
            value="",
            wrong=fault.wrong,
            right=fault.right,
        )
    return CellFault(
        line=row.line,
        column=column_letter(index),
        heading=header[index],
        value=as_text(row.cells[index]) if index < len(row.cells) else "",
        wrong=fault.wrong,
        right=fault.right,
    )


def _duplicate(
    candidate: Candidate, *, match: HeaderMatch, earlier: int, register: Register
) -> CellFault:
    index = match.positions["reference"]
    return CellFault(
        line=candidate.line,
        column=column_letter(index),
        heading=words_of(register)["reference"].heading,
        value=candidate.content.reference,
        wrong=_("dit kenmerk staat al op regel %(line)d, met andere gegevens") % {"line": earlier},
        right=_("een kenmerk per registratie; kies welke regel klopt"),
    )


def _beyond_header(row: SheetRow, *, header: Sequence[str]) -> list[CellFault]:
    return [
        CellFault(
            line=row.line,
            column=column_letter(index),
            heading="",
            value=as_text(row.cells[index]),
            wrong=_("boven deze cel staat geen kop"),
            right=_(
                "leeg; staat er een scheidingsteken in een cel, zet die tussen aanhalingstekens"
            ),
        )
        for index in range(len(header), len(row.cells))
        if row.cells[index] != ""
    ]
