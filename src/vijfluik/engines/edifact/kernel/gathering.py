"""From rows of spans to columns as Arrow lays them out: numbers, offsets, validity and bytes.

A block of rows is taken column by column, so that a column's place is in a register and the block
stays in the nearest cache. Columns in which no row has anything are not gathered at all.
"""

from typing import Any

from vijfluik.engines.blocks import SHORT, copy_short
from vijfluik.engines.compiling import jitable, pointer
from vijfluik.engines.edifact.kernel import layout as at

Array = Any

# What is asked of a column: how to write it, from which cell of a row, below what it is missing,
# how many bytes a number of it takes (0 for a text).
# What its plan says besides: where its values go (in numbers of their own width), where its
# validity goes (in bytes; -1 when no row lacks a value), where a text's next bytes go and where its
# first, how many bytes those are, how many rows lack a value. HOW is EMPTY when all do.
HOW, CELL, LIMIT, WIDTH, VALUES, VALID, NEXT, BEGIN, LENGTH, LACKING, PLAN = range(11)
EMPTY, WIDE, NARROW, TIMES, FROM_STREAM, TEXT = range(-1, 5)
# Behind the columns: where the head of the Arrow message ends, where in it (in numbers of 64 bits)
# the rows, the size of the body, the counts of each column and its buffers are told; where the
# zeros are that all columns without values share, and where all ends.
HEAD, ROWS_AT, BODY_AT, NODES_AT, BUFFERS_AT, ZEROS, END, TAIL = range(8)
ROWS_AT_ONCE = 64
# Arrow wants its buffers to begin at a multiple of so many bytes.
ALIGNED = 64


@jitable
def lay_out(
    m: Array,
    base: int,
    stride: int,
    numbers: int,
    rows: int,
    limits: Array,
    sizes: Array,
    plan: Array,
    count: int,
) -> int:
    """Give each of the columns of a table its place in one memory; how many bytes that takes.

    `limits` are those of the numbers; `sizes` is for counting, zeroed: per cell the rows with a
    value, behind those the bytes of texts.
    """
    for row in range(rows):
        begin = base + row * stride
        for cell in range(numbers):
            sizes[cell] += 1 if m[begin + cell] >= limits[cell] else 0
        for cell in range(numbers, stride):
            span = m[begin + cell]
            length = (span & at.LOW) - (span >> 32)
            sizes[cell] += 1 if length > 0 else 0
            sizes[stride + cell] += length
    tail = count * PLAN
    size = aligned(plan[tail + HEAD])
    empty = 0
    for column in range(count):
        size = place(sizes, stride, rows, plan, column * PLAN, size)
        empty += 1 if plan[column * PLAN] == EMPTY else 0
    plan[tail + ZEROS] = size
    if empty:
        size = aligned(size + 8 * (rows + 1))
    plan[tail + END] = size
    return size


