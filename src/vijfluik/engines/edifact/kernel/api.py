"""What is particular to API messages (PAXLST and CUSRES): persons and the flights of the header."""

from typing import Any

from vijfluik.engines.compiling import jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.bookings import add_traveller
from vijfluik.engines.edifact.kernel.dates import date_of, time_of
from vijfluik.engines.edifact.kernel.peculiar import put_day, put_field
from vijfluik.engines.edifact.kernel.rowing import (
    add_finding,
    add_row,
    cell_start,
    field,
    misplaced,
    put,
    put_number,
)
from vijfluik.engines.edifact.kernel.spans import number

Array = Any

SUBJECT, GONE = 15, 18


@jitable
def person(buf: Array, m: Array, kind: int) -> None:
    """NAD of a traveller or crew member: the name, and an address when there is one.

    The name stands in the fifth element; put one or two before, it is read there.
    """
    m[at.LEG] = -1
    if not (m[at.KEEP_ROLES] >> kind) & 1:
        m[at.TRAVELLERS_GONE] += 1
        m[at.STATE] = GONE
        return
    add_traveller(buf, m, kind)
    m[at.STATE] = SUBJECT
    element = 4
    if field(buf, m, 4, 0) < 0:
        for other in (3, 2):
            if element == 4 and field(buf, m, other, 0) >= 0:
                element = other
    for component in range(3):
        put_field(buf, m, at.T_TRAVELLER, component, element, component)
    put_field(buf, m, at.T_TRAVELLER, at.C_CODE, 1, 0)
    if kind != 9 and field(buf, m, element, 0) < 0:
        add_finding(buf, m, at.F_NAME)
    address(buf, m)


@jitable
def address(buf: Array, m: Array) -> None:
    """The address elements of a NAD become a contact."""
    if m[at.ELEMENTS] <= 5:
        return
    region = field(buf, m, 7, 3)
    if region < 0:
        region = field(buf, m, 7, 0)
    if (
        field(buf, m, 5, 0) < 0
        and field(buf, m, 6, 0) < 0
        and region < 0
        and field(buf, m, 8, 0) < 0
        and field(buf, m, 9, 0) < 0
    ):
        return
    add_row(buf, m, at.T_CONTACT)
    put_field(buf, m, at.T_CONTACT, 0, 0, 0)
    put_field(buf, m, at.T_CONTACT, 3, 5, 0)
    put_field(buf, m, at.T_CONTACT, 4, 6, 0)
    if region >= 0:
        put(buf, m, at.T_CONTACT, 5, m[at.FS + region], m[at.FE + region])
    put_field(buf, m, at.T_CONTACT, 7, 8, 0)
    put_field(buf, m, at.T_CONTACT, 6, 9, 0)


@jitable
def place(buf: Array, m: Array, element: int) -> None:
    """A place of the voyage: the first of a flight is where it begins, the next where it ends.

    A third place begins another leg where the one before ended.
    """
    found = field(buf, m, element, 0)
    if found < 0:
        return
    table = at.T_FLIGHT
    row = m[at.ROWS + table] - 1
    if row < m[at.FIRST + table]:
        add_row(buf, m, table)
        m[at.LEG_EXTRA] += 1
        row = m[at.ROWS + table] - 1
        add_finding(buf, m, at.F_FLIGHT)
    origin = cell_start(buf, m, table, row, 2)
    if m[origin] == 0:
        put(buf, m, table, 2, m[at.FS + found], m[at.FE + found])
        return
    if m[origin + 1] == 0:
        put(buf, m, table, 3, m[at.FS + found], m[at.FE + found])
        return
    next_leg(buf, m)
    put(buf, m, table, 3, m[at.FS + found], m[at.FE + found])


@jitable
def next_leg(buf: Array, m: Array) -> None:
    """A row for the next leg of the same flight, from where the last one ended."""
    table = at.T_FLIGHT
    old = cell_start(buf, m, table, m[at.ROWS + table] - 1, 0)
    add_row(buf, m, table)
    m[at.LEG_EXTRA] += 1
    new = cell_start(buf, m, table, m[at.ROWS + table] - 1, 0)
    m[new] = m[old]
    m[new + 1] = m[old + 1]
    m[new + 2] = m[old + 3]


