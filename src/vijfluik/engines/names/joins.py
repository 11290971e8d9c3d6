"""Neighbouring tokens of listed names written as one, for queries that run names together."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.hashing import START, hash_bytes
from vijfluik.engines.names.keys import write_keys
from vijfluik.engines.names.lexicon import RULES, Lexicon, Rules
from vijfluik.engines.names.tables import Table, hash_on

MOST_JOINED, MOST_TOKENS, KEYS_EACH = 4, 10, 3
LEAST_LENGTH, MOST_LENGTH = 4, 40
LEAST_NEAR = 11
"""From so many letters on a slip inside names written as one is forgiven."""

JOINED_SAME, JOINED_KEY = 980, 930


class Joins(NamedTuple):
    """By the hash of two to four neighbouring tokens written as one: the name, where, how many.

    The hash is that of a key, or (to find them with a slip) those of the first and the last half.
    """

    table: Table
    checks: NDArray[np.uint8]
    places: NDArray[np.uint8]
    counts: NDArray[np.uint8]
    size: int


@called
def write_joined(
    lexicon: Lexicon, tokens: NDArray[np.int32], begin: int, count: int, out: NDArray[np.uint8]
) -> int:
    """Write `count` neighbouring tokens as one; answers the length, 0 when it is no join."""
    size = 0
    for step in range(count):
        token = int(tokens[begin + step])
        a = int(lexicon.offsets[token])
        b = int(lexicon.offsets[token + 1])
        if size + b - a > 40 or int(lexicon.data[a]) >= 128:
            return 0
        for place in range(a, b):
            out[size] = lexicon.data[place]
            size += 1
    return size if size >= 4 else 0


@called
def half_hash(data: NDArray[np.uint8], begin: int, end: int, size: int, side: int) -> int:
    """The hash of the first (side 0) or last half of a join of so many letters."""
    return hash_on(START + 2 * size + side, data, begin, end)


@kernel
def collect(
    lexicon: Lexicon, first: NDArray[np.int32], tokens: NDArray[np.int32], rules: Rules,
    halves: bool, hashes: NDArray[np.int64], names: NDArray[np.int32], places: NDArray[np.uint8],
    counts: NDArray[np.uint8],
) -> int:  # fmt: skip
    """Write every join of every name of at most ten tokens, by its keys or by its halves; answers
    how many.
    """
    joined = np.zeros(64, np.uint8)
    keys = np.zeros((4, 64), np.uint8)
    sizes = np.zeros(3, np.int32)
    total = 0
    for name in range(len(first) - 1):
        begin = int(first[name])
        end = int(first[name + 1])
        if end - begin > 10:
            continue
        for place in range(begin, end - 1):
            for count in range(2, 5):
                if place + count > end:
                    break
                size = write_joined(lexicon, tokens, place, count, joined)
                if size == 0:
                    continue
                if halves:
                    found = 2 if size >= LEAST_NEAR else 0
                    for part in range(place, place + count):
                        # One slip must not swallow a part.
                        token = int(tokens[part])
                        if int(lexicon.offsets[token + 1]) - int(lexicon.offsets[token]) < 2:
                            found = 0
                else:
                    found = write_keys(
                        joined, 0, size, rules.begins, rules.patterns, rules.classes, keys, sizes
                    )
                for key in range(found):
                    if halves:
                        half = (size - 2) // 2
                        a = 0 if key == 0 else size - half
                        hashes[total] = half_hash(joined, a, a + half, size, key)
                    else:
                        hashes[total] = hash_bytes(keys[key], 0, int(sizes[key]))
                    names[total] = name
                    places[total] = place - begin
                    counts[total] = count
                    total += 1
    return total


def make_joins(
    lexicon: Lexicon, first: NDArray[np.int32], tokens: NDArray[np.int32], *, halves: bool
) -> Joins:
    """The table of joins of these names; name n has `tokens[first[n]:first[n + 1]]`."""
    sizes = np.diff(first).astype(np.int64)
    sizes = sizes[sizes <= MOST_TOKENS]
    room = KEYS_EACH * int((np.maximum(sizes - 1, 0) * (MOST_JOINED - 1)).sum()) + 1
    hashes, names = np.empty(room, np.int64), np.empty(room, np.int32)
    places, counts = np.empty(room, np.uint8), np.empty(room, np.uint8)
    room = collect(lexicon, first, tokens, RULES, halves, hashes, names, places, counts)
    hashes, names, places, counts = hashes[:room], names[:room], places[:room], counts[:room]
    # They are written by name, place and count, which a stable sort keeps.
    order = np.argsort(hashes, kind="stable")
    hashes, names, places, counts = hashes[order], names[order], places[order], counts[order]
    upper = (hashes >> 8).astype(np.uint32)
    bits = max(1, min(20, int(np.ceil(np.log2(len(upper) + 2)))))
    edges = np.arange((1 << bits) + 1, dtype=np.uint64) << np.uint64(32 - bits)
    directory = np.searchsorted(upper.astype(np.uint64), edges).astype(np.int32)
    table = Table(directory, upper, names, 32 - bits)
    return Joins(table, (hashes & 0xFF).astype(np.uint8), places, counts, len(upper))
