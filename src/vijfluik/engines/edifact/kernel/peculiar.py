"""What is too particular for a table: texts within elements, check-in, baggage."""

from typing import Any

from vijfluik.engines.blocks import BLOCK, lowest, matches
from vijfluik.engines.compiling import jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.bookings import (
    add_traveller,
    by_name,
    by_reference,
    ordinal_of,
)
from vijfluik.engines.edifact.kernel.dates import date_of, time_of
from vijfluik.engines.edifact.kernel.rowing import (
    add_finding,
    add_row,
    cell_start,
    field,
    misplaced,
    put,
    put_number,
)
from vijfluik.engines.edifact.kernel.spans import pack, same

Array = Any

# Packed: IN, INF, TBA, G, CHD, C; FI, MI.
INFANT_CODE, INFANT_LONG, TO_BE_ADVISED = 0x494E, 0x494E46, 0x544241
GROUP_CODE, CHILD_CODE, CHILD_LONG = 0x47, 0x43, 0x434844
FEMALE_INFANT, MALE_INFANT = 0x4649, 0x4D49
IN_PAYMENT, SLASH = 4, 47


@jitable
def kind_of(code: int) -> int:
    """The capacity that a type code of a PNR names; an adult when there is none."""
    if code == INFANT_CODE or code == INFANT_LONG:
        return 3
    if code == CHILD_CODE or code == CHILD_LONG:
        return 2
    return 4 if code == GROUP_CODE else 1


@jitable
def packed(buf: Array, m: Array, element: int, component: int) -> int:
    """A field as a packed number; 0 when it is empty."""
    found = field(buf, m, element, component)
    return 0 if found < 0 else pack(buf, m[at.FS + found], m[at.FE + found])


@jitable
def put_field(buf: Array, m: Array, table: int, column: int, element: int, component: int) -> None:
    """Fill a cell from a field when there is something in it."""
    found = field(buf, m, element, component)
    if found >= 0:
        put(buf, m, table, column, m[at.FS + found], m[at.FE + found])


@jitable
def name_traveller(buf: Array, m: Array) -> None:
    """The name segment of a PNR: surname, given name, type, reference."""
    code = packed(buf, m, 2, 1)
    kind = kind_of(code)
    if kind == 1 and packed(buf, m, 1, 1) == GROUP_CODE:
        kind = 4
    if packed(buf, m, 1, 0) == TO_BE_ADVISED:
        kind = 10
    if repeated_name(buf, m):
        m[at.DOUBLES] += 1
        return
    add_traveller(buf, m, kind)
    put_field(buf, m, at.T_TRAVELLER, at.C_SURNAME, 1, 0)
    put_field(buf, m, at.T_TRAVELLER, at.C_NAME_KIND, 1, 1)
    put_field(buf, m, at.T_TRAVELLER, at.C_GIVEN, 2, 0)
    put_field(buf, m, at.T_TRAVELLER, at.C_CODE, 2, 1)
    put_field(buf, m, at.T_TRAVELLER, at.C_REF, 2, 2)
    put_field(buf, m, at.T_TRAVELLER, 6, 2, 3)
    if field(buf, m, 1, 0) < 0:
        add_finding(buf, m, at.F_NAME)


@jitable
def repeated_name(buf: Array, m: Array) -> bool:
    """Whether the booking has this very traveller already: same reference, surname, given name."""
    found = field(buf, m, 2, 2)
    if found < 0:
        return False
    row = by_reference(buf, m, m[at.FS + found], m[at.FE + found])
    if row < 0 or not names_equal(buf, m, row):
        return False
    m[at.TRAVELLER] = ordinal_of(buf, m, row)
    return True


@jitable
def names_equal(buf: Array, m: Array, row: int) -> bool:
    """Whether the name in the current segment is that of a traveller's row."""
    cell = cell_start(buf, m, at.T_TRAVELLER, row, at.C_SURNAME)
    one, two = field(buf, m, 1, 0), field(buf, m, 2, 0)
    start, end = (0, 0) if one < 0 else (m[at.FS + one], m[at.FE + one])
    given, stop = (0, 0) if two < 0 else (m[at.FS + two], m[at.FE + two])
    return same(buf, m[cell] >> 32, m[cell] & at.LOW, start, end) and same(
        buf, m[cell + 1] >> 32, m[cell + 1] & at.LOW, given, stop
    )


