"""What the figures of the partnerships must come to, and the days that follow from it."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.demo.chance import Chance
from vijfluik.demo.targets import FILE as TARGETS

FILE = Path(__file__).with_name("partnerships.toml")
MONTH = re.compile(r"(\d{4})-(\d{2})")

Values = Mapping[str, Any]


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def read_values() -> Values:
    """Figure → the value it has in the demonstration, as it stands in the table of targets."""
    found: Values = tomllib.loads(TARGETS.read_text(encoding="utf-8"))["partnerships"]
    return found


def day_of(value: Any, *, chance: Chance) -> dt.date | None:
    """A day within the year or month of a value; None for words."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int):
        return dt.date(value, chance.randint(1, 12), chance.randint(1, 28))
    month = MONTH.fullmatch(value)
    if month is None:
        return None
    return dt.date(int(month[1]), int(month[2]), chance.randint(1, 28))


def both_days(value: Any, *, chance: Chance) -> tuple[dt.date | None, dt.date | None]:
    """The days of a pair of years in their order; of one value the second only."""
    if not isinstance(value, list):
        return None, day_of(value, chance=chance)
    first, second = sorted(value)
    one, other = day_of(first, chance=chance), day_of(second, chance=chance)
    assert one is not None  # noqa: S101 - years are days
    assert other is not None  # noqa: S101 - years are days
    return min(one, other), max(one, other)


def years_on(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; the 28th for a 29th that is not there."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)


def named(names: list[str], *, count: int, otherwise: str) -> list[str]:
    """So many names: those of the table, then invented ones with a number."""
    invented = [f"{otherwise} {number}" for number in range(1, count + 1)]
    return [*names, *invented][:count]
