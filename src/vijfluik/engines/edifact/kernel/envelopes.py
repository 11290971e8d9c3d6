"""The envelope: finding it among other bytes, its separators, and where messages begin and end."""

from typing import Any

from vijfluik.engines.compiling import jitable
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.bookings import close_booking
from vijfluik.engines.edifact.kernel.dates import date_of
from vijfluik.engines.edifact.kernel.peculiar import packed, put_field
from vijfluik.engines.edifact.kernel.rowing import add_finding, add_row, field, put_number
from vijfluik.engines.edifact.kernel.spans import number, same

Array = Any

U, N = 85, 78
T_UNA, T_UNB, T_UNG, T_UNH = 65, 66, 71, 72
PNRGOV, PAXLST, CUSRES, ACKRES = 0x504E52474F56, 0x5041584C5354, 0x435553524553, 0x41434B524553
OLD_US, FINAL = 0x303031, 0x46
DEFAULT = (58, 43, 63, 39)


@jitable
def seek(buf: Array, m: Array, start: int, end: int) -> int:
    """The next place where an envelope segment begins; `end` when there is none.

    A tag may be cut by a line end; what follows it may not be a letter, a digit or a space.
    """
    for here in range(start, end - 3):
        if buf[here] != U:
            continue
        step = here + 1
        while step < end and (buf[step] == 10 or buf[step] == 13):
            step += 1
        if step >= end or buf[step] != N:
            continue
        step += 1
        while step < end and (buf[step] == 10 or buf[step] == 13):
            step += 1
        if step + 1 >= end:
            return here
        letter = buf[step]
        if not (letter == T_UNA or letter == T_UNB or letter == T_UNG or letter == T_UNH):
            continue
        after = int(buf[step + 1])
        if line_end(after) and step + 2 < end:
            after = int(buf[step + 2])
        if line_end(after) and step + 3 < end:
            after = int(buf[step + 3])
        if letter == T_UNA and here + 9 <= end and plausible_una(buf, m, here):
            return here
        if letter == T_UNA or after >= 128 or after == 32 or after == 46:
            continue
        if not letter_or_digit(after):
            return here
    return end


@jitable
def plausible_una(buf: Array, m: Array, here: int) -> bool:
    """Whether six bytes after UNA can be separators: no letter or digit, the first two differ."""
    for step in range(3, 9):
        byte = int(buf[here + step])
        if letter_or_digit(byte) or byte >= 128:
            return False
    return bool(buf[here + 3] != buf[here + 4]) and buf[here + 8] != 32


@jitable
def line_end(byte: int) -> bool:
    """Whether a byte ends a line."""
    return byte == 10 or byte == 13


@jitable
def letter_or_digit(byte: int) -> bool:
    """Whether an ASCII byte is a letter or a digit."""
    return 48 <= byte <= 57 or 65 <= byte <= 90 or 97 <= byte <= 122


@jitable
def separators(
    buf: Array, m: Array, component: int, element: int, release: int, terminator: int
) -> None:
    """Take these separators from here on. Line ends count as wrapping unless they separate."""
    for byte in range(256):
        m[at.CLS + byte] = at.DATA
    m[at.CLS + 10] = at.BREAK
    m[at.CLS + 13] = at.BREAK
    m[at.CLS + component] = at.COMP
    m[at.CLS + element] = at.ELEM
    m[at.CLS + terminator] = at.TERM
    if release != 32 and m[at.CLS + release] == at.DATA:
        m[at.CLS + release] = at.REL
    m[at.COMPONENT] = component
    m[at.ELEMENT] = element
    m[at.RELEASE] = release
    m[at.TERMINATOR] = terminator


