"""Carries out what the grammar says of a segment."""

from typing import Any

from vijfluik.engines.compiling import inlined, jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.api import (
    communications,
    count_of,
    moment,
    person,
    person_us,
    place,
)
from vijfluik.engines.edifact.kernel.bookings import close_booking
from vijfluik.engines.edifact.kernel.dates import date_of, time_of
from vijfluik.engines.edifact.kernel.peculiar import (
    address_request,
    bags,
    flight_row,
    free_text,
    infant_request,
    leg_row,
    mark_reference,
    mention,
    name_traveller,
    packed,
    passport,
    put_day,
    put_field,
    visa,
)
from vijfluik.engines.edifact.kernel.rowing import (
    add_finding,
    add_row,
    field,
    misplaced,
    put_again,
    put_number,
)
from vijfluik.engines.edifact.kernel.spans import looked_up

Array = Any

# Packed: 700, 710, B, T.
CHANGED, ISSUED, BASE, TOTAL = 0x373030, 0x373130, 0x42, 0x54


@jitable
def apply(buf: Array, m: Array, tag: int) -> None:
    """Find the rule for a segment in this state, choose the case by qualifier, carry it out."""
    rule = m[at.RULE_OF + (m[at.FORMAT] * at.STATES + m[at.STATE]) * at.TAGS + tag]
    if rule < 0:
        misplaced(buf, m)
        return
    element = rule & 255
    key = -2 if element == 0 else packed(buf, m, element, (rule >> 8) & 255)
    case = m[at.CASES] + 2 * (rule >> 24)
    for _ in range((rule >> 16) & 255):
        if m[case] == key or m[case] == -2:
            run(buf, m, m[case + 1] >> 8, m[case + 1] & 255)
            return
        case += 2
    add_finding(buf, m, at.F_QUALIFIER)
    m[at.FILTERED + 6] += 1


@inlined
def take(buf: Array, m: Array, table: int, column: int, found: int) -> None:
    """As `put` with a field, without a call: half of all operations are this one."""
    cell = m[at.CELLS + table]
    if cell != 0 and m[cell + column] == 0:
        m[cell + column] = (m[at.FS + found] << 32) | m[at.FE + found]
    else:
        put_again(buf, m, cell, column, m[at.FS + found], m[at.FE + found])


