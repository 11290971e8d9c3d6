"""The kernel that cuts a text into tokens, and the words that come apart by rule."""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.codepoints import DROPPED, LOWER, SEPARATOR, SYLLABLE, UPPER
from vijfluik.engines.names.compiled import called, kernel

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]

A, B, D, L, E_, V, O = 97, 98, 100, 108, 101, 118, 111  # noqa: E741
ALEF, LAM, HEH, AIN, BEH, DAL = 128, 151, 154, 146, 130, 136


@called
def is_vowel(letter: int) -> bool:
    """Whether a letter of a Latin token is one of a, e, i, o, u."""
    return letter == 97 or letter == 101 or letter == 105 or letter == 111 or letter == 117


@called
def slavic_ending(data: Bytes, begin: int, end: int) -> bool:
    """Whether a token ends as surnames in -ev, -ov, -eva and -ova do: these stay whole."""
    last = end - 1
    if last - begin >= 3 and int(data[last]) == A:
        last -= 1
    if last - begin < 2 or int(data[last]) != V:
        return False
    before = int(data[last - 1])
    return before in (E_, O)


@called
def servant_rest(data: Bytes, begin: int, end: int) -> int:
    """Where the second part of "abdul…", "abdel…", "abdur…" begins; `end` for the first part alone.

    Returns -1 when the token is no such name. A token is taken apart only by how it is written.
    """
    if end - begin < 5 or int(data[begin]) != A or int(data[begin + 1]) != B:
        return -1
    if int(data[begin + 2]) != D:
        return -1
    place = begin + 3
    if is_vowel(int(data[place])):
        place += 1
        if place < end and is_vowel(int(data[place])):
            place += 1
        if place >= end:
            return -1
        if place + 1 == end:
            letter = int(data[place])
            return end if letter == L or letter == 114 else -1
        if int(data[place]) == L or int(data[place]) == int(data[place + 1]):
            place += 1
        else:
            return -1
    if end - place < 2 or slavic_ending(data, begin, end):
        return -1
    return place


@called
def is_god(data: Bytes, begin: int, end: int) -> bool:
    """Whether the rest of a servant name is la, lla, lah or llah."""
    place = begin
    while place < end and int(data[place]) == L:
        place += 1
    if place == begin or place >= end or int(data[place]) != A:
        return False
    return place + 1 == end or (place + 2 == end and int(data[place + 1]) == 104)


@called
def close(offsets: Numbers, spans: Numbers, count: int, end: int, a: int, b: int) -> int:
    """Note that token `count` ends at `end` and was read from characters `a` to `b`."""
    offsets[count + 1] = end
    spans[count, 0] = a
    spans[count, 1] = b
    return count + 1


@called
def finish_latin(
    data: Bytes, offsets: Numbers, spans: Numbers, count: int, end: int, a: int, b: int
) -> int:
    """Close a token, in two parts when it is a servant name; answers the new count."""
    begin = int(offsets[count])
    rest = servant_rest(data, begin, end)
    if rest < 0:
        return close(offsets, spans, count, end, a, b)
    if is_god(data, rest, end) or is_god(data, rest - 1, end):
        data[begin + 3] = A
        data[begin + 4] = L
        data[begin + 5] = L
        data[begin + 6] = A
        data[begin + 7] = 104
        count = close(offsets, spans, count, begin + 3, a, b)
        return close(offsets, spans, count, begin + 8, a, b)
    if rest == end:
        return close(offsets, spans, count, begin + 3, a, b)
    if end - rest < 3:
        return close(offsets, spans, count, end, a, b)
    for place in range(end - rest):
        data[begin + 3 + place] = data[rest + place]
    count = close(offsets, spans, count, begin + 3, a, b)
    return close(offsets, spans, count, begin + 3 + end - rest, a, b)


@called
def article_at(data: Bytes, begin: int, end: int) -> bool:
    """Whether an Arabic token begins with the article, and is not the word for God."""
    if end - begin < 5 or int(data[begin]) != ALEF or int(data[begin + 1]) != LAM:
        return False
    return not (end - begin == 4 and int(data[begin + 2]) == LAM)


@called
def finish_abjad(
    data: Bytes, offsets: Numbers, spans: Numbers, count: int, end: int, a: int, b: int
) -> int:
    """Close an Arabic or Hebrew token: servant and article become tokens of their own."""
    begin = int(offsets[count])
    if (
        end - begin >= 6
        and int(data[begin]) == AIN
        and int(data[begin + 1]) == BEH
        and int(data[begin + 2]) == DAL
    ):
        count = close(offsets, spans, count, begin + 3, a, b)
        begin += 3
    if article_at(data, begin, end):
        count = close(offsets, spans, count, begin + 2, a, b)
    return close(offsets, spans, count, end, a, b)


@kernel
def tokenise(
    text: NDArray[np.uint32], flag: Bytes, length: Bytes, reading: NDArray[np.uint8], data: Bytes,
    offsets: Numbers, spans: Numbers, first: Numbers, longest: int, most: int,
) -> int:  # fmt: skip
    """Fill the arrays of `tokens.Tokens` from a text with one name on a line; answers the count."""
    count = 0
    name = 0
    place = 0
    offsets[0] = 0
    first[0] = 0
    began = 0
    before = 0
    abjad = False
    total = len(text)
    for position in range(total + 1):
        number = int(text[position]) if position < total else 10
        kind = int(flag[number])
        if kind & DROPPED:
            continue
        ends = number == 10 or (kind & SEPARATOR) != 0 or (kind & SYLLABLE) != 0
        size = place - int(offsets[count])
        if not ends and size > 1 and (kind & UPPER) != 0 and (before & LOWER) != 0:
            ends = True
        if not ends and size > 0 and (int(reading[number, 0]) >= 128) != abjad:
            ends = True
        if ends and size > 0:
            if count - int(first[name]) < most:
                if abjad:
                    count = finish_abjad(data, offsets, spans, count, place, began, position)
                else:
                    count = finish_latin(data, offsets, spans, count, place, began, position)
            place = int(offsets[count])
            size = 0
        if number == 10:
            name += 1
            first[name] = count
        elif not kind & SEPARATOR:
            if size == 0:
                began = position
                abjad = int(reading[number, 0]) >= 128
            for piece in range(int(length[number])):
                if place - int(offsets[count]) < longest:
                    data[place] = reading[number, piece]
                    place += 1
            if kind & SYLLABLE:
                if count - int(first[name]) < most:
                    count = close(offsets, spans, count, place, began, position + 1)
                place = int(offsets[count])
        before = kind
    return count
