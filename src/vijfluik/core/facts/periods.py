"""When: a year, a half-open range of Dutch days, or a reference date."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST_YEAR, LAST_YEAR = 1900, 2999


class PeriodError(ValueError):
    """A period that does not exist."""


def midnight(day: dt.date) -> dt.datetime:
    """The moment at which a Dutch day begins."""
    return dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM)


@dataclass(frozen=True, kw_only=True)
class Days:
    """The Dutch days from `start` up to and not including `end`."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise PeriodError(f"a period that ends on {self.end} cannot begin on {self.start}")


@dataclass(frozen=True, kw_only=True)
class Year:
    """A calendar year of Dutch days."""

    year: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise PeriodError(f"{self.year} is not a year that can be counted")

    @property
    def days(self) -> Days:
        """From 1 January up to the next 1 January."""
        return Days(start=dt.date(self.year, 1, 1), end=dt.date(self.year + 1, 1, 1))


@dataclass(frozen=True, kw_only=True)
class ReferenceDate:
    """The Dutch day on which a stock is counted (peildatum)."""

    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Since:
    """From a Dutch day up to and including the day as of which the figure is computed."""

    start: dt.date


@dataclass(frozen=True, kw_only=True)
class Always:
    """No period: whatever is recorded."""


Period = Year | Days | ReferenceDate | Since | Always


def days_of(period: Period, *, as_of: dt.datetime) -> Days:
    """The days of a period as of a moment; one day for a reference date.

    A period that has not begun at the moment is its first day, on which nothing is known yet.
    """
    if isinstance(period, Year):
        return period.days
    if isinstance(period, ReferenceDate):
        return Days(start=period.on, end=period.on + dt.timedelta(days=1))
    if isinstance(period, Since):
        last = max(period.start, as_of.astimezone(AMSTERDAM).date())
        return Days(start=period.start, end=last + dt.timedelta(days=1))
    if isinstance(period, Always):
        return Days(start=dt.date(FIRST_YEAR, 1, 1), end=dt.date(LAST_YEAR, 1, 1))
    return period


def starts(period: Period) -> dt.date:
    """The day by which figures of one series stand in order."""
    if isinstance(period, Since):
        return period.start
    return days_of(period, as_of=dt.datetime.min.replace(tzinfo=dt.UTC)).start
