"""A pattern as it is kept: what of each table of a publication is shown, and why not the rest."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vijfluik.accountability.disclosure.network import Adding, Limits
from vijfluik.accountability.disclosure.tables import Number, Table
from vijfluik.core.facts.statements import canonical


class State(StrEnum):
    """What is done with a number, and why."""

    SHOWN = "shown"
    SMALL = "small"  # it is small itself
    PROTECTING = "protecting"  # with it a small number could be worked out
    WITHHELD = "withheld"  # no choice of cells protects its table
    EXEMPT = "exempt"  # small, and the source itself publishes it
    KNOWN = "known"  # small, and published before or as a figure: hidden, and no secret any more


HIDDEN = frozenset({State.SMALL, State.PROTECTING, State.WITHHELD, State.KNOWN})
Place = tuple[str, str, str, str, str | None]
"""Figure, breakdown, reading, plane and member: where a number stands."""


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """The treatment of every protected number of a publication.

    Attributes:
        limits: threshold and width by which it was decided.
        parameters: name of a parameter → the hash of its content.
        tables: the protected tables.
        states: name of a number → what is done with it.
        withheld: places of tables that are not shown.
        protects: hidden beside the small ones → the small ones that it protects.
        intervals: small number → lowest and highest value that an attacker cannot exclude.
        exposed: numbers that could not be protected.
        earlier: keys of the patterns that the audit took along.
    """

    limits: Limits
    parameters: Mapping[str, str]
    tables: tuple[Table, ...]
    states: Mapping[str, State]
    withheld: frozenset[int]
    protects: Mapping[str, tuple[str, ...]]
    intervals: Mapping[str, tuple[int, int]]
    exposed: tuple[str, ...]
    earlier: tuple[str, ...]
    _places: Mapping[Place, tuple[State, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", dict(self._placed()))

    def state(self, *, at: int, number: Number) -> State:
        """What is done with a number of a table, by the place of the table."""
        if at in self.withheld:
            return State.WITHHELD
        return self.states.get(number.name, State.SHOWN)

    def treatment(self, place: Place) -> tuple[State, int] | None:
        """What is done with a number and what it is; None of what no rule protects."""
        return self._places.get(place)

    def _placed(self) -> Iterator[tuple[Place, tuple[State, int]]]:
        for at, table in enumerate(self.tables):
            for number in table.numbers:
                place = (table.figure, table.dimension, table.reading, table.plane, number.member)
                yield place, (self.state(at=at, number=number), number.value)

    @property
    def content(self) -> str:
        """Canonical JSON, from which `parsed` reads the same back."""
        return canonical(
            {
                "threshold": self.limits.threshold,
                "width": self.limits.width,
                "parameters": dict(self.parameters),
                "tables": [_plain(each) for each in self.tables],
                "states": {
                    name: str(each) for name, each in self.states.items() if each is not State.SHOWN
                },
                "withheld": sorted(self.withheld),
                "protects": {name: list(each) for name, each in self.protects.items()},
                "intervals": {name: list(each) for name, each in self.intervals.items()},
                "exposed": list(self.exposed),
                "earlier": list(self.earlier),
            }
        )


def parsed(content: str) -> Pattern:
    """The pattern that a stored content is."""
    data: Mapping[str, Any] = json.loads(content)
    return Pattern(
        limits=Limits(threshold=data["threshold"], width=data["width"]),
        parameters=data["parameters"],
        tables=tuple(_table(each) for each in data["tables"]),
        states={name: State(each) for name, each in data["states"].items()},
        withheld=frozenset(data["withheld"]),
        protects={name: tuple(each) for name, each in data["protects"].items()},
        intervals={name: (low, high) for name, (low, high) in data["intervals"].items()},
        exposed=tuple(data["exposed"]),
        earlier=tuple(data["earlier"]),
    )


def _plain(table: Table) -> dict[str, object]:
    return {
        "figure": table.figure,
        "dimension": table.dimension,
        "reading": table.reading,
        "plane": table.plane,
        "adding": str(table.adding),
        "total": list(table.total),
        "numbers": [[each.member, each.name, each.value] for each in table.numbers],
        "amounts": table.amounts,
        "merged": [[name, list(parts)] for name, parts in table.merged],
    }


def _table(data: Mapping[str, Any]) -> Table:
    name, value = data["total"]
    numbers: Sequence[tuple[str | None, str, int]] = data["numbers"]
    return Table(
        figure=data["figure"],
        dimension=data["dimension"],
        reading=data["reading"],
        plane=data["plane"],
        adding=Adding(data["adding"]),
        total=(name, value),
        numbers=tuple(Number(member=of, name=called, value=is_) for of, called, is_ in numbers),
        amounts=data["amounts"],
        merged=tuple((name, tuple(parts)) for name, parts in data["merged"]),
    )
