"""Rows of the kernel as Arrow record batches, under the schema that `docs` describe.

Text columns are `binary`: the bytes as they were sent, whatever their character set; the syntax
identifier of the message (`syntax`) says which. Moments are local to the airport and have no zone,
except those of bookings and history, which are UTC.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vijfluik.engines.compiling import compiled
from vijfluik.engines.edifact.arrow_heads import head_of
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.gathering import (
    ASKED,
    COLUMNS,
    EMPTY,
    FROM_STREAM,
    HEAD,
    HEAD_AT,
    LIMITS_AT,
    NARROW,
    NUMBERS,
    PLAN,
    PLAN_AT,
    ROWS,
    ROWS_AT,
    TEXT,
    TIMES,
    VALUES,
    WIDE,
    gather,
    gather_compiled,
    lay_out,
    lay_out_compiled,
)
from vijfluik.engines.edifact.kinds import SEVERITY, Finding
from vijfluik.engines.edifact.policy import Policy
from vijfluik.engines.edifact.records import PLACE
from vijfluik.engines.edifact.tables import (
    COUNT,
    DAY,
    FINDING,
    KEYS,
    MINUTE,
    TABLES,
    Table,
)

Batches = dict[str, Any]
Long = npt.NDArray[np.int64]
# Below any number there is.
ANY = -(1 << 62)
TYPES = {
    COUNT: pa.int32(),
    DAY: pa.date32(),
    MINUTE: pa.timestamp("s"),
    PLACE: pa.int64(),
}


@cache
def schema(name: str) -> Any:
    """The Arrow schema of a table."""
    return _schema(next(table for table in TABLES if table.name == name))


def _schema(table: Table) -> Any:
    keys = [
        pa.field(key, pa.int64() if key in KEYS[:2] else pa.int32(), nullable=key != "position")
        for key in table.keys
    ]
    numbers = [
        pa.field(name, TYPES[kind], metadata={"heading": str(heading)})
        for name, kind, heading in table.numbers
    ]
    texts = [
        pa.field(name, pa.binary(), metadata={"heading": str(heading)})
        for name, heading in table.texts
    ]
    return pa.schema([*keys, *numbers, *texts])


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the kernel left: the bytes it read, its memory, and where they stand in the stream."""

    buf: npt.NDArray[np.uint8]
    memory: Long
    prefix: int
    prefix_at: int
    offset: int
    message: int


@cache
def _compiled() -> tuple[Any, Any]:
    return compiled(lay_out_compiled), compiled(gather_compiled)


class Laid(NamedTuple):
    """The tables of a call in one memory: each an Arrow message between two places; None for none.

    It can be handed to another process as it stands: whoever has the memory can open it.
    """

    memory: Any
    places: list[tuple[int, int] | None]


class Desk:
    """Writes what the kernel left as tables; of one reader, because it uses its notes again.

    New notes for each call would cost more than their size tells: between the many small pieces of
    memory that Arrow takes for columns, every large one makes the allocator tidy up.
    """

    def __init__(self, policy: Policy, *, plain: bool, room: Callable[[int], Any]) -> None:
        """Under a policy, by plain Python or not, to what `room` gives for so many bytes."""
        self.asked = _asked(policy)
        self.room = room
        self.plain = plain
        self.kernels: tuple[Any, Any] = (lay_out, gather) if plain else _compiled()
        self.tables, self.plan = self.asked.tables.copy(), self.asked.plan.copy()
        self.sizes = np.empty(self.asked.widest, np.int64)
        self.told = self.tables.reshape(-1, ASKED)[:, ROWS:]
        self.notes = self._seen(self.tables, self.plan, self.asked.limits, self.asked.heads)

    def _seen(self, *arrays: Any) -> tuple[Any, ...]:
        """For plain Python, views that give its own numbers."""
        return tuple(memoryview(array) for array in arrays) if self.plain else arrays

    def laid_out(self, gathered: Gathered) -> Laid:
        """All tables of a call in one memory."""
        g = gathered
        self.tables[:] = self.asked.tables
        self.plan[:] = self.asked.plan
        tables, plan, limits, heads = self.notes
        buf, memory, sizes = self._seen(g.buf, g.memory, self.sizes)
        size = self.kernels[0](memory, tables, limits, plan, sizes)
        made = self.room(size)
        out = np.frombuffer(made, np.uint8)
        outs = self._seen(out, out.view(np.int32), out.view(np.int64))
        self.kernels[1](
            *(buf, memory, tables, heads, plan, *outs),
            *(g.prefix, g.prefix_at, g.offset, g.message),
        )
        told = self.told.tolist()
        if told[at.T_FINDING][0]:
            _tell_severities(out.view(np.int32), self.tables, self.plan)
        return Laid(made, [(start, end) if rows else None for rows, start, _, end, *_ in told])


