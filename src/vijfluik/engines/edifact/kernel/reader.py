"""The pass itself: bytes into fields, fields into segments, segments to the grammar."""

from typing import Any

from vijfluik.engines.blocks import BLOCK, lowest, matches
from vijfluik.engines.compiling import inlined, jitable, pointer
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.envelopes import (
    close_interchange,
    close_message,
    compare_trailer,
    guess,
    interchange,
    open_message,
    plausible_una,
    seek,
    separators,
)
from vijfluik.engines.edifact.kernel.grammar_ops import apply
from vijfluik.engines.edifact.kernel.rowing import add_finding
from vijfluik.engines.edifact.kernel.spans import looked_up, pack

Array = Any

SPACE = 32


def read_compiled(buf: Array, m: Array, size: int, ended: int) -> int:
    """The entry for arrays of NumPy; see `read`."""
    return read(pointer(buf), pointer(m), size, ended)


@jitable
def read(buf: Array, m: Array, size: int, ended: int) -> int:
    """Read from `m[POS]` until the bytes end or a table is full.

    `ended` is 1 when no more bytes come. Returns DONE; MORE when a message goes on behind the
    bytes; FULL when the table `m[OVER] - 1` has no room. Rows before `m[SAFE]` are final. From
    `m[SCRATCH]` on `buf` is the kernel's own, as much again as it reads.
    """
    m[at.OVER] = 0
    m[at.EF] = 0
    commit(buf, m, m[at.POS])
    base, word = -BLOCK, 0
    while True:
        if m[at.MODE] == at.OUTSIDE:
            # Other separators begin behind this.
            base = -BLOCK
            if not enter(buf, m, size, ended):
                return at.DONE if ended == 1 else at.MORE
            continue
        here = m[at.POS]
        if here >= size or buf[here] <= SPACE:
            here = skip(buf, m, here, size)
        if here >= size:
            if ended == 1:
                leave(buf, m, size)
                return at.FULL if m[at.OVER] else at.DONE
            return at.MORE
        if buf[here] == 85 and una_again(buf, m, here, size):
            continue
        end, base, word = scan(buf, m, here, size, base, word)
        if end < 0:
            if end == -2:
                oversized(buf, m, here, size)
                continue
            if ended == 0:
                return at.MORE
            end = size
            m[at.SEGMENT] = here
            add_finding(buf, m, at.F_UNTERMINATED)
        m[at.SEGMENT] = here
        segment(buf, m, here, end)
        m[at.POS] = end
        if m[at.OVER]:
            return at.FULL
        if m[at.IN_MESSAGE] == 0:
            commit(buf, m, end)


@jitable
def commit(buf: Array, m: Array, here: int) -> None:
    """What was read so far is final."""
    m[at.SAFE] = here
    m[at.SAFE_MODE], m[at.SAFE_JUNK], m[at.SAFE_BARE] = m[at.MODE], m[at.JUNK], m[at.BARE]
    m[at.SAFE_MESSAGES], m[at.SAFE_UNB_MESSAGES] = m[at.MESSAGES], m[at.UNB_MESSAGES]
    for table in range(at.TABLES):
        m[at.FIRST + table] = m[at.ROWS + table]
        m[at.OPENED + table] = m[at.ROWS + table]


@jitable
def skip(buf: Array, m: Array, here: int, size: int) -> int:
    """Past line ends, spaces and control bytes before a tag."""
    while here < size:
        byte = buf[here]
        if byte > 32 or (m[at.CLS + byte] != at.DATA and m[at.CLS + byte] != at.BREAK):
            return here
        if not (byte == 32 or byte == 10 or byte == 13 or byte == 9 or byte == 3):
            m[at.SEGMENT] = here
            add_finding(buf, m, at.F_CONTROL)
        here += 1
    return here


@jitable
def enter(buf: Array, m: Array, size: int, ended: int) -> bool:
    """Find the next envelope; false when there is none in the bytes."""
    start = m[at.POS]
    here = seek(buf, m, start, size)
    if here >= size or (ended == 0 and here + 16 > size):
        rest = size if ended == 1 else max(start, min(here, size - 16))
        outside(buf, m, start, rest)
        m[at.POS] = rest
        commit(buf, m, rest)
        return False
    outside(buf, m, start, here)
    m[at.POS] = here
    if buf[here + 2] == 65:
        take_una(buf, m, here)
    elif not guess(buf, m, here, size):
        m[at.SEGMENT] = here
        add_finding(buf, m, at.F_SEPARATORS)
    m[at.MODE] = at.INSIDE
    m[at.BARE] = 1
    commit(buf, m, m[at.POS])
    return True