@jitable
def guess(buf: Array, m: Array, here: int, end: int) -> bool:
    """Separators of an envelope that has no UNA; false when they cannot be told.

    The element separator stands behind the tag; that of components behind the syntax identifier;
    the terminator before the next envelope segment.
    """
    step = here + 3
    while step < end and (buf[step] == 10 or buf[step] == 13):
        step += 1
    if step >= end or buf[step] == DEFAULT[1]:
        separators(buf, m, DEFAULT[0], DEFAULT[1], DEFAULT[2], DEFAULT[3])
        return True
    element = int(buf[step])
    component, terminator = DEFAULT[0], DEFAULT[3]
    if element == 0x1D:
        component, terminator = 0x1F, 0x1C
    after = step + 1
    while after < min(end, step + 8) and letter_or_digit(int(buf[after])):
        after += 1
    if after < end and buf[after] != element:
        component = int(buf[after])
    for other in range(after, min(end - 3, after + 400)):
        if buf[other] == U and buf[other + 1] == N and buf[other + 3] == element:
            back = other - 1
            while back > after and (buf[back] == 32 or line_end(int(buf[back]))):
                back -= 1
            terminator = int(buf[back])
            break
    if terminator == element or terminator == component or letter_or_digit(terminator):
        separators(buf, m, DEFAULT[0], DEFAULT[1], DEFAULT[2], DEFAULT[3])
        return False
    separators(buf, m, component, element, 32, terminator)
    return True


@jitable
def keep_span(buf: Array, m: Array, place: int, element: int, component: int) -> None:
    """Remember a field of the interchange's head for the rows of its messages."""
    found = field(buf, m, element, component)
    m[at.UNB_SPANS + 2 * place] = 0 if found < 0 else m[at.FS + found]
    m[at.UNB_SPANS + 2 * place + 1] = 0 if found < 0 else m[at.FE + found]


@jitable
def interchange(buf: Array, m: Array, start: int, end: int) -> None:
    """UNB: who sends what to whom, when; two-digit years are read as seen from that day."""
    m[at.BARE], m[at.WRAPS] = 0, 0
    m[at.UNB_AT], m[at.UNB_END] = start, end
    m[at.UNG_AT], m[at.UNG_END] = 0, 0
    for place, element, component in (
        (0, 2, 0),
        (1, 3, 0),
        (2, 5, 0),
        (3, 4, 0),
        (4, 4, 1),
        (5, 1, 0),
        (6, 7, 0),
    ):
        keep_span(buf, m, place, element, component)
    m[at.YEAR] = 0
    found = field(buf, m, 4, 0)
    if found >= 0:
        m[at.YEAR] = year_of(date_of(buf, m[at.FS + found], m[at.FE + found], 1, 2, 0))
    if m[at.RESUMED] == 0:
        m[at.UNB_MESSAGES] = 0
    m[at.RESUMED] = 0


@jitable
def year_of(day: int) -> int:
    """The year a day lies in, counted in mean years: enough to place two digits; 0 for no day."""
    return 0 if day == at.NONE else 1970 + (day * 400 + 200) // 146097


@jitable
def format_of(buf: Array, m: Array) -> int:
    """Which kind of message UNH names."""
    kind = packed(buf, m, 2, 0)
    if kind == PNRGOV:
        return 1
    if kind == PAXLST:
        return 3 if packed(buf, m, 2, 1) == OLD_US else 2
    if kind == CUSRES:
        return 4
    if kind == ACKRES:
        return 5
    return resembling(buf, m)


@jitable
def resembling(buf: Array, m: Array) -> int:
    """A type that is written wrong: by its first letters, so that nobody in it is lost."""
    found = field(buf, m, 2, 0)
    if found < 0 or m[at.FE + found] - m[at.FS + found] < 3:
        return 0
    start = m[at.FS + found]
    if buf[start] != 80:
        return 0
    if buf[start + 1] == 78 and buf[start + 2] == 82:
        return 1
    return 2 if buf[start + 1] == 65 and buf[start + 2] == 88 else 0


