"""Why a figure changed between two closed moments, in parts that add up exactly."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from django.db import connections
from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.explaining import fields, tallying, things
from vijfluik.accountability.explaining.causes import (
    Cause,
    Method,
    NotComparable,
    Part,
    Why,
)
from vijfluik.accountability.explaining.hiding import hiding_between
from vijfluik.accountability.explaining.steps import Way
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.computing import REPORT, values
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.divisions import (
    Division,
    counts_places,
    mergers_between,
)
from vijfluik.accountability.figures.library import in_force
from vijfluik.accountability.figures.queries import THING
from vijfluik.accountability.figures.versions import same_figure
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.facts.measures import Distinct, Ratio
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.partners.successions import Successions, successions
from vijfluik.core.versions.moments import close


class WrongOrder(ValueError):
    """The second moment does not lie after the first."""


def why(
    figure: str,
    *,
    before: dt.datetime,
    after: dt.datetime,
    division: Division = Division.THEN,
) -> Why:
    """Why a figure says something else as of the second moment than as of the first.

    Args:
        figure: the id of a definition.
        before: a closed moment.
        after: a later one.
        division: of `now`, each moment counts the municipalities of its own day.

    Raises:
        Refused: the actor may not read figures.
        UnknownFigure: no definition has this id.
        NotClosed: somebody may still write at a moment.
        WrongOrder: the moments do not follow one another.
        NotComparable: the versions of the definition are of different figures.
    """
    require(thing=THING, action="read")
    check_order(before, after)
    for moment in (before, after):
        close(moment, longest_wait=0)
    first, last = in_force(figure, as_of=before), in_force(figure, as_of=after)
    return explain(first, last, before=before, after=after, division=division)


def check_order(before: dt.datetime, after: dt.datetime) -> None:
    """Refuse moments that do not follow one another.

    Raises:
        WrongOrder: they do not.
    """
    if before >= after:
        raise WrongOrder(f"{after.isoformat()} does not lie after {before.isoformat()}")


def explain(
    first: Definition,
    last: Definition,
    *,
    before: dt.datetime,
    after: dt.datetime,
    division: Division = Division.THEN,
) -> Why:
    """As `why`, by the definitions that two receipts name.

    Raises:
        NotComparable: they are of different figures.
    """
    if not same_figure(first, last):
        raise NotComparable(f"{first.key} and {last.key} are not versions of one figure")
    way = Way(before=first, after=last, since=before, until=after)
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        if isinstance(first.query.measure, Ratio):
            found = _of_ratio(way, cursor=cursor)
        elif isinstance(first.query.measure, Distinct):
            found = _of_things(way, division=division, cursor=cursor)
        elif first.query.tallied:
            found = _of_amounts(way, cursor=cursor)
        else:
            found = _of_fields(way, cursor=cursor)
    _check(found)
    return _with_hiding(found)


def _with_hiding(found: Why) -> Why:
    """The answer with what publications of the two moments hide of the figure."""
    since, until = found.moments
    hiding = hiding_between(found.definition.id, before=since, after=until)
    parts = found.parts if hiding.part is None else (*found.parts, hiding.part)
    return replace(found, parts=parts, hides=hiding.hides)


def whole(definition: Definition) -> Definition:
    """A figure whose value is its parts, as the sum of them: a difference has one amount."""
    return replace(definition, split="") if definition.split else definition


def way_of(found: Why) -> Way:
    """The way of an answer, for the records behind one of its parts."""
    since, until = found.moments
    into = None
    if found.division is Division.NOW and counts_places(found.definition):
        into = _of_day(since).into
    return Way(
        before=found.before.definition,
        after=found.after.definition,
        since=since,
        until=until,
        into=into,
    )


def _ends(way: Way) -> tuple[Valued, Valued]:
    """What the figure says at both ends, as overviews say it."""
    [before] = values([whole(way.before)], as_of=way.since)
    [after] = values([whole(way.after)], as_of=way.until)
    return before, after


def _of_amounts(way: Way, *, cursor: CursorWrapper) -> Why:
    before, after = _ends(way)
    found = tallying.tally(way, cursor=cursor)
    return Why(
        before=before,
        after=after,
        division=Division.THEN,
        method=Method.ADDED,
        start=Fraction(found.before.number),
        end=Fraction(found.after.number),
        parts=tallying.added(found),
    )


def _of_ratio(way: Way, *, cursor: CursorWrapper) -> Why:
    found = tallying.tally(way, cursor=cursor)
    return Why(
        before=tallying.valued(found.before, definition=way.before, as_of=way.since),
        after=tallying.valued(found.after, definition=way.after, as_of=way.until),
        division=Division.THEN,
        method=Method.BENNET,
        start=found.before.hundredths,
        end=found.after.hundredths,
        parts=tallying.divided(found),
    )


def _of_fields(way: Way, *, cursor: CursorWrapper) -> Why:
    before, after = _ends(way)
    parts = fields.read_through(way, cursor=cursor)
    lengths = {fields.length_of(before), fields.length_of(after)} - {0}
    alike = len(lengths) < 2
    return Why(
        before=before,
        after=after,
        division=Division.THEN,
        method=Method.READ,
        start=fields.number_of(before) if alike else None,
        end=fields.number_of(after) if alike else None,
        parts=parts,
    )


def _of_things(way: Way, *, division: Division, cursor: CursorWrapper) -> Why:
    before, after = _ends(way)
    if division is Division.THEN or not counts_places(way.after):
        return Why(
            before=before,
            after=after,
            division=Division.THEN,
            method=Method.THINGS,
            start=_whole_number(before),
            end=_whole_number(after),
            parts=things.parts_through(way, cursor=cursor),
        )
    then, now = _of_day(way.since), _of_day(way.until)
    carried = replace(way, into=then.into)
    parts = things.parts_through(carried, cursor=cursor)
    start = len(things.all_things(carried, cursor=cursor, after=False))
    named = things.all_things(way, cursor=cursor, after=True)
    held, holds = _carried(named, then), _carried(named, now)
    boundary = Part(
        cause=Cause.BOUNDARY,
        amount=Fraction(len(holds) - len(held)),
        records=0,
        came=tuple(sorted(holds - held)),
        went=tuple(sorted(held - holds)),
    )
    return Why(
        before=replace(before, value=start),
        after=replace(after, value=len(holds)),
        division=Division.NOW,
        method=Method.THINGS,
        start=Fraction(start),
        end=Fraction(len(holds)),
        parts=(*parts, boundary) if boundary.went else parts,
        mergers=mergers_between(way.after, places=held - holds, known=now),
    )


def _whole_number(said: Valued) -> Fraction:
    """The value of a count of different things."""
    return Fraction(said.value) if isinstance(said.value, int) else Fraction(0)


def _carried(places: frozenset[str], known: Successions) -> frozenset[str]:
    return frozenset(str(known.into.get(int(place), place)) for place in places)


def _of_day(moment: dt.datetime) -> Successions:
    return successions(on=moment.astimezone(AMSTERDAM).date())


def _check(found: Why) -> None:
    """The promise of this room, kept before anybody is told anything.

    Raises:
        AssertionError: the parts do not add up to the difference.
    """
    amounts = [part.amount for part in found.parts]
    if found.difference is None or any(amount is None for amount in amounts):
        return
    total = sum((amount for amount in amounts if amount is not None), Fraction(0))
    if total != found.difference:
        raise AssertionError(
            f"{found.definition.key}: the parts are {total}, the difference {found.difference}"
        )
