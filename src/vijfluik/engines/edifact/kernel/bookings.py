"""What can only be settled when a booking has been read whole: who a row is about, and repeats.

Airlines name travellers of a service request by reference, by position or by name alone, repeat a
passport for every leg, and put an infant's passport with the adult. Looking is bounded
(`BOOKING_LIMIT`, `LOOK_BACK`), so that no message can make it expensive.
"""

from typing import Any

from vijfluik.engines.compiling import jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.rowing import (
    add_finding,
    add_row,
    address,
    cell_start,
    equal_cells,
    move_row,
    put,
    put_number,
)
from vijfluik.engines.edifact.kernel.spans import begins, same

Array = Any


@jitable
def by_reference(buf: Array, m: Array, start: int, end: int) -> int:
    """The row of the booking's traveller with this reference; -1 when there is none.

    The search goes on behind the last hit: requests mostly come in the order of the travellers.
    """
    first, rows = m[at.OPENED + at.T_TRAVELLER], m[at.ROWS + at.T_TRAVELLER]
    row = m[at.HINT] - 1
    if row < first - 1 or row >= rows - 1:
        row = first - 1
    for _ in range(min(rows - first, at.BOOKING_LIMIT)):
        row += 1
        if row == rows:
            row = first
        cell = cell_start(buf, m, at.T_TRAVELLER, row, at.C_REF)
        if m[cell] != 0 and same(buf, m[cell] >> 32, m[cell] & at.LOW, start, end):
            m[at.HINT] = row
            return int(row)
    return -1


@jitable
def by_name(
    buf: Array, m: Array, start: int, end: int, given: int, stop: int, infants: int, whole: int
) -> int:
    """The row of the booking's traveller with this surname and given name; -1 for none.

    `infants` 1 looks at infants only; `whole` 0 lets one given name begin with the other.
    """
    first, rows = m[at.OPENED + at.T_TRAVELLER], m[at.ROWS + at.T_TRAVELLER]
    for row in range(first, min(rows, first + at.BOOKING_LIMIT)):
        if infants == 1:
            kind = m[m[at.BASE + at.T_TRAVELLER] + row * m[at.STRIDE + at.T_TRAVELLER] + at.N_KIND]
            if kind != 3:
                continue
        cell = cell_start(buf, m, at.T_TRAVELLER, row, at.C_SURNAME)
        if not same(buf, m[cell] >> 32, m[cell] & at.LOW, start, end):
            continue
        if whole == 1 and same(buf, m[cell + 1] >> 32, m[cell + 1] & at.LOW, given, stop):
            return int(row)
        if whole == 0 and begins(buf, m[cell + 1] >> 32, m[cell + 1] & at.LOW, given, stop):
            return int(row)
    return -1


@jitable
def ordinal_of(buf: Array, m: Array, row: int) -> int:
    """The number of a traveller within the message, by its row."""
    return int(m[m[at.BASE + at.T_TRAVELLER] + row * m[at.STRIDE + at.T_TRAVELLER] + 3])


@jitable
def add_traveller(buf: Array, m: Array, kind: int) -> None:
    """Open a row for the next traveller of the message."""
    m[at.TRAVELLERS] += 1
    m[at.TRAVELLER] = m[at.TRAVELLERS] - 1
    add_row(buf, m, at.T_TRAVELLER)
    put_number(buf, m, at.T_TRAVELLER, at.N_KIND, kind)


@jitable
def link_by(buf: Array, m: Array, table: int, column: int) -> None:
    """Give rows of the booking that name a traveller by reference the number of that traveller."""
    for row in range(m[at.OPENED + table], m[at.ROWS + table]):
        cell = cell_start(buf, m, table, row, column)
        if m[cell] == 0:
            continue
        found = by_reference(buf, m, m[cell] >> 32, m[cell] & at.LOW)
        if found >= 0:
            m[address(buf, m, table, row) + 3] = ordinal_of(buf, m, found)


@jitable
def link_papers(buf: Array, m: Array) -> None:
    """Say whose each document is: an infant's by name, else by reference, place, or name."""
    table = at.T_DOCUMENT
    for row in range(m[at.OPENED + table], m[at.ROWS + table]):
        start = address(buf, m, table, row)
        infant = 1 if m[start + at.N_INFANT] == 1 else 0
        found = holder(buf, m, row, 1) if infant else -1
        ref = cell_start(buf, m, table, row, at.D_REF)
        if found < 0 and m[ref] != 0:
            found = by_reference(buf, m, m[ref] >> 32, m[ref] & at.LOW)
        if found < 0 and m[start + 3] >= 0:
            continue
        if found < 0:
            found = holder(buf, m, row, 0)
        if (
            found < 0
            and m[at.ROWS + at.T_TRAVELLER] - m[at.OPENED + at.T_TRAVELLER] == 1
            and infant == 0
        ):
            found = m[at.OPENED + at.T_TRAVELLER]
        if found >= 0:
            m[start + 3] = ordinal_of(buf, m, found)
            continue
        m[at.SEGMENT] = m[start + 1]
        add_finding(buf, m, at.F_UNLINKED)