@jitable
def run(buf: Array, m: Array, first: int, count: int) -> None:
    """Carry out operations in order."""
    here = m[at.OPS] + first
    stop = here + count
    while here < stop:
        op = m[here]
        here += 1
        code, a, b = op & 255, (op >> 8) & 255, (op >> 16) & 255
        c, d, e = (op >> 24) & 255, (op >> 32) & 255, op >> 40
        if code == at.PUT:
            found = field(buf, m, c, d)
            if found >= 0:
                take(buf, m, a, b, found)
        elif code == at.GO:
            m[at.STATE] = a
        elif code == at.ROW:
            add_row(buf, m, a)
        elif code == at.NEED:
            if field(buf, m, a, b) < 0:
                here += c
        elif code == at.DAYS:
            found = field(buf, m, c, d)
            if found >= 0:
                put_day(buf, m, a, b, m[at.FS + found], m[at.FE + found], e // 4, e % 4)
        elif code == at.STAMP:
            stamp(buf, m, a, b, c, d, e)
        elif code == at.EACH:
            each(buf, m, a, here, b)
            here += b
        elif code == at.DROP:
            m[at.FILTERED + a] += 1
        elif code == at.SET:
            put_number(buf, m, a, b, c)
        elif code == at.RAISE:
            add_finding(buf, m, a)
        else:
            do(buf, m, a, b, c)


@jitable
def each(buf: Array, m: Array, element: int, first: int, count: int) -> None:
    """Carry out operations for every element from one on that is not empty."""
    for step in range(element, m[at.ELEMENTS]):
        if m[at.EF + step + 1] - m[at.EF + step] == 1 and field(buf, m, step, 0) < 0:
            continue
        for here in range(first, first + count):
            op = m[here]
            code, a, b = op & 255, (op >> 8) & 255, (op >> 16) & 255
            c, d = (op >> 24) & 255, (op >> 32) & 255
            if code == at.ROW:
                add_row(buf, m, a)
            elif code == at.PUT:
                # An element of 100 and more is one of the repeated; below, of the segment itself.
                found = field(buf, m, c - 100 + step if c >= 100 else c, d)
                if found >= 0:
                    take(buf, m, a, b, found)


@jitable
def stamp(
    buf: Array, m: Array, table: int, column: int, element: int, component: int, order: int
) -> None:
    """Set a moment from a day and, in the component behind it, a time."""
    found = field(buf, m, element, component)
    if found < 0:
        return
    day = date_of(buf, m[at.FS + found], m[at.FE + found], order, 2, m[at.YEAR])
    if day == at.NONE:
        add_finding(buf, m, at.F_DATE)
        return
    minute = 0
    behind = field(buf, m, element, component + 1)
    if behind >= 0:
        minute = time_of(buf, m[at.FS + behind], m[at.FE + behind])
        if minute == at.NONE:
            add_finding(buf, m, at.F_DATE)
            minute = 0
    put_number(buf, m, table, column, day * 1440 + minute)


@jitable
def start_booking(buf: Array, m: Array, implied: int) -> None:
    """Leave the booking before and open the next."""
    close_booking(buf, m)
    m[at.BOOKING] = m[at.ROWS + at.T_BOOKING] - m[at.FIRST + at.T_BOOKING]
    add_row(buf, m, at.T_BOOKING)
    put_number(buf, m, at.T_BOOKING, 5, 0)
    m[at.HINT] = m[at.ROWS + at.T_TRAVELLER]
    m[at.STATE] = 1
    if implied == 1:
        add_finding(buf, m, at.F_NO_START)


@jitable
def service(buf: Array, m: Array) -> None:
    """A service request that no heading permits: counted by what it is, gone otherwise."""
    kind = looked_up(m, at.SERVICE_SLOTS, packed(buf, m, 1, 0))
    m[at.FILTERED + (2 if kind < 0 else kind)] += 1


@jitable
def do(buf: Array, m: Array, what: int, b: int, c: int) -> None:
    """The operations that are code."""
    if what == at.NAME:
        name_traveller(buf, m)
    elif what == at.PLACE:
        place(buf, m, b)
    elif what == at.MOMENT:
        moment(buf, m, b, 1 if c < 10 else 2, c % 10)
    elif what == at.ROLE_OF:
        person(buf, m, b)
    elif what == at.PERSON_US:
        person_us(buf, m)
    elif what == at.LEG_ROW:
        leg_row(buf, m)
    elif what == at.MENTION:
        mention(buf, m)
    elif what == at.MARK_REF:
        mark_reference(buf, m, b, c)
    elif what == at.PASSPORT:
        passport(buf, m)
    elif what == at.VISA:
        visa(buf, m)
    elif what == at.ADDRESS:
        address_request(buf, m)
    elif what == at.FREE_TEXT:
        free_text(buf, m)
    elif what == at.INFANT:
        infant_request(buf, m)
    elif what == at.BAGS:
        bags(buf, m)
    elif what == at.START_BOOKING:
        start_booking(buf, m, b)
    elif what == at.COUNT:
        count_of(buf, m, b, c)
    elif what == at.OTHER_SERVICE:
        service(buf, m)
    elif what == at.FLIGHT:
        flight_row(buf, m)
    elif what == at.PAPER_IN:
        m[at.PAPERS_IN] += 1
    elif what == at.LEG_GONE:
        m[at.LEG_MARKS] += 1
    elif what == at.MENTIONED_HERE:
        m[at.MENTIONED] += 1
    elif what == at.NOBODY:
        m[at.TRAVELLER] = -1
    elif what == at.CANCEL:
        cancel(buf, m)
    elif what == at.BOOKING_DATES:
        booking_dates(buf, m)
    elif what == at.LOCATOR:
        locator(buf, m)
    elif what == at.MONEY:
        money(buf, m)
    elif what == at.COMMUNICATIONS:
        communications(buf, m)
    elif what == at.PAST_SERVICE:
        past_service(buf, m)


@jitable
def cancel(buf: Array, m: Array) -> None:
    """An origin without content in a booking: it was cancelled, or is not found."""
    for element in range(1, m[at.ELEMENTS]):
        for found in range(m[at.EF + element], m[at.EF + element + 1]):
            end = m[at.FE + found]
            if end > m[at.FS + found]:
                return
    put_number(buf, m, at.T_BOOKING, 5, 1)


@jitable
def booking_dates(buf: Array, m: Array) -> None:
    """DAT of a booking: 700 when it last changed, 710 when tickets were issued; both in UTC."""
    for element in range(1, m[at.ELEMENTS]):
        kind = packed(buf, m, element, 0)
        if kind == CHANGED:
            put_field(buf, m, at.T_BOOKING, 4, element, 1)
            put_field(buf, m, at.T_BOOKING, 5, element, 2)
            stamp(buf, m, at.T_BOOKING, 7, element, 1, 0)
        elif kind == ISSUED:
            put_field(buf, m, at.T_BOOKING, 6, element, 1)
            put_field(buf, m, at.T_BOOKING, 7, element, 2)
            stamp(buf, m, at.T_BOOKING, 8, element, 1, 0)


@jitable
def money(buf: Array, m: Array) -> None:
    """MON: base fare and total; some airlines leave the qualifiers out and keep the order."""
    for element in range(1, m[at.ELEMENTS]):
        kind = packed(buf, m, element, 0)
        if kind == BASE or (kind == 0 and element == 1):
            put_field(buf, m, at.T_TICKET, 4, element, 1)
            put_field(buf, m, at.T_TICKET, 5, element, 2)
        elif kind == TOTAL or (kind == 0 and element == 2):
            put_field(buf, m, at.T_TICKET, 6, element, 1)
            put_field(buf, m, at.T_TICKET, 7, element, 2)
        elif field(buf, m, element, 1) >= 0:
            m[at.FILTERED + 5] += 1


@jitable
def past_service(buf: Array, m: Array) -> None:
    """SSR in the history: that a permitted request changed, not what stood in it."""
    add_row(buf, m, at.T_HISTORY)
    put_field(buf, m, at.T_HISTORY, 0, 0, 0)
    put_field(buf, m, at.T_HISTORY, 11, 1, 0)
    put_field(buf, m, at.T_HISTORY, 16, 1, 6)
    put_field(buf, m, at.T_HISTORY, 17, 1, 7)


@jitable
def locator(buf: Array, m: Array) -> None:
    """RCI of a booking: carrier, locator, when it was made (UTC).

    The type of locator before the day is mostly empty, and some airlines leave its place out.
    """
    table = at.T_BOOKING
    put_field(buf, m, table, 0, 1, 0)
    put_field(buf, m, table, 1, 1, 1)
    third = field(buf, m, 1, 2)
    first = 3
    if third >= 0 and m[at.FE + third] - m[at.FS + third] == 6:
        first = 2
    put_field(buf, m, table, 2, 1, first)
    put_field(buf, m, table, 3, 1, first + 1)
    stamp(buf, m, table, 6, 1, first, 0)
