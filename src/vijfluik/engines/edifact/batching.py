"""Rows of the kernel as Arrow record batches, under the schema that `docs` describe.

Text columns are `binary`: the bytes as they were sent, whatever their character set; the syntax
identifier of the message (`syntax`) says which. Moments are local to the airport and have no zone,
except those of bookings and history, which are UTC.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vijfluik.engines.compiling import compiled
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.gathering import (
    gather,
    gather_compiled,
    measure,
    measure_compiled,
)
from vijfluik.engines.edifact.kinds import SEVERITY, Finding
from vijfluik.engines.edifact.policy import HEADINGS, Policy
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


def _batch(g: Gathered, table: Table, place: int) -> Any:
    rows = int(g.rows[place])
    if rows == 0 or not _permitted(g.policy, table.name):
        return _no_rows(table.name)
    made = schema(table.name)
    whole, texts = _columns(g, table, place=place, rows=rows)
    columns = [_key(g, whole[KEYS.index(key)], key) for key in table.keys]
    for column, (name, kind, heading) in enumerate(table.numbers, start=len(KEYS)):
        values = whole[column]
        if table is FINDING and name == "severity":
            values = _severities()[whole[column - 1]].astype(np.int64)
        if kind == PLACE:
            columns.append(_places(g, values))
            continue
        columns.append(_numbers(values, kind, kept=_kept(g.policy, heading)))
    columns += texts
    return pa.RecordBatch.from_arrays(columns, schema=made)


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


def _key(g: Gathered, values: npt.NDArray[np.int64], key: str) -> Any:
    if key == "message":
        ours = values + g.message
        apart = values < 0
        return pa.array(ours, mask=apart) if apart.any() else pa.array(ours)
    if key == "position":
        return _places(g, values)
    missing = values < 0
    if not missing.any():
        return pa.array(values.astype(np.int32))
    return pa.array(values.astype(np.int32), mask=missing)


def _places(g: Gathered, values: npt.NDArray[np.int64]) -> Any:
    """Bytes of the stream; those in the repeated head of an interchange lead to where it stood."""
    if not g.prefix:
        return pa.array(values + g.offset)
    return pa.array(np.where(values >= g.prefix, values - g.prefix + g.offset, g.prefix_at))


def _numbers(values: npt.NDArray[np.int64], kind: str, *, kept: bool) -> Any:
    missing = values == at.NONE
    if not kept:
        missing = np.ones(len(values), bool)
    if kind == MINUTE:
        seconds = np.where(missing, 0, values) * 60
        return pa.array(seconds.view("datetime64[s]"), mask=missing)
    plain = values.astype(np.int32)
    made = pa.array(plain, mask=missing) if missing.any() else pa.array(plain)
    return made.view(pa.date32()) if kind == DAY else made


def _view(array: Any) -> Any:
    """A view that gives Python's own numbers."""
    return memoryview(array)


def _blank(g: Gathered, table: Table, *, rows: int, base: int, stride: int, numbers: int) -> None:
    """Empty the spans of columns that the policy leaves out: their bytes are then never copied."""
    view = g.memory[base : base + rows * stride].reshape(rows, stride)
    for column, (_, heading) in enumerate(table.texts):
        if not _kept(g.policy, heading):
            view[:, numbers + column] = 0


def _columns(g: Gathered, table: Table, *, place: int, rows: int) -> tuple[Any, list[Any]]:
    """The numbers of a table, a row of the array per column, and its text columns."""
    base, stride, numbers = int(g.base[place]), int(g.stride[place]), int(g.nums[place])
    count = len(table.texts)
    sizes = np.zeros(count, np.int64)
    offsets = np.empty(count * (rows + 1), np.int32)
    offsets[:: rows + 1] = 0
    width = (rows + 63) // 64 * 8
    bits = np.zeros(count * width, np.uint8)
    whole = np.empty((numbers, rows), np.int64)
    first, second = (measure, gather) if g.plain else _compiled()
    memory: Any = _view(g.memory) if g.plain else g.memory
    buf: Any = _view(g.buf) if g.plain else g.buf
    if g.policy.headings != HEADINGS:
        _blank(g, table, rows=rows, base=base, stride=stride, numbers=numbers)
    first(memory, base, stride, numbers, rows, sizes, count)
    starts = np.zeros(count, np.int64)
    np.cumsum(sizes[:-1], out=starts[1:])
    begins = starts.copy()
    data = np.empty(int(sizes.sum()), np.uint8)
    flat = whole.reshape(-1)
    second(
        buf, memory, base, stride, numbers, rows, starts, data, offsets, bits, count, width, flat
    )
    marks, places, content = pa.py_buffer(bits), pa.py_buffer(offsets), pa.py_buffer(data)
    length = 4 * (rows + 1)
    made = []
    for column in range(count):
        buffers = [
            marks.slice(column * width, width),
            places.slice(column * length, length),
            content.slice(int(begins[column]), int(sizes[column])),
        ]
        made.append(pa.Array.from_buffers(pa.binary(), rows, buffers))
    return whole, made


def tables_of(batches: Iterable[Batches]) -> Batches:
    """All batches of a stream as one Arrow table per table."""
    held: dict[str, list[Any]] = {table.name: [] for table in TABLES}
    for batch in batches:
        for name, rows in batch.items():
            if rows.num_rows:
                held[name].append(rows)
    return {name: pa.Table.from_batches(rows, schema(name)) for name, rows in held.items()}