@jitable
def open_message(buf: Array, m: Array) -> None:
    """UNH: a row for the message with what its head and that of the interchange say."""
    m[at.IN_MESSAGE] = 1
    m[at.FORMAT] = format_of(buf, m)
    m[at.STATE] = 0
    m[at.SEGMENTS] = 1
    m[at.UNH_AT] = m[at.SEGMENT]
    for place in range(at.TRAVELLERS, at.REPEATED):
        m[place] = 0
    for place in range(at.PAPERS_IN, at.TRAVELLERS_GONE + 1):
        m[place] = 0
    for place in range(at.FILTERED, at.FILTERED + 7):
        m[place] = 0
    m[at.BOOKING], m[at.TRAVELLER], m[at.LEG] = -1, -1, -1
    m[at.DECLARED] = -1
    m[at.LEG_EXTRA] = 0
    for table in range(at.TABLES):
        m[at.CELLS + table] = 0
    for tag in range(at.TAGS):
        m[at.TALLY + tag] = 0
    add_row(buf, m, at.T_MESSAGE)
    for component in range(5):
        put_field(buf, m, at.T_MESSAGE, component, 2, component)
    put_field(buf, m, at.T_MESSAGE, 5, 1, 0)
    put_field(buf, m, at.T_MESSAGE, 6, 3, 0)
    put_field(buf, m, at.T_MESSAGE, 7, 4, 0)
    for place, column in ((0, 8), (1, 9), (2, 10), (3, 11), (4, 12), (5, 13), (6, 19)):
        end = m[at.UNB_SPANS + 2 * place + 1]
        if end != 0 and m[at.BARE] == 0:
            cell = (
                m[at.BASE + at.T_MESSAGE]
                + (m[at.ROWS + at.T_MESSAGE] - 1) * m[at.STRIDE + at.T_MESSAGE]
            )
            cell += m[at.NUMS + at.T_MESSAGE] + column
            m[cell] = (m[at.UNB_SPANS + 2 * place] << 32) | end
    part = field(buf, m, 4, 0)
    m[at.PART] = at.NONE if part < 0 else number(buf, m[at.FS + part], m[at.FE + part])
    m[at.LAST_PART] = 1 if packed(buf, m, 4, 1) == FINAL else 0
    m[at.MULTI] = 1 if m[at.PART] > 1 or (m[at.PART] == 1 and m[at.LAST_PART] == 0) else 0
    name = packed(buf, m, 2, 0)
    if not (name == PNRGOV or name == PAXLST or name == CUSRES or name == ACKRES):
        add_finding(buf, m, at.F_UNKNOWN_MESSAGE)
    if m[at.BARE] == 1:
        add_finding(buf, m, at.F_NO_INTERCHANGE)


@jitable
def compare_trailer(buf: Array, m: Array) -> None:
    """UNT: whether count and reference agree with what was read."""
    declared = field(buf, m, 1, 0)
    count = at.NONE if declared < 0 else number(buf, m[at.FS + declared], m[at.FE + declared])
    put_number(buf, m, at.T_MESSAGE, at.M_DECLARED, -1 if count == at.NONE else count)
    if count != m[at.SEGMENTS]:
        add_finding(buf, m, at.F_SEGMENTS)
    found = field(buf, m, 2, 0)
    row = m[at.ROWS + at.T_MESSAGE] - 1
    cell = (
        m[at.BASE + at.T_MESSAGE]
        + row * m[at.STRIDE + at.T_MESSAGE]
        + m[at.NUMS + at.T_MESSAGE]
        + 5
    )
    if found < 0 or not same(
        buf, m[cell] >> 32, m[cell] & at.LOW, m[at.FS + found], m[at.FE + found]
    ):
        add_finding(buf, m, at.F_REFERENCE)


