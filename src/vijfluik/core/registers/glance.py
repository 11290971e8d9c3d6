"""What an overview says of many registers: what stands open, what is due, what changed last.

Each register has its own tables, so asking them one by one takes as many questions as there are
registers, several times over. Here all of them are asked at once: one question for what is due, one
for what stands open, one for what changed and one for what was done to it. Only the records that
are shown are fetched by register, and each register has one event in the journal that names them.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import CharField, Count, QuerySet, Value
from django.utils import timezone

from vijfluik.core.journal.recording import recorded_together
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import access_records, listed_records, named_by_key
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.work import DueItem, due_by_group, due_item
from vijfluik.core.versions.history import version_model
from vijfluik.core.versions.tables import quoted

DUE, LATEST = "due", "latest"
# What ended longer ago is no news. Whoever may see few of many records would otherwise make
# PostgreSQL look through all versions that ever ended.
LATELY = dt.timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A record that changed, and the last step in its life."""

    register: Register
    record: Any
    edge: str
    at: Any


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What one group of registers has to say to one reader.

    open: register → state → number of records, for the states that a register counts as open.
    """

    open: Mapping[str, Mapping[str, int]]
    due: Sequence[DueItem]
    changed: Sequence[Changed]


def glances(
    groups: Sequence[Sequence[Register]],
    *,
    who: Acting,
    counted: Sequence[Register],
    due: int,
    changes: int,
) -> list[Glance]:
    """Look at groups of registers at once; the answers stand in the order of the groups.

    Args:
        groups: registers that the reader may enter, each in one group.
        who: the reader.
        counted: the registers of which the open records are counted.
        due: how many that are due, per group, at most.
        changes: how many that changed, per group, at most.

    Raises:
        Refused: the reader may not enter one of them.
    """
    entered = {register.thing: register for group in groups for register in group}
    dues = due_by_group(groups, who=who, most=due)
    ended = _ended(entered.values(), most=changes)
    latest = [
        _latest(ended, of={register.thing for register in group})[:changes] for group in groups
    ]
    wanted: dict[str, dict[str, set[uuid.UUID]]] = defaultdict(lambda: defaultdict(set))
    for each in chain(*dues):
        wanted[each.register][DUE].add(each.object_key)
    for thing, key, _ended_at in chain(*latest):
        wanted[thing][LATEST].add(key)
    records: dict[uuid.UUID, Any] = {}
    with recorded_together():
        for thing, keys in wanted.items():
            records |= _shown(entered[thing], who=who, keys=keys)
    steps = _last_steps({thing: keys[LATEST] for thing, keys in wanted.items()}, entered=entered)
    # After the lists: what their events tell already, the journal is not told again.
    counts = _open(counted, who=who)
    return [
        Glance(
            open={register.thing: counts.get(register.thing, {}) for register in group},
            due=[
                item
                for each in dues_here
                if (item := due_item(each, register=entered[each.register], about=records))
            ],
            changed=_changed(latest_here, entered=entered, records=records, steps=steps),
        )
        for group, dues_here, latest_here in zip(groups, dues, latest, strict=True)
    ]


def _moment(change: tuple[str, uuid.UUID, Any]) -> Any:
    return change[2]


def _latest(
    ended: Iterable[tuple[str, uuid.UUID, Any]], *, of: set[str]
) -> list[tuple[str, uuid.UUID, Any]]:
    return sorted((each for each in ended if each[0] in of), key=_moment, reverse=True)


def _together(parts: Sequence[QuerySet[Any]]) -> list[Any]:
    """The answers to several questions of one shape, asked as one."""
    if not parts:
        return []
    first, *others = parts
    return list(first.union(*others, all=True) if others else first)


def _named(register: Register) -> Value:
    return Value(register.thing, output_field=CharField())


def _open(counted: Sequence[Register], *, who: Acting) -> dict[str, dict[str, int]]:
    """Register → state → how many the reader may see."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    parts = [
        access_records(register, who=who)
        .filter(state__in=list(register.words.open))
        .order_by()
        .values("state")
        .annotate(thing=_named(register), number=Count("key"))
        .values_list("thing", "state", "number")
        for register in counted
    ]
    for thing, state, number in _together(parts):
        found[thing][state] = number
    return found


def _ended(entered: Iterable[Register], *, most: int) -> list[tuple[str, uuid.UUID, Any]]:
    """Register, key and moment of the versions that ended lately, as many of each register.

    By the index on their end; the steps have none on their moment alone. Written here: there is a
    part for each register, and all of them differ in the name of the table only.
    """
    parts: list[str] = []
    values: list[str | int | dt.datetime] = []
    for register in entered:
        meta = version_model(register.model)._meta
        key = quoted(str(register.model._meta.pk.column))
        parts.append(
            f"(SELECT %s, {key}, tx_to FROM {quoted(meta.db_table)}"
            " WHERE tx_to >= %s AND tx_to < 'infinity' ORDER BY tx_to DESC LIMIT %s)"
        )
        values += [register.thing, timezone.now() - LATELY, most]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


def _shown(
    register: Register, *, who: Acting, keys: Mapping[str, set[uuid.UUID]]
) -> dict[uuid.UUID, Any]:
    """The records of one register, and the event that says who saw them."""
    with listed_records(register, who=who) as (rows, shown):
        every = set().union(*keys.values())
        found = named_by_key(register, rows=rows, keys=every)
        shown.showed(found, filters=list(keys))
    return found


def _last_steps(
    wanted: Mapping[str, set[uuid.UUID]], *, entered: Mapping[str, Register]
) -> dict[uuid.UUID, tuple[str, Any]]:
    """Key of a record → its last edge and the moment of it."""
    parts = [
        entered[thing]
        .steps._default_manager.filter(**{f"{entered[thing].step_link}__in": keys})
        .order_by()
        .values_list(f"{entered[thing].step_link}_id", "edge", "registered_at")
        for thing, keys in wanted.items()
        if keys
    ]
    steps = sorted(_together(parts), key=_moment)
    return {key: (edge, at) for key, edge, at in steps}


def _changed(
    changes: Sequence[tuple[str, uuid.UUID, Any]],
    *,
    entered: Mapping[str, Register],
    records: Mapping[uuid.UUID, Any],
    steps: Mapping[uuid.UUID, tuple[str, Any]],
) -> list[Changed]:
    """Each record once, however often it changed, the latest step first."""
    found = {
        key: Changed(
            register=entered[thing], record=records[key], edge=steps[key][0], at=steps[key][1]
        )
        for thing, key, _ended_at in changes
        if key in records and key in steps
    }
    return sorted(found.values(), key=lambda each: each.at, reverse=True)
