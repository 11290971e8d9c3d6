"""What of a figure was hidden in what was published of it, before and after.

A figure is computed before anything is hidden, so hiding moves no number: as a cause its amount is
nought. It says which parts of the breakdowns readers no longer see, or see now. Only what was
decided and kept is told of; where nothing was published, nothing was hidden.
"""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from vijfluik.accountability.disclosure.cells import VALUE
from vijfluik.accountability.disclosure.pattern import HIDDEN, Pattern, parsed
from vijfluik.accountability.disclosure.stored import standing_with
from vijfluik.accountability.disclosure.tables import THEN
from vijfluik.accountability.explaining.causes import Cause, Part

Place = tuple[str, str | None]
"""A breakdown and a part of it."""


@dataclass(frozen=True, kw_only=True)
class Hiding:
    """What was hidden at two moments; None where nothing of the figure was published."""

    before: frozenset[Place] | None
    after: frozenset[Place] | None

    @property
    def hides(self) -> bool:
        """Whether anything of the figure is hidden at either end."""
        return bool(self.before or self.after)

    @property
    def shown_now(self) -> tuple[Place, ...]:
        """What was hidden and is not any more."""
        return _less(self.before, self.after)

    @property
    def hidden_now(self) -> tuple[Place, ...]:
        """What is hidden and was not."""
        return _less(self.after, self.before)

    @property
    def part(self) -> Part | None:
        """The cause that it is, beside those that move the number; None when nothing changed."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        return Part(
            cause=Cause.SUPPRESSION,
            amount=Fraction(0),
            records=0,
            came=tuple(map(named, self.shown_now)),
            went=tuple(map(named, self.hidden_now)),
        )


def hiding_between(figure: str, *, before: dt.datetime, after: dt.datetime) -> Hiding:
    """What publications of these two moments hide of a figure, by the patterns that were kept."""
    return Hiding(before=_hidden(figure, as_of=before), after=_hidden(figure, as_of=after))


def named(place: Place) -> str:
    """A part of a breakdown as one word: `audience/police`."""
    dimension, member = place
    return f"{dimension}/{member or ''}"


def _hidden(figure: str, *, as_of: dt.datetime) -> frozenset[Place] | None:
    row = standing_with(figure=figure, as_of=as_of)
    return None if row is None else frozenset(_places(parsed(row.content), figure=figure))


def _places(pattern: Pattern, *, figure: str) -> set[Place]:
    return {
        (table.dimension, number.member)
        for at, table in enumerate(pattern.tables)
        if (table.figure, table.reading, table.plane) == (figure, THEN, VALUE)
        for number in table.numbers
        if pattern.state(at=at, number=number) in HIDDEN
    }


def _less(first: frozenset[Place] | None, other: frozenset[Place] | None) -> tuple[Place, ...]:
    if first is None or other is None:
        return ()
    return tuple(sorted(first - other, key=lambda each: (each[0], each[1] or "")))
