"""Computing figures from version tables, as role report, as known at a closed moment."""

import datetime as dt
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connections
from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.figures.computed import Cell, Computed, Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.tree import fingerprints_of, leaves_of, root_of
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts import compiling
from vijfluik.core.facts.queries import Count
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import Statement, canonical, plain
from vijfluik.core.facts.totals import Total, Totals
from vijfluik.core.partners.acting import acting

REPORT = "report"


@dataclass(frozen=True, kw_only=True)
class Members:
    """The records behind a figure as their hashes tell them."""

    records: int
    root: bytes
    fingerprints: bytes


def compute(definitions: Iterable[Definition], *, as_of: dt.datetime) -> list[Computed]:
    """Compute figures as of a moment, in the order of their definitions.

    Whoever acts on the application's connection acts on that of role report as well, which sees
    the records of every provider but nothing that a figure does not need. The moment has to be
    closed (`actions.closed`), otherwise a second look could give another value.

    Raises:
        Refused: nobody acts.
    """
    with (
        acting(acting_now(), using=REPORT),
        connections[REPORT].cursor() as cursor,
        ThreadPoolExecutor(max_workers=1) as hashing,
    ):
        batch = Batch(cursor=cursor, as_of=as_of, hashing=hashing)
        pending = [batch.begin(definition) for definition in definitions]
        return [each.finished() for each in pending]


def values(definitions: Iterable[Definition], *, as_of: dt.datetime) -> list[Valued]:
    """What figures say as of a moment, for overviews; as `compute`, at a fraction of the work.

    Raises:
        Refused: nobody acts.
    """
    wanted = list(definitions)
    by_source: dict[str, list[Definition]] = {}
    for definition in wanted:
        by_source.setdefault(definition.query.source, []).append(definition)
    found: dict[str, Valued] = {}
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        for name, group in by_source.items():
            queries = [each.query for each in group]
            totals = Totals(queries, source=source_named(name), as_of=as_of)
            cursor.execute(totals.statement.sql, totals.statement.bound())
            for definition, total in zip(group, totals.read(cursor.fetchone()), strict=True):
                found[definition.id] = valued(definition, total=total, as_of=as_of)
    return [found[definition.id] for definition in wanted]


def valued(definition: Definition, *, total: Total, as_of: dt.datetime) -> Valued:
    """What one figure says."""
    counting = isinstance(definition.query.measure, Count)
    return Valued(
        definition=definition,
        as_of=as_of,
        records=total.records,
        unstated=0 if counting else total.records - total.stated,
        value=total.records if counting else total.amount,
    )


@dataclass(frozen=True, kw_only=True)
class CubeRow:
    """A row of `compiling.figure`: the place of its breakdown, None for the whole."""

    dimension: int | None
    member: object
    records: int
    amount: int | None
    stated: int


@dataclass(frozen=True, kw_only=True)
class Cube:
    """What a statement answered; its records may still be in the making."""

    rows: tuple[CubeRow, ...]
    members: Future[Members]

    @property
    def whole(self) -> CubeRow:
        """The row over all records."""
        return next(row for row in self.rows if row.dimension is None)


class Batch:
    """Figures of one moment; what several figures share is asked and hashed once.

    Hashing runs beside the database: while PostgreSQL works on the next statement, the processor
    that waits for it hashes the records of the last one.
    """

    def __init__(self, *, cursor: CursorWrapper, as_of: dt.datetime, hashing: Executor) -> None:
        self._cursor = cursor
        self._as_of = as_of
        self._hashing = hashing
        # A closed moment gives the same rows for ever, so what was read may be used again.
        self._known: dict[str, Cube] = {}

    def compute(self, definition: Definition) -> Computed:
        """One figure with its cells and the root over its records."""
        return self.begin(definition).finished()

    def begin(self, definition: Definition) -> "Pending":
        """Read one figure; its records may still be hashed when this returns."""
        query = definition.query
        source = source_named(query.source)
        statement = compiling.figure(query, source=source, as_of=self._as_of)
        key = canonical([statement.sql, plain(statement.parameters)])
        if key not in self._known:
            self._known[key] = self._asked(statement, dimensions=len(query.dimensions))
        return Pending(
            definition=definition,
            as_of=self._as_of,
            statement=statement,
            cube=self._known[key],
        )

    def _asked(self, statement: Statement, *, dimensions: int) -> Cube:
        self._cursor.execute(statement.sql, statement.bound())
        rows = []
        records, row_hashes = 0, b""
        for mask, *members, count, amount, stated, hashes in self._cursor.fetchall():
            if mask < 0:
                records, row_hashes = count, bytes(hashes or b"")
                continue
            # In its mask the bit of the breakdown of a cell is the one that is not set.
            at = next(
                (at for at in range(dimensions) if not mask >> (dimensions - 1 - at) & 1), None
            )
            rows.append(
                CubeRow(
                    dimension=at,
                    member=None if at is None else members[at],
                    records=count,
                    amount=amount,
                    stated=stated,
                )
            )
        hashed = self._hashing.submit(members_of, records, row_hashes)
        return Cube(rows=tuple(rows), members=hashed)


def members_of(records: int, row_hashes: bytes) -> Members:
    """The tree over the records."""
    leaves = leaves_of(row_hashes)
    return Members(records=records, root=root_of(leaves), fingerprints=fingerprints_of(leaves))


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A figure that is read, while its records may still be hashed."""

    definition: Definition
    as_of: dt.datetime
    statement: Statement
    cube: Cube

    def finished(self) -> Computed:
        """The figure, as soon as its records are hashed."""
        whole = self.cube.whole
        counting = isinstance(self.definition.query.measure, Count)
        members = self.cube.members.result()
        return Computed(
            definition=self.definition,
            as_of=self.as_of,
            statement=self.statement,
            records=members.records,
            unstated=0 if counting else whole.records - whole.stated,
            value=whole.records if counting else whole.amount,
            cells=tuple(cells_of(self.cube.rows, definition=self.definition)),
            root=members.root,
            fingerprints=members.fingerprints,
        )


def cells_of(rows: Iterable[CubeRow], *, definition: Definition) -> Iterator[Cell]:
    """The cells in a fixed order: breakdowns as defined, members by text, not stated last.

    A record with several values of an array counts in each of them, so such cells may add up to
    more than the whole.
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
    )


def _sum(first: int | None, second: int | None) -> int | None:
    """The sum of what is stated; None when nothing is."""
    stated = [value for value in (first, second) if value is not None]
    return sum(stated) if stated else None
