"""Words that stand for one thing together become one token: legal forms, above all."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names import words
from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.hashing import hash_bytes, hash_token

LONGEST = 6


class Phrases(NamedTuple):
    """By the hash of the first word, ascending, the longest first: the others, and what they
    become.

    `sizes` holds the number of words and whether the phrase must end the name.
    """

    firsts: NDArray[np.int64]
    rest: NDArray[np.int64]
    sizes: NDArray[np.int32]
    becomes: NDArray[np.uint8]


def make_phrases() -> Phrases:
    """The phrases of `words` as arrays."""
    rows = []
    for table, last in ((words.PHRASES, 0), (words.LAST_PHRASES, 1)):
        for phrase, token in table.items():
            hashes = [hash_token(word.encode("ascii")) for word in phrase.split()]
            rows.append((hashes[0], -len(hashes), hashes[1:], last, token))
    rows.sort(key=lambda row: row[:2])
    rest = np.zeros((len(rows), LONGEST), np.int64)
    becomes = np.zeros((len(rows), 16), np.uint8)
    for place, (_, _, others, _, token) in enumerate(rows):
        rest[place, : len(others)] = others
        becomes[place, 0] = len(token)
        becomes[place, 1 : 1 + len(token)] = np.frombuffer(token.encode("ascii"), np.uint8)
    return Phrases(
        np.array([row[0] for row in rows], np.int64), rest,
        np.array([(-row[1], row[3]) for row in rows], np.int32), becomes,
    )  # fmt: skip


PHRASES = make_phrases()


@called
def phrase_at(hashes: NDArray[np.int64], place: int, begin: int, end: int, phrases: Phrases) -> int:
    """The longest phrase that begins at a token of a name; -1 without one."""
    low = 0
    high = len(phrases.firsts)
    wanted = int(hashes[place])
    while low < high:
        middle = (low + high) >> 1
        if int(phrases.firsts[middle]) < wanted:
            low = middle + 1
        else:
            high = middle
    while low < len(phrases.firsts) and int(phrases.firsts[low]) == wanted:
        size = int(phrases.sizes[low, 0])
        fits = place + size <= end
        if int(phrases.sizes[low, 1]) == 1 and (place + size != end or end - begin < 3):
            fits = False
        if fits:
            for step in range(1, size):
                if int(hashes[place + step]) != int(phrases.rest[low, step - 1]):
                    fits = False
                    break
        if fits:
            return low
        low += 1
    return -1


@kernel
def unite(
    data: NDArray[np.uint8], offsets: NDArray[np.int32], spans: NDArray[np.int32],
    first: NDArray[np.int32], phrases: Phrases,
) -> int:  # fmt: skip
    """Replace phrases in the arrays of `tokens.Tokens`, in place; answers the new count.

    What a phrase becomes is never longer than its words, so nothing is overtaken.
    """
    total = int(first[len(first) - 1])
    hashes = np.zeros(total, np.int64)
    for token in range(total):
        hashes[token] = hash_bytes(data, int(offsets[token]), int(offsets[token + 1]))
    count = 0
    place = 0
    begin = 0
    for name in range(len(first) - 1):
        end = int(first[name + 1])
        token = begin
        while token < end:
            phrase = phrase_at(hashes, token, begin, end, phrases)
            size = 1 if phrase < 0 else int(phrases.sizes[phrase, 0])
            # Offsets are overwritten as we go, so what is needed later is read first.
            a = int(offsets[token])
            b = int(offsets[token + 1])
            spans[count, 0] = spans[token, 0]
            spans[count, 1] = spans[token + size - 1, 1]
            offsets[count] = place
            if phrase < 0:
                for letter in range(a, b):
                    data[place] = data[letter]
                    place += 1
            else:
                for letter in range(int(phrases.becomes[phrase, 0])):
                    data[place] = phrases.becomes[phrase, 1 + letter]
                    place += 1
            count += 1
            token += size
        begin = end
        first[name + 1] = count
    offsets[count] = place
    return count