@jitable
def holder(buf: Array, m: Array, row: int, infants: int) -> int:
    """The row of the booking's traveller whose name a document bears; -1 when there is none."""
    cell = cell_start(buf, m, at.T_DOCUMENT, row, at.D_SURNAME)
    if m[cell] == 0:
        return -1
    surname, end = m[cell] >> 32, m[cell] & at.LOW
    return by_name(buf, m, surname, end, m[cell + 1] >> 32, m[cell + 1] & at.LOW, infants, 0)


@jitable
def drop_repeats(buf: Array, m: Array) -> None:
    """Keep one row of a document that was sent once for every leg; count the others."""
    table = at.T_DOCUMENT
    first = m[at.OPENED + table]
    kept = first
    for row in range(first, m[at.ROWS + table]):
        start = m[at.BASE + table] + row * m[at.STRIDE + table]
        repeated = False
        for other in range(max(first, kept - at.LOOK_BACK), kept):
            if m[m[at.BASE + table] + other * m[at.STRIDE + table] + 3] != m[start + 3]:
                continue
            alike = True
            for column in range(at.D_PLACE + 2):
                if alike and not equal_cells(buf, m, table, row, other, column):
                    alike = False
            if alike:
                repeated = True
                break
        if repeated:
            m[at.PAPER_DOUBLES] += 1
            continue
        if kept != row:
            move_row(buf, m, table, row, kept)
        kept += 1
    m[at.ROWS + table] = kept


@jitable
def infants_of(buf: Array, m: Array) -> None:
    """An infant that is named only in the request of its adult is a traveller all the same.

    The requests stand in the document table under their own source until here; they become
    travellers or, when the infant has its own name segment, nothing.
    """
    table = at.T_DOCUMENT
    first = m[at.OPENED + table]
    kept = first
    stop = m[at.ROWS + table]
    for row in range(first, stop):
        start = m[at.BASE + table] + row * m[at.STRIDE + table]
        if m[start + at.N_INFANT] != 2:
            if kept != row:
                move_row(buf, m, table, row, kept)
            kept += 1
            continue
        cell = cell_start(buf, m, table, row, at.D_SURNAME)
        surname, end, given, until = (
            m[cell] >> 32,
            m[cell] & at.LOW,
            m[cell + 1] >> 32,
            m[cell + 1] & at.LOW,
        )
        birth = cell_start(buf, m, table, row, at.D_BIRTH)
        if end == 0 or by_name(buf, m, surname, end, given, until, 1, 0) >= 0:
            continue
        m[at.SEGMENT] = m[start + 1]
        add_traveller(buf, m, 3)
        m[at.EXTRA] += 1
        put(buf, m, at.T_TRAVELLER, at.C_SURNAME, surname, end)
        if until != 0:
            put(buf, m, at.T_TRAVELLER, at.C_GIVEN, given, until)
        if m[birth] != 0:
            put(buf, m, at.T_TRAVELLER, at.C_BIRTH, m[birth] >> 32, m[birth] & at.LOW)
            put_number(buf, m, at.T_TRAVELLER, at.N_BIRTH, m[start + at.N_PAPER_BIRTH])
        add_finding(buf, m, at.F_INFANT)
    m[at.ROWS + table] = kept


@jitable
def close_booking(buf: Array, m: Array) -> None:
    """Settle the booking that ends here, then leave it."""
    held = m[at.SEGMENT]
    if m[at.BOOKING] >= 0:
        m[at.TRAVELLER], m[at.LEG] = -1, -1
        infants_of(buf, m)
        link_papers(buf, m)
        drop_repeats(buf, m)
        link_by(buf, m, at.T_SEAT, 3)
        link_by(buf, m, at.T_CONTACT, 9)
        link_by(buf, m, at.T_TICKET, 10)
        link_by(buf, m, at.T_LOYALTY, 4)
        cell = cell_start(buf, m, at.T_BOOKING, m[at.ROWS + at.T_BOOKING] - 1, 1)
        if m[at.ROWS + at.T_BOOKING] > m[at.FIRST + at.T_BOOKING] and m[cell] == 0:
            m[at.SEGMENT] = m[
                m[at.BASE + at.T_BOOKING]
                + (m[at.ROWS + at.T_BOOKING] - 1) * m[at.STRIDE + at.T_BOOKING]
                + 1
            ]
            add_finding(buf, m, at.F_LOCATOR)
    m[at.SEGMENT] = held
    m[at.TRAVELLER], m[at.LEG] = -1, -1
    for table in range(at.TABLES):
        m[at.OPENED + table] = m[at.ROWS + table]
        if table > at.T_FLIGHT:
            m[at.CELLS + table] = 0