@jitable
def mention(buf: Array, m: Array) -> None:
    """A name at check-in: the traveller it means, or one that nobody named before."""
    found = field(buf, m, 2, 2)
    row = -1
    if found >= 0:
        row = by_reference(buf, m, m[at.FS + found], m[at.FE + found])
        if row >= 0 and not names_equal(buf, m, row):
            row = -1
    one, two = field(buf, m, 1, 0), field(buf, m, 2, 0)
    if row < 0 and one >= 0:
        given, stop = (0, 0) if two < 0 else (m[at.FS + two], m[at.FE + two])
        row = by_name(buf, m, m[at.FS + one], m[at.FE + one], given, stop, 0, 1)
    if row >= 0:
        m[at.TRAVELLER] = ordinal_of(buf, m, row)
        m[at.MENTIONED] += 1
        return
    name_traveller(buf, m)
    add_finding(buf, m, at.F_CHECK_IN)


@jitable
def mark_reference(buf: Array, m: Array, element: int, component: int) -> None:
    """The reference of a check-in group names who the seats and bags behind it are of."""
    found = field(buf, m, element, component)
    m[at.TRAVELLER] = -1
    if found < 0:
        return
    row = by_reference(buf, m, m[at.FS + found], m[at.FE + found])
    if row >= 0:
        m[at.TRAVELLER] = ordinal_of(buf, m, row)


@jitable
def divide(buf: Array, m: Array, start: int, end: int) -> None:
    """Note the pieces of a text that slashes divide; those that it does not have are empty."""
    count, left = 0, start
    for base in range(start, end, BLOCK):
        word = matches(buf, base, SLASH, SLASH, SLASH, SLASH, SLASH, SLASH)
        if end - base < BLOCK:
            word &= (1 << (end - base)) - 1
        while word != 0 and count < at.PIECE_LIMIT - 1:
            here = base + lowest(word)
            word &= word - 1
            m[at.PIECES + 2 * count] = left
            m[at.PIECES + 2 * count + 1] = here
            count += 1
            left = here + 1
    m[at.PIECES + 2 * count] = left
    m[at.PIECES + 2 * count + 1] = end
    for rest in range(count + 1, at.PIECE_LIMIT):
        m[at.PIECES + 2 * rest] = 0
        m[at.PIECES + 2 * rest + 1] = 0


@jitable
def piece(buf: Array, m: Array, count: int) -> tuple[int, int]:
    """A piece that `divide` noted; (0, 0) when it is empty."""
    start, end = m[at.PIECES + 2 * count], m[at.PIECES + 2 * count + 1]
    if start >= end:
        return 0, 0
    return start, end


@jitable
def put_piece(buf: Array, m: Array, table: int, column: int, count: int) -> None:
    """Fill a cell from a piece of the text that was divided."""
    start, end = piece(buf, m, count)
    if end != 0:
        put(buf, m, table, column, start, end)


@jitable
def put_day(
    buf: Array, m: Array, table: int, column: int, start: int, end: int, order: int, window: int
) -> int:
    """Set a day from a span; a text that is no day is a finding, keeps its text and gives NONE."""
    day = date_of(buf, start, end, order, window, m[at.YEAR])
    if day == at.NONE:
        add_finding(buf, m, at.F_DATE)
    else:
        put_number(buf, m, table, column, day)
    return int(day)


