"""Transliteration keys: equal for the spellings of one name in different traditions."""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called
from vijfluik.engines.names.traditions import RULES

MOST_KEYS = 4
LONGEST_KEY = 64
CHOICES = 3
PATTERN = 8
AT_END = 1
VOWEL_CLASSES = b"aiu"

Bytes = NDArray[np.uint8]


def rule_table() -> tuple[NDArray[np.int32], NDArray[np.uint8], NDArray[np.uint8]]:
    """The rules as arrays, longest first within a first letter.

    Answers where the rules of a letter begin (257 places); per rule its pattern as length,
    condition and letters; per rule and choice the length and letters of the class.
    """
    ordered = sorted(RULES, key=lambda rule: (rule[0], -len(rule.rstrip("$")), -len(rule)))
    begins = np.zeros(257, np.int32)
    patterns = np.zeros((len(ordered), PATTERN + 2), np.uint8)
    classes = np.zeros((len(ordered), CHOICES, 8), np.uint8)
    for place, rule in enumerate(ordered):
        letters = rule.rstrip("$").encode("ascii")
        begins[letters[0] + 1 :] = place + 1
        patterns[place, 0] = len(letters)
        patterns[place, 1] = AT_END if rule.endswith("$") else 0
        patterns[place, 2 : 2 + len(letters)] = np.frombuffer(letters, np.uint8)
        for choice in range(CHOICES):
            wanted = RULES[rule][choice] if choice < len(RULES[rule]) else ""
            classes[place, choice, 0] = len(wanted)
            classes[place, choice, 1 : 1 + len(wanted)] = np.frombuffer(wanted.encode(), np.uint8)
    return begins, patterns, classes


BEGINS, PATTERNS, CLASSES = rule_table()


@called
def rule_at(data: Bytes, place: int, end: int, begins: NDArray[np.int32], patterns: Bytes) -> int:
    """The longest rule that fits `data` at `place`; -1 without one."""
    letter = int(data[place])
    for rule in range(int(begins[letter]), int(begins[letter + 1])):
        size = int(patterns[rule, 0])
        if place + size > end or (int(patterns[rule, 1]) == 1 and place + size != end):
            continue
        same = True
        for step in range(1, size):
            if int(patterns[rule, 2 + step]) != int(data[place + step]):
                same = False
                break
        if same:
            return rule
    return -1


@called
def write_key(
    data: Bytes, begin: int, end: int, choice: int, begins: NDArray[np.int32], patterns: Bytes,
    classes: Bytes, key: Bytes,
) -> int:  # fmt: skip
    """Write the key of a token for one combination of choices.

    `choice` counts in base 3 the alternatives of the first ambiguous letters. Answers the length of
    the key, and 128 more when some letters are ambiguous; -1 when the combination does not exist.
    Double classes are written once.
    """
    size = 0
    ambiguous = 0
    place = begin
    while place < end:
        rule = rule_at(data, place, end, begins, patterns)
        if rule < 0:
            place += 1
            continue
        taken = 0
        if int(classes[rule, 1, 0]) > 0:
            ambiguous = 128
            taken = choice % 3
            choice //= 3
            if int(classes[rule, taken, 0]) == 0:
                return -1
        for step in range(int(classes[rule, taken, 0])):
            letter = classes[rule, taken, 1 + step]
            if size < 64 and (size == 0 or key[size - 1] != letter):
                key[size] = letter
                size += 1
        place += int(patterns[rule, 0])
    if choice > 0:
        return -1
    return size + ambiguous


@called
def write_keys(
    data: Bytes, begin: int, end: int, begins: NDArray[np.int32], patterns: Bytes,
    classes: Bytes, keys: Bytes, sizes: NDArray[np.int32],
) -> int:  # fmt: skip
    """Write all keys of a Latin token, at most `len(sizes)`; answers how many.

    A token with an abjad code has none.
    """
    for place in range(begin, end):
        if int(data[place]) >= 128:
            return 0
    count = 0
    ambiguous = True
    for choice in range(9):
        if count == len(sizes) or not ambiguous:
            break
        size = write_key(data, begin, end, choice, begins, patterns, classes, keys[count])
        if choice == 0:
            ambiguous = size >= 128
        if size < 1:
            continue
        size &= 127
        if size == 0:
            continue
        fresh = True
        for other in range(count):
            if int(sizes[other]) == size:
                same = True
                for step in range(size):
                    if keys[other, step] != keys[count, step]:
                        same = False
                        break
                if same:
                    fresh = False
                    break
        if fresh:
            sizes[count] = size
            count += 1
    return count


def keys_of(token: bytes) -> list[str]:
    """The keys of one token, for explanations and tests."""
    data = np.frombuffer(token, np.uint8)
    keys = np.zeros((MOST_KEYS, LONGEST_KEY), np.uint8)
    sizes = np.zeros(MOST_KEYS, np.int32)
    count = write_keys(data, 0, len(data), BEGINS, PATTERNS, CLASSES, keys, sizes)
    return [keys[place, : sizes[place]].tobytes().decode() for place in range(count)]
