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
from vijfluik.engines.edifact.arrow_heads import Head, head_of
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.gathering import (
    EMPTY,
    FROM_STREAM,
    NARROW,
    PLAN,
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
    BY_NAME,
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
    return compiled(lay_out_compiled), compiled(gather_compiled)


def batches_of(gathered: Gathered) -> Batches:
    """One record batch per table."""
    return {table.name: _batch(gathered, table, place) for place, table in enumerate(TABLES)}


def empty() -> Batches:
    """Batches without rows."""
    return {table.name: _no_rows(table.name) for table in TABLES}


@cache
def _no_rows(name: str) -> Any:
    return pa.RecordBatch.from_pylist([], schema=schema(name))


class Asked(NamedTuple):
    """What the kernel is asked of a table: a plan to fill in, the limits of all numbers."""

    plan: Long
    limits: Long
    head: Head


@lru_cache(maxsize=256)
def _asked(policy: Policy, name: str) -> Asked:
    """Of a column that the policy leaves out no byte is ever copied."""
    table = BY_NAME[name]
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
    head = head_of(schema(name))
    tail = (len(head.content), head.rows, head.body, head.columns, head.buffers, 0, 0)
    return Asked(np.concatenate([columns.reshape(-1), tail]), np.array(limits, np.int64), head)


def _batch(g: Gathered, table: Table, place: int) -> Any:
    rows = int(g.rows[place])
    if rows == 0 or not _permitted(g.policy, table.name):
        return _no_rows(table.name)
    asked = _asked(g.policy, table.name)
    base, stride, count = int(g.base[place]), int(g.stride[place]), len(table.columns)
    plan, limits = asked.plan.copy(), asked.limits
    sizes = np.zeros(2 * stride, np.int64)
    kernels: tuple[Any, Any] = (lay_out, gather) if g.plain else _compiled()
    memory, buf = (_view(g.memory), _view(g.buf)) if g.plain else (g.memory, g.buf)
    size = kernels[0](memory, base, stride, len(limits), rows, limits, sizes, plan, count)
    room = pa.allocate_buffer(size)
    out = np.frombuffer(room, np.uint8)
    out[: len(asked.head.content)] = asked.head.content
    outs: list[Any] = [out, out.view(np.int32), out.view(np.int64)]
    if g.plain:
        outs = [_view(array) for array in outs]
    kernels[1](
        *(buf, memory, base, stride, rows, plan, count, *outs),
        *(g.prefix, g.prefix_at, g.offset, g.message),
    )
    if table is FINDING:
        start = int(plan[(count - 1) * PLAN + VALUES])
        kinds = out.view(np.int32)[start : start + rows]
        kinds[:] = _severities()[kinds]
    return pa.ipc.read_record_batch(room, schema(table.name))


@lru_cache(maxsize=256)
def _permitted(policy: Policy, name: str) -> bool:
    """Whether the policy keeps any column of a table."""
    table = BY_NAME[name]
    headings = {heading for _, _, heading in table.numbers} | {h for _, h in table.texts}
    return any(_kept(policy, heading) for heading in headings)


def _kept(policy: Policy, heading: int) -> bool:
    return heading == 0 or heading in policy.headings


def _view(array: Any) -> Any:
    """A view that gives Python's own numbers."""
    return memoryview(array)


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
