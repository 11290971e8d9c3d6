"""The milestones of a partnership beside one another in time: planned, expected and reached."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited, require_somewhere
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import WITHDRAWN, Mark
from vijfluik.core.versions.history import versions
from vijfluik.programme.partnerships.milestones.register import REGISTER
from vijfluik.programme.partnerships.models import Milestone

# At the edges a mark would be cut off.
_MARGIN = 3.0


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A day on the line, in parts per hundred of its length.

    kind: planned, past, forecast or reached.
    """

    kind: str
    at: str
    day: dt.date


@dataclass(frozen=True, kw_only=True)
class Line:
    """A milestone: its spots, and how many days it shifted from what was agreed."""

    key: Any
    title: str
    standing: Mark
    said: str
    planned: dt.date | None
    former: Sequence[dt.date]
    forecast: dt.date | None
    reached: dt.date | None
    spots: Sequence[Spot]
    shifted: int

    @property
    def state(self) -> str:
        """Its state as it stands in a mark."""
        return capfirst(str(self.standing.label))


@dataclass(frozen=True, kw_only=True)
class Year:
    """Where a year begins."""

    year: int
    at: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """All milestones of a partnership, the first to come first."""

    lines: Sequence[Line]
    years: Sequence[Year]
    today: str


def picture_of(partnership: Any, *, who: Acting) -> Picture | None:
    """The picture; None when there is none that this person may see.

    Reading it is decided and journalled as that of the list of milestones.
    """
    if reach(who=who, thing=REGISTER.thing, action="read").nowhere:
        return None
    where = require_somewhere(thing=REGISTER.thing, action="read")
    rows = limited(Milestone.objects.all(), where=where, field=REGISTER.scope)
    found = list(rows.filter(partnership=partnership.key).exclude(state=WITHDRAWN))
    if not found:
        return None
    return drawn(found, former=_former(found), now=today())


def drawn(
    milestones: Iterable[Milestone], *, former: dict[Any, list[dt.date]], now: dt.date
) -> Picture:
    """The picture of milestones on a day.

    Args:
        former: key → the days that were expected before, the first first.
    """
    told = sorted(milestones, key=lambda each: (_day(each) or dt.date.max, each.title))
    days = [day for each in told for day in _days(each, former=former.get(each.key, []))]
    scale = _Scale(first=min([*days, now]), last=max([*days, now]))
    return Picture(
        lines=[_line(each, former=former.get(each.key, []), scale=scale) for each in told],
        years=scale.years(),
        today=scale.at(now),
    )


class _Scale:
    """From days to places on the line, from the first of January to the last of December."""

    def __init__(self, *, first: dt.date, last: dt.date) -> None:
        self.first = dt.date(first.year, 1, 1)
        self.last = dt.date(last.year + 1, 1, 1)

    def at(self, day: dt.date) -> str:
        share = (day - self.first).days / (self.last - self.first).days
        return f"{_MARGIN + share * (100 - 2 * _MARGIN):.2f}%"

    def years(self) -> list[Year]:
        span = range(self.first.year, self.last.year)
        # No more than about eight words fit beside one another.
        step = max(1, -(-len(span) // 8))
        return [Year(year=year, at=self.at(dt.date(year, 1, 1))) for year in span[::step]]


def _former(milestones: Iterable[Milestone]) -> dict[Any, list[dt.date]]:
    """Key → the forecasts that were replaced, the first first."""
    now = {each.key: each.forecast_on for each in milestones}
    found: dict[Any, list[dt.date]] = {}
    rows = versions(Milestone).filter(key__in=list(now)).order_by("tx_from", "vid")
    for key, day in rows.values_list("key", "forecast_on"):
        days = found.setdefault(key, [])
        if day is not None and day != now[key] and day not in days:
            days.append(day)
    return found


def _line(milestone: Milestone, *, former: list[dt.date], scale: _Scale) -> Line:
    spots = [
        *_spots("planned", [milestone.planned_on], scale=scale),
        *_spots("past", former, scale=scale),
        *_spots("forecast", [milestone.forecast_on], scale=scale),
        *_spots("reached", [milestone.reached_on], scale=scale),
    ]
    return Line(
        key=milestone.key,
        title=milestone.title,
        standing=REGISTER.standing(milestone),
        said=milestone.planned_said,
        planned=milestone.planned_on,
        former=former,
        forecast=milestone.forecast_on,
        reached=milestone.reached_on,
        spots=spots,
        shifted=_shifted(milestone),
    )


def _spots(kind: str, days: Iterable[dt.date | None], *, scale: _Scale) -> list[Spot]:
    return [Spot(kind=kind, at=scale.at(day), day=day) for day in days if day is not None]


def _shifted(milestone: Milestone) -> int:
    """Days between what was agreed and what became of it; 0 when nothing says so."""
    day = milestone.reached_on or milestone.forecast_on
    if day is None or milestone.planned_on is None:
        return 0
    shifted: dt.timedelta = day - milestone.planned_on
    return shifted.days


def _day(milestone: Milestone) -> dt.date | None:
    day: dt.date | None = milestone.reached_on or milestone.forecast_on or milestone.planned_on
    return day


def _days(milestone: Milestone, *, former: list[dt.date]) -> list[dt.date]:
    found = [milestone.planned_on, milestone.forecast_on, milestone.reached_on, *former]
    return [day for day in found if day is not None]
