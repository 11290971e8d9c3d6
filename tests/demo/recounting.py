"""The figures counted once more, in plain Python, over invented records as known at a moment."""

import datetime as dt
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts.measures import Field, Precision
from vijfluik.demo.records import Record, Row
from vijfluik.demo.targets import NESTED, Targets

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BOXES = dt.datetime(2019, 3, 2, tzinfo=AMSTERDAM)
REPORT = dt.datetime(2019, 4, 16, tzinfo=AMSTERDAM)
NOW = dt.datetime(9999, 1, 1, tzinfo=AMSTERDAM)
DAY = dt.date(2026, 11, 23)

Test = Callable[[Row], bool]


def held(provider: str, year: int, kind: str = "training") -> Test:
    def test(row: Row) -> bool:
        if (row.provider, row.kind, row.state) != (provider, kind, "held"):
            return False
        return row.held_on is not None and row.held_on.year == year

    return test


def teachers(row: Row) -> bool:
    return held("ssv", 2018)(row) and "teachers" in row.audience


def requested(row: Row) -> bool:
    if (row.provider, row.kind, row.wanted_on.year) != ("ror", "training", 2019):
        return False
    return row.state in {"requested", "planned", "held", "cancelled"}


def one(row: Row) -> int:
    return 1


def seats(row: Row) -> int:
    return row.participants or 0


def from_sectors(row: Row) -> int:
    parts = (row.participants_primary, row.participants_secondary, row.participants_vocational)
    return sum(part or 0 for part in parts)


FIGURES: Mapping[str, tuple[Test, Callable[[Row], int]]] = {
    "ror-trainings-2017": (held("ror", 2017), one),
    "ror-participants-2017": (held("ror", 2017), seats),
    "ror-trainings-2018": (held("ror", 2018), one),
    "ror-participants-2018": (held("ror", 2018), seats),
    "ror-trainings-requested-2019": (requested, one),
    "jep-meetings-2018": (held("jep", 2018, "meeting"), one),
    "jep-professionals-reached-2018": (held("jep", 2018, "meeting"), seats),
    "ssv-teacher-trainings-2018": (teachers, one),
    "ssv-participants-2018": (teachers, from_sectors),
}


def recounted(records: Iterable[Record], *, as_of: dt.datetime = NOW) -> dict[str, int]:
    """Every figure as known at a moment."""
    rows = [row for row in (record.as_of(as_of) for record in records) if row is not None]
    return {
        name: sum(measure(row) for row in rows if test(row))
        for name, (test, measure) in FIGURES.items()
    }


def changed_at_random(targets: Targets, *, seed: int, most: float = 2.0) -> Targets:
    """Every figure changed by a random amount, to a value that it can have."""
    chance = random.Random(seed)
    values = {}
    for name, value in targets.figures.items():
        other = value
        while other == value:
            other = chance.choice((0, 1, 2, 7, int(value * chance.uniform(0.2, most))))
        values[name] = other
    for series in targets.series:
        if series.participants and not values[series.trainings]:
            values[series.participants] = 0
    rooms = {name: other_than(value, chance=chance) for name, value in targets.rooms.items()}
    for part, whole in reversed(NESTED):
        rooms[part] = chance.choice(
            [each for each in range(rooms[whole] + 1) if each != targets.rooms[part]]
        )
    return replace(targets.changed(values), rooms=rooms)


def other_than(value: Any, *, chance: random.Random) -> Any:
    """Another number, day, term or text."""
    if isinstance(value, int):
        return chance.choice([each for each in (1, 2, 5, value + 3, value * 2) if each != value])
    if isinstance(value, dt.date):
        return value - dt.timedelta(days=chance.randrange(35, 1500))
    if isinstance(value, list):
        # Still in force on the day of the report, so that it is the one that counts.
        first, last = value
        years = chance.randrange(1, 4)
        return [first.replace(year=first.year - years), last.replace(year=last.year + years)]
    return f"{value} (gewijzigd)"


def as_printed(value: Any, *, definition: Definition) -> Any:
    """A target of a room as its figure says it: of a day the part that its precision asks for."""
    measure = definition.query.measure
    precision = measure.precision if isinstance(measure, Field) else Precision.DAY
    if isinstance(value, list):
        return tuple(as_printed(each, definition=definition) for each in value)
    if not isinstance(value, dt.date):
        return value
    said = {Precision.YEAR: value.year, Precision.MONTH: f"{value:%Y-%m}"}
    return said.get(precision, value.isoformat())
