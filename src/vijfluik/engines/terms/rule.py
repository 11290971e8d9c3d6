"""A term as a law states it."""

from dataclasses import dataclass
from enum import StrEnum

from vijfluik.engines.terms.units import Duration, Unit


class Exclusion(StrEnum):
    """Why the Algemene termijnenwet does not govern a term, other than by its length."""

    LEGISLATION = "legislation"  # article 4(b): publication, entry into force, lapse
    LIBERTY = "liberty"  # article 4(c): deprivation of liberty
    DECREE = "decree"  # article 5: a governmental decree says otherwise
    EUROPEAN = "european"  # article 1 speaks of a term in a Dutch act
    AGREEMENT = "agreement"  # a working agreement is no act


@dataclass(frozen=True, kw_only=True)
class Extension:
    """By how much a term may be extended, and how often; `times` None when no number is set."""

    duration: Duration
    times: int | None = None


@dataclass(frozen=True, kw_only=True)
class TermRule:
    """A duration that runs from an event, or back from it.

    Attributes:
        event: the name of the event, such as `decision`.
        backwards: the term is counted back from the event ("24 hours before departure").
        first_day_counts: the day of the event is the first day of the term. A term of law begins
            on the day after, unless the law says otherwise.
    """

    duration: Duration
    event: str
    backwards: bool = False
    first_day_counts: bool = False
    exclusion: Exclusion | None = None
    extension: Extension | None = None

    @property
    def in_hours(self) -> bool:
        """Whether it is counted from moment to moment rather than in whole days."""
        return self.duration.unit == Unit.HOURS
