"""Two readings of the places of a figure: as they were then, and as they are divided now.

A figure counts the municipalities that its records name, as they were on the day of the event; its
receipt proves that reading. In the division of a later day what was of a municipality that merged
is of the one that it went into, so that a series over the merger can be compared.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import compute_carried
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.queries import THING
from vijfluik.core.access.gate import require
from vijfluik.core.facts.measures import Distinct
from vijfluik.core.facts.sources import source_named
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.partners.successions import Successions, successions


class Division(StrEnum):
    """As places were on the day of the event, or as they are on the day of the moment."""

    THEN = "then"
    NOW = "now"


@dataclass(frozen=True, kw_only=True)
class Merger:
    """Places of a figure that went into one: names, and the day on which the last of them did."""

    before: tuple[str, ...]
    after: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Redivided:
    """A figure beside itself in the division of the day of its moment.

    on: that day. then: as defined. now: with what the mergers carried; the same as `then` when none
    of its places went into another. divided: names of places that went into several, and so could
    not be carried.
    """

    on: dt.date
    then: Computed
    now: Computed
    mergers: tuple[Merger, ...]
    divided: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the readings differ at all."""
        return bool(self.mergers)

    @property
    def counts_places(self) -> bool:
        """Whether the figure is a number of different places, so that its value may differ."""
        return counts_places(self.then.definition)


def redivided(figure: Computed) -> Redivided | None:
    """The figure in both readings; None when it is not broken down by places.

    Raises:
        Refused: the actor may not read figures.
    """
    definition = figure.definition
    names = of_places(definition)
    if not names:
        return None
    require(thing=THING, action="read")
    on = figure.as_of.astimezone(AMSTERDAM).date()
    known = successions(on=on)
    members = {int(cell.member) for cell in figure.cells if cell.dimension in names and cell.member}
    labels = _labels(definition, dimension=names[0])
    into = {place: known.into[place] for place in sorted(members & known.into.keys())}
    mergers = _mergers(into, ended=known.ended, labels=labels)
    return Redivided(
        on=on,
        then=figure,
        now=compute_carried(definition, as_of=figure.as_of, into=known.into) if into else figure,
        mergers=mergers,
        divided=tuple(sorted(labels[str(place)] for place in members & known.divided)),
    )


def of_places(definition: Definition) -> tuple[str, ...]:
    """The breakdowns of a definition whose members are places."""
    source = source_named(definition.query.source)
    dimensions = [source.dimension(name) for name in definition.query.dimensions]
    return tuple(
        each.name
        for each in dimensions
        if each.column is not None and source.column(each.column).places
    )


def counts_places(definition: Definition) -> bool:
    """Whether a definition counts different places."""
    measure = definition.query.measure
    if not isinstance(measure, Distinct):
        return False
    source = source_named(definition.query.source)
    return any(source.column(name).places for name in measure.columns)


def members_now(member: str, *, as_of: dt.datetime) -> Sequence[str]:
    """The places of then that are one member of a breakdown in the division of the moment's day.

    Raises:
        ValueError: the member is no key of a place.
    """
    known = successions(on=as_of.astimezone(AMSTERDAM).date())
    return [str(place) for place in known.parts(int(member))]


def mergers_between(
    definition: Definition, *, places: Collection[str], known: Successions
) -> tuple[Merger, ...]:
    """What certain places of a figure went into by the day of these successions.

    Args:
        definition: of a figure that counts places.
        places: members of its breakdown by places.
        known: the division of the day.
    """
    into = {int(each): known.into[int(each)] for each in places if int(each) in known.into}
    names = of_places(definition)
    if not into or not names:
        return ()
    return _mergers(into, ended=known.ended, labels=_labels(definition, dimension=names[0]))


def _labels(definition: Definition, *, dimension: str) -> Mapping[str, str]:
    source = source_named(definition.query.source)
    column = source.column(source.dimension(dimension).column or "")
    return {} if column.labels is None else column.labels()


def _mergers(
    into: Mapping[int, int], *, ended: Mapping[int, dt.date], labels: Mapping[str, str]
) -> tuple[Merger, ...]:
    """By the place that they went into, in the order of the alphabet."""
    found = [
        Merger(
            before=tuple(sorted(labels[str(old)] for old in into if into[old] == new)),
            after=labels[str(new)],
            on=max(ended[old] for old in into if into[old] == new),
        )
        for new in set(into.values())
    ]
    return tuple(sorted(found, key=lambda merger: merger.after))
