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


Period = Year | Days | ReferenceDate


def days_of(period: Period) -> Days:
    """The days of a period; one day for a reference date."""
    if isinstance(period, Year):
        return period.days
    if isinstance(period, ReferenceDate):
        return Days(start=period.on, end=period.on + dt.timedelta(days=1))
    return period
