"""The drawing of an answer: from what a figure was to what it is, a bar per cause.

Lengths say how much, places say from where to where; what adds is filled and what takes away is
an outline, so nothing is said by colour alone. The two ends are marks and no bars, so that the axis
may begin elsewhere than at nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from vijfluik.accountability.explaining.amounts import Amounts

WIDTH = 100
MARK = Decimal(1)
MARGIN = Decimal("0.08")
LEAST = Decimal("0.6")


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """Where something is drawn, in hundredths of the width. kind: end, up, down or none."""

    kind: str
    start: Decimal
    length: Decimal


def strokes(amounts: Amounts) -> list[Stroke]:
    """A stroke for the first end, for each part, and for the last end; none without numbers."""
    parts = [each for each in amounts.parts if each is not None]
    if amounts.start is None or amounts.end is None or len(parts) != len(amounts.parts):
        return []
    course = list(accumulate(parts, initial=amounts.start))
    place = _Scale(course)
    return [
        place.mark(course[0]),
        *(place.bar(before, after) for before, after in pairwise(course)),
        place.mark(course[-1]),
    ]


class _Scale:
    """From numbers to places."""

    def __init__(self, course: Sequence[Decimal]) -> None:
        low, high = min(course), max(course)
        span = (high - low) or Decimal(1)
        self._low = low - span * MARGIN
        self._factor = WIDTH / (span * (1 + 2 * MARGIN))

    def mark(self, value: Decimal) -> Stroke:
        """An end."""
        return Stroke(kind="end", start=self._at(value) - MARK / 2, length=MARK)

    def bar(self, before: Decimal, after: Decimal) -> Stroke:
        """A part; one that changes nothing is a hair."""
        start, end = sorted((self._at(before), self._at(after)))
        kind = "none" if after == before else ("up" if after > before else "down")
        return Stroke(kind=kind, start=start, length=max(end - start, LEAST))

    def _at(self, value: Decimal) -> Decimal:
        return round((value - self._low) * self._factor, 2)
