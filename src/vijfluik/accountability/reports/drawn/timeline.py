"""A timeline of milestones: a day is a point, a month or a year the stretch that it may lie in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn
from vijfluik.accountability.reports.drawn.canvas import HAIR, INK, LINE, WIDTH, Canvas
from vijfluik.accountability.reports.drawn.fills import fill
from vijfluik.accountability.reports.drawn.stacked import BAND, stacked
from vijfluik.accountability.reports.drawn.tabled import per_row
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.partners.queries import months_after

_DAY, _MONTH = 10, 7
_EDGE = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something was: half-open days; a single day when it is known to the day."""

    start: dt.date
    end: dt.date

    @property
    def day(self) -> bool:
        """Whether it is one day."""
        return (self.end - self.start).days == 1


def timeline(asked: Asked) -> Drawn:
    """A row per milestone in the order of time, under a scale of years."""
    dated = [(row, stretch_of(row, computed=asked.computed)) for row in asked.rows]
    dated.sort(key=lambda pair: (pair[1] is None, pair[1].start if pair[1] else dt.date.max))
    stretches = [stretch for _, stretch in dated if stretch is not None]
    canvas = Canvas()
    labels = [(row.label, asked.short(row.figure)) for row, _ in dated]
    if stretches:
        _draw(canvas, labels=labels, stretches=[each for _, each in dated], colour=asked.colour)
    else:
        list(stacked(canvas, labels))
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, known=[row for row, stretch in dated if stretch is not None]),
        values=tuple(f"{label}: {value}" for label, value in labels),
        table=per_row(asked, status=True),
    )


def stretch_of(row: AskedRow, *, computed: Mapping[str, Computed]) -> Stretch | None:
    """When a figure lies in time, as precisely as it says; None when it says no date."""
    figure = row.figure
    if figure is None:
        return None
    read = computed[figure.id].read
    if read is None or not read.values:
        return None
    parts = [_stretch(value) for value in read.values]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return None
    return Stretch(known[0].start, known[-1].end)


def _stretch(value: int | str) -> Stretch | None:
    text = str(value)
    try:
        if len(text) == _DAY:
            day = dt.date.fromisoformat(text)
            return Stretch(day, day + dt.timedelta(days=1))
        if len(text) == _MONTH:
            first = dt.date.fromisoformat(f"{text}-01")
            return Stretch(first, months_after(first, months=1))
        return Stretch(dt.date(int(text), 1, 1), dt.date(int(text) + 1, 1, 1))
    except ValueError:
        return None


def _draw(
    canvas: Canvas,
    *,
    labels: list[tuple[str, str]],
    stretches: list[Stretch | None],
    colour: str,
) -> None:
    known = [each for each in stretches if each is not None]
    first = min(each.start for each in known).year
    last = max(each.end - dt.timedelta(days=1) for each in known).year + 1
    begin = dt.date(first, 1, 1)
    days = (dt.date(last, 1, 1) - begin).days

    def at(day: dt.date) -> float:
        return _EDGE + (day - begin).days / days * (WIDTH - 2 * _EDGE)

    years = range(first, last + 1)
    every = max(1, -(-len(years) // 8))
    for year in years:
        x = at(dt.date(year, 1, 1))
        canvas.line(points=[(x, LINE + 3), (x, LINE + 9)])
        if (year - first) % every == 0 and year < last:
            middle = (x + at(dt.date(min(year + every, last), 1, 1))) / 2
            canvas.text(str(year), x=middle if every == 1 else x, y=LINE - 3, anchor="middle")
    canvas.line(points=[(_EDGE, LINE + 9), (WIDTH - _EDGE, LINE + 9)])
    uncertain = fill(canvas, 1, colour=colour)
    for each, place in zip(stretches, stacked(canvas, labels, top=LINE + 14), strict=True):
        canvas.line(points=[(_EDGE, place.middle), (WIDTH - _EDGE, place.middle)], colour=HAIR)
        for year in years:
            x = at(dt.date(year, 1, 1))
            canvas.line(points=[(x, place.top), (x, place.bottom)], colour=HAIR)
        if each is None:
            continue
        if each.day:
            _diamond(canvas, x=at(each.start), y=place.middle, colour=colour)
        else:
            x = at(each.start)
            width = max(at(each.end) - x, 6)
            canvas.rect(x=x, y=place.top + 2, width=width, height=BAND - 4, fill=uncertain)
    canvas.line(points=[(_EDGE, place.bottom + 6), (WIDTH - _EDGE, place.bottom + 6)], colour=INK)


def _diamond(canvas: Canvas, *, x: float, y: float, colour: str) -> None:
    r = BAND / 2
    path = f"M{x:.1f} {y - r:.1f} L{x + r:.1f} {y:.1f} L{x:.1f} {y + r:.1f} L{x - r:.1f} {y:.1f} Z"
    canvas.shape(path, fill=colour, bottom=y + r)


def _sentence(asked: Asked, *, known: list[AskedRow]) -> tuple[Inline, ...]:
    ends = [row.figure for row in (known[:1] + known[-1:]) if row.figure is not None]
    if not ends:
        return (Text(f"{asked.caption}: {asked.nothing}."),)
    before, between = asked.words.first_last.split("{first}")
    between, after = between.split("{last}")
    first, last = ends
    return (
        Text(f"{asked.caption}: {before}"),
        asked.said(first),
        Text(between),
        asked.said(last),
        Text(f"{after}."),
    )
