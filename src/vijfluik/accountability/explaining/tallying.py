"""What each cause did to a count, a sum or a ratio."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.explaining.causes import Cause, Part
from vijfluik.accountability.explaining.steps import Way
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
class Tally:
    """Numerator and denominator before and after; of a count or a sum the second is nought."""

    before: tuple[int, int]
    after: tuple[int, int]
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
        before=_pair(_rows(cursor, first)),
        after=_pair(_rows(cursor, last)),
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
    (n0, d0), (n1, d1) = found.before, found.after
    mean = None
    if d0 and d1:
        mean = (Fraction(n0, d0) + Fraction(n1, d1)) / 2, Fraction(d0 + d1, 2)
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


def hundredths(pair: tuple[int, int]) -> Fraction | None:
    """A ratio in hundredths, exactly; None of nothing."""
    return Fraction(HUNDRED * pair[0], pair[1]) if pair[1] else None


def _pair(rows: Iterable[Sequence[int | None]]) -> tuple[int, int]:
    [(_records, number, base, _stated)] = rows
    return number or 0, base or 0


def _rows(cursor: CursorWrapper, statement: Statement) -> Sequence[Sequence[Any]]:
    cursor.execute(statement.sql, statement.bound())
    found: Sequence[Sequence[Any]] = cursor.fetchall()
    return found
