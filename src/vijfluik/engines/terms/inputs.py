"""What happens to a term while it runs: it is paused and restarted, or extended."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vijfluik.engines.terms.rule import TermRule
from vijfluik.engines.terms.units import Duration


class ImpossibleTerm(ValueError):
    """The event, a pause or an extension does not fit the rule; the message says which and why."""


@dataclass(frozen=True, kw_only=True)
class Pause:
    """The term does not run from `start` up to `end` (opschorting); `end` None: it still pauses.

    Days for a term in days, moments with an offset for a term in hours.
    """

    start: dt.date
    end: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Extending:
    """A decision to extend, and by how much.

    decided: the day of the decision, or its moment for a term in hours. When given, it must lie
    within the term as it stood: what has ended cannot be extended.
    """

    by: Duration
    decided: dt.date | None = None


def check_pauses(rule: TermRule, pauses: Sequence[Pause]) -> tuple[Pause, ...]:
    """The pauses in their order.

    Raises:
        ImpossibleTerm: one has the wrong kind of time, ends before it begins, overlaps another, or
            is open although another follows; or the term is counted back.
    """
    if pauses and rule.backwards:
        raise ImpossibleTerm("a term that is counted back from an event cannot be paused")
    for pause in pauses:
        for time in (pause.start, pause.end):
            if time is not None and isinstance(time, dt.datetime) != rule.in_hours:
                wanted = "a moment with an offset" if rule.in_hours else "a day"
                raise ImpossibleTerm(f"a pause of a term in {rule.duration.unit} has {wanted}")
            if isinstance(time, dt.datetime) and time.tzinfo is None:
                raise ImpossibleTerm(f"a moment needs an offset: {time!r}")
        if pause.end is not None and pause.end <= pause.start:
            raise ImpossibleTerm(f"a pause from {pause.start} cannot end on {pause.end}")
    ordered = sorted(pauses, key=lambda pause: pause.start)
    for earlier, later in pairwise(ordered):
        if earlier.end is None:
            raise ImpossibleTerm(f"the pause from {earlier.start} has not ended; end it first")
        if later.start < earlier.end:
            raise ImpossibleTerm(f"the pause from {later.start} overlaps the one before it")
    return tuple(ordered)


def check_extensions(rule: TermRule, extensions: Sequence[Extending]) -> None:
    """Refuse what the rule does not allow.

    Raises:
        ImpossibleTerm: it has no extension, allows fewer, or by less.
    """
    if not extensions:
        return
    allowed = rule.extension
    if allowed is None:
        raise ImpossibleTerm("the rule allows no extension")
    if allowed.times is not None and len(extensions) > allowed.times:
        raise ImpossibleTerm(f"the rule allows {allowed.times} extension(s), not {len(extensions)}")
    for extending in extensions:
        if extending.by.unit != allowed.duration.unit:
            raise ImpossibleTerm(f"an extension is counted in {allowed.duration.unit}")
        if extending.by.amount > allowed.duration.amount:
            raise ImpossibleTerm(
                f"an extension is at most {allowed.duration.amount} {allowed.duration.unit}"
            )
