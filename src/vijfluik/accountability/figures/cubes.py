"""What a statement answered: rows of cells or fields of records, and the records behind them."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from vijfluik.accountability.figures.computed import Cell
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.tree import fingerprints_of, leaves_of, root_of
from vijfluik.core.facts.measures import Count, Ratio

Row = Sequence[Any]


@dataclass(frozen=True, kw_only=True)
class Members:
    """The records behind a figure as their hashes tell them."""

    records: int
    root: bytes
    fingerprints: bytes


@dataclass(frozen=True, kw_only=True)
class CubeRow:
    """A row of cells: the place of its breakdown, None for the whole. base: of a ratio."""

    dimension: int | None
    member: object
    records: int
    amount: int | None
    stated: int
    base: int | None = None


@dataclass(frozen=True, kw_only=True)
class Cube:
    """What a statement answered; its records may still be in the making.

    rows: of what is counted. fields: of what is read, a row per record.
    """

    members: Future[Members]
    rows: tuple[CubeRow, ...] = ()
    fields: tuple[Row, ...] = ()

    @property
    def whole(self) -> CubeRow:
        """The row over all records."""
        return next(row for row in self.rows if row.dimension is None)


def cube_of(answer: Sequence[Row], *, definition: Definition, hashing: Executor) -> Cube:
    """Read the answer to the statement of a definition.

    Args:
        answer: all its rows.
        definition: what was asked.
        hashing: works out the tree over the records, beside the database.
    """
    dimensions = len(definition.query.dimensions)
    based = isinstance(definition.query.measure, Ratio)
    rows = []
    records, row_hashes = 0, b""
    for mask, *rest in answer:
        members, numbers = rest[:dimensions], rest[dimensions:]
        base = numbers.pop(0) if based else None
        count, amount, stated, hashes = numbers
        if mask < 0:
            records, row_hashes = count, bytes(hashes or b"")
            continue
        # In its mask the bit of the breakdown of a cell is the one that is not set.
        at = next(
            (at for at in range(dimensions) if not mask >> (dimensions - 1 - at) & 1),
            None,
        )
        rows.append(
            CubeRow(
                dimension=at,
                member=None if at is None else members[at],
                records=count,
                amount=amount,
                stated=stated,
                base=base,
            )
        )
    return Cube(rows=tuple(rows), members=hashing.submit(members_of, records, row_hashes))


def fields_of(answer: Sequence[Row], *, hashing: Executor) -> Cube:
    """Read the answer to a statement of `compiling_fields`."""
    [(records, fields, row_hashes)] = answer
    # Django hands over jsonb as the text that PostgreSQL gives.
    return Cube(
        fields=tuple(json.loads(fields)) if fields else (),
        members=hashing.submit(members_of, int(str(records)), bytes(row_hashes or b"")),
    )


def members_of(records: int, row_hashes: bytes) -> Members:
    """The tree over the records."""
    leaves = leaves_of(row_hashes)
    return Members(records=records, root=root_of(leaves), fingerprints=fingerprints_of(leaves))


def cells_of(rows: Sequence[CubeRow], *, definition: Definition) -> Iterator[Cell]:
    """The cells in a fixed order: breakdowns as defined, members by text, not stated last.

    A record with several values of an array counts in each of them, so such cells may add up to
    more than the whole. Of a ratio numerators and denominators are added up, each on its own.
    """
    query = definition.query
    counting = isinstance(query.measure, Count)
    found: dict[int, dict[str | None, Cell]] = {at: {} for at in range(len(query.dimensions))}
    for row in rows:
        if row.dimension is None:
            continue
        for member in member_names(row.member):
            cell = Cell(
                dimension=query.dimensions[row.dimension],
                member=member,
                records=row.records,
                value=row.records if counting else row.amount,
                beside=row.amount if counting else None,
                of=row.base,
            )
            known = found[row.dimension].get(member)
            found[row.dimension][member] = cell if known is None else joined(known, cell)
    for cells in found.values():
        yield from sorted(cells.values(), key=lambda cell: (cell.member is None, cell.member or ""))


def member_names(value: object) -> list[str | None]:
    """The members of a breakdown to which a group of records belongs."""
    if isinstance(value, list):
        named: list[str | None] = [*sorted({str(part) for part in value})]
        return named or [None]
    if isinstance(value, dt.date):
        return [f"{value:%Y-%m}"]
    return [None if value is None else str(value)]


def joined(first: Cell, second: Cell) -> Cell:
    """Two groups of one member together."""
    return Cell(
        dimension=first.dimension,
        member=first.member,
        records=first.records + second.records,
        value=_sum(first.value, second.value),
        beside=_sum(first.beside, second.beside),
        of=_sum(first.of, second.of),
    )


def parts_of(cells: Sequence[Cell], *, dimension: str) -> Mapping[str, int | None]:
    """The values of one breakdown by member; those that records do not state stand under ``""``."""
    return {cell.member or "": cell.value for cell in cells if cell.dimension == dimension}


def _sum(first: int | None, second: int | None) -> int | None:
    """The sum of what is stated; None when nothing is."""
    stated = [value for value in (first, second) if value is not None]
    return sum(stated) if stated else None