@jitable
def open_paper(buf: Array, m: Array) -> int:
    """A document row for a service request; the field of its text, -1 without one.

    A request with a reference is of that traveller; one without, of the traveller it stands under.
    """
    held = m[at.TRAVELLER]
    ref = reference_of(buf, m)
    if ref >= 0:
        m[at.TRAVELLER] = -1
    add_row(buf, m, at.T_DOCUMENT)
    m[at.TRAVELLER] = held
    m[at.PAPERS_IN] += 1
    put_number(buf, m, at.T_DOCUMENT, at.N_INFANT, 0)
    put_field(buf, m, at.T_DOCUMENT, at.D_SOURCE, 1, 0)
    put_field(buf, m, at.T_DOCUMENT, at.D_STATUS, 1, 1)
    put_field(buf, m, at.T_DOCUMENT, at.D_CARRIER, 1, 3)
    if ref >= 0:
        put(buf, m, at.T_DOCUMENT, at.D_REF, m[at.FS + ref], m[at.FE + ref])
    return field(buf, m, 1, 8)


@jitable
def reference_of(buf: Array, m: Array) -> int:
    """The field with the traveller's reference in a service request; -1 when there is none."""
    for element in range(2, min(m[at.ELEMENTS], 8)):
        found = field(buf, m, element, 2)
        if found >= 0:
            return found
    return -1


@jitable
def passport(buf: Array, m: Array) -> None:
    """SSR DOCS: /type/issuer/number/nationality/birth/sex/expiry/surname/given/second."""
    text = open_paper(buf, m)
    if text < 0:
        return
    table = at.T_DOCUMENT
    divide(buf, m, m[at.FS + text], m[at.FE + text])
    # Some airlines leave out the empty piece before the first slash.
    skip = 1 if buf[m[at.FS + text]] == 47 else 0
    for count in range(7):
        put_piece(buf, m, table, at.D_KIND + count, count + skip)
    for count in range(7, 10):
        put_piece(buf, m, table, at.D_SURNAME + count - 7, count + skip)
    birth, stop = piece(buf, m, 4 + skip)
    if stop != 0:
        put_day(buf, m, table, at.N_PAPER_BIRTH, birth, stop, 0, 0)
    expiry, stop = piece(buf, m, 6 + skip)
    if stop != 0:
        put_day(buf, m, table, at.N_PAPER_EXPIRY, expiry, stop, 0, 1)
    sex, stop = piece(buf, m, 5 + skip)
    if stop == 0:
        return
    code = pack(buf, sex, stop)
    if code == FEMALE_INFANT or code == MALE_INFANT:
        mark_infant(buf, m)


@jitable
def mark_infant(buf: Array, m: Array) -> None:
    """The document is an infant's: it is not of the adult under whose name it stands."""
    row = m[at.ROWS + at.T_DOCUMENT] - 1
    start = m[at.BASE + at.T_DOCUMENT] + row * m[at.STRIDE + at.T_DOCUMENT]
    m[start + at.N_INFANT] = 1
    last = m[at.ROWS + at.T_TRAVELLER] - 1
    if last >= m[at.OPENED + at.T_TRAVELLER] and m[start + 3] >= 0:
        kind = m[m[at.BASE + at.T_TRAVELLER] + last * m[at.STRIDE + at.T_TRAVELLER] + at.N_KIND]
        if kind != 3:
            m[start + 3] = -1


@jitable
def visa(buf: Array, m: Array) -> None:
    """SSR DOCO: place of birth/type/number/place of issue/date of issue/country it is for."""
    text = open_paper(buf, m)
    if text < 0:
        return
    divide(buf, m, m[at.FS + text], m[at.FE + text])
    for count, column in ((1, at.D_KIND), (2, at.D_NUMBER), (3, at.D_PLACE), (5, at.D_APPLIES)):
        put_piece(buf, m, at.T_DOCUMENT, column, count)
    start, end = piece(buf, m, 4)
    if end != 0 and date_of(buf, start, end, 0, 1, m[at.YEAR]) == at.NONE:
        add_finding(buf, m, at.F_DATE)