def opened(laid: Laid) -> Batches:
    """One record batch per table, over that memory."""
    made = {}
    take, read = laid.memory.slice, pa.ipc.read_record_batch
    for (name, fields), place in zip(_schemas(), laid.places, strict=True):
        if place is None:
            made[name] = _no_rows(name)
        else:
            made[name] = read(take(place[0], place[1] - place[0]), fields)
    return made


@cache
def _schemas() -> list[tuple[str, Any]]:
    return [(table.name, schema(table.name)) for table in TABLES]


def _tell_severities(out: npt.NDArray[np.int32], tables: Long, plan: Long) -> None:
    """A severity is told from the kind, which is written in its place."""
    asked = tables.reshape(-1, ASKED)[at.T_FINDING]
    column = int(asked[PLAN_AT]) + (int(asked[COLUMNS]) - 1) * PLAN
    kinds = out[int(plan[column + VALUES]) :][: int(asked[ROWS])]
    kinds[:] = _severities()[kinds]


def empty() -> Batches:
    """Batches without rows."""
    return {table.name: _no_rows(table.name) for table in TABLES}


@cache
def _no_rows(name: str) -> Any:
    return pa.RecordBatch.from_pylist([], schema=schema(name))


class Asked(NamedTuple):
    """What the kernel is asked of all tables, under a policy; see `kernel.gathering`."""

    tables: Long
    plan: Long
    limits: Long
    heads: Long
    widest: int


@lru_cache(maxsize=256)
def _asked(policy: Policy) -> Asked:
    """A table of which the policy keeps nothing is asked for no column."""
    tables: list[Long] = []
    plans: list[Long] = []
    limits: list[Long] = []
    heads: list[Long] = []
    for table in TABLES:
        own, least = _plan_of(policy, table)
        head = head_of(schema(table.name))
        kept = len(own) if _permitted(policy, table) else 0
        told = [
            (NUMBERS, len(least)),
            (PLAN_AT, sum(part.size for part in plans)),
            (LIMITS_AT, sum(part.size for part in limits)),
            (HEAD_AT, sum(part.size for part in heads)),
            (COLUMNS, kept),
            (HEAD, len(head.content)),
            *enumerate((head.rows, head.body, head.columns, head.buffers), start=ROWS_AT),
        ]
        row = np.zeros(ASKED, np.int64)
        row[[place for place, _ in told]] = [value for _, value in told]
        tables.append(row)
        plans.append(own)
        limits.append(least)
        heads.append(head.content)
    return Asked(
        tables=np.concatenate(tables),
        plan=np.concatenate([part.reshape(-1) for part in plans]),
        limits=np.concatenate(limits),
        heads=np.concatenate(heads),
        widest=2 * max(len(KEYS) + len(table.numbers) + len(table.texts) for table in TABLES),
    )


def _plan_of(policy: Policy, table: Table) -> tuple[Long, Long]:
    """The columns of a table, and below what each number is none.

    Of a column that the policy leaves out no byte is ever copied.
    """
    asked = []
    limits = [ANY if key == "position" else 0 for key in KEYS]
    for cell, key in enumerate(table.keys):
        how = {"message": WIDE, "position": FROM_STREAM}.get(key, NARROW)
        asked.append((how, cell, limits[cell], 4 if how == NARROW else 8))
    for cell, (column, kind, heading) in enumerate(table.numbers, start=len(KEYS)):
        how = {PLACE: FROM_STREAM, MINUTE: TIMES}.get(kind, NARROW)
        limits.append(ANY if kind == PLACE else at.NONE + 1)
        # A severity is told from the kind.
        of = cell - 1 if table is FINDING and column == "severity" else cell
        width = 4 if how == NARROW else 8
        asked.append((how if _kept(policy, heading) else EMPTY, of, limits[cell], width))
    for cell, (_, heading) in enumerate(table.texts, start=len(limits)):
        asked.append((TEXT if _kept(policy, heading) else EMPTY, cell, 0, 0))
    columns = np.zeros((len(asked), PLAN), np.int64)
    columns[:, :4] = asked
    return columns, np.array(limits, np.int64)


def _permitted(policy: Policy, table: Table) -> bool:
    """Whether the policy keeps any column of a table."""
    headings = {heading for _, _, heading in table.numbers} | {h for _, h in table.texts}
    return any(_kept(policy, heading) for heading in headings)


def _kept(policy: Policy, heading: int) -> bool:
    return heading == 0 or heading in policy.headings


@cache
def _severities() -> npt.NDArray[np.int32]:
    return np.array([SEVERITY[kind] for kind in Finding], np.int32)


def tables_of(batches: Iterable[Batches]) -> Batches:
    """All batches of a stream as one Arrow table per table."""
    held: dict[str, list[Any]] = {table.name: [] for table in TABLES}
    for batch in batches:
        for name, rows in batch.items():
            if rows.num_rows:
                held[name].append(rows)
    return {name: pa.Table.from_batches(rows, schema(name)) for name, rows in held.items()}
