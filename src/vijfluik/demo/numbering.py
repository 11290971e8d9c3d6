"""The providers' own numbers of their trainings."""

from collections import Counter

from vijfluik.demo.outlines import Outline


class Numbering:
    """Counts per provider and year; no number is given twice."""

    def __init__(self) -> None:
        self._given: Counter[tuple[str, int]] = Counter()

    def number(self, made: Outline) -> Outline:
        """Give the next number of its provider in the year for which it was asked."""
        of = made.row.provider, made.row.wanted_on.year
        self._given[of] += 1
        made.put(reference=f"{of[0].upper()}-{of[1]}-{self._given[of]:04d}")
        return made

    def in_order(self, made: list[Outline]) -> list[Outline]:
        """Number a list by the days on which was asked for them."""
        return [
            self.number(one)
            for one in sorted(made, key=lambda one: (one.row.requested_on, one.row.key))
        ]