@jitable
def take_una(buf: Array, m: Array, here: int) -> None:
    """UNA: six bytes that say how the rest is divided."""
    separators(
        buf,
        m,
        int(buf[here + 3]),
        int(buf[here + 4]),
        int(buf[here + 6]),
        int(buf[here + 8]),
    )
    m[at.POS] = here + 9


@jitable
def una_again(buf: Array, m: Array, here: int, size: int) -> bool:
    """Whether other separators begin here though the interchange before was not ended."""
    if here + 9 > size or buf[here + 1] != 78 or buf[here + 2] != 65:
        return False
    if not plausible_una(buf, m, here):
        return False
    if m[at.IN_MESSAGE] == 1:
        m[at.SEGMENT] = here
        add_finding(buf, m, at.F_NOT_ENDED)
        close_message(buf, m, here)
    m[at.MODE] = at.OUTSIDE
    m[at.POS] = here
    return True


@jitable
def outside(buf: Array, m: Array, start: int, end: int) -> None:
    """Bytes that belong to no envelope: a finding once for a run, unless only spaces."""
    for here in range(start, end):
        if buf[here] > 32:
            if m[at.JUNK] == 0:
                m[at.SEGMENT] = here
                add_finding(buf, m, at.F_OUTSIDE)
            m[at.JUNK] = 1
            return


@inlined
def marks(buf: Array, m: Array, start: int) -> int:
    """Which of the 64 bytes from `start` on are separators, release characters or line ends."""
    return matches(
        buf,
        start,
        m[at.COMPONENT],
        m[at.ELEMENT],
        m[at.TERMINATOR],
        m[at.RELEASE] if m[at.RELEASE] != 32 else m[at.COMPONENT],
        10,
        13,
    )


@inlined
def scan(buf: Array, m: Array, here: int, size: int, base: int, word: int) -> tuple[int, int, int]:
    """Divide one segment into fields; its end behind the terminator, -1 without, -2 too long.

    `word` are the marks of the 64 bytes at `base`; the second and third result are those to go on
    with.
    """
    fields, elements, dirty = 0, 0, False
    stop = min(size, here + at.SEGMENT_LIMIT)
    if here - base >= BLOCK:
        base = here
        word = marks(buf, m, base)
    else:
        word &= -1 << (here - base)
    m[at.FS] = here
    while True:
        while word == 0 and base + BLOCK < stop:
            base += BLOCK
            word = marks(buf, m, base)
        if word == 0:
            break
        step = base + lowest(word)
        word &= word - 1
        if step >= stop:
            break
        what = m[at.CLS + buf[step]]
        if what >= at.REL:
            dirty = True
            if what == at.REL:
                step += 1
                while step < stop and m[at.CLS + buf[step]] == at.BREAK:
                    step += 1
                step += 1
                if step - base < BLOCK:
                    word &= -1 << (step - base)
                elif step < stop:
                    base = step
                    word = marks(buf, m, base)
                else:
                    break
            continue
        if fields + 2 >= at.FIELD_LIMIT:
            return -2, base, word
        m[at.FE + fields] = step
        if dirty:
            clean(buf, m, fields)
            dirty = False
        fields += 1
        m[at.FS + fields] = step + 1
        # Written for a component too, and then overwritten: cheaper than to ask.
        m[at.EF + elements + 1] = fields
        elements += 1 if what != at.COMP else 0
        if what == at.TERM:
            m[at.ELEMENTS] = elements
            return step + 1, base, word
    if stop < size:
        return -2, base, word
    m[at.FE + fields] = size
    if dirty:
        clean(buf, m, fields)
    m[at.EF + elements + 1] = fields + 1
    m[at.ELEMENTS] = elements + 1
    return -1, base, word


@jitable
def clean(buf: Array, m: Array, found: int) -> None:
    """Copy a field without line ends and release characters behind the bytes that are read."""
    target = m[at.SCRATCH]
    start = target
    step, end = m[at.FS + found], m[at.FE + found]
    while step < end:
        what = m[at.CLS + buf[step]]
        if what == at.REL:
            step += 1
            while step < end and m[at.CLS + buf[step]] == at.BREAK:
                step += 1
            if step >= end:
                break
        elif what == at.BREAK:
            m[at.WRAPS] = 1
            step += 1
            continue
        buf[target] = buf[step]
        target += 1
        step += 1
    m[at.FS + found] = start
    m[at.FE + found] = target
    m[at.SCRATCH] = target


