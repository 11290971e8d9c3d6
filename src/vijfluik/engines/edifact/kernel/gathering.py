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
# What is asked of a table: how many of its cells are numbers, where its columns' plan, its limits
# and its head begin, how many columns and how many numbers of 64 bits of head there are, where in
# the head the rows, the size of the body, the counts of each column and its buffers are told.
# What is answered: how many rows, where the table's Arrow message begins in the one memory, where
# in it the zeros are that all columns without values share, and where it ends (all in bytes).
NUMBERS, PLAN_AT, LIMITS_AT, HEAD_AT, COLUMNS, HEAD = range(6)
ROWS_AT, BODY_AT, NODES_AT, BUFFERS_AT = range(6, 10)
ROWS, START, ZEROS, END, ASKED = range(10, 15)
ROWS_AT_ONCE = 64
# Arrow wants its buffers to begin at a multiple of so many bytes.
ALIGNED = 64


@jitable
def lay_out(m: Array, tables: Array, limits: Array, plan: Array, sizes: Array) -> int:
    """Give the final rows of all tables their place in one memory; how many bytes that takes.

    `sizes` is for counting: two numbers for each cell of the widest row.
    """
    size = 0
    for table in range(at.TABLES):
        of = table * ASKED
        rows = m[at.FIRST + table] if tables[of + COLUMNS] else 0
        tables[of + ROWS] = rows
        tables[of + START] = size
        if rows:
            size = lay_out_table(m, table, tables, of, limits, plan, sizes)
    return size


@jitable
def lay_out_table(
    m: Array, table: int, tables: Array, of: int, limits: Array, plan: Array, sizes: Array
) -> int:
    """Give each column of a table its place; where the table ends."""
    base, stride, rows = m[at.BASE + table], m[at.STRIDE + table], tables[of + ROWS]
    count_cells(m, base, stride, tables[of + NUMBERS], rows, limits, tables[of + LIMITS_AT], sizes)
    size = aligned(tables[of + START] + 8 * tables[of + HEAD])
    empty = 0
    for column in range(tables[of + COLUMNS]):
        here = tables[of + PLAN_AT] + column * PLAN
        size = place(sizes, stride, rows, plan, here, size)
        empty += 1 if plan[here] == EMPTY else 0
    tables[of + ZEROS] = size
    if empty:
        size = aligned(size + 8 * (rows + 1))
    tables[of + END] = size
    return int(size)


