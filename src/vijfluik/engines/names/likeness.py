"""How alike two tokens are: the definition that candidate search must never fall short of.

Likeness belongs to the pair of tokens alone. It is answered together with its reason, packed into
one number: `likeness * 16 + reason`.
"""

import math

import numpy as np

from vijfluik.engines.names.compiled import called
from vijfluik.engines.names.distance import Bytes, distance, most_edits, one_apart
from vijfluik.engines.names.lexicon import Lexicon
from vijfluik.engines.names.sounds import heard

SAME, SPELLING, TRANSLITERATION, INITIAL, JOINED, FORM, CUT = 1, 2, 3, 4, 5, 6, 7
REASONS = {
    SAME: "same",
    SPELLING: "spelling",
    TRANSLITERATION: "transliteration",
    INITIAL: "initial",
    JOINED: "joined",
    FORM: "form",
    CUT: "cut",
}

KEY, SHORT_KEY, KEY_VOWEL, KEY_EDIT = 950, 900, 870, 790
SKELETON_4, SKELETON_3 = 830, 740
EQUIVALENT, AN_INITIAL = 900, 600
OTHER_FIRST = 95
"""Per cent of the likeness that stays when the first letters differ."""


# (1 - 2/n) to the power 3/2 for tokens of n letters, in thousandths.
TWO_EDITS = np.array(
    [math.isqrt(1_000_000 * (n - 2) ** 3 // n**3) if n > 2 else 0 for n in range(64)], np.int64
)


@called
def edited(edits: int, longer: int, same_first: bool) -> int:
    """The likeness of tokens that differ by one or two edits; whole numbers only."""
    alike = 1000 * (longer - 1) // longer if edits == 1 else int(TWO_EDITS[longer])
    return alike if same_first else alike * 95 // 100


@called
def key_likeness(a: Lexicon, x: int, b: Lexicon, y: int) -> int:
    """The best likeness by keys: equal, one edit apart, or the same consonants; packed."""
    best = 0
    for i in range(int(a.key_first[x]), int(a.key_first[x + 1])):
        a0 = int(a.key_offsets[i])
        an = int(a.key_offsets[i + 1]) - a0
        for j in range(int(b.key_first[y]), int(b.key_first[y + 1])):
            b0 = int(b.key_offsets[j])
            bn = int(b.key_offsets[j + 1]) - b0
            alike = 0
            if int(a.key_hashes[i]) == int(b.key_hashes[j]):
                alike = 950 if an > 3 else 900
            else:
                same_bones = int(a.skeletons[i]) == int(b.skeletons[j])
                bones = int(a.skeleton_sizes[i])
                if an >= 4 and bn >= 4 and one_apart(a.keys, a0, an, b.keys, b0, bn):
                    if same_bones:
                        alike = 870
                    elif an >= 5 and bn >= 5:
                        alike = 790
                if same_bones and bones >= 3:
                    bone = 830 if bones >= 4 else 740
                    if bone > alike:
                        alike = bone
            if alike > best:
                best = alike
    return best * 16 + 3 if best > 0 else 0


@called
def share_trace(a: Lexicon, x: int, b: Lexicon, y: int) -> bool:
    """Whether the consonants of two tokens may be the same."""
    for i in range(int(a.trace_first[x]), int(a.trace_first[x + 1])):
        for j in range(int(b.trace_first[y]), int(b.trace_first[y + 1])):
            if int(a.traces[i]) == int(b.traces[j]):
                return True
    return False


@called
def across(a: Lexicon, x: int, b: Lexicon, y: int, costs: Bytes) -> int:
    """The likeness of an abjad token of `a` and a Latin one of `b`; packed."""
    if not share_trace(a, x, b, y):
        return 0
    a0 = int(a.offsets[x])
    b0 = int(b.sound_offsets[y])
    alike = heard(
        a.data, a0, int(a.offsets[x + 1]) - a0, b.sounds, b0, int(b.sound_offsets[y + 1]) - b0,
        costs,
    )  # fmt: skip
    return alike * 16 + 3 if alike > 0 else 0


@called
def share_group(a: Lexicon, x: int, b: Lexicon, y: int) -> bool:
    """Whether two tokens are forms of one name."""
    for i in range(int(a.group_first[x]), int(a.group_first[x + 1])):
        for j in range(int(b.group_first[y]), int(b.group_first[y + 1])):
            if int(a.groups[i]) == int(b.groups[j]):
                return True
    return False


@called
def is_digit(letter: int) -> bool:
    """Whether a byte is a digit: numbers are the same or they are strangers."""
    return 48 <= letter <= 57


@called
def joined_likeness(a: Lexicon, x: int, b: Lexicon, y: int, costs: Bytes) -> int:
    """How alike token `x` of `a`, two or three tokens written as one, and token `y` of `b` are.

    Stricter than `likeness`: the same, one edit, equal keys, or heard as the same; packed.
    """
    a0 = int(a.offsets[x])
    an = int(a.offsets[x + 1]) - a0
    b0 = int(b.offsets[y])
    bn = int(b.offsets[y + 1]) - b0
    first = int(a.data[a0])
    other = int(b.data[b0])
    if (first >= 128) != (other >= 128):
        best = across(a, x, b, y, costs) if first >= 128 else across(b, y, a, x, costs)
        return best if best >= 850 * 16 else 0
    longer = max(an, bn)
    edits = distance(a.data, a0, an, b.data, b0, bn, 1 if longer > 3 else 0)
    if edits == 0:
        return 1000 * 16 + 1
    best = 0
    if edits == 1:
        best = edited(1, longer, first == other) * 16 + 2
    for i in range(int(a.key_first[x]), int(a.key_first[x + 1])):
        for j in range(int(b.key_first[y]), int(b.key_first[y + 1])):
            if int(a.key_hashes[i]) == int(b.key_hashes[j]) and best < 950 * 16:
                best = 950 * 16 + 3
    return best if best >= 850 * 16 else 0


@called
def cut_likeness(a: Lexicon, x: int, b: Lexicon, y: int) -> int:
    """How alike token `x` of `a`, which was cut off, and a longer token `y` that begins so are.

    What is seen agrees, what is not counts as an initial does; packed, 0 for strangers.
    """
    a0 = int(a.offsets[x])
    an = int(a.offsets[x + 1]) - a0
    b0 = int(b.offsets[y])
    bn = int(b.offsets[y + 1]) - b0
    if an < 2 or bn <= an:
        return 0
    for place in range(an):
        if a.data[a0 + place] != b.data[b0 + place]:
            return 0
    return (1000 * an + 600 * (bn - an)) // bn * 16 + 7


@called
def likeness(a: Lexicon, x: int, b: Lexicon, y: int, costs: Bytes) -> int:
    """How alike token `x` of `a` and token `y` of `b` are, with the reason; 0 for strangers."""
    a0 = int(a.offsets[x])
    an = int(a.offsets[x + 1]) - a0
    b0 = int(b.offsets[y])
    bn = int(b.offsets[y + 1]) - b0
    first = int(a.data[a0])
    other = int(b.data[b0])
    if (first >= 128) != (other >= 128):
        return across(a, x, b, y, costs) if first >= 128 else across(b, y, a, x, costs)
    longer = max(an, bn)
    edits = distance(a.data, a0, an, b.data, b0, bn, most_edits(longer))
    if edits == 0:
        return 1000 * 16 + 1
    if is_digit(first) or is_digit(other):
        return 0
    best = 0
    if an == 1 or bn == 1:
        return 600 * 16 + 4 if first == other else 0
    if edits < 9:
        best = edited(edits, longer, first == other) * 16 + 2
    if share_group(a, x, b, y) and best < 900 * 16:
        best = 900 * 16 + 6
    if an >= 3 and bn >= 3:
        by_key = key_likeness(a, x, b, y)
        if by_key > best:
            best = by_key
    return best if best >= 600 * 16 else 0
