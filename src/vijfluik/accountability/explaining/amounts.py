"""The amounts of an answer as they are printed: whole, and still adding up after rounding."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from vijfluik.accountability.explaining.causes import Method, Why
from vijfluik.accountability.explaining.fields import length_of
from vijfluik.accountability.figures.computed import CENTS
from vijfluik.accountability.figures.values import percentage
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.measures import Field, Precision

TENTHS = 10


class Unit(StrEnum):
    """What a difference is a number of."""

    OWN = "own"  # what the figure counts
    EUROS = "euros"
    POINTS = "points"  # hundredths of a whole
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """The printed numbers: the ends, the difference and the parts in their order.

    All are None where the exact ones are. The parts add up to the difference, which is that of the
    ends as they are printed.
    """

    unit: Unit
    start: Decimal | None
    end: Decimal | None
    difference: Decimal | None
    parts: tuple[Decimal | None, ...]


def amounts_of(found: Why) -> Amounts:
    """The numbers of an answer in the unit in which the figure is printed."""
    unit = unit_of(found)
    exact = [part.amount for part in found.parts]
    if unit is Unit.POINTS:
        start, end = (percentage_of(each) for each in (found.start, found.end))
        if start is None or end is None or any(each is None for each in exact):
            return Amounts(
                unit=unit, start=start, end=end, difference=None, parts=tuple(None for _ in exact)
            )
        difference = end - start
        parts = apportioned([each for each in exact if each is not None], total=difference)
        return Amounts(unit=unit, start=start, end=end, difference=difference, parts=parts)
    scale = CENTS if unit is Unit.EUROS else 1
    return Amounts(
        unit=unit,
        start=_scaled(found.start, scale),
        end=_scaled(found.end, scale),
        difference=_scaled(found.difference, scale),
        parts=tuple(_scaled(each, scale) for each in exact),
    )


def _scaled(exact: Fraction | None, scale: int) -> Decimal | None:
    """A whole number of cents, records or days as it is printed."""
    return None if exact is None else Decimal(exact.numerator) / exact.denominator / scale


def unit_of(found: Why) -> Unit:
    """What the difference is a number of."""
    definition = found.definition
    if found.method is Method.BENNET:
        return Unit.POINTS
    if definition.kind is Kind.MONEY and not definition.official:
        return Unit.EUROS
    length = max(length_of(found.before), length_of(found.after))
    measure = definition.query.measure
    if length:
        return Unit.DAYS if length > len("2019-01") else Unit.MONTHS
    dated = isinstance(measure, Field) and measure.precision is Precision.YEAR
    return Unit.YEARS if dated else Unit.OWN


def percentage_of(share: Fraction | None) -> Decimal | None:
    """Hundredths as the figure prints them: to one decimal, rounded half up."""
    if share is None:
        return None
    return percentage(share.numerator, of=share.denominator * 100)


def apportioned(exact: Sequence[Fraction], *, total: Decimal) -> tuple[Decimal, ...]:
    """Amounts to one decimal that add up to a total to one decimal.

    Each is rounded down; the tenths that are left go to those that lost most, as with seats after
    an election (the method of largest remainders). Tenths that are over are taken from those that
    lost least.
    """
    if not exact:
        return ()
    tenths = [floor(each * TENTHS) for each in exact]
    lost = [each * TENTHS - whole for each, whole in zip(exact, tenths, strict=True)]
    left = int(total * TENTHS) - sum(tenths)
    step = 1 if left > 0 else -1
    order = sorted(range(len(exact)), key=lambda at: (-step * lost[at], at))
    for at in range(abs(left)):
        tenths[order[at % len(order)]] += step
    return tuple(Decimal(each) / TENTHS for each in tenths)
