"""What holds on a day, as known on a day: over versions as values, without a database."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.vocabulary import Start


class State(StrEnum):
    """Whether a provision is law on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    LAPSED = "lapsed"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, kw_only=True)
class Known:
    """A provision as known on a day: the parts of the last revision known by then."""

    parts: tuple[ProvisionVersion, ...]

    @property
    def slug(self) -> str:
        """Its id."""
        return self.parts[0].slug

    @property
    def until(self) -> dt.date | None:
        """The first day on which no text of it holds any more; None when no end is known."""
        return self.parts[-1].valid_until

    def on(self, day: dt.date) -> ProvisionVersion | None:
        """The text that holds on a day; None when none does."""
        return next((part for part in self.parts if part.holds(day)), None)

    def state(self, day: dt.date) -> State:
        """Whether it is law on a day. Nobody recorded what holds before a text that was read only
        from some day on, or between two texts."""
        if self.on(day) is not None:
            return State.IN_FORCE
        first = self.parts[0]
        if day < first.valid_from:
            return State.NOT_YET if first.start == Start.EXACT else State.NOT_RECORDED
        if self.until is not None and day >= self.until:
            return State.LAPSED
        return State.NOT_RECORDED

    def shown(self, day: dt.date) -> ProvisionVersion:
        """The text to show for a day: that in force, else the first to come or the last gone."""
        found = self.on(day)
        if found is not None:
            return found
        before = [part for part in self.parts if part.valid_from <= day]
        return before[-1] if before else self.parts[0]


def known_on(versions: Iterable[ProvisionVersion], *, day: dt.date) -> dict[str, Known]:
    """Id → provision as known at the end of a day; what was not known yet is left out."""
    latest: dict[str, list[ProvisionVersion]] = {}
    for version in versions:
        if version.known_from > day:
            continue
        parts = latest.setdefault(version.slug, [])
        if parts and parts[0].revision > version.revision:
            continue
        if parts and parts[0].revision < version.revision:
            parts.clear()
        parts.append(version)
    return {
        slug: Known(parts=tuple(sorted(parts, key=lambda part: part.valid_from)))
        for slug, parts in latest.items()
    }


def lapsing(known: Iterable[Known], *, after: dt.date) -> Sequence[Known]:
    """The provisions that are to end after a day, the first to end on top."""
    ending = [each for each in known if each.until is not None and each.until > after]
    return sorted(ending, key=lambda each: (each.until or dt.date.max, each.slug))
