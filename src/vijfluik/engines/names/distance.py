"""Edit distance between short tokens, and what of it counts as the same name."""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called

Bytes = NDArray[np.uint8]

FAR = 9
"""The answer when two tokens differ by more than was allowed."""


@called
def most_edits(longer: int) -> int:
    """How many edits may separate two tokens of which the longer has this many bytes."""
    if longer <= 3:
        return 0
    return 1 if longer <= 7 else 2


@called
def deletions(size: int) -> int:
    """How many letters to leave out of a token of this size, to meet every token that near.

    Two edits are allowed only where the longer token has eight letters: it leaves out two, and a
    shorter one then needs to leave out one at most.
    """
    if size < 3:
        return 0
    return 1 if size < 8 else 2


@called
def one_apart(a: Bytes, a0: int, an: int, b: Bytes, b0: int, bn: int) -> bool:
    """Whether two tokens are at most one insertion, deletion, substitution or swap apart."""
    if an > bn:
        return one_apart_ordered(b, b0, bn, a, a0, an)
    return one_apart_ordered(a, a0, an, b, b0, bn)


@called
def one_apart_ordered(a: Bytes, a0: int, an: int, b: Bytes, b0: int, bn: int) -> bool:
    """The same, for `a` not longer than `b`."""
    if bn - an > 1:
        return False
    at = 0
    while at < an and a[a0 + at] == b[b0 + at]:
        at += 1
    end = 0
    while end < an - at and a[a0 + an - 1 - end] == b[b0 + bn - 1 - end]:
        end += 1
    left = an - at - end
    right = bn - at - end
    if left == 0:
        return right <= 1
    if left == 1:
        return right == 1
    return (
        left == 2 and right == 2 and a[a0 + at] == b[b0 + at + 1] and a[a0 + at + 1] == b[b0 + at]
    )


@called
def distance(a: Bytes, a0: int, an: int, b: Bytes, b0: int, bn: int, most: int) -> int:
    """The optimal string alignment distance when at most `most` (0, 1 or 2), else `FAR`.

    Insertions, deletions, substitutions and swaps of neighbours cost one each (rapidfuzz's
    OSA.distance); only the band within `most` of the diagonal is computed.
    """
    gap = an - bn
    if gap > most or -gap > most:
        return 9
    if an == bn:
        same = True
        for place in range(an):
            if a[a0 + place] != b[b0 + place]:
                same = False
                break
        if same:
            return 0
    if most == 0:
        return 9
    if one_apart(a, a0, an, b, b0, bn):
        return 1
    if most == 1:
        return 9
    # Three rows of the band: columns j = i + d for d in -2 … 2, kept at place d + 2.
    p0, p1, p2, p3, p4 = 9, 9, 0, 1, 2
    q0, q1, q2, q3, q4 = 9, 9, 9, 9, 9
    for i in range(1, an + 1):
        letter = int(a[a0 + i - 1])
        n0, n1, n2, n3, n4 = 9, 9, 9, 9, 9
        left = 9
        for d in range(5):
            j = i + d - 2
            if j < 0 or j > bn:
                left = 9
                continue
            if j == 0:
                value = i
            else:
                diagonal = (
                    p0 if d == 0 else p1 if d == 1 else p2 if d == 2 else p3 if d == 3 else p4
                )
                above = p1 if d == 0 else p2 if d == 1 else p3 if d == 2 else p4 if d == 3 else 9
                value = diagonal + (0 if letter == int(b[b0 + j - 1]) else 1)
                if above + 1 < value:
                    value = above + 1
                if left + 1 < value:
                    value = left + 1
                if (
                    i > 1
                    and j > 1
                    and letter == int(b[b0 + j - 2])
                    and int(a[a0 + i - 2]) == int(b[b0 + j - 1])
                ):
                    twice = (
                        q0 if d == 0 else q1 if d == 1 else q2 if d == 2 else q3 if d == 3 else q4
                    )
                    if twice + 1 < value:
                        value = twice + 1
            left = value
            if d == 0:
                n0 = value
            elif d == 1:
                n1 = value
            elif d == 2:
                n2 = value
            elif d == 3:
                n3 = value
            else:
                n4 = value
        q0, q1, q2, q3, q4 = p0, p1, p2, p3, p4
        p0, p1, p2, p3, p4 = n0, n1, n2, n3, n4
        if min(p0, min(p1, min(p2, min(p3, p4)))) > most:
            return 9
    d = bn - an + 2
    value = p0 if d == 0 else p1 if d == 1 else p2 if d == 2 else p3 if d == 3 else p4
    return value if value <= most else 9
