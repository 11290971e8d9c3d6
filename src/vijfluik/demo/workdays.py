"""Dutch working days and office hours."""

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from vijfluik.demo.chance import Chance

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = dt.timedelta(days=1)
OPENING, CLOSING = 8 * 3600 + 30 * 60, 17 * 3600 + 15 * 60
SATURDAY = 5


def easter(year: int) -> dt.date:
    """Easter Sunday of a year (the Gregorian rule, after Gauss as Meeus gives it)."""
    century, golden = year // 100, year % 19
    skipped = century // 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[dt.date]:
    """The days on which offices are closed."""
    sunday = easter(year)
    moving = (sunday + dt.timedelta(days=days) for days in (-2, 1, 39, 50))
    fixed = (dt.date(year, *day) for day in ((1, 1), (4, 27), (12, 25), (12, 26)))
    return frozenset((*moving, *fixed))


def is_working_day(day: dt.date) -> bool:
    """Neither weekend nor holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_day(day: dt.date) -> dt.date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += DAY
    return day


@cache
def training_days(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Working days on which trainings are given: not in the weeks of summer and Christmas."""
    count = (last - first).days + 1
    days = (first + dt.timedelta(days=number) for number in range(count))
    return tuple(day for day in days if is_working_day(day) and not _recess(day))


def _recess(day: dt.date) -> bool:
    return (7, 15) <= (day.month, day.day) <= (8, 20) or (
        (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 5)
    )


def moment(day: dt.date, *, chance: Chance) -> dt.datetime:
    """A moment within the office hours of a day in Amsterdam, in UTC."""
    second = chance.randrange(OPENING, CLOSING)
    local = dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM).replace(
        hour=second // 3600,
        minute=second // 60 % 60,
        second=second % 60,
        microsecond=chance.randrange(1_000_000),
    )
    return local.astimezone(dt.UTC)
