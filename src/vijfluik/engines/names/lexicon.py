"""Everything about tokens that comparing needs, computed once per distinct token."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.equivalents import groups
from vijfluik.engines.names.hashing import FACTOR, MASK, START, hash_bytes, hash_token
from vijfluik.engines.names.keys import BEGINS, CLASSES, MOST_KEYS, PATTERNS, write_key, write_keys
from vijfluik.engines.names.sounds import (
    COSTS,
    MOST_TRACES,
    SOUND_BEGINS,
    SOUND_PATTERNS,
    SOUND_RESULTS,
    TRACES,
    write_traces,
)

MOST_GROUPS = 3


class Rules(NamedTuple):
    """The tables behind keys, sounds and groups, handed to kernels as one value."""

    begins: NDArray[np.int32]
    patterns: NDArray[np.uint8]
    classes: NDArray[np.uint8]
    sound_begins: NDArray[np.int32]
    sound_patterns: NDArray[np.uint8]
    sound_results: NDArray[np.uint8]
    traces: NDArray[np.uint8]
    costs: NDArray[np.uint8]
    group_words: NDArray[np.int64]
    group_numbers: NDArray[np.int32]


class Lexicon(NamedTuple):
    """Distinct tokens with their keys, sounds, traces and groups, as flat arrays.

    Token t has bytes `data[offsets[t]:offsets[t + 1]]`; keys `key_first[t]` up to
    `key_first[t + 1]`, each with bytes and the hashes of the whole and of its consonants; sounds
    (phonemes plus one, or the codes themselves); traces and groups in the same manner.
    """

    data: NDArray[np.uint8]
    offsets: NDArray[np.int32]
    keys: NDArray[np.uint8]
    key_offsets: NDArray[np.int32]
    key_first: NDArray[np.int32]
    key_hashes: NDArray[np.int64]
    skeletons: NDArray[np.int64]
    skeleton_sizes: NDArray[np.uint8]
    sounds: NDArray[np.uint8]
    sound_offsets: NDArray[np.int32]
    traces: NDArray[np.int64]
    trace_first: NDArray[np.int32]
    groups: NDArray[np.int32]
    group_first: NDArray[np.int32]


def make_rules() -> Rules:
    """The tables as they stand in the modules of data."""
    pairs = sorted(
        (hash_token(word.encode("ascii")), number)
        for number, words in enumerate(groups())
        for word in dict.fromkeys(words)
    )
    return Rules(
        BEGINS, PATTERNS, CLASSES, SOUND_BEGINS, SOUND_PATTERNS, SOUND_RESULTS, TRACES, COSTS,
        np.array([word for word, _ in pairs], np.int64),
        np.array([number for _, number in pairs], np.int32),
    )  # fmt: skip


RULES = make_rules()


@called
def first_at_least(values: NDArray[np.int64], high: int, wanted: int) -> int:
    """The first place among `high` ascending values that holds at least `wanted`."""
    low = 0
    while low < high:
        middle = (low + high) >> 1
        if int(values[middle]) < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@called
def skeleton_of(key: NDArray[np.uint8], size: int) -> tuple[int, int]:
    """The hash and the number of the consonant classes of a key; vowels and h are passed over."""
    value = START
    count = 0
    last = 0
    for place in range(size):
        letter = int(key[place])
        if letter == 97 or letter == 105 or letter == 117 or letter == 104 or letter == last:
            continue
        value = ((value ^ letter) * FACTOR) & MASK
        last = letter
        count += 1
    return value, count


@kernel
def fill(
    data: NDArray[np.uint8], offsets: NDArray[np.int32], rules: Rules, room: Lexicon
) -> tuple[int, int, int, int, int]:
    """Fill the arrays of `room`; answers how much of each was used: keys, bytes, sounds, and so
    on.
    """
    keys = np.zeros((4, 64), np.uint8)
    sizes = np.zeros(4, np.int32)
    sound = np.zeros(64, np.uint8)
    traces = np.zeros(8, np.int64)
    nkeys = 0
    nbytes = 0
    nsounds = 0
    ntraces = 0
    ngroups = 0
    for token in range(len(offsets) - 1):
        begin = int(offsets[token])
        end = int(offsets[token + 1])
        room.key_first[token] = nkeys
        room.sound_offsets[token] = nsounds
        room.trace_first[token] = ntraces
        room.group_first[token] = ngroups
        count = write_keys(
            data, begin, end, rules.begins, rules.patterns, rules.classes, keys, sizes
        )
        for key in range(count):
            size = int(sizes[key])
            room.key_offsets[nkeys] = nbytes
            for place in range(size):
                room.keys[nbytes] = keys[key, place]
                nbytes += 1
            room.key_hashes[nkeys] = hash_bytes(keys[key], 0, size)
            value, consonants = skeleton_of(keys[key], size)
            room.skeletons[nkeys] = value
            room.skeleton_sizes[nkeys] = consonants
            nkeys += 1
        if end > begin and int(data[begin]) >= 128:
            size = end - begin
            for place in range(size):
                sound[place] = data[begin + place]
        else:
            size = write_key(
                data, begin, end, 0, rules.sound_begins, rules.sound_patterns,
                rules.sound_results, sound,
            )  # fmt: skip
        for place in range(size):
            room.sounds[nsounds] = sound[place]
            nsounds += 1
        count = write_traces(sound, 0, size, rules.traces, traces)
        for trace in range(count):
            room.traces[ntraces] = traces[trace]
            ntraces += 1
        word = hash_bytes(data, begin, end)
        known = len(rules.group_words)
        at = first_at_least(rules.group_words, known, word)
        while at < known and int(rules.group_words[at]) == word:
            room.groups[ngroups] = rules.group_numbers[at]
            ngroups += 1
            at += 1
    last = len(offsets) - 1
    room.key_first[last] = nkeys
    room.key_offsets[nkeys] = nbytes
    room.sound_offsets[last] = nsounds
    room.trace_first[last] = ntraces
    room.group_first[last] = ngroups
    return nkeys, nbytes, nsounds, ntraces, ngroups


def describe(data: NDArray[np.uint8], offsets: NDArray[np.int32]) -> Lexicon:
    """The lexicon of tokens; `data` and `offsets` as in `tokens.Tokens`."""
    count = len(offsets) - 1
    spare = 2 * len(data) + count + 64
    room = Lexicon(
        data, offsets,
        np.zeros(MOST_KEYS * spare, np.uint8), np.zeros(MOST_KEYS * count + 1, np.int32),
        np.zeros(count + 1, np.int32), np.zeros(MOST_KEYS * count + 1, np.int64),
        np.zeros(MOST_KEYS * count + 1, np.int64), np.zeros(MOST_KEYS * count + 1, np.uint8),
        np.zeros(spare, np.uint8), np.zeros(count + 1, np.int32),
        np.zeros(MOST_TRACES * count + 1, np.int64), np.zeros(count + 1, np.int32),
        np.zeros(MOST_GROUPS * count + 8, np.int32), np.zeros(count + 1, np.int32),
    )  # fmt: skip
    nkeys, nbytes, nsounds, ntraces, ngroups = fill(data, offsets, RULES, room)
    return room._replace(
        keys=room.keys[:nbytes].copy(), key_offsets=room.key_offsets[: nkeys + 1].copy(),
        key_hashes=room.key_hashes[:nkeys].copy(), skeletons=room.skeletons[:nkeys].copy(),
        skeleton_sizes=room.skeleton_sizes[:nkeys].copy(), sounds=room.sounds[:nsounds].copy(),
        traces=room.traces[:ntraces].copy(), groups=room.groups[:ngroups].copy(),
    )  # fmt: skip
