"""What each cause did to a count, a sum or a ratio."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.explaining.causes import Cause, Part
from vijfluik.accountability.explaining.steps import Way
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.values import Fraction as Share
from vijfluik.core.facts import compiling_changes
from vijfluik.core.facts.statements import Statement

HUNDRED = 100


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What one cause moved: records, and the differences that they made."""

    cause: Cause
    records: int
    entered: int
    left: int
    number: int
    base: int


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a figure comes to: records, numerator, denominator (nought of a count or a sum).

    stated: how many records state what is added up.
    """

    records: int
    number: int
    base: int
    stated: int

    @property
    def hundredths(self) -> Fraction | None:
        """The ratio in hundredths, exactly; None of nothing."""
        return Fraction(HUNDRED * self.number, self.base) if self.base else None


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What a figure came to before and after, and what moved it."""

    before: Standing
    after: Standing
    moved: tuple[Moved, ...]


def tally(way: Way, *, cursor: CursorWrapper) -> Tally:
    """Ask what a figure was, what it is, and what moved it."""
    source = way.source
    first = compiling_changes.standing(
        way.before.query, source=source, known=way.since, days=way.since
    )
    last = compiling_changes.standing(
        way.after.query, source=source, known=way.until, days=way.until
    )
    moved = []
    for step in way.steps:
        statement = compiling_changes.tallied(way.changes(step))
        for name, records, entered, left, number, base in _rows(cursor, statement):
            cause = Cause(name) if name != compiling_changes.OTHER else step
            moved.append(
                Moved(
                    cause=cause,
                    records=records,
                    entered=entered,
                    left=left,
                    number=number,
                    base=base,
                )
            )
    return Tally(
        before=_standing(_rows(cursor, first)),
        after=_standing(_rows(cursor, last)),
        moved=tuple(sorted(moved, key=lambda each: list(Cause).index(each.cause))),
    )


def added(found: Tally) -> tuple[Part, ...]:
    """The parts of a count or a sum: what the records brought in, as it is."""
    return tuple(
        Part(
            cause=each.cause,
            amount=Fraction(each.number),
            records=each.records,
            entered=each.entered,
            left=each.left,
        )
        for each in found.moved
    )


def divided(found: Tally) -> tuple[Part, ...]:
    """The parts of a ratio in hundredths, by the decomposition of Bennet.

    With R the ratio and D the denominator, and a bar for the mean of before and after, a cause that
    moved the numerator by dN and the denominator by dD moved the ratio by (dN - R̄ dD) / D̄. Over
    all causes this is exactly the difference of the two ratios, whatever their order.
    """
    first, last = found.before, found.after
    mean = None
    if first.base and last.base:
        shares = Fraction(first.number, first.base) + Fraction(last.number, last.base)
        mean = shares / 2, Fraction(first.base + last.base, 2)
    return tuple(
        Part(
            cause=each.cause,
            amount=None
            if mean is None
            else HUNDRED * (each.number - mean[0] * each.base) / mean[1],
            records=each.records,
            entered=each.entered,
            left=each.left,
            numerator=each.number,
            denominator=each.base,
        )
        for each in found.moved
    )


def valued(found: Standing, *, definition: Definition, as_of: dt.datetime) -> Valued:
    """What a ratio says, without hashing its records."""
    fraction = Share(numerator=found.number, denominator=found.base)
    return Valued(
        definition=definition,
        as_of=as_of,
        records=found.records,
        unstated=found.records - found.stated,
        value=fraction.percentage,
        fraction=fraction,
    )


def _standing(rows: Iterable[Sequence[int | None]]) -> Standing:
    [(records, number, base, stated)] = rows
    return Standing(records=records or 0, number=number or 0, base=base or 0, stated=stated or 0)


def _rows(cursor: CursorWrapper, statement: Statement) -> Sequence[Sequence[Any]]:
    cursor.execute(statement.sql, statement.bound())
    found: Sequence[Sequence[Any]] = cursor.fetchall()
    return found
