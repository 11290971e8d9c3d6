"""The tokens of queries, each read and expanded once: its like tokens, its joins, its weight."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.hashing import hash_bytes
from vijfluik.engines.names.words import GLUED_TITLES

WORD, JOIN, CUT = 0, 1, 2
LEAST_JOIN, MOST_JOIN, ARTICLE = 4, 24, 3
TITLES = np.zeros((len(GLUED_TITLES), 6), np.uint8)
for _row, _title in enumerate(GLUED_TITLES):
    TITLES[_row, 0] = len(_title)
    TITLES[_row, 1 : 1 + len(_title)] = np.frombuffer(_title.encode(), np.uint8)


class Seen(NamedTuple):
    """The tokens seen so far: a hash table over bytes and kind. `used` holds count and bytes."""

    slots: NDArray[np.int32]
    data: NDArray[np.uint8]
    offsets: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    bare: NDArray[np.int32]
    used: NDArray[np.int64]


class Query(NamedTuple):
    """A batch in numbers of seen tokens: per token itself, with the next, with the next two."""

    first: NDArray[np.int32]
    tokens: NDArray[np.int32]
    pairs: NDArray[np.int32]
    triples: NDArray[np.int32]


@called
def number_of(seen: Seen, data: NDArray[np.uint8], begin: int, end: int, kind: int) -> int:
    """The number of a token, which is added when it is new."""
    mask = len(seen.slots) - 1
    slot = (hash_bytes(data, begin, end) * 2 + kind) & mask
    while True:
        known = int(seen.slots[slot])
        if known < 0:
            break
        a = int(seen.offsets[known])
        if int(seen.kinds[known]) == kind and int(seen.offsets[known + 1]) - a == end - begin:
            same = True
            for step in range(end - begin):
                if seen.data[a + step] != data[begin + step]:
                    same = False
                    break
            if same:
                return known
        slot = (slot + 1) & mask
    number = int(seen.used[0])
    place = int(seen.used[1])
    for step in range(end - begin):
        seen.data[place + step] = data[begin + step]
    seen.offsets[number + 1] = place + end - begin
    seen.kinds[number] = kind
    seen.bare[number] = -1
    seen.slots[slot] = number
    seen.used[0] = number + 1
    seen.used[1] = place + end - begin
    return number


@called
def without_title(data: NDArray[np.uint8], begin: int, end: int, titles: NDArray[np.uint8]) -> int:
    """Where a token ends without the title glued to it; -1 when there is none."""
    for row in range(len(titles)):
        size = int(titles[row, 0])
        if end - begin < size + 3:
            continue
        same = True
        for step in range(size):
            if int(data[end - size + step]) != int(titles[row, 1 + step]):
                same = False
                break
        if same:
            return end - size
    return -1


@called
def word_number(
    seen: Seen, data: NDArray[np.uint8], begin: int, end: int, titles: NDArray[np.uint8]
) -> int:
    """The number of a word; the word without its glued title is numbered before it."""
    bare = without_title(data, begin, end, titles)
    if bare < 0:
        return number_of(seen, data, begin, end, 0)
    inner = number_of(seen, data, begin, bare, 0)
    number = number_of(seen, data, begin, end, 0)
    seen.bare[number] = inner
    return number


@called
def joined_number(
    seen: Seen, data: NDArray[np.uint8], offsets: NDArray[np.int32], token: int, count: int,
    scratch: NDArray[np.uint8],
) -> int:  # fmt: skip
    """The number of `count` neighbouring tokens as one; -1 when they do not make a join."""
    begin = int(offsets[token])
    total = int(offsets[token + count]) - begin
    if total < 4 or total > 24:
        return -1
    script = int(data[begin]) >= 128
    for step in range(count):
        a = int(offsets[token + step])
        if int(offsets[token + step + 1]) - a < 2 or (int(data[a]) >= 128) != script:
            return -1
    for step in range(total):
        scratch[step] = data[begin + step]
    return number_of(seen, scratch, 0, total, 1)


@kernel
def number_all(
    seen: Seen, data: NDArray[np.uint8], offsets: NDArray[np.int32], query: Query,
    titles: NDArray[np.uint8], cut: NDArray[np.uint8],
) -> None:  # fmt: skip
    """Number every token of a batch, and its joins with the next one and the next two; `cut` as in
    `tokens.Tokens`.
    """
    scratch = np.zeros(64, np.uint8)
    for name in range(len(query.first) - 1):
        begin = int(query.first[name])
        end = int(query.first[name + 1])
        for token in range(begin, end):
            a = int(offsets[token])
            b = int(offsets[token + 1])
            if int(cut[name]) != 0 and token == end - 1:
                query.tokens[token] = number_of(seen, data, a, b, 2)
            else:
                query.tokens[token] = word_number(seen, data, a, b, titles)
            query.pairs[token] = -1
            query.triples[token] = -1
            if token + 1 < end:
                query.pairs[token] = joined_number(seen, data, offsets, token, 2, scratch)
            if token + 2 < end and int(offsets[token + 2]) - int(offsets[token + 1]) <= 3:
                query.triples[token] = joined_number(seen, data, offsets, token, 3, scratch)


@kernel
def rehash(seen: Seen) -> None:
    """Fill an empty table of slots with the tokens that are there."""
    mask = len(seen.slots) - 1
    for number in range(int(seen.used[0])):
        value = hash_bytes(seen.data, int(seen.offsets[number]), int(seen.offsets[number + 1]))
        slot = (value * 2 + int(seen.kinds[number])) & mask
        while int(seen.slots[slot]) >= 0:
            slot = (slot + 1) & mask
        seen.slots[slot] = number


def empty_seen() -> Seen:
    """A table without tokens."""
    return Seen(
        np.full(1024, -1, np.int32), np.zeros(4096, np.uint8), np.zeros(257, np.int32),
        np.zeros(256, np.uint8), np.zeros(256, np.int32), np.zeros(2, np.int64),
    )  # fmt: skip


def grown(array: NDArray[np.generic], size: int) -> NDArray[np.generic]:
    """The array, or a copy with at least `size` places."""
    if len(array) >= size:
        return array
    larger = np.zeros(max(size, 2 * len(array)), array.dtype)
    larger[: len(array)] = array
    return larger


def with_room(seen: Seen, tokens: int, letters: int) -> Seen:
    """The table with room for so many more tokens and letters."""
    count, used = seen.used.tolist()
    made = Seen(
        seen.slots,
        grown(seen.data, used + letters),  # type: ignore[arg-type]
        grown(seen.offsets, count + tokens + 1),  # type: ignore[arg-type]
        grown(seen.kinds, count + tokens),  # type: ignore[arg-type]
        grown(seen.bare, count + tokens),  # type: ignore[arg-type]
        seen.used,
    )
    if 2 * (count + tokens) > len(seen.slots):
        size = len(seen.slots)
        while size < 2 * (count + tokens):
            size *= 2
        made = made._replace(slots=np.full(size, -1, np.int32))
        rehash(made)
    return made
