"""Rows of the kernel as Arrow record batches, under the schema that `docs` describe.

Text columns are `binary`: the bytes as they were sent, whatever their character set; the syntax
identifier of the message (`syntax`) says which. Moments are local to the airport and have no zone,
except those of bookings and history, which are UTC.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vijfluik.engines.compiling import compiled
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.gathering import (
    FROM_STREAM,
    NARROW,
    PLAN,
    TEXT,
    TIMES,
    WIDE,
    gather,
    gather_compiled,
    measure,
    measure_compiled,
)
from vijfluik.engines.edifact.kinds import SEVERITY, Finding
from vijfluik.engines.edifact.laying_out import Layout
from vijfluik.engines.edifact.policy import Policy
from vijfluik.engines.edifact.tables import (
    BY_NAME,
    COUNT,
    DAY,
    FINDING,
    KEYS,
    MINUTE,
    PLACE,
    TABLES,
    Table,
)

Batches = dict[str, Any]
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
    """What the kernel left: its arrays, and where they stand in the stream."""

    buf: npt.NDArray[np.uint8]
    memory: npt.NDArray[np.int64]
    base: npt.NDArray[np.int64]
    stride: npt.NDArray[np.int64]
    nums: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    prefix: int
    prefix_at: int
    offset: int
    message: int
    policy: Policy
    plain: bool


@cache
def _compiled() -> tuple[Any, Any]:
    return compiled(measure_compiled), compiled(gather_compiled)


def batches_of(gathered: Gathered) -> Batches:
    """One record batch per table."""
    return {table.name: _batch(gathered, table, place) for place, table in enumerate(TABLES)}


def empty() -> Batches:
    """Batches without rows."""
    return {table.name: _no_rows(table.name) for table in TABLES}


@cache
def _no_rows(name: str) -> Any:
    return pa.RecordBatch.from_pylist([], schema=schema(name))


class Column(NamedTuple):
    """How a column of Arrow is made: its type, how and from which cell, what counts as a value."""

    type: Any
    how: int
    cell: int
    limit: int


@lru_cache(maxsize=256)
def _columns(policy: Policy, name: str) -> tuple[list[Column | Any], npt.NDArray[np.int64]]:
    """The columns of a table, an Arrow type alone for one that the policy leaves out; all limits.

    Of such a column no byte is ever copied.
    """
    table = BY_NAME[name]
    fields = schema(name)
    limits = [ANY if key == "position" else 0 for key in KEYS]
    columns: list[Column | Any] = []
    for key in table.keys:
        how = {"message": WIDE, "position": FROM_STREAM}.get(key, NARROW)
        cell = KEYS.index(key)
        columns.append(Column(fields.field(key).type, how, cell, limits[cell]))
    for cell, (column, kind, heading) in enumerate(table.numbers, start=len(KEYS)):
        how = {PLACE: FROM_STREAM, MINUTE: TIMES}.get(kind, NARROW)
        limits.append(ANY if kind == PLACE else at.NONE + 1)
        kind_of = fields.field(column).type
        kept = _kept(policy, heading)
        columns.append(Column(kind_of, how, cell, limits[cell]) if kept else kind_of)
    for cell, (_, heading) in enumerate(table.texts, start=len(limits)):
        kept = _kept(policy, heading)
        columns.append(Column(pa.binary(), TEXT, cell, 0) if kept else pa.binary())
    return columns, np.array(limits, np.int64)


def _batch(g: Gathered, table: Table, place: int) -> Any:
    rows = int(g.rows[place])
    if rows == 0 or not _permitted(g.policy, table.name):
        return _no_rows(table.name)
    columns, limits = _columns(g.policy, table.name)
    base, stride = int(g.base[place]), int(g.stride[place])
    sizes = np.zeros(2 * stride, np.int64)
    first, second = (measure, gather) if g.plain else _compiled()
    memory: Any = memoryview(g.memory) if g.plain else g.memory
    first(memory, base, stride, len(limits), rows, limits, sizes)
    layout = Layout(rows=rows, counts=sizes.tolist(), stride=stride)
    made = [layout.place(column, add=_added(g, column)) for column in columns]
    room = pa.allocate_buffer(layout.size + 64, resizable=False)
    arrays = [np.frombuffer(room, kind) for kind in (np.uint8, np.int32, np.int64)]
    for start in layout.offsets:
        arrays[1][start] = 0
    plan = np.array(layout.plan, np.int64)
    buf: Any = g.buf
    if g.plain:
        buf, *arrays = [memoryview(array) for array in (g.buf, *arrays)]
    second(
        *(buf, memory, base, stride, rows, plan, len(plan) // PLAN, *arrays),
        *(g.prefix, g.prefix_at),
    )
    arrays_made = layout.arrays(room, made)
    if table is FINDING:
        kinds = np.frombuffer(room, np.int32)[made[2].values // 4 :][:rows]
        arrays_made[3] = pa.array(_severities()[kinds])
    return pa.RecordBatch.from_arrays(arrays_made, schema=schema(table.name))


def _added(g: Gathered, column: Column | Any) -> int:
    """What a number within a call of the kernel lacks of one within the stream."""
    if not isinstance(column, Column):
        return 0
    if column.how == WIDE:
        return g.message
    return g.offset - g.prefix if column.how == FROM_STREAM else 0


@lru_cache(maxsize=256)
def _permitted(policy: Policy, name: str) -> bool:
    """Whether the policy keeps any column of a table."""
    table = BY_NAME[name]
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