@jitable
def address_request(buf: Array, m: Array) -> None:
    """SSR DOCA: /type/country/street/city/region/postcode becomes a contact."""
    held = m[at.TRAVELLER]
    ref = reference_of(buf, m)
    if ref >= 0:
        m[at.TRAVELLER] = -1
    add_row(buf, m, at.T_CONTACT)
    m[at.TRAVELLER] = held
    put_field(buf, m, at.T_CONTACT, 0, 1, 0)
    if ref >= 0:
        put(buf, m, at.T_CONTACT, 9, m[at.FS + ref], m[at.FE + ref])
    text = field(buf, m, 1, 8)
    if text < 0:
        return
    divide(buf, m, m[at.FS + text], m[at.FE + text])
    for count, column in ((1, 1), (2, 6), (3, 3), (4, 4), (5, 5), (6, 7)):
        put_piece(buf, m, at.T_CONTACT, column, count)


@jitable
def free_text(buf: Array, m: Array) -> None:
    """IFT: kept only when it is a way to reach somebody (CTCE, CTCM …) or says who pays (43)."""
    if packed(buf, m, 1, 1) == 0x3433 and m[at.STATE] == IN_PAYMENT:
        put_field(buf, m, at.T_PAYMENT, 6, 2, 0)
        put_field(buf, m, at.T_PAYMENT, 7, 3, 0)
        put_field(buf, m, at.T_PAYMENT, 8, 4, 0)
        return
    text = field(buf, m, 2, 0)
    if text >= 0:
        start, stop = m[at.FS + text], m[at.FE + text]
        end = stop
        if end - start > 3 and buf[start + 2] == 32:
            start += 3
        if (
            end - start > 5
            and buf[start] == 67
            and buf[start + 1] == 84
            and buf[start + 2] == 67
            and buf[start + 4] == 32
        ):
            add_row(buf, m, at.T_CONTACT)
            put(buf, m, at.T_CONTACT, 0, start, start + 4)
            put(buf, m, at.T_CONTACT, 2, start + 5, stop)
            return
    m[at.FILTERED + 3] += 1


@jitable
def infant_request(buf: Array, m: Array) -> None:
    """SSR INFT `SURNAME/GIVEN ddMMMyy`: kept aside until the booking is read whole."""
    text = field(buf, m, 1, 8)
    if text < 0:
        m[at.FILTERED + 2] += 1
        return
    divide(buf, m, m[at.FS + text], m[at.FE + text])
    surname, end = piece(buf, m, 0)
    given, until = piece(buf, m, 1)
    if end == 0:
        return
    add_row(buf, m, at.T_DOCUMENT)
    start = (
        m[at.BASE + at.T_DOCUMENT] + (m[at.ROWS + at.T_DOCUMENT] - 1) * m[at.STRIDE + at.T_DOCUMENT]
    )
    m[start + at.N_INFANT] = 2
    put(buf, m, at.T_DOCUMENT, at.D_SURNAME, surname, end)
    if until == 0:
        return
    stop = until
    space = stop
    while space > given and buf[space - 1] != 32:
        space -= 1
    if space > given:
        day = date_of(buf, space, until, 0, 0, m[at.YEAR])
        if day != at.NONE:
            m[start + at.N_PAPER_BIRTH] = day
            put(buf, m, at.T_DOCUMENT, at.D_BIRTH, space, until)
            until = space - 1
    put(buf, m, at.T_DOCUMENT, at.D_GIVEN, given, until)


@jitable
def bags(buf: Array, m: Array) -> None:
    """TBD: pieces, weight and pool once, then a row for each tag; one row when there is no tag."""
    rows = 0
    for element in range(5, max(6, m[at.ELEMENTS])):
        if (
            rows
            and m[at.EF + element] == m[at.EF + element + 1] - 1
            and field(buf, m, element, 0) < 0
        ):
            continue
        add_row(buf, m, at.T_BAG)
        put_field(buf, m, at.T_BAG, 0, 0, 0)
        put_field(buf, m, at.T_BAG, 6, element, 0)
        put_field(buf, m, at.T_BAG, 7, element, 1)
        put_field(buf, m, at.T_BAG, 8, element, 2)
        put_field(buf, m, at.T_BAG, 9, element, 3)
        if rows == 0:
            for component in range(3):
                put_field(buf, m, at.T_BAG, 1 + component, 2, component)
            put_field(buf, m, at.T_BAG, 4, 4, 0)
            put_field(buf, m, at.T_BAG, 5, 4, 1)
        rows += 1


