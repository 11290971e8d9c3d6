"""Look-up tables from a hash to the tokens that have it: sorted arrays behind a directory."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.distance import deletions
from vijfluik.engines.names.hashing import FACTOR, MASK, START
from vijfluik.engines.names.lexicon import Lexicon

BITS = 40
"""Hashes are below 2**40; a table keeps the upper 32 of them."""


class Table(NamedTuple):
    """Hashes in ascending order with what has them; `directory` says where each prefix begins,
    and last where they all end.
    """

    directory: NDArray[np.int32]
    hashes: NDArray[np.uint32]
    values: NDArray[np.int32]
    shift: int


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """The distinct values, ascending, in the room of `values`: several times as fast as
    `np.unique`.
    """
    values.sort()
    fresh = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=fresh[1:])
    return values[fresh]


def make_table(hashes: NDArray[np.int64], values: NDArray[np.int32]) -> Table:
    """A table of these pairs; of pairs that are the same one is kept."""
    short = (hashes >> 8).astype(np.uint64)
    both = distinct((short << np.uint64(32)) | values.astype(np.uint64))
    upper = (both >> np.uint64(32)).astype(np.uint32)
    bits = max(1, min(20, int(np.ceil(np.log2(len(both) + 2)))))
    shift = 32 - bits
    edges = np.arange((1 << bits) + 1, dtype=np.uint64) << np.uint64(shift)
    directory = np.searchsorted(upper.astype(np.uint64), edges).astype(np.int32)
    return Table(directory, upper, (both & np.uint64(0xFFFFFFFF)).astype(np.int32), shift)


@called
def bucket(table: Table, value: int) -> tuple[int, int]:
    """Where the entries begin and end among which those of a hash are."""
    prefix = value >> (8 + table.shift)
    return int(table.directory[prefix]), int(table.directory[prefix + 1])


@called
def hash_on(value: int, data: NDArray[np.uint8], begin: int, end: int) -> int:
    """The hash of what was hashed so far (`value`) followed by `data[begin:end]`."""
    for place in range(begin, end):
        value = ((value ^ int(data[place])) * FACTOR) & MASK
    return value ^ (value >> 17)


@called
def neighbourhood(
    data: NDArray[np.uint8], begin: int, end: int, most: int, hashes: NDArray[np.int64]
) -> int:
    """Write the hashes of a token with up to `most` letters left out; answers how many.

    Of a letter that is doubled one is left out, as leaving out the other gives the same.
    """
    hashes[0] = hash_on(START, data, begin, end)
    count = 1
    if most == 0:
        return count
    before = START
    for first in range(begin, end):
        letter = int(data[first])
        if first == begin or letter != int(data[first - 1]):
            hashes[count] = hash_on(before, data, first + 1, end)
            count += 1
            if most >= 2:
                between = before
                for second in range(first + 1, end):
                    hashes[count] = hash_on(between, data, second + 1, end)
                    count += 1
                    between = ((between ^ int(data[second])) * FACTOR) & MASK
        before = ((before ^ letter) * FACTOR) & MASK
    return count


@kernel
def all_deletions(
    data: NDArray[np.uint8], offsets: NDArray[np.int32], hashes: NDArray[np.int64],
    values: NDArray[np.int32],
) -> int:  # fmt: skip
    """The neighbourhoods of all tokens, each hash with its token; answers how many."""
    scratch = np.zeros(1024, np.int64)
    count = 0
    for token in range(len(offsets) - 1):
        begin = int(offsets[token])
        end = int(offsets[token + 1])
        found = neighbourhood(data, begin, end, deletions(end - begin), scratch)
        for place in range(found):
            hashes[count] = scratch[place]
            values[count] = token
            count += 1
    return count


@kernel
def all_key_deletions(
    lexicon: Lexicon, hashes: NDArray[np.int64], values: NDArray[np.int32]
) -> int:
    """Every key of four and more classes with one of them left out, with its token."""
    scratch = np.zeros(128, np.int64)
    count = 0
    for token in range(len(lexicon.offsets) - 1):
        for key in range(int(lexicon.key_first[token]), int(lexicon.key_first[token + 1])):
            begin = int(lexicon.key_offsets[key])
            end = int(lexicon.key_offsets[key + 1])
            if end - begin < 4:
                continue
            found = neighbourhood(lexicon.keys, begin, end, 1, scratch)
            for place in range(found):
                hashes[count] = scratch[place]
                values[count] = token
                count += 1
    return count


def deletion_table(lexicon: Lexicon) -> Table:
    """The table of tokens with up to two letters left out."""
    sizes = np.diff(lexicon.offsets).astype(np.int64)
    room = int((1 + sizes + sizes * (sizes - 1) // 2).sum()) + 1
    hashes, values = np.empty(room, np.int64), np.empty(room, np.int32)
    count = all_deletions(lexicon.data, lexicon.offsets, hashes, values)
    return make_table(hashes[:count], values[:count])


def key_deletion_table(lexicon: Lexicon) -> Table:
    """The table of keys with up to one class left out."""
    room = int((1 + np.diff(lexicon.key_offsets)).sum()) + 1
    hashes, values = np.empty(room, np.int64), np.empty(room, np.int32)
    count = all_key_deletions(lexicon, hashes, values)
    return make_table(hashes[:count], values[:count])