@jitable
def place(sizes: Array, stride: int, rows: int, plan: Array, of: int, size: int) -> int:
    """Give a column its place behind those that take `size` bytes; how many they then take."""
    cell = plan[of + CELL]
    present = sizes[cell]
    if plan[of] == EMPTY or present == 0:
        plan[of] = EMPTY
        return size
    plan[of + LACKING] = rows - present
    plan[of + VALID] = -1
    if present < rows:
        plan[of + VALID] = size
        size = aligned(size + (rows + 63) // 64 * 8)
    width = 4 if plan[of] == TEXT else plan[of + WIDTH]
    plan[of + VALUES] = size // width
    size = aligned(size + width * (rows + 1))
    if plan[of] == TEXT:
        plan[of + NEXT], plan[of + BEGIN] = size, size
        plan[of + LENGTH] = sizes[stride + cell]
        # Bytes are copied so many at a time, also the last.
        size = aligned(size + sizes[stride + cell] + SHORT)
    return size


@jitable
def aligned(size: int) -> int:
    """The next place where a buffer may begin."""
    return (size + ALIGNED - 1) // ALIGNED * ALIGNED


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
    offset: int,
    message: int,
) -> None:
    """Write the columns of a table to the memory that `out`, `narrow` and `wide` all are.

    Messages of this call are numbered from `message`, its bytes from `offset`; a place before
    `prefix` is in the repeated head of an interchange, which stood at `prefix_at`.
    """
    for column in range(columns):
        if plan[column * PLAN] == TEXT:
            narrow[plan[column * PLAN + VALUES]] = 0
    for first in range(0, rows, ROWS_AT_ONCE):
        count = min(ROWS_AT_ONCE, rows - first)
        for column in range(columns):
            of = column * PLAN
            how = plan[of]
            if how == EMPTY:
                continue
            here = base + first * stride + plan[of + CELL]
            values = plan[of + VALUES] + first
            if how == TEXT:
                valid = texts(buf, m, here, stride, count, plan, of, out, narrow, values)
            elif how == FROM_STREAM:
                valid = -1
                for row in range(count):
                    value = m[here + row * stride]
                    wide[values + row] = value - prefix + offset if value >= prefix else prefix_at
            else:
                add = message if how == WIDE else 0
                valid = whole(m, here, stride, count, plan, of, narrow, wide, values, add)
            if plan[of + VALID] >= 0:
                for byte in range(8):
                    out[plan[of + VALID] + first // 8 + byte] = (valid >> (8 * byte)) & 255
    for column in range(columns):
        if plan[column * PLAN] == TEXT:
            # Nothing stays of the bytes that were copied along behind the last value.
            for step in range(SHORT):
                out[plan[column * PLAN + NEXT] + step] = 0
    describe(plan, columns, rows, wide)


@jitable
def describe(plan: Array, columns: int, rows: int, wide: Array) -> None:
    """Fill in the head of the Arrow message: how many rows, and which bytes each column has."""
    tail = columns * PLAN
    head, zeros = plan[tail + HEAD], plan[tail + ZEROS] - plan[tail + HEAD]
    for place in range(plan[tail + ZEROS] // 8, plan[tail + END] // 8):
        wide[place] = 0
    wide[plan[tail + ROWS_AT]] = rows
    wide[plan[tail + BODY_AT]] = plan[tail + END] - head
    node, buffer = plan[tail + NODES_AT], plan[tail + BUFFERS_AT]
    marked = (rows + 7) // 8
    for column in range(columns):
        of = column * PLAN
        empty = plan[of] == EMPTY
        width = plan[of + WIDTH]
        lacking = rows if empty else plan[of + LACKING]
        wide[node], wide[node + 1] = rows, lacking
        node += 2
        valid = zeros if empty else max(0, plan[of + VALID] - head)
        wide[buffer], wide[buffer + 1] = valid, marked if lacking else 0
        unit = width if width else 4
        values = zeros if empty else plan[of + VALUES] * unit - head
        wide[buffer + 2], wide[buffer + 3] = values, unit * rows + (0 if width else 4)
        buffer += 4
        if width == 0:
            wide[buffer] = zeros if empty else plan[of + BEGIN] - head
            wide[buffer + 1] = 0 if empty else plan[of + LENGTH]
            buffer += 2


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
    target, begin = plan[of + NEXT], plan[of + BEGIN]
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
    plan[of + NEXT] = target
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
    add: int,
) -> int:
    """Copy up to 64 whole numbers of a column; a bit for each that is one, and 0 for the others."""
    how, limit = plan[of], plan[of + LIMIT]
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


def lay_out_compiled(
    m: Array,
    base: int,
    stride: int,
    numbers: int,
    rows: int,
    limits: Array,
    sizes: Array,
    plan: Array,
    count: int,
) -> int:
    """The entry for arrays of NumPy; see `lay_out`."""
    return lay_out(
        pointer(m),
        base,
        stride,
        numbers,
        rows,
        pointer(limits),
        pointer(sizes),
        pointer(plan),
        count,
    )


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
    offset: int,
    message: int,
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
        offset,
        message,
    )