@jitable
def count_cells(
    m: Array,
    base: int,
    stride: int,
    numbers: int,
    rows: int,
    limits: Array,
    first: int,
    sizes: Array,
) -> None:
    """Count per cell the rows with a value and, behind those, the bytes of texts."""
    for cell in range(2 * stride):
        sizes[cell] = 0
    for row in range(rows):
        begin = base + row * stride
        for cell in range(numbers):
            sizes[cell] += 1 if m[begin + cell] >= limits[first + cell] else 0
        for cell in range(numbers, stride):
            span = m[begin + cell]
            length = (span & at.LOW) - (span >> 32)
            sizes[cell] += 1 if length > 0 else 0
            sizes[stride + cell] += length


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
    tables: Array,
    heads: Array,
    plan: Array,
    out: Array,
    narrow: Array,
    wide: Array,
    prefix: int,
    prefix_at: int,
    offset: int,
    message: int,
) -> None:
    """Write all tables to the memory that `out`, `narrow` and `wide` all are.

    Messages of this call are numbered from `message`, its bytes from `offset`; a place before
    `prefix` is in the repeated head of an interchange, which stood at `prefix_at`.
    """
    for table in range(at.TABLES):
        of = table * ASKED
        rows = tables[of + ROWS]
        if rows == 0:
            continue
        columns = tables[of + COLUMNS]
        first, last = tables[of + PLAN_AT], tables[of + PLAN_AT] + columns * PLAN
        start_texts(plan, first, last, narrow)
        base, stride = m[at.BASE + table], m[at.STRIDE + table]
        for row in range(0, rows, ROWS_AT_ONCE):
            count = min(ROWS_AT_ONCE, rows - row)
            begin = base + row * stride
            for column in range(first, last, PLAN):
                how = plan[column]
                if how == EMPTY:
                    continue
                here = begin + plan[column + CELL]
                values = plan[column + VALUES] + row
                if how == TEXT:
                    valid = texts(buf, m, here, stride, count, plan, column, out, narrow, values)
                elif how == FROM_STREAM:
                    valid = -1
                    for step in range(count):
                        value = m[here + step * stride] - prefix
                        wide[values + step] = value + offset if value >= 0 else prefix_at
                else:
                    add = message if how == WIDE else 0
                    valid = whole(m, here, stride, count, plan, column, narrow, wide, values, add)
                if plan[column + VALID] >= 0:
                    for byte in range(8):
                        out[plan[column + VALID] + row // 8 + byte] = (valid >> (8 * byte)) & 255
        end_texts(plan, first, last, out)
        describe(plan, tables, of, heads, wide)


@jitable
def start_texts(plan: Array, first: int, last: int, narrow: Array) -> None:
    """The first offset of every column of text."""
    for column in range(first, last, PLAN):
        if plan[column] == TEXT:
            narrow[plan[column + VALUES]] = 0


@jitable
def end_texts(plan: Array, first: int, last: int, out: Array) -> None:
    """Nothing stays of the bytes that were copied along behind the last value of a column."""
    for column in range(first, last, PLAN):
        if plan[column] == TEXT:
            for step in range(SHORT):
                out[plan[column + NEXT] + step] = 0


@jitable
def describe(plan: Array, tables: Array, of: int, heads: Array, wide: Array) -> None:
    """Write the head of a table's Arrow message: its rows, and which bytes each column has."""
    start, rows = tables[of + START] // 8, tables[of + ROWS]
    for word in range(tables[of + HEAD]):
        wide[start + word] = heads[tables[of + HEAD_AT] + word]
    for word in range(tables[of + ZEROS] // 8, tables[of + END] // 8):
        wide[word] = 0
    # Places are told from where the head ends.
    head = 8 * (start + tables[of + HEAD])
    wide[start + tables[of + ROWS_AT]] = rows
    wide[start + tables[of + BODY_AT]] = tables[of + END] - head
    node, buffer = start + tables[of + NODES_AT], start + tables[of + BUFFERS_AT]
    zeros, marked = tables[of + ZEROS] - head, (rows + 7) // 8
    for column in range(tables[of + COLUMNS]):
        here = tables[of + PLAN_AT] + column * PLAN
        empty = plan[here] == EMPTY
        width = plan[here + WIDTH]
        lacking = rows if empty else plan[here + LACKING]
        wide[node], wide[node + 1] = rows, lacking
        node += 2
        valid = zeros if empty else max(0, plan[here + VALID] - head)
        wide[buffer], wide[buffer + 1] = valid, marked if lacking else 0
        unit = width if width else 4
        values = zeros if empty else plan[here + VALUES] * unit - head
        wide[buffer + 2], wide[buffer + 3] = values, unit * rows + (0 if width else 4)
        buffer += 4
        if width == 0:
            wide[buffer] = zeros if empty else plan[here + BEGIN] - head
            wide[buffer + 1] = 0 if empty else plan[here + LENGTH]
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


def lay_out_compiled(m: Array, tables: Array, limits: Array, plan: Array, sizes: Array) -> int:
    """The entry for arrays of NumPy; see `lay_out`."""
    return lay_out(pointer(m), pointer(tables), pointer(limits), pointer(plan), pointer(sizes))


def gather_compiled(
    buf: Array,
    m: Array,
    tables: Array,
    heads: Array,
    plan: Array,
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
        pointer(tables),
        pointer(heads),
        pointer(plan),
        pointer(out),
        pointer(narrow),
        pointer(wide),
        prefix,
        prefix_at,
        offset,
        message,
    )
