"""Computing figures from version tables, as role report, as known at a closed moment."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connections
from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.figures.answers import cells_in, said, said_of, valued
from vijfluik.accountability.figures.asking import asked_at_once
from vijfluik.accountability.figures.computed import Computed, Valued
from vijfluik.accountability.figures.cubes import Cube, cube_of, fields_of
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.once import remember, remembered
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts.compiling_places import carried
from vijfluik.core.facts.computing import statement_for
from vijfluik.core.facts.measures import Field, Official
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import Statement, canonical, plain
from vijfluik.core.facts.totals import Total, answered_together
from vijfluik.core.partners.acting import acting

REPORT = "report"


def compute(definitions: Iterable[Definition], *, as_of: dt.datetime) -> list[Computed]:
    """Compute figures as of a moment, in the order of their definitions.

    Whoever acts on the application's connection acts on that of role report as well, which sees
    the records of every provider but nothing that a figure does not need. The moment has to be
    closed (`actions.closed`), otherwise a second look could give another value.

    Raises:
        Refused: nobody acts.
    """
    wanted = list(definitions)
    found = remembered(wanted, as_of=as_of)
    made = _computed([each for each in wanted if each.sha256 not in found], as_of=as_of)
    remember(made, as_of=as_of)
    found |= {each.definition.sha256: each for each in made}
    return [found[each.sha256] for each in wanted]


def _computed(definitions: Sequence[Definition], *, as_of: dt.datetime) -> list[Computed]:
    if not definitions:
        return []
    with (
        acting(acting_now(), using=REPORT),
        connections[REPORT].cursor() as cursor,
        ThreadPoolExecutor(max_workers=1) as hashing,
    ):
        batch = Batch(cursor=cursor, as_of=as_of, hashing=hashing)
        pending = [batch.begin(definition) for definition in definitions]
        return [each.finished() for each in pending]


def compute_carried(
    definition: Definition, *, as_of: dt.datetime, into: Mapping[int, int]
) -> Computed:
    """A figure as it would be with places carried to those that they went into.

    It is no figure of its definition: no receipt may be made of it.

    Args:
        definition: of a figure that is counted, not read.
        as_of: a closed moment.
        into: place → the place that it went into, as keys.

    Raises:
        Refused: nobody acts.
    """
    with (
        acting(acting_now(), using=REPORT),
        connections[REPORT].cursor() as cursor,
        ThreadPoolExecutor(max_workers=1) as hashing,
    ):
        batch = Batch(cursor=cursor, as_of=as_of, hashing=hashing, into=into)
        return batch.compute(definition)


def values(definitions: Iterable[Definition], *, as_of: dt.datetime) -> list[Valued]:
    """What figures say as of a moment, for overviews; as `compute`, at a fraction of the work.

    Raises:
        Refused: nobody acts.
    """
    wanted = list(definitions)
    together = [each for each in wanted if _together(each)]
    with (
        acting(acting_now(), using=REPORT),
        connections[REPORT].cursor() as cursor,
        ThreadPoolExecutor(max_workers=1) as hashing,
    ):
        totals = asked_at_once(together, as_of=as_of).answered(cursor) if together else {}
        found = {each.id: totalled(each, total=totals[each.id], as_of=as_of) for each in together}
        batch = Batch(cursor=cursor, as_of=as_of, hashing=hashing)
        found |= {each.id: batch.begin(each).valued() for each in wanted if each.id not in found}
    return [found[definition.id] for definition in wanted]


def _together(definition: Definition) -> bool:
    query = definition.query
    return answered_together(query, source=source_named(query.source), split=definition.split)


def totalled(definition: Definition, *, total: Total, as_of: dt.datetime) -> Valued:
    """What one figure says, of what it comes to."""
    return Valued(
        definition=definition,
        as_of=as_of,
        records=total.records,
        **said_of(total, definition=definition),
    )


class Batch:
    """Figures of one moment; what several figures share is asked and hashed once.

    Hashing runs beside the database: while PostgreSQL works on the next statement, the processor
    that waits for it hashes the records of the last one.
    """

    def __init__(
        self,
        *,
        cursor: CursorWrapper,
        as_of: dt.datetime,
        hashing: Executor,
        into: Mapping[int, int] | None = None,
    ) -> None:
        self._cursor = cursor
        self._into = into
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
        statement = statement_for(query, source=source, as_of=self._as_of)
        if self._into is not None:
            statement = carried(statement, source=source, into=self._into)
        key = canonical([statement.sql, plain(statement.parameters)])
        if key not in self._known:
            self._known[key] = self._asked(statement, definition=definition)
        return Pending(
            definition=definition,
            as_of=self._as_of,
            statement=statement,
            cube=self._known[key],
        )

    def _asked(self, statement: Statement, *, definition: Definition) -> Cube:
        self._cursor.execute(statement.sql, statement.bound())
        answer = self._cursor.fetchall()
        if isinstance(definition.query.measure, Field | Official):
            return fields_of(answer, hashing=self._hashing)
        return cube_of(answer, definition=definition, hashing=self._hashing)


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A figure that is read, while its records may still be hashed."""

    definition: Definition
    as_of: dt.datetime
    statement: Statement
    cube: Cube

    def valued(self) -> Valued:
        """What the figure says, without waiting for its proof."""
        return valued(self.cube, definition=self.definition, as_of=self.as_of)

    def finished(self) -> Computed:
        """The figure, as soon as its records are hashed."""
        members = self.cube.members.result()
        cells = cells_in(self.cube, definition=self.definition)
        return Computed(
            definition=self.definition,
            as_of=self.as_of,
            statement=self.statement,
            records=members.records,
            cells=cells,
            root=members.root,
            fingerprints=members.fingerprints,
            **said(self.cube, definition=self.definition, cells=cells),
        )
