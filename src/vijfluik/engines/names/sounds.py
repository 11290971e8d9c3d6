"""Arabic and Hebrew tokens beside Latin ones: consonant traces to find them, sounds to compare
them.
"""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.abjad import (
    FIRST,
    NUMBER,
    PHONEMES,
    READINGS,
    SKELETON,
    SOUNDS,
    classes,
)
from vijfluik.engines.names.compiled import called
from vijfluik.engines.names.hashing import FACTOR, MASK, START

Bytes = NDArray[np.uint8]

MOST_TRACES = 8
CODES, COLUMNS = 64, len(PHONEMES) + 1
VOWEL_LOSS, GLIDE_LOSS, CONSONANT_LOSS, FIRST_VOWEL_LOSS = 1, 3, 10, 4
BEST = 970
LEAST = 600


def sound_table() -> tuple[NDArray[np.int32], NDArray[np.uint8], NDArray[np.uint8]]:
    """`READINGS` as rules of the kind `keys.write_key` takes; a phoneme is its number plus one."""
    ordered = sorted({**READINGS, "x": "x"}, key=lambda rule: (rule[0], -len(rule)))
    begins = np.zeros(257, np.int32)
    patterns = np.zeros((len(ordered), 10), np.uint8)
    results = np.zeros((len(ordered), 3, 6), np.uint8)
    for place, rule in enumerate(ordered):
        begins[ord(rule[0]) + 1 :] = place + 1
        patterns[place, 0] = len(rule)
        patterns[place, 2 : 2 + len(rule)] = np.frombuffer(rule.encode(), np.uint8)
        sounds = ["k", "s"] if rule == "x" else [READINGS[rule]]
        results[place, 0, 0] = len(sounds)
        for step, sound in enumerate(sounds):
            results[place, 0, 1 + step] = NUMBER[sound] + 1
    return begins, patterns, results


def trace_table() -> NDArray[np.uint8]:
    """What each abjad code and each phoneme leaves in a trace: two choices, 0 for nothing.

    Row 0 to 63 are the codes, from row 64 on the phonemes; the third place says that both hold.
    """
    table = np.zeros((CODES + len(PHONEMES), 3), np.uint8)
    for code in SOUNDS:
        found = classes(code)
        table[code - FIRST, 0] = ord(found[0]) if found[0] else 0
        if len(found) > 1:
            table[code - FIRST, 1:] = (ord(found[1]) if found[1] else 0), 1
    for phoneme, number in NUMBER.items():
        table[CODES + number, 0] = ord(SKELETON.get(phoneme, "\0"))
    # These letters sound otherwise in some traditions: Persian and German v, French ch, Dutch j.
    for phoneme, other in {"v": "\0", "ch": "k", "j": "\0"}.items():
        table[CODES + NUMBER[phoneme], 1:] = ord(other), 1
    return table


def cost_table() -> NDArray[np.uint8]:
    """What it costs, in tenths of a consonant, to hear a code as a phoneme.

    A row has `COLUMNS` places; the last is the cost of a code that is not heard at all.
    """
    costs = np.full((CODES, COLUMNS), CONSONANT_LOSS, np.uint8)
    for code, sounds in SOUNDS.items():
        for place, sound in enumerate(sounds):
            costs[code - FIRST, NUMBER[sound]] = 0 if place == 0 else 1
    alef, maqsura, ain, heh, waw, ya, marbuta = 128, 129, 146, 154, 155, 156, 157
    vowels = ("a", "i", "u")
    for code, losses in {
        alef: (0, 2, 2), maqsura: (0, 0, 6), ain: (0, 0, 0), heh: (2, 6, 6), waw: (5, 6, 0),
        ya: (4, 0, 6), marbuta: (0, 4, 6), 170: (0, 0, 0), 173: (6, 6, 0), 176: (0, 0, 0),
    }.items():  # fmt: skip
        for vowel, loss in zip(vowels, losses, strict=True):
            costs[code - FIRST, NUMBER[vowel]] = loss
    for code, loss in {
        alef: 3, maqsura: 1, ain: 2, heh: 4, waw: 5, ya: 5, marbuta: 1, 170: 2, 173: 4, 176: 2,
    }.items():  # fmt: skip
        costs[code - FIRST, COLUMNS - 1] = loss
    return costs.reshape(-1)


SOUND_BEGINS, SOUND_PATTERNS, SOUND_RESULTS = sound_table()
TRACES = trace_table()
COSTS = cost_table()


@called
def write_traces(
    sounds: Bytes, begin: int, end: int, table: Bytes, traces: NDArray[np.int64]
) -> int:
    """Write the hashes of the consonant traces of a token; answers how many, at most 8.

    `sounds` holds abjad codes (from 128) or phonemes plus one. A class that repeats is written
    once.
    """
    count = 0
    for choice in range(8):
        left = choice
        value = START
        last = 0
        size = 0
        for place in range(begin, end):
            sound = int(sounds[place])
            row = sound - 128 if sound >= 128 else 64 + sound - 1
            kept = int(table[row, 0])
            if int(table[row, 2]) == 1:
                if left & 1:
                    kept = int(table[row, 1])
                left >>= 1
            if kept != 0 and kept != last:
                value = ((value ^ kept) * FACTOR) & MASK
                size += 1
                last = kept
        if left > 0 or size == 0:
            continue
        fresh = True
        for other in range(count):
            if int(traces[other]) == value:
                fresh = False
        if fresh:
            traces[count] = value
            count += 1
    return count


@called
def heard(codes: Bytes, c0: int, cn: int, sounds: Bytes, s0: int, sn: int, costs: Bytes) -> int:
    """How alike an abjad token and the phonemes of a Latin one are: 600 to 970, or 0.

    The cheapest way to hear the codes as the phonemes in order. A short vowel that is not written
    costs little, a consonant that is not heard much.
    """
    row = np.zeros(sn + 1, np.int64)
    for s in range(sn):
        phoneme = int(sounds[s0 + s]) - 1
        loss = 10
        if phoneme < 3:
            loss = 4 if s == 0 else 1
        elif phoneme < 6:
            loss = 3
        row[s + 1] = int(row[s]) + loss
    for c in range(cn):
        code = (int(codes[c0 + c]) - 128) * COLUMNS
        silent = int(costs[code + COLUMNS - 1])
        diagonal = int(row[0])
        row[0] = diagonal + silent
        for s in range(sn):
            phoneme = int(sounds[s0 + s]) - 1
            value = diagonal + int(costs[code + phoneme])
            other = int(row[s + 1]) + silent
            if other < value:
                value = other
            loss = 10
            if phoneme < 3:
                loss = 4 if s == 0 else 1
            elif phoneme < 6:
                loss = 3
            if int(row[s]) + loss < value:
                value = int(row[s]) + loss
            diagonal = int(row[s + 1])
            row[s + 1] = value
    alike = 970 - 100 * int(row[sn]) // max(cn, 2)
    return alike if alike >= 600 else 0
