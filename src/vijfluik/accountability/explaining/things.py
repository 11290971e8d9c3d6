"""What each cause did to a count of different things: every thing that came or went has one cause.

A thing may be named by several records. It came with the first cause, in the order of `Cause`, of
the records that brought it; it went with the first of those that took it along.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from django.db.backends.utils import CursorWrapper

from vijfluik.accountability.explaining.causes import Cause, Part
from vijfluik.accountability.explaining.steps import Way
from vijfluik.core.facts import compiling_changes
from vijfluik.core.facts.compiling_changes import OTHER
from vijfluik.core.facts.statements import Statement

Row = tuple[object, str, Sequence[str], Sequence[str]]


def parts_through(way: Way, *, cursor: CursorWrapper) -> tuple[Part, ...]:
    """Ask which things came and went, and by which records."""
    parts: list[Part] = []
    for step in way.steps:
        changes = way.changes(step)
        before, after = _ends(way, step)
        statement = compiling_changes.moved_things(changes, before=before, after=after)
        cursor.execute(statement.sql, statement.bound())
        parts += parts_of(cursor.fetchall(), step=step)
    return tuple(sorted(parts, key=lambda each: list(Cause).index(each.cause)))


def all_things(way: Way, *, cursor: CursorWrapper, after: bool) -> frozenset[str]:
    """The different things at one end of the way."""
    definition, moment = (way.after, way.until) if after else (way.before, way.since)
    statement = compiling_changes.things(
        definition.query,
        source=way.source,
        known=moment,
        days=moment,
        prefix="end_",
        into=way.into,
    )
    cursor.execute(statement.sql, statement.bound())
    return frozenset(thing for (thing,) in cursor.fetchall())


def parts_of(rows: Iterable[Row], *, step: Cause) -> list[Part]:
    """The parts of one step, from the records that brought or took along a thing; pure."""
    order = list(Cause)
    came: dict[str, Cause] = {}
    went: dict[str, Cause] = {}
    records: dict[Cause, list[str]] = {}
    for key, name, new, old in rows:
        cause = Cause(name) if name != OTHER else step
        records.setdefault(cause, []).append(str(key))
        for thing in new:
            came[thing] = min(came.get(thing, cause), cause, key=order.index)
        for thing in old:
            went[thing] = min(went.get(thing, cause), cause, key=order.index)
    return [
        Part(
            cause=cause,
            amount=Fraction(len(gained) - len(lost)),
            records=len(keys),
            came=gained,
            went=lost,
            keys=tuple(keys),
        )
        for cause, keys in records.items()
        for gained, lost in [(_with(came, cause), _with(went, cause))]
    ]


def _with(things: Mapping[str, Cause], cause: Cause) -> tuple[str, ...]:
    return tuple(sorted(thing for thing, one in things.items() if one is cause))


def _ends(way: Way, step: Cause) -> tuple[Statement, Statement]:
    """All things before and after a step."""
    first, last = way.since, way.until
    stages = {
        Cause.PERIOD: ((way.before, first, first), (way.before, first, last)),
        Cause.NEW: ((way.before, first, last), (way.before, last, last)),
        Cause.DEFINITION: ((way.before, last, last), (way.after, last, last)),
    }[step]
    before, after = (
        compiling_changes.things(
            definition.query,
            source=way.source,
            known=known,
            days=days,
            prefix=prefix,
            into=way.into,
        )
        for (definition, known, days), prefix in zip(stages, ("held_", "holds_"), strict=True)
    )
    return before, after