@jitable
def close_message(buf: Array, m: Array, end: int) -> None:
    """Settle the message that ends here and count: what came in, went out, was left out, repeated.

    In is counted by tags as they were scanned, out by rows as they stand; the difference that
    nothing explains is lost, and a finding.
    """
    close_booking(buf, m)
    travellers = m[at.ROWS + at.T_TRAVELLER] - m[at.FIRST + at.T_TRAVELLER]
    papers = m[at.ROWS + at.T_DOCUMENT] - m[at.FIRST + at.T_DOCUMENT]
    legs = m[at.ROWS + at.T_LEG] - m[at.FIRST + at.T_LEG]
    m[at.LEGS_IN] = m[at.TALLY + at.TVL] if m[at.FORMAT] == 1 or m[at.FORMAT] == 5 else 0
    if m[at.FORMAT] == 2 or m[at.FORMAT] == 3:
        legs = m[at.ROWS + at.T_FLIGHT] - m[at.FIRST + at.T_FLIGHT]
        m[at.LEGS_IN] = m[at.TALLY + at.TDT] + m[at.LEG_EXTRA]
    if m[at.FORMAT] == 4:
        # Legs of a reply are not accounted for: it names its flight in a reference.
        m[at.LEG_MARKS] = 0
    bookings = m[at.ROWS + at.T_BOOKING] - m[at.FIRST + at.T_BOOKING]
    kind = m[at.FORMAT]
    came = 0
    if kind == 1 or kind == 5:
        came = m[at.TALLY + at.TIF] - m[at.MENTIONED] + m[at.EXTRA]
    if kind == 2 or kind == 3 or kind == 4:
        came = m[at.TALLY + at.NAD] + m[at.TALLY + at.PDT] + m[at.TALLY + at.ERP] - m[at.MENTIONED]
    declared = m[at.DECLARED]
    found = bookings if kind == 1 else travellers + m[at.TRAVELLERS_GONE]
    m[at.SEGMENT] = m[at.UNH_AT]
    if m[at.WRAPS]:
        add_finding(buf, m, at.F_WRAPPED)
        m[at.WRAPS] = 0
    if kind == 1 and m[at.ROWS + at.T_FLIGHT] == m[at.FIRST + at.T_FLIGHT]:
        add_finding(buf, m, at.F_FLIGHT)
    if (kind == 1 or kind == 2) and m[at.MULTI] == 0:
        if declared >= 0 and declared != found:
            add_finding(buf, m, at.F_RECORDS)
        if declared < 0 and found:
            add_finding(buf, m, at.F_NO_COUNT)
    values = (
        end,
        kind,
        m[at.PART],
        m[at.LAST_PART],
        m[at.SEGMENTS],
        declared,
        bookings,
        came,
        travellers,
        m[at.TRAVELLERS_GONE],
        m[at.DOUBLES],
        m[at.PAPERS_IN],
        papers,
        m[at.PAPERS_GONE],
        m[at.PAPER_DOUBLES],
        m[at.LEGS_IN] - m[at.LEG_MARKS],
        legs,
        m[at.LEGS_GONE],
        0,
    )
    for place in range(5):
        put_number(buf, m, at.T_MESSAGE, at.M_END + place, values[place])
    for place in range(5, len(values)):
        put_number(buf, m, at.T_MESSAGE, at.M_END + 1 + place, values[place])
    for place in range(7):
        put_number(buf, m, at.T_MESSAGE, at.M_FILTERED + place, m[at.FILTERED + place])
    if values[15] != legs + m[at.LEGS_GONE]:
        add_finding(buf, m, at.F_LOST)
    if came != travellers + m[at.TRAVELLERS_GONE] + m[at.DOUBLES]:
        add_finding(buf, m, at.F_LOST)
    if m[at.PAPERS_IN] != papers + m[at.PAPERS_GONE] + m[at.PAPER_DOUBLES]:
        add_finding(buf, m, at.F_LOST)
    m[at.IN_MESSAGE] = 0
    m[at.MESSAGES] += 1
    m[at.UNB_MESSAGES] += 1


@jitable
def close_interchange(buf: Array, m: Array) -> None:
    """UNZ: whether the number of messages and the reference agree."""
    declared = field(buf, m, 1, 0)
    count = at.NONE if declared < 0 else number(buf, m[at.FS + declared], m[at.FE + declared])
    groups = m[at.UNG_END] != 0
    if count != m[at.UNB_MESSAGES] and not (groups and count == 1):
        add_finding(buf, m, at.F_MESSAGES)
    found = field(buf, m, 2, 0)
    start, end = m[at.UNB_SPANS + 4], m[at.UNB_SPANS + 5]
    if found < 0 or not same(buf, start, end, m[at.FS + found], m[at.FE + found]):
        add_finding(buf, m, at.F_UNZ)
