"""Where the columns of a table stand in one piece of memory, and the Arrow arrays over it."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from vijfluik.engines.blocks import SHORT
from vijfluik.engines.edifact.kernel.gathering import NARROW, TEXT

# Arrow wants buffers to begin at a multiple of so many bytes.
ALIGNED = 64


class Placed(NamedTuple):
    """A column and where it is: bytes from the beginning; without validity all rows have a value.

    how: as `kernel.gathering` writes it; -1 when no row has a value.
    """

    type: Any
    how: int
    nulls: int = 0
    valid: int = -1
    values: int = 0
    content: int = 0
    length: int = 0


class Layout:
    """The memory of a table, filled column by column; `plan` is for the kernel."""

    def __init__(self, *, rows: int, counts: list[int], stride: int) -> None:
        """counts: per cell how many rows have a value; behind those, how many bytes of text."""
        self.rows = rows
        self.counts = counts
        self.stride = stride
        self.size = 0
        self.plan: list[int] = []
        self.offsets: list[int] = []

    def place(self, column: Any, *, add: int) -> Placed:
        """Give a column its place; one without any value, or an Arrow type alone, needs none."""
        rows = self.rows
        if isinstance(column, pa.DataType):
            return Placed(column, -1)
        present = self.counts[column.cell]
        if present == 0:
            return Placed(column.type, -1)
        valid = self._take((rows + 63) // 64 * 8) if present < rows else -1
        if column.how != TEXT:
            width = 4 if column.how == NARROW else 8
            values = self._take(width * rows)
            self.plan += (column.how, column.cell, values // width, valid, add, column.limit)
            return Placed(column.type, column.how, rows - present, valid, values)
        values = self._take(4 * (rows + 1))
        length = self.counts[self.stride + column.cell]
        content = self._take(length + SHORT)
        self.offsets.append(values // 4)
        self.plan += (TEXT, column.cell, values // 4, valid, content, content)
        return Placed(column.type, TEXT, rows - present, valid, values, content, length)

    def _take(self, size: int) -> int:
        start = self.size
        self.size = (start + size + ALIGNED - 1) // ALIGNED * ALIGNED
        return start

    def arrays(self, room: Any, columns: list[Placed]) -> list[Any]:
        """The arrays over the memory, once the kernel has filled it."""
        rows = self.rows
        nothing: dict[Any, Any] = {}
        made = []
        cut = room.slice
        array = pa.Array.from_buffers
        for type_, how, nulls, valid, values, content, length in columns:
            if how < 0:
                if type_ not in nothing:
                    nothing[type_] = without_values(type_, rows)
                made.append(nothing[type_])
                continue
            marks = None if valid < 0 else cut(valid, (rows + 7) // 8)
            if how == TEXT:
                buffers = [marks, cut(values, 4 * (rows + 1)), cut(content, length)]
            else:
                buffers = [marks, cut(values, (4 if how == NARROW else 8) * rows)]
            made.append(array(type_, rows, buffers, nulls))
        return made


@cache
def _zeros(size: int) -> Any:
    return pa.py_buffer(np.zeros(size, np.uint8))


def without_values(type_: Any, rows: int) -> Any:
    """An array in which no row has a value; all of them share one memory of zeros."""
    zeros = _zeros(1 << (8 * rows + 8).bit_length())
    marks = zeros.slice(0, (rows + 7) // 8)
    if type_ == pa.binary():
        buffers = [marks, zeros.slice(0, 4 * (rows + 1)), zeros.slice(0, 0)]
    else:
        buffers = [marks, zeros.slice(0, type_.bit_width // 8 * rows)]
    return pa.Array.from_buffers(type_, rows, buffers, rows)
