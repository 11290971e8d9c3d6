"""Read the holidays from their data file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.engines.terms.calendar import Calendar, Holiday, HolidayRule

FILE = Path(__file__).with_name("holidays.toml")
BY_DECREE = "3(3)"


@cache
def dutch_calendar() -> Calendar:
    """The calendar that comes with the engine; a process reads it once."""
    return calendar_from(FILE.read_text(encoding="utf-8"))


def calendar_from(text: str) -> Calendar:
    """A calendar from the text of a data file.

    Raises:
        KeyError: a rule lacks its names, its article or its first day.
        ValueError: the text is no TOML, or a day of a rule does not exist.
    """
    content = tomllib.loads(text)
    return Calendar(
        rules=tuple(_rule(entry) for entry in content["rule"]),
        known_from=content["known_from"],
        designated={
            day: Holiday(nl=decree["nl"], en=decree["en"], article=BY_DECREE)
            for decree in content.get("decree", [])
            for day in decree["days"]
        },
        designated_from=content["designated_from"],
        designated_until=content["designated_until"],
    )


def _rule(entry: Mapping[str, Any]) -> HolidayRule:
    month, day = (int(part) for part in entry.get("date", "0-0").split("-"))
    if ("easter" in entry) == ("date" in entry):
        raise ValueError(f"{entry['nl']}: a holiday has a date or a distance from Easter")
    return HolidayRule(
        holiday=Holiday(nl=entry["nl"], en=entry["en"], article=entry["article"]),
        valid_from=entry["from"],
        valid_until=entry.get("until"),
        month=month,
        day=day,
        on_sunday=entry.get("on_sunday", 0),
        easter=entry.get("easter"),
    )
