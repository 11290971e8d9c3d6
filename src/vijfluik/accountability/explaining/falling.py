"""Which records made a figure fall: those that no longer count, and those that bring in less.

Time alone never makes a cumulative figure fall. When it does, records were withdrawn or corrected,
and that is shown beside the figure. They are found among what changed between the two moments, as
the parts of an answer are.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import connections

from vijfluik.accountability.explaining.causes import Cause
from vijfluik.accountability.explaining.steps import Way
from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts import compiling_changes
from vijfluik.core.facts.measures import Sum
from vijfluik.core.partners.acting import acting


@dataclass(frozen=True, kw_only=True)
class Fallen:
    """A record that brings in less than it did: before, and after (None: it no longer counts)."""

    key: str
    before: int
    after: int | None


def fallen_between(
    definition: Definition, *, before: dt.datetime, after: dt.datetime
) -> tuple[Fallen, ...]:
    """The records that bring in less than at an earlier closed moment, in the order of their keys.

    Raises:
        Refused: nobody acts.
        ValueError: the figure neither counts records nor adds them up.
    """
    if not definition.query.tallied:
        raise ValueError(f"{definition.key} is not made of what single records bring in")
    way = Way(before=definition, after=definition, since=before, until=after)
    adding = isinstance(definition.query.measure, Sum)
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        # What came into the period by time alone brought in nothing before, so it cannot fall.
        entered = set()
        if way.moves_on:
            moved_on = compiling_changes.numbers(way.changes(Cause.PERIOD))
            cursor.execute(moved_on.sql, moved_on.bound())
            entered = {str(row[0]) for row in cursor.fetchall()}
        changed = compiling_changes.numbers(way.changes(Cause.NEW))
        cursor.execute(changed.sql, changed.bound())
        rows = cursor.fetchall()
    found = []
    for key, counted, number, still, later in rows:
        if not counted or str(key) in entered:
            continue
        was = (number or 0) if adding else 1
        now = None if not still else (later or 0) if adding else 1
        if now is None or now < was:
            found.append(Fallen(key=str(key), before=was, after=now))
    return tuple(found)
