"""From a record to the item of the programme that it belongs to, and how many records an item has.

Nobody declares the way: a record either says its item itself, or stands one foreign key away from
something that does (a training from its course).
"""

from functools import cache

from django.db.models import ForeignKey, Model

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require_somewhere
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


def count_of(register: Register, *, item: str) -> int | None:
    """How many records of an item the actor may see in a register; None when it may see none of
    the register at all, or when its records do not say their item.

    The reading is decided and journalled as that of the register's own list.
    """
    way = way_to_item(register.model)
    if way is None or reach(who=acting_now(), thing=register.thing, action="read").nowhere:
        return None
    where = require_somewhere(thing=register.thing, action="read")
    rows = reachable(register, rows=register.model._default_manager.all(), where=where)
    return rows.filter(**{way: item}).count()
