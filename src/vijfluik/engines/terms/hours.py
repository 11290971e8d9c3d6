"""Terms in hours: from moment to moment, so that daylight saving neither adds nor takes an hour."""

import datetime as dt
from collections.abc import Sequence

from vijfluik.engines.terms.inputs import Extending, Pause
from vijfluik.engines.terms.rule import TermRule
from vijfluik.engines.terms.steps import Step, StepKind


def counted(
    rule: TermRule, *, begin: dt.datetime, extensions: Sequence[Extending], steps: list[Step]
) -> dt.datetime:
    """The end before pauses."""
    sign = -1 if rule.backwards else 1
    ends = begin + sign * dt.timedelta(hours=rule.duration.amount)
    kind = StepKind.COUNTED_BACK if rule.backwards else StepKind.COUNTED
    steps.append(Step(kind=kind, values={"duration": rule.duration, "at": ends}))
    for extending in extensions:
        ends += dt.timedelta(hours=extending.by.amount)
        steps.append(Step(kind=StepKind.EXTENDED, values={"duration": extending.by, "at": ends}))
    return ends


def paused(
    ends: dt.datetime, *, begin: dt.datetime, pauses: Sequence[Pause], steps: list[Step]
) -> dt.datetime | None:
    """The end after pauses; None while one lasts."""
    for pause in pauses:
        start = max(_moment(pause.start), begin)
        if start >= ends or (pause.end is not None and _moment(pause.end) <= begin):
            steps.append(Step(kind=StepKind.PAUSE_OUTSIDE, values={"at": pause.start}))
            continue
        if pause.end is None:
            steps.append(Step(kind=StepKind.PAUSED_NOW, values={"at": start}))
            return None
        ends += _moment(pause.end) - start
        values = {"at": start, "restart": _moment(pause.end), "end": ends}
        steps.append(Step(kind=StepKind.PAUSED, values=values))
    return ends


def _moment(time: dt.date) -> dt.datetime:
    if not isinstance(time, dt.datetime):
        raise TypeError("checked before: a pause of a term in hours has moments")
    return time.astimezone(dt.UTC)
