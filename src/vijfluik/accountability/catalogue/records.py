"""From a record to the item of the programme that it belongs to, and how many records an item has.

Nobody declares the way: a record either says its item itself, or stands one foreign key away from
something that does (a training from its course).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.models import CharField, Count, ForeignKey, Model, QuerySet, Value

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require_somewhere
from vijfluik.core.journal.recording import recorded_together
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.walls import reachable

FIELD = "item"


@cache
def way_to_item(model: type[Model]) -> str | None:
    """The lookup from a kind of record to its item, such as `course__item`; None without one."""
    if _says_item(model):
        return FIELD
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and _says_item(field.related_model):
            return f"{field.name}__{FIELD}"
    return None


def _says_item(model: type[Model] | str) -> bool:
    if isinstance(model, str):
        return False
    return any(field.name == FIELD for field in model._meta.concrete_fields)


def counts_of(registers: Sequence[Register], *, item: str) -> dict[str, int]:
    """How many records of an item the actor may see in each register, by its thing; without those
    of which it may see nothing at all and those whose records do not say their item.

    The reading of each is decided and journalled as that of the register's own list; all are
    counted by one question.
    """
    readable = [each for each in registers if way_to_item(each.model) and _read_somewhere(each)]
    with recorded_together():
        asked = [_counted(each, item=item) for each in readable]
    found: dict[str, int] = {each.thing: 0 for each in readable}
    if asked:
        found.update(asked[0].union(*asked[1:], all=True))
    return found


def _read_somewhere(register: Register) -> bool:
    return not reach(who=acting_now(), thing=register.thing, action="read").nowhere


def _counted(register: Register, *, item: str) -> "QuerySet[Any]":
    """A row with the register's thing and the number; none at all instead of zero."""
    where = require_somewhere(thing=register.thing, action="read")
    rows = reachable(register, rows=register.model._default_manager.all(), where=where)
    of_item = rows.filter(**{str(way_to_item(register.model)): item}).order_by()
    named = of_item.annotate(thing=Value(register.thing, output_field=CharField()))
    found: QuerySet[Any] = named.values("thing").annotate(records=Count("*"))
    return found.values_list("thing", "records")
