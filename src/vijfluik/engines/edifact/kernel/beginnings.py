"""Where the last message in a piece of a stream begins."""

from typing import Any

from vijfluik.engines.blocks import BLOCK, lowest, matches
from vijfluik.engines.compiling import inlined, jitable, pointer
from vijfluik.engines.edifact.kernel.envelopes import letter_or_digit

Array = Any

U, N, H = 85, 78, 72
# A tag and the byte behind it.
TAG_AND_NEXT = 4


def last_beginning_compiled(buf: Array, start: int, end: int) -> int:
    """The entry for arrays of NumPy; see `last_beginning`."""
    return last_beginning(pointer(buf), start, end)


@jitable
def last_beginning(buf: Array, start: int, end: int) -> int:
    """The last UNH from `start` on that ends before `end` and is a word of its own; -1 for none.

    The bytes of a block before `start` and of one behind `end` have to be there.
    """
    base = end
    while base > start:
        base -= BLOCK
        word = every(buf, base, U) & every(buf, base + 1, N) & every(buf, base + 2, H)
        found = -1
        while word != 0:
            here = base + lowest(word)
            word &= word - 1
            if here < start or here + TAG_AND_NEXT > end:
                continue
            if letter_or_digit(int(buf[here - 1])) or letter_or_digit(int(buf[here + 3])):
                continue
            found = here
        if found >= 0:
            return found
    return -1


@inlined
def every(buf: Array, start: int, byte: int) -> int:
    """Which of the 64 bytes from `start` on are that byte."""
    return matches(buf, start, byte, byte, byte, byte, byte, byte)