@jitable
def oversized(buf: Array, m: Array, here: int, size: int) -> None:
    """A segment that does not end: leave the envelope behind what was looked at."""
    m[at.SEGMENT] = here
    add_finding(buf, m, at.F_OVERSIZED)
    if m[at.IN_MESSAGE] == 1:
        add_finding(buf, m, at.F_NOT_ENDED)
        close_message(buf, m, here)
    m[at.MODE] = at.OUTSIDE
    m[at.JUNK] = 0
    m[at.POS] = min(size, here + at.SEGMENT_LIMIT)
    commit(buf, m, m[at.POS])


@jitable
def leave(buf: Array, m: Array, size: int) -> None:
    """The bytes end: settle what is open."""
    if m[at.IN_MESSAGE] == 1:
        m[at.SEGMENT] = m[at.UNH_AT]
        add_finding(buf, m, at.F_TRUNCATED)
        close_message(buf, m, size)
    elif m[at.BARE] == 0:
        m[at.SEGMENT] = m[at.UNB_AT]
        add_finding(buf, m, at.F_UNTERMINATED)
    m[at.MODE] = at.OUTSIDE
    m[at.POS] = size
    if m[at.OVER] == 0:
        commit(buf, m, size)


@inlined
def tag_of(buf: Array, m: Array) -> int:
    """The number of the tag of the current segment; 0 when it is not known."""
    return max(0, looked_up(m, at.TAG_SLOTS, pack(buf, m[at.FS], m[at.FE])))


@jitable
def segment(buf: Array, m: Array, here: int, end: int) -> None:
    """Hand a segment on: to the envelope, or to the grammar of the message it is in."""
    tag = tag_of(buf, m)
    if tag >= at.TIF or tag == 0 or tag == at.UNS:
        if m[at.IN_MESSAGE] == 0:
            between(buf, m, tag)
            return
        m[at.SEGMENTS] += 1
        if tag == 0:
            # Line ends are all that an empty segment holds.
            if m[at.ELEMENTS] > 1 or pack(buf, m[at.FS], m[at.FE]) != 0:
                add_finding(buf, m, at.F_UNKNOWN_SEGMENT)
                m[at.FILTERED + 6] += 1
            return
        m[at.TALLY + tag] += 1
        apply(buf, m, tag)
        return
    if tag == at.UNT:
        if m[at.IN_MESSAGE] == 1:
            m[at.SEGMENTS] += 1
            compare_trailer(buf, m)
            close_message(buf, m, end)
        if m[at.BARE] == 1:
            m[at.JUNK] = 1
        return
    if m[at.IN_MESSAGE] == 1:
        add_finding(buf, m, at.F_NOT_ENDED)
        close_message(buf, m, here)
        if m[at.OVER]:
            return
        commit(buf, m, here)
        m[at.SEGMENT] = here
    envelope(buf, m, tag, here, end)


@jitable
def between(buf: Array, m: Array, tag: int) -> None:
    """A segment within an interchange and outside of a message: noted once for a run."""
    if tag == 0 and m[at.ELEMENTS] == 1 and pack(buf, m[at.FS], m[at.FE]) == 0:
        return
    if m[at.JUNK] == 0:
        add_finding(buf, m, at.F_OUTSIDE)
    m[at.JUNK] = 1
    # What follows a bare message or an interchange may be anything: look for the next envelope.
    if m[at.BARE] == 1:
        m[at.MODE] = at.OUTSIDE


@jitable
def envelope(buf: Array, m: Array, tag: int, here: int, end: int) -> None:
    """UNA, UNB, UNG, UNH, UNE and UNZ."""
    if tag == at.UNH:
        m[at.JUNK] = 0
        open_message(buf, m)
    elif tag == at.UNB:
        m[at.JUNK] = 0
        interchange(buf, m, here, end)
    elif tag == at.UNG:
        m[at.UNG_AT], m[at.UNG_END] = here, end
        m[at.WRAPS] = 0
    elif tag == at.UNZ:
        if m[at.BARE] == 0:
            close_interchange(buf, m)
        m[at.MODE] = at.OUTSIDE
        m[at.BARE] = 1
