"""Rows in the arena: opened with their keys, filled cell by cell, taken away when they repeat."""

from typing import Any

from vijfluik.engines.compiling import inlined, jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.spans import same

Array = Any


@jitable
def address(buf: Array, m: Array, table: int, row: int) -> int:
    """Where a row begins in the arena."""
    return int(m[at.BASE + table] + row * m[at.STRIDE + table])


@jitable
def add_row(buf: Array, m: Array, table: int) -> None:
    """Open a row with the keys of where the reader is; when there is no room, say so in `st`."""
    row = m[at.ROWS + table]
    if row >= m[at.CAP + table]:
        m[at.OVER] = table + 1
        return
    start = m[at.BASE + table] + row * m[at.STRIDE + table]
    numbers = m[at.NUMS + table]
    m[start] = m[at.MESSAGES]
    m[start + 1] = m[at.SEGMENT]
    m[start + 2] = m[at.BOOKING]
    m[start + 3] = m[at.TRAVELLER]
    m[start + 4] = m[at.LEG]
    for cell in range(start + 5, start + numbers):
        m[cell] = at.NONE
    for cell in range(start + numbers, start + m[at.STRIDE + table]):
        m[cell] = 0
    m[at.ROWS + table] = row + 1
    m[at.CELLS + table] = start + numbers


@inlined
def put(buf: Array, m: Array, table: int, column: int, start: int, end: int) -> None:
    """Fill a cell of the last row of a table.

    A second, different value for the same cell is a finding; the first stays.
    """
    cell = m[at.CELLS + table]
    if cell != 0 and m[cell + column] == 0:
        m[cell + column] = (start << 32) | end
        return
    put_again(buf, m, cell, column, start, end)


@jitable
def put_again(buf: Array, m: Array, row: int, column: int, start: int, end: int) -> None:
    """What `put` does without a row to fill (0), or with a cell that is filled already."""
    if row == 0:
        misplaced(buf, m)
        return
    cell = row + column
    if not same(buf, m[cell] >> 32, m[cell] & at.LOW, start, end):
        add_finding(buf, m, at.F_REPEATED)
        m[at.FILTERED + 6] += 1


@jitable
def put_number(buf: Array, m: Array, table: int, column: int, value: int) -> None:
    """Set a whole number in the last row of a table."""
    row = m[at.ROWS + table] - 1
    if row < m[at.FIRST + table]:
        return
    m[m[at.BASE + table] + row * m[at.STRIDE + table] + column] = value


@jitable
def add_finding(buf: Array, m: Array, kind: int) -> None:
    """Note what does not fit, at the current segment."""
    row = m[at.ROWS + at.T_FINDING]
    if row > m[at.FIRST + at.T_FINDING]:
        last = m[at.BASE + at.T_FINDING] + (row - 1) * m[at.STRIDE + at.T_FINDING]
        if m[last + 5] == kind and m[last + 1] == m[at.SEGMENT]:
            return
    add_row(buf, m, at.T_FINDING)
    put_number(buf, m, at.T_FINDING, 5, kind)
    if m[at.IN_MESSAGE] == 0 and m[at.OVER] == 0:
        m[m[at.BASE + at.T_FINDING] + row * m[at.STRIDE + at.T_FINDING]] = -1


@jitable
def misplaced(buf: Array, m: Array) -> None:
    """The current segment stands where nothing can hold it: a finding, and counted as left out."""
    add_finding(buf, m, at.F_MISPLACED)
    m[at.FILTERED + 6] += 1


@jitable
def cell_start(buf: Array, m: Array, table: int, row: int, column: int) -> int:
    """Where the span of a cell is kept in the arena."""
    return int(m[at.BASE + table] + row * m[at.STRIDE + table] + m[at.NUMS + table] + column)


@jitable
def equal_cells(buf: Array, m: Array, table: int, row: int, other: int, column: int) -> bool:
    """Whether two rows of a table hold the same bytes in a column."""
    one = cell_start(buf, m, table, row, column)
    two = cell_start(buf, m, table, other, column)
    return same(buf, m[one] >> 32, m[one] & at.LOW, m[two] >> 32, m[two] & at.LOW)


@jitable
def move_row(buf: Array, m: Array, table: int, row: int, to: int) -> None:
    """Copy a row over another, when rows in between were taken away."""
    start = m[at.BASE + table] + row * m[at.STRIDE + table]
    target = m[at.BASE + table] + to * m[at.STRIDE + table]
    for cell in range(m[at.STRIDE + table]):
        m[target + cell] = m[start + cell]


@inlined
def field(buf: Array, m: Array, element: int, component: int) -> int:
    """The number of a field of the current segment; -1 when it is absent or empty."""
    if element >= m[at.ELEMENTS]:
        return -1
    found = m[at.EF + element] + component
    if found >= m[at.EF + element + 1]:
        return -1
    end = m[at.FE + found]
    if end <= m[at.FS + found]:
        return -1
    return int(found)