@jitable
def leg_row(buf: Array, m: Array) -> None:
    """TVL of an itinerary: a leg, or (until 13.1) the other flight number of the leg before it."""
    if field(buf, m, 2, 0) < 0 and field(buf, m, 3, 0) < 0 and packed(buf, m, 5, 1) == 0x4D:
        m[at.LEG_MARKS] += 1
        if m[at.ROWS + at.T_LEG] <= m[at.OPENED + at.T_LEG]:
            misplaced(buf, m)
            return
        put_field(buf, m, at.T_LEG, 15, 4, 0)
        put_field(buf, m, at.T_LEG, 16, 5, 0)
        put_field(buf, m, at.T_LEG, 17, 5, 1)
        return
    m[at.TRAVELLER] = -1
    m[at.LEG] += 1
    add_row(buf, m, at.T_LEG)
    times(buf, m, at.T_LEG, 6)
    put_field(buf, m, at.T_LEG, 4, 2, 0)
    put_field(buf, m, at.T_LEG, 5, 3, 0)
    put_field(buf, m, at.T_LEG, 0, 4, 0)
    put_field(buf, m, at.T_LEG, 1, 4, 1)
    put_field(buf, m, at.T_LEG, 2, 5, 0)
    put_field(buf, m, at.T_LEG, 3, 5, 1)


@jitable
def flight_row(buf: Array, m: Array) -> None:
    """TVL before the bookings: the flight that the message is about."""
    add_row(buf, m, at.T_FLIGHT)
    times(buf, m, at.T_FLIGHT, 4)
    put_field(buf, m, at.T_FLIGHT, 2, 2, 0)
    put_field(buf, m, at.T_FLIGHT, 3, 3, 0)
    put_field(buf, m, at.T_FLIGHT, 0, 4, 0)
    put_field(buf, m, at.T_FLIGHT, 1, 5, 0)


@jitable
def times(buf: Array, m: Array, table: int, column: int) -> None:
    """Departure and arrival of a TVL, local; without a day the arrival is on that of departure.

    `column` is the text of the day of departure. Both habits of leaving the day out are read: an
    empty third component, and a time in it.
    """
    first = 5
    for component in range(2):
        put_field(buf, m, table, column + component, 1, component)
    day_field = field(buf, m, 1, 0)
    day = at.NONE
    if day_field >= 0:
        day = put_day(buf, m, table, first, m[at.FS + day_field], m[at.FE + day_field], 0, 2)
    set_minute(buf, m, table, first, day, field(buf, m, 1, 1))
    third, fourth = field(buf, m, 1, 2), field(buf, m, 1, 3)
    if third >= 0 and fourth < 0 and m[at.FE + third] - m[at.FS + third] == 4:
        fourth, third = third, -1
    if third >= 0:
        put(buf, m, table, column + 2, m[at.FS + third], m[at.FE + third])
        arrival = date_of(buf, m[at.FS + third], m[at.FE + third], 0, 2, m[at.YEAR])
        if arrival == at.NONE:
            add_finding(buf, m, at.F_DATE)
        day = arrival
    if fourth >= 0:
        put(buf, m, table, column + 3, m[at.FS + fourth], m[at.FE + fourth])
        set_minute(buf, m, table, first + 1, day, fourth)
    elif third >= 0:
        set_minute(buf, m, table, first + 1, day, -1)


@jitable
def set_minute(buf: Array, m: Array, table: int, column: int, day: int, found: int) -> None:
    """Set a moment from a day and a field with the time; midnight when there is no time."""
    if day == at.NONE:
        return
    minute = 0
    if found >= 0:
        minute = time_of(buf, m[at.FS + found], m[at.FE + found])
        if minute == at.NONE:
            add_finding(buf, m, at.F_DATE)
            minute = 0
    put_number(buf, m, table, column, day * 1440 + minute)