@jitable
def moment(buf: Array, m: Array, column: int, element: int, first: int) -> None:
    """Departure (column 5) or arrival (6) of the flight's current leg: yymmddhhmm, or apart."""
    table = at.T_FLIGHT
    row = m[at.ROWS + table] - 1
    found = field(buf, m, element, first)
    if found < 0:
        return
    if row < m[at.FIRST + table]:
        misplaced(buf, m)
        return
    origin = cell_start(buf, m, table, row, 2)
    start = m[at.BASE + table] + row * m[at.STRIDE + table]
    if column == 5 and m[start + 5] != at.NONE and m[origin + 1] != 0:
        next_leg(buf, m)
    put(buf, m, table, 4 if column == 5 else 6, m[at.FS + found], m[at.FE + found])
    day = date_of(buf, m[at.FS + found], m[at.FE + found], 1, 2, m[at.YEAR])
    if day == at.NONE:
        add_finding(buf, m, at.F_DATE)
        return
    minute = time_of(buf, m[at.FS + found], m[at.FE + found])
    apart = field(buf, m, element + 1, 0) if first == 0 else -1
    if apart >= 0:
        put(buf, m, table, 5 if column == 5 else 7, m[at.FS + apart], m[at.FE + apart])
        minute = time_of(buf, m[at.FS + apart], m[at.FE + apart])
    end = m[at.FE + found]
    if apart < 0 and end - m[at.FS + found] < 10:
        minute = 0
    put_number(buf, m, table, column, day * 1440 + (0 if minute == at.NONE else minute))


@jitable
def person_us(buf: Array, m: Array) -> None:
    """PDT of the old US message: document, name, birth, sex and route in one segment."""
    person(buf, m, 5)
    if m[at.STATE] == GONE:
        return
    table = at.T_TRAVELLER
    row = m[at.ROWS + table] - 1
    cell = cell_start(buf, m, table, row, 0)
    for component in range(4):
        m[cell + component] = 0
    for component in range(3):
        put_field(buf, m, table, component, 2, component)
    if field(buf, m, 2, 0) < 0:
        add_finding(buf, m, at.F_NAME)
    put_field(buf, m, table, at.C_CODE, 3, 0)
    put_field(buf, m, table, 8, 2, 4)
    birth = field(buf, m, 2, 3)
    if birth >= 0:
        put(buf, m, table, at.C_BIRTH, m[at.FS + birth], m[at.FE + birth])
        put_day(buf, m, table, at.N_BIRTH, m[at.FS + birth], m[at.FE + birth], 1, 0)
    put_field(buf, m, table, 13, 4, 0)
    put_field(buf, m, table, 14, 4, 1)
    if field(buf, m, 1, 0) < 0:
        return
    m[at.PAPERS_IN] += 1
    add_row(buf, m, at.T_DOCUMENT)
    put_field(buf, m, at.T_DOCUMENT, at.D_SOURCE, 0, 0)
    put_number(buf, m, at.T_DOCUMENT, at.N_INFANT, 0)
    # `P/182345345:990909:US`: kind, slash, number.
    text = field(buf, m, 1, 0)
    start, end = m[at.FS + text], m[at.FE + text]
    if buf[start + 1] == 47:
        put(buf, m, at.T_DOCUMENT, at.D_KIND, start, start + 1)
        start += 2
    if start < end:
        put(buf, m, at.T_DOCUMENT, at.D_NUMBER, start, end)
    put_field(buf, m, at.T_DOCUMENT, at.D_ISSUER, 1, 2)
    expiry = field(buf, m, 1, 1)
    if expiry >= 0:
        put(buf, m, at.T_DOCUMENT, at.D_EXPIRY, m[at.FS + expiry], m[at.FE + expiry])
        put_day(
            buf, m, at.T_DOCUMENT, at.N_PAPER_EXPIRY, m[at.FS + expiry], m[at.FE + expiry], 1, 1
        )


@jitable
def count_of(buf: Array, m: Array, element: int, component: int) -> None:
    """How many records the message says it has; several counts are added."""
    found = field(buf, m, element, component)
    if found < 0:
        return
    value = number(buf, m[at.FS + found], m[at.FE + found])
    if value >= 0:
        m[at.DECLARED] = value + max(0, m[at.DECLARED])


@jitable
def communications(buf: Array, m: Array) -> None:
    """COM: a contact for each number or address."""
    for element in range(1, m[at.ELEMENTS]):
        if field(buf, m, element, 0) < 0:
            continue
        add_row(buf, m, at.T_CONTACT)
        put_field(buf, m, at.T_CONTACT, 0, 0, 0)
        put_field(buf, m, at.T_CONTACT, 2, element, 0)
        put_field(buf, m, at.T_CONTACT, 1, element, 1)
