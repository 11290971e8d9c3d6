"""The numbers that the demonstration has to add up to, read from `targets.toml`."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vijfluik.demo.table import Beside, Current, Series

FILE = Path(__file__).with_name("targets.toml")
# Of a study: each number is a part of the next.
NESTED = (("ter-recidivism-terrorism", "ter-recidivism"), ("ter-recidivism", "ter-cases-total"))


class TargetsRefused(ValueError):
    """No set of records can have these figures; the message says which and why."""


@dataclass(frozen=True, kw_only=True)
class Targets:
    """Everything that the generator has to bring about.

    Raises:
        TargetsRefused: no records can have these figures.
    """

    seed: int
    figures: Mapping[str, int]
    series: tuple[Series, ...]
    beside: tuple[Beside, ...]
    yearly: Mapping[str, int]
    current: tuple[Current, ...]
    # What figures read in the other rooms: numbers, days, terms of two days, words.
    rooms: Mapping[str, Any] = field(default_factory=dict)
    # Records that only make the register larger.
    filling: int = 0

    def __post_init__(self) -> None:
        for name, value in self.figures.items():
            if type(value) is not int or value < 0:
                raise TargetsRefused(f"{name} must be a whole number of at least 0, not {value!r}.")
        for series in self.series:
            self._check(series)
        self._check_rooms()

    def _check_rooms(self) -> None:
        """Refuse numbers below zero, and a part that is more than its whole."""
        for name, value in self.rooms.items():
            if isinstance(value, int) and value < 0:
                raise TargetsRefused(f"{name} must be a whole number of at least 0, not {value!r}.")
        for part, whole in NESTED:
            if self.rooms and self.rooms[part] > self.rooms[whole]:
                raise TargetsRefused(
                    f"{part} is {self.rooms[part]}, a part of {whole}, which is"
                    f" {self.rooms[whole]}."
                )

    def _check(self, series: Series) -> None:
        for name in (series.trainings, series.participants, series.requested):
            if name and name not in self.figures:
                raise TargetsRefused(
                    f"The table of figures has no {name}, which {series.name} needs."
                )
        after = {(other.provider, other.year) for other in self.series if other.trainings}
        if series.slipped and (series.provider, series.year + 1) in after:
            raise TargetsRefused(
                f"{series.name} has trainings that slipped into {series.year + 1}, where they would"
                " count as held."
            )
        if not series.participants:
            return
        held, seats = self.figures[series.trainings], self.figures[series.participants]
        if seats and not held:
            raise TargetsRefused(
                f"{series.participants} is {seats} while {series.trainings} is 0: nobody can take"
                " part in a training that was not held. Give it at least 1 training, or 0"
                " participants."
            )

    def value(self, figure: str) -> int:
        """The target of a figure; 0 for the empty name."""
        return self.figures[figure] if figure else 0

    def changed(self, figures: Mapping[str, int]) -> "Targets":
        """The same with other values of some figures.

        Raises:
            TargetsRefused: a figure is unknown, or no records can have these values.
        """
        unknown = figures.keys() - self.figures.keys()
        if unknown:
            raise TargetsRefused(f"There are no targets named {', '.join(sorted(unknown))}.")
        return replace(self, figures={**self.figures, **figures})

    def size(self, *, day: dt.date) -> int:
        """How many records the generator makes on a day of loading."""
        return (
            sum(self._series_size(series) for series in self.series)
            + sum(beside.held for beside in self.beside)
            + sum(self.yearly.values()) * len(years_until(day))
            + self.current_size
            + self.filling
        )

    @property
    def current_size(self) -> int:
        """How many records of current work there are."""
        return sum(
            len(current.respond) + len(current.result) + len(current.planned)
            for current in self.current
        )

    def _series_size(self, series: Series) -> int:
        if series.requested:
            return self.value(series.requested) + min(
                series.duplicates, self.value(series.requested)
            )
        held = self.value(series.trainings)
        return (
            held
            + series.cancelled
            + series.slipped
            + min(series.duplicates, held)
            + min(series.exchanged, max(0, held - series.duplicates))
        )


def years_until(day: dt.date) -> range:
    """The years after those of the report, up to the month before loading."""
    return range(2020, (day - dt.timedelta(days=60)).year + 1)


def read_targets(file: Path = FILE) -> Targets:
    """The targets as they stand in the table.

    Raises:
        TargetsRefused: no records can have these figures.
    """
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Targets(
        seed=content["seed"],
        figures=content["figures"],
        series=tuple(
            Series(
                name=name,
                courses=tuple(facts.pop("courses")),
                sectors=tuple(facts.pop("sectors", ())),
                **facts,
            )
            for name, facts in content["series"].items()
        ),
        beside=tuple(Beside(**facts) for facts in content["beside"]),
        yearly=content["yearly"],
        rooms=content["rooms"],
        current=tuple(
            Current(course=course, **{kind: tuple(days) for kind, days in facts.items()})
            for course, facts in content["current"].items()
        ),
    )
