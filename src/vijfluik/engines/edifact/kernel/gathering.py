"""From rows of spans to columns as Arrow lays them out: numbers, offsets, validity and bytes.

A block of rows is taken column by column, so that a column's place is in a register and the block
stays in the nearest cache. Columns in which no row has anything are not gathered at all.
"""

from typing import Any

from vijfluik.engines.blocks import SHORT, copy_short
from vijfluik.engines.compiling import jitable, pointer
from vijfluik.engines.edifact.kernel import layout as at

Array = Any

# What the plan of a column says: how to write it, which cell of a row it is, where its values go
# (in numbers of their own width), where its validity goes (in bytes; -1 when all rows have a value),
# what is added to each (for a text: where its next bytes go), below what a number is missing.
HOW, CELL, VALUES, VALID, ADD, LIMIT, PLAN = range(7)
WIDE, NARROW, TIMES, FROM_STREAM, TEXT = range(5)
ROWS_AT_ONCE = 64


@jitable
def measure(
    m: Array, base: int, stride: int, numbers: int, rows: int, limits: Array, sizes: Array
) -> None:
    """Per cell of a table's rows how many have a value; behind those, per text how many bytes."""
    for row in range(rows):
        begin = base + row * stride
        for cell in range(numbers):
            sizes[cell] += 1 if m[begin + cell] >= limits[cell] else 0
        for cell in range(numbers, stride):
            span = m[begin + cell]
            length = (span & at.LOW) - (span >> 32)
            sizes[cell] += 1 if length > 0 else 0
            sizes[stride + cell] += length


@jitable
def gather(
    buf: Array,
    m: Array,
    base: int,
    stride: int,
    rows: int,
    plan: Array,
    columns: int,
    out: Array,
    narrow: Array,
    wide: Array,
    prefix: int,
    prefix_at: int,
) -> None:
    """Write the columns of a table to the memory that `out`, `narrow` and `wide` all are.

    A place before `prefix` is in the repeated head of an interchange, which stood at `prefix_at`.
    """
    for first in range(0, rows, ROWS_AT_ONCE):
        count = min(ROWS_AT_ONCE, rows - first)
        for column in range(columns):
            of = column * PLAN
            how, add = plan[of], plan[of + ADD]
            here = base + first * stride + plan[of + CELL]
            values = plan[of + VALUES] + first
            if how == TEXT:
                valid = texts(buf, m, here, stride, count, plan, of, out, narrow, values)
            elif how == FROM_STREAM:
                valid = 0
                for row in range(count):
                    value = m[here + row * stride]
                    wide[values + row] = value + add if value >= prefix else prefix_at
            else:
                valid = whole(m, here, stride, count, plan, of, narrow, wide, values)
            if plan[of + VALID] >= 0:
                for byte in range(8):
                    out[plan[of + VALID] + first // 8 + byte] = (valid >> (8 * byte)) & 255
    for column in range(columns):
        if plan[column * PLAN] == TEXT:
            # Nothing stays of the bytes that were copied along behind the last value.
            for step in range(SHORT):
                out[plan[column * PLAN + ADD] + step] = 0


@jitable
def texts(
    buf: Array,
    m: Array,
    here: int,
    stride: int,
    count: int,
    plan: Array,
    of: int,
    out: Array,
    narrow: Array,
    values: int,
) -> int:
    """Copy up to 64 cells of a column of text; a bit for each that has any."""
    target = plan[of + ADD]
    # Offsets count from where the column's bytes begin.
    begin = plan[of + LIMIT]
    valid = 0
    for row in range(count):
        span = m[here + row * stride]
        start = span >> 32
        length = (span & at.LOW) - start
        # Whatever its length: most are short, and to ask would cost more than to copy.
        copy_short(out, target, buf, start)
        for step in range(SHORT, length, SHORT):
            copy_short(out, target + step, buf, start + step)
        target += length
        valid |= (1 if length > 0 else 0) << row
        narrow[values + row + 1] = target - begin
    plan[of + ADD] = target
    return valid


@jitable
def whole(
    m: Array,
    here: int,
    stride: int,
    count: int,
    plan: Array,
    of: int,
    narrow: Array,
    wide: Array,
    values: int,
) -> int:
    """Copy up to 64 whole numbers of a column; a bit for each that is one, and 0 for the others."""
    how, add, limit = plan[of], plan[of + ADD], plan[of + LIMIT]
    times = 60 if how == TIMES else 1
    valid = 0
    for row in range(count):
        value = m[here + row * stride]
        has = 1 if value >= limit else 0
        valid |= has << row
        value = has * (value * times + add)
        if how == NARROW:
            narrow[values + row] = value
        else:
            wide[values + row] = value
    return valid


def measure_compiled(
    m: Array, base: int, stride: int, numbers: int, rows: int, limits: Array, sizes: Array
) -> None:
    """The entry for arrays of NumPy; see `measure`."""
    measure(pointer(m), base, stride, numbers, rows, pointer(limits), pointer(sizes))


def gather_compiled(
    buf: Array,
    m: Array,
    base: int,
    stride: int,
    rows: int,
    plan: Array,
    columns: int,
    out: Array,
    narrow: Array,
    wide: Array,
    prefix: int,
    prefix_at: int,
) -> None:
    """The entry for arrays of NumPy; see `gather`."""
    gather(
        pointer(buf),
        pointer(m),
        base,
        stride,
        rows,
        pointer(plan),
        columns,
        pointer(out),
        pointer(narrow),
        pointer(wide),
        prefix,
        prefix_at,
    )
