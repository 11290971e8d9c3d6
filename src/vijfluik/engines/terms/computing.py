"""From a rule and an event to the end of the term."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.engines.terms import days, hours
from vijfluik.engines.terms.act import verdict
from vijfluik.engines.terms.calendar import Calendar
from vijfluik.engines.terms.inputs import (
    Extending,
    ImpossibleTerm,
    Pause,
    check_extensions,
    check_pauses,
)
from vijfluik.engines.terms.moments import day_of
from vijfluik.engines.terms.moments import end as end_of
from vijfluik.engines.terms.rule import TermRule
from vijfluik.engines.terms.steps import Step, StepKind


@dataclass(frozen=True, kw_only=True)
class Term:
    """A term with its end.

    Attributes:
        last_day: the last Amsterdam day on which it is in time; None for a term in hours and while
            it pauses.
        ends: the first moment, in UTC, at which it is over; None while it pauses.
        steps: how the end was found, in order.
    """

    rule: TermRule
    last_day: dt.date | None
    ends: dt.datetime | None
    steps: tuple[Step, ...]

    @property
    def paused(self) -> bool:
        """Whether it stands still, so that nobody can say when it ends."""
        return self.ends is None

    def over(self, *, at: dt.datetime) -> bool:
        """Whether the term is over at a moment; a paused one is not."""
        return self.ends is not None and at >= self.ends


def compute(
    rule: TermRule,
    *,
    event: dt.date,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extending] = (),
) -> Term:
    """The end of a term.

    A pause moves the end by as long as the term stood still; one that begins after the end, or ends
    before the beginning, changes nothing. An extension is counted from the end before it, without
    what the Algemene termijnenwet added to that. The act is applied once, to the end of all.

    Args:
        rule: the term.
        event: the day of its event, or the moment (with an offset) for a term in hours. A moment
            given for a term in days counts as its day in Amsterdam.
        calendar: the holidays.
        pauses: in any order.
        extensions: in the order of their decisions.

    Raises:
        ImpossibleTerm: the event, a pause or an extension does not fit the rule.
        OutsideCalendar: the act applies and the holidays of those days are not known.
    """
    ordered = check_pauses(rule, pauses)
    check_extensions(rule, extensions)
    for at, extending in enumerate(extensions):
        if extending.decided is not None:
            so_far = compute(
                rule, event=event, calendar=calendar, pauses=pauses, extensions=extensions[:at]
            )
            _in_time(so_far, decided=extending.decided)
    try:
        if rule.in_hours:
            return _in_hours(rule, event=event, pauses=ordered, extensions=extensions)
        return _in_days(rule, event=event, calendar=calendar, pauses=ordered, extensions=extensions)
    except OverflowError as error:
        raise ImpossibleTerm(f"the end lies outside the calendar: {error}") from None


def _in_time(term: Term, *, decided: dt.date) -> None:
    if term.ends is None:
        return
    exact = isinstance(decided, dt.datetime)
    over = decided if isinstance(decided, dt.datetime) else end_of(decided)
    if over > term.ends or (exact and over == term.ends):
        raise ImpossibleTerm(f"a term that ended before {decided} cannot be extended any more")


def _in_hours(
    rule: TermRule, *, event: dt.date, pauses: Sequence[Pause], extensions: Sequence[Extending]
) -> Term:
    if not isinstance(event, dt.datetime) or event.tzinfo is None:
        raise ImpossibleTerm("a term in hours runs from a moment with an offset, not from a day")
    begin = event.astimezone(dt.UTC)
    steps = [Step(kind=StepKind.EVENT, values={"event": rule.event, "at": begin})]
    ends = hours.counted(rule, begin=begin, extensions=extensions, steps=steps)
    paused_until = hours.paused(ends, begin=begin, pauses=pauses, steps=steps)
    governing = extensions[-1].by if extensions else rule.duration
    steps.append(days.not_governed(verdict(rule, governing=governing)))
    return Term(rule=rule, last_day=None, ends=paused_until, steps=tuple(steps))


def _in_days(
    rule: TermRule,
    *,
    event: dt.date,
    calendar: Calendar,
    pauses: Sequence[Pause],
    extensions: Sequence[Extending],
) -> Term:
    day = _day(event)
    steps = [Step(kind=StepKind.EVENT, values={"event": rule.event, "day": day})]
    counting = days.Counting(rule=rule, event=day, calendar=calendar, pauses=tuple(pauses))
    last = days.counted(counting, extensions=extensions, steps=steps)
    if last is None:
        return Term(rule=rule, last_day=None, ends=None, steps=tuple(steps))
    governing = extensions[-1].by if extensions else rule.duration
    ruled = verdict(rule, governing=governing)
    if ruled.applies:
        last = days.governed(counting, last=last, governing=governing, steps=steps)
    else:
        steps.append(days.not_governed(ruled))
    return Term(rule=rule, last_day=last, ends=end_of(last), steps=tuple(steps))


def _day(event: dt.date) -> dt.date:
    if not isinstance(event, dt.datetime):
        return event
    try:
        return day_of(event)
    except ValueError as error:
        raise ImpossibleTerm(str(error)) from None
