"""Compartments within a register: a rule of scope "all" opens those of the actor, and no other.

A model says in `walled` which field holds the compartment that a record stands in. Its values are
things of the policy: who may read such a thing everywhere stands in that compartment. A record of
one's own organisation is seen in whatever compartment it stands; whose own that is, may follow from
the rules of another thing too, which the model names in `walled_own`.
"""

from typing import Any

from django.db.models import Q, QuerySet

from vijfluik.core.access.decisions import Reach, reach
from vijfluik.core.access.gate import acting_now, limited
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.declaration import Register


def reachable(register: Register, *, rows: QuerySet[Any], where: Reach) -> QuerySet[Any]:
    """The rows within a reach and its walls; row-level security says the same once more."""
    if not register.walled or not where.everywhere:
        return limited(rows, where=where, field=register.scope)
    inside = Q(**{f"{register.walled}__in": compartments(register, who=acting_now())})
    organisations = where.organisations | _own_by_another(register, who=acting_now())
    return rows.filter(inside | Q(**{f"{register.scope}__in": organisations}))


def walled_off(register: Register, *, record: Any, who: Acting, action: str) -> bool:
    """Whether a wall stands between the actor and a record that a rule for all would open."""
    if not register.walled:
        return False
    if getattr(record, register.walled) in compartments(register, who=who):
        return False
    where = reach(who=who, thing=register.thing, action=action)
    owner = register.owner_of(record)
    if owner in where.organisations:
        return False
    return owner not in _own_by_another(register, who=who)


def _own_by_another(register: Register, *, who: Acting) -> frozenset[str]:
    """Whose records the actor reads as its own by the rules of the thing that the model names."""
    if not register.walled_own:
        return frozenset()
    return reach(who=who, thing=register.walled_own, action="read").organisations


def compartments(register: Register, *, who: Acting) -> list[str]:
    """The compartments that the actor stands in."""
    field: Any = register.model._meta.get_field(register.walled)
    return [
        str(thing)
        for thing, _label in field.flatchoices
        if reach(who=who, thing=str(thing), action="read").everywhere
    ]
