"""What each cause did to a value that is read from a record, or was supplied by others.

The causes are taken one after another: first what was withdrawn, then what was put right, then what
changed its state, then what is new; after each the value is read again. Where it cannot be read
halfway (the old record is gone and the new one is not there yet) the causes are one: another record
gives the value.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.explaining.causes import Cause, Part
from vijfluik.accountability.explaining.steps import Way
from vijfluik.accountability.figures.answers import said_by
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts import compiling_records
from vijfluik.core.facts.measures import Field, Official
from vijfluik.core.registers.declaration import WITHDRAWN

ORDER = (Cause.WITHDRAWN, Cause.CORRECTED, Cause.STATE, Cause.NEW)
DAY, MONTH = 10, 7
MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Held:
    """A record that a figure reads: its fields, and the event by which they stand in order."""

    event: str
    fields: tuple[object, ...]


Records = Mapping[str, Held]
States = Mapping[str, str]


def read_through(way: Way, *, cursor: CursorWrapper) -> tuple[Part, ...]:
    """Ask what the records said before and after, and read the value after each cause."""
    before = records_of(way.before, known=way.since, cursor=cursor)
    after = records_of(way.before, known=way.until, cursor=cursor)
    keys = sorted(before.keys() | after.keys())
    then = states_of(way, keys=keys, known=way.since, cursor=cursor)
    now = states_of(way, keys=keys, known=way.until, cursor=cursor)
    causes = {
        key: cause_of(key, before=before, after=after, then=then, now=now)
        for key in keys
        if before.get(key) != after.get(key)
    }
    parts = [
        *steps_through(
            before,
            after,
            causes=causes,
            definition=way.before,
            moments=(way.since, way.until),
        )
    ]
    if way.redefined:
        last = valued(way.before, after, as_of=way.until)
        redefined = records_of(way.after, known=way.until, cursor=cursor)
        ended = valued(way.after, redefined, as_of=way.until)
        both = sorted(after.keys() | redefined.keys())
        changed = [key for key in both if after.get(key) != redefined.get(key)]
        parts.append(_part(Cause.DEFINITION, last, ended, keys=changed))
    return tuple(parts)


def steps_through(
    before: Records,
    after: Records,
    *,
    causes: Mapping[str, Cause],
    definition: Definition,
    moments: tuple[dt.datetime, dt.datetime],
) -> Iterable[Part]:
    """The parts, in the order of the causes; pure."""
    held = dict(before)
    said = valued(definition, held, as_of=moments[0])
    end = valued(definition, after, as_of=moments[1])
    waiting: list[Cause] = []
    behind: list[str] = []
    for cause in ORDER:
        keys = [key for key, one in causes.items() if one is cause]
        if not keys:
            continue
        for key in keys:
            held.pop(key, None)
            if key in after:
                held[key] = after[key]
        waiting.append(cause)
        behind += keys
        then = valued(definition, held, as_of=moments[1])
        if readable(then) or (not readable(end) and not readable(said)):
            name = waiting[0] if len(waiting) == 1 else Cause.REPLACED
            yield _part(name, said, then, keys=behind)
            said, waiting, behind = then, [], []
    if waiting:
        name = waiting[0] if len(waiting) == 1 else Cause.REPLACED
        yield _part(name, said, end, keys=behind)


def cause_of(key: str, *, before: Records, after: Records, then: States, now: States) -> Cause:
    """Why a record says something else to a figure than it did; pure."""
    if key not in then:
        return Cause.NEW
    if key not in now or now[key] == WITHDRAWN:
        return Cause.WITHDRAWN
    if (key in before) is not (key in after) and then[key] != now[key]:
        return Cause.STATE
    return Cause.CORRECTED


def records_of(
    definition: Definition, *, known: dt.datetime, cursor: CursorWrapper
) -> dict[str, Held]:
    """The records that a definition reads as known at a moment, by key."""
    statement = compiling_records.read(definition.query, known=known)
    cursor.execute(statement.sql, statement.bound())
    return {
        key: Held(event=event or "", fields=tuple(json.loads(fields)))
        for key, event, fields in cursor.fetchall()
    }


def states_of(
    way: Way, *, keys: Sequence[str], known: dt.datetime, cursor: CursorWrapper
) -> dict[str, str]:
    """The states of records that were known at a moment, by key."""
    statement = compiling_records.states(source=way.source, keys=keys, known=known)
    cursor.execute(statement.sql, statement.bound())
    return dict(cursor.fetchall())


def valued(definition: Definition, records: Records, *, as_of: dt.datetime) -> Valued:
    """What a figure says of these records."""
    ordered = sorted(records.items(), key=lambda pair: (pair[1].event, pair[0]))
    rows = tuple(each.fields for _key, each in ordered)
    return Valued(
        definition=definition,
        as_of=as_of,
        records=len(rows),
        **said_by(rows, definition=definition),
    )


def readable(said: Valued) -> bool:
    """Whether there is a value, in numbers or in words."""
    return said.value is not None or said.supplied is not None


def number_of(said: Valued) -> Fraction | None:
    """A value that is read as a number: days, months or years since the first, or as it is."""
    value = said.value
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if not isinstance(value, str) or isinstance(said.definition.query.measure, Official):
        return None
    try:
        if len(value) == DAY:
            return Fraction(dt.date.fromisoformat(value).toordinal())
        if len(value) == MONTH:
            day = dt.date.fromisoformat(f"{value}-01")
            return Fraction(day.year * MONTHS + day.month)
    except ValueError:
        return None
    return None


def length_of(said: Valued) -> int:
    """How long a text of a day is: of what sort two of them are."""
    is_text = isinstance(said.value, str) and isinstance(said.definition.query.measure, Field)
    return len(str(said.value)) if is_text else 0


def _part(cause: Cause, before: Valued, after: Valued, *, keys: Sequence[str]) -> Part:
    start, end = number_of(before), number_of(after)
    known = start is not None and end is not None and length_of(before) == length_of(after)
    return Part(
        cause=cause,
        amount=end - start if known and start is not None and end is not None else None,
        records=len(keys),
        said=(before, after),
        keys=tuple(keys),
    )
