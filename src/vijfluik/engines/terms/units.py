"""How long: an amount of a unit, and adding it to a day."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 9999


class Unit(StrEnum):
    """The units in which a law states a term."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, kw_only=True)
class Duration:
    """So many of a unit."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= LONGEST:
            raise ValueError(f"a term lasts 1 to {LONGEST} {self.unit}, not {self.amount}")


def shifted(day: dt.date, *, by: Duration, sign: int = 1) -> dt.date:
    """The day that lies the duration after a day, or before it when `sign` is -1.

    Months and years lead to the day of the same number; a month without that number gives its last
    day (European Convention on the Calculation of Time-Limits, Basel 1972, article 4).

    Raises:
        ValueError: the duration is in hours or working days, which need more than a day.
        OverflowError: the day lies outside the years 1 to 9999.
    """
    amount = sign * by.amount
    if by.unit == Unit.DAYS:
        return day + dt.timedelta(days=amount)
    if by.unit == Unit.WEEKS:
        return day + dt.timedelta(weeks=amount)
    if by.unit == Unit.MONTHS:
        return _months(day, amount)
    if by.unit == Unit.YEARS:
        return _months(day, 12 * amount)
    raise ValueError(f"{by.unit} are not counted from day to day")


def _months(day: dt.date, amount: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"{day} and {amount} months lies outside the years of the calendar")
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
