"""Which days are working days in the sense of the Algemene termijnenwet."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from vijfluik.engines.terms.easter import easter

SATURDAY, SUNDAY = 5, 6


class OutsideCalendar(LookupError):
    """The day lies before the first day of which the holidays are known."""


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """A recognised or equated holiday, in both languages, with the article that makes it one."""

    nl: str
    en: str
    article: str


@dataclass(frozen=True, kw_only=True)
class HolidayRule:
    """On which day of a year a holiday falls, for the days from `valid_from` up to `valid_until`.

    Either `month` and `day`, with `on_sunday` days moved when that is a Sunday, or `easter` days
    after Easter Sunday.
    """

    holiday: Holiday
    valid_from: dt.date
    valid_until: dt.date | None = None
    month: int = 0
    day: int = 0
    on_sunday: int = 0
    easter: int | None = None

    def of(self, year: int) -> dt.date | None:
        """The day in a year; None when the rule does not hold then."""
        if self.easter is not None:
            found = easter(year) + dt.timedelta(days=self.easter)
        else:
            found = dt.date(year, self.month, self.day)
            if found.weekday() == SUNDAY:
                found += dt.timedelta(days=self.on_sunday)
        if found < self.valid_from or (self.valid_until is not None and found >= self.valid_until):
            return None
        return found


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Holidays by rule, and days equated by decree.

    Attributes:
        known_from: the first day of which the holidays are known.
        designated: days equated by royal decree (article 3(3)) → the decree.
        designated_from, designated_until: the days of which all such decrees are known; outside
            them an answer says that a decree may be missing.
    """

    rules: Sequence[HolidayRule]
    known_from: dt.date
    designated: Mapping[dt.date, Holiday] = field(default_factory=dict)
    designated_from: dt.date
    designated_until: dt.date

    def holiday(self, day: dt.date) -> Holiday | None:
        """The holiday on a day, or None.

        Raises:
            OutsideCalendar: the day lies before the data begin.
        """
        if day < self.known_from:
            raise OutsideCalendar(
                f"holidays are known from {self.known_from}; {day} lies before that"
            )
        found = self.designated.get(day)
        if found is not None:
            return found
        return holidays_of(tuple(self.rules), day.year).get(day)

    def working(self, day: dt.date) -> bool:
        """Whether it is neither Saturday nor Sunday nor holiday."""
        return day.weekday() not in (SATURDAY, SUNDAY) and self.holiday(day) is None

    def next_working(self, day: dt.date) -> dt.date:
        """The day itself when it is a working day, or the first one after it."""
        while not self.working(day):
            day += dt.timedelta(days=1)
        return day

    def complete(self, day: dt.date) -> bool:
        """Whether the decrees of that day are known, so that the answer is certain."""
        return self.designated_from <= day < self.designated_until


@lru_cache(maxsize=512)
def holidays_of(rules: tuple[HolidayRule, ...], year: int) -> Mapping[dt.date, Holiday]:
    """Day → holiday of a year; of two on one day the first rule's."""
    found: dict[dt.date, Holiday] = {}
    for rule in rules:
        day = rule.of(year)
        if day is not None:
            found.setdefault(day, rule.holiday)
    return found
