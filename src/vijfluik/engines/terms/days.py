"""Terms in days, weeks, months, years and working days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.engines.terms.act import Verdict, two_working_days
from vijfluik.engines.terms.calendar import Calendar
from vijfluik.engines.terms.inputs import Extending, Pause
from vijfluik.engines.terms.rule import TermRule
from vijfluik.engines.terms.steps import Step, StepKind
from vijfluik.engines.terms.units import Duration, Unit, shifted

ONE = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Counting:
    """What counting needs: the rule, the day of its event, the holidays and the pauses."""

    rule: TermRule
    event: dt.date
    calendar: Calendar
    pauses: tuple[Pause, ...]

    @property
    def first(self) -> dt.date:
        """The first day of the term."""
        return self.event if self.rule.first_day_counts else self.event + ONE

    def stopped(self, day: dt.date) -> bool:
        """Whether the term stands still on a day."""
        return any(
            pause.start <= day and (pause.end is None or day < pause.end) for pause in self.pauses
        )


def counted(
    counting: Counting, *, extensions: Sequence[Extending], steps: list[Step]
) -> dt.date | None:
    """The last day before the act is applied; None while the term pauses."""
    rule = counting.rule
    if rule.backwards:
        last = _back(counting)
        values = {"duration": rule.duration, "day": last}
        steps.append(Step(kind=StepKind.COUNTED_BACK, values=values))
        return last
    if rule.duration.unit == Unit.WORKING_DAYS:
        return _working_days(counting, extensions=extensions, steps=steps)
    last = shifted(counting.event, by=rule.duration)
    _note(counting.event, last=last, duration=rule.duration, steps=steps, kind=StepKind.COUNTED)
    for extending in extensions:
        before, last = last, shifted(last, by=extending.by)
        _note(before, last=last, duration=extending.by, steps=steps, kind=StepKind.EXTENDED)
    if rule.first_day_counts:
        last -= ONE
        steps.append(Step(kind=StepKind.COUNTED, values={"duration": "first_day", "day": last}))
    return _paused(counting, last=last, steps=steps)


def _note(
    start: dt.date, *, last: dt.date, duration: Duration, steps: list[Step], kind: StepKind
) -> None:
    steps.append(Step(kind=kind, values={"duration": duration, "day": last}))
    if duration.unit in (Unit.MONTHS, Unit.YEARS) and last.day != start.day:
        steps.append(Step(kind=StepKind.MONTH_END, values={"number": start.day, "day": last}))


def _back(counting: Counting) -> dt.date:
    duration = counting.rule.duration
    if duration.unit != Unit.WORKING_DAYS:
        return shifted(counting.event, by=duration, sign=-1)
    day, left = counting.event, duration.amount
    while left:
        day -= ONE
        left -= counting.calendar.working(day)
    return day


def _paused(counting: Counting, *, last: dt.date, steps: list[Step]) -> dt.date | None:
    for pause in counting.pauses:
        start = max(pause.start, counting.first)
        if start > last or (pause.end is not None and pause.end <= counting.first):
            steps.append(Step(kind=StepKind.PAUSE_OUTSIDE, values={"day": pause.start}))
            continue
        if pause.end is None:
            steps.append(Step(kind=StepKind.PAUSED_NOW, values={"day": start}))
            return None
        last += pause.end - start
        values = {"day": start, "restart": pause.end, "end": last}
        steps.append(Step(kind=StepKind.PAUSED, values=values))
    return last


def _working_days(
    counting: Counting, *, extensions: Sequence[Extending], steps: list[Step]
) -> dt.date | None:
    amount = counting.rule.duration.amount + sum(each.by.amount for each in extensions)
    marks = [(StepKind.COUNTED, counting.rule.duration)]
    marks += [(StepKind.EXTENDED, extending.by) for extending in extensions]
    targets, total = [], 0
    for kind, duration in marks:
        total += duration.amount
        targets.append((total, kind, duration))
    day, done = counting.first - ONE, 0
    opened = counting.pauses[-1] if counting.pauses and counting.pauses[-1].end is None else None
    while done < amount:
        day += ONE
        if opened is not None and day >= opened.start:
            steps.append(Step(kind=StepKind.PAUSED_NOW, values={"day": opened.start}))
            return None
        done += counting.calendar.working(day) and not counting.stopped(day)
        while targets and targets[0][0] == done:
            _, kind, duration = targets.pop(0)
            steps.append(Step(kind=kind, values={"duration": duration, "day": day}))
    for pause in counting.pauses:
        inside = pause.start <= day and pause.end is not None and pause.end > counting.first
        values = {"day": pause.start, "restart": pause.end, "end": day}
        kind = StepKind.PAUSED if inside else StepKind.PAUSE_OUTSIDE
        steps.append(Step(kind=kind, values=values))
    return day


def governed(
    counting: Counting, *, last: dt.date, governing: Duration, steps: list[Step]
) -> dt.date:
    """The last day after articles 2 and 1 of the act."""
    moved = last
    if two_working_days(governing):
        moved = _with_two(counting, last=last)
        if moved != last:
            steps.append(Step(kind=StepKind.TWO_WORKING_DAYS, values={"day": moved}))
    ends = counting.calendar.next_working(moved)
    if ends != moved:
        values = {
            "day": moved,
            "end": ends,
            "holiday": counting.calendar.holiday(moved) or moved.strftime("%A").lower(),
        }
        steps.append(Step(kind=StepKind.MOVED, values=values))
    elif moved == last:
        steps.append(Step(kind=StepKind.STAYS, values={"day": last}))
    if not (counting.calendar.complete(last) and counting.calendar.complete(ends)):
        steps.append(Step(kind=StepKind.DECREES_UNKNOWN, values={"day": ends}))
    return ends


def _with_two(counting: Counting, *, last: dt.date) -> dt.date:
    found, day = 0, counting.first
    while True:
        found += counting.calendar.working(day) and not counting.stopped(day)
        if found >= 2:
            return max(day, last)
        day += ONE


def not_governed(ruled: Verdict) -> Step:
    """The step that says why the act moves nothing."""
    values = {"article": ruled.article, "exclusion": ruled.exclusion}
    return Step(kind=StepKind.NOT_GOVERNED, values=values)
