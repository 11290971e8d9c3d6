"""The course of a figure over moments, with the place at which its definition changed."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from vijfluik.accountability.explaining.causes import Why
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.computing import values
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import in_force, library
from vijfluik.accountability.figures.pages_words import exact_text, language_of_page
from vijfluik.accountability.figures.series import require_seen
from vijfluik.core.facts.periods import midnight
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language

POINTS = 6
HIGHEST = 100
TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True)
class CoursePoint:
    """A bar of the course. outlined: of the later version; marked: its first bar."""

    label: str
    value: str
    status: str
    height: int
    outlined: bool
    marked: bool


def course_of(found: Why) -> list[CoursePoint]:
    """The figure at some moments between the two, when its definition changed in between.

    Just before and at the change there is a bar, so that the break is seen where it is. Nothing for
    a figure without numbers, or of one definition.

    Raises:
        UnseenBreak: a version begins at a bar without a mark; no drawing may show that.
    """
    if not found.redefined or found.start is None or found.end is None:
        return []
    moments = moments_of(found)
    said = [values([in_force(found.definition.id, as_of=each)], as_of=each)[0] for each in moments]
    marked = firsts(said)
    require_seen([each.definition for each in said], marked={each.key for each in marked})
    highest = max((Decimal(each.number or 0) for each in said), default=Decimal(0)) or Decimal(1)
    seen: set[str] = set()
    points = []
    for each in said:
        first = each.definition in marked and each.definition.key not in seen
        seen.add(each.definition.key)
        points.append(
            CoursePoint(
                label=formatting.short_day(each.as_of, language=page_language()),
                value=exact_text(each),
                status=each.definition.status.in_language(language_of_page()),
                height=round(max(Decimal(each.number or 0), Decimal(0)) / highest * HIGHEST),
                outlined=each.definition.version != found.before.definition.version,
                marked=first,
            )
        )
    return points


def moments_of(found: Why) -> list[dt.datetime]:
    """Evenly spread moments with both ends, and the two sides of each change of definition."""
    since, until = found.moments
    spread = [since + (until - since) * at / (POINTS - 1) for at in range(POINTS)]
    first, last = sorted((found.before.definition.version, found.after.definition.version))
    edges = []
    for version in range(first + 1, last + 1):
        day = version_day(found.definition.id, version=version)
        edges += [midnight(day) - TICK, midnight(day)]
    return sorted({*spread, *(each for each in edges if since < each < until)})


def version_day(figure: str, *, version: int) -> dt.date:
    """The day on which a version begins to hold."""
    return library()[figure][version - 1].valid_from


def firsts(said: list[Valued]) -> list[Definition]:
    """The definitions that come after another one."""
    order = list(dict.fromkeys(each.definition.key for each in said))
    return [each.definition for each in said if order.index(each.definition.key)]
