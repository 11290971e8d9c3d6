"""What has two bodies, one compiled and one in Python, gives the same in both."""

from random import Random
from typing import Any

import numpy as np
import pytest

from vijfluik.engines import blocks
from vijfluik.engines.compiling import AVAILABLE, pointer
from vijfluik.engines.edifact.kernel import dates, spans

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="without Numba there is one body")
LETTERS = b"0123456789012345JANFEBMAR +:'?\r\n/\x00\xf5"


def both() -> Any:
    """All of them compiled at once: what each makes of the same bytes."""
    from numba import njit

    @njit
    def run(buf: Any, out: Any, start: int, a: int, b: int) -> Any:
        memory = pointer(buf)
        word = blocks.matches(memory, start, a, b, 13, 10, a, b)
        place = blocks.lowest(word) if word else -1
        blocks.copy_short(pointer(out), 3, memory, start)
        return word, place, blocks.eight(memory, start)

    return run


def test_blocks_are_the_same_compiled_and_plain() -> None:
    run = both()
    rng = Random(4)
    content = bytes(rng.choice(LETTERS) for _ in range(400))
    buf = np.frombuffer(content, np.uint8)
    for start in range(300):
        a, b = rng.choice(LETTERS), rng.choice(LETTERS)
        out, held = np.zeros(32, np.uint8), bytearray(32)
        word, place, eight = run(buf, out, start, a, b)
        plain = blocks.matches(content, start, a, b, 13, 10, a, b)
        assert plain == word % (1 << 64)
        assert plain == sum(
            1 << step for step in range(64) if content[start + step] in (a, b, 13, 10)
        )
        assert place == (blocks.lowest(plain) if plain else -1)
        assert blocks.eight(content, start) == eight % (1 << 64)
        blocks.copy_short(held, 3, content, start)
        assert bytes(out) == bytes(held) == bytes(3) + content[start : start + 16] + bytes(13)


def texts(count: int) -> list[bytes]:
    rng = Random(5)
    made = [bytes(rng.choice(LETTERS) for _ in range(rng.randrange(9))) for _ in range(count)]
    months = (b"JAN", b"dec", b"XXX", b"A1P")
    for _ in range(count):
        day, year = rng.randrange(33), rng.randrange(100)
        made.append(b"%02d%02d%02d" % (day, rng.randrange(14), year))
        made.append(b"%02d%s%02d" % (day, rng.choice(months), year))
    return made


def test_what_is_read_eight_bytes_at_a_time_is_what_each_byte_says() -> None:
    made = texts(400)
    whole = b"".join(made) + bytes(16)
    start = 0
    for text in made:
        end = start + len(text)
        assert spans.pack(whole, start, end) == spans.pack_without_spaces(whole, start, end)
        for order, window in ((0, 0), (0, 2), (1, 1)):
            read = dates.date_of(whole, start, end, order, window, 2026)
            assert read == dates.any_date_of(whole, start, end, order, window, 2026)
        for other in (start, 0, max(0, start - 1)):
            alike = whole[start:end] == whole[other : other + len(text)]
            assert spans.same(whole, start, end, other, other + len(text)) is alike
        start = end
