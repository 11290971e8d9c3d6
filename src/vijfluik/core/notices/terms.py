"""Terms of records, for who must act: whoever can do it where the record belongs."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from django.db.models import Q, QuerySet

from vijfluik.core.access.decisions import Reach, reach
from vijfluik.core.access.policy import Scope, policy
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.notices.models import Kind
from vijfluik.core.notices.moments import HORIZON
from vijfluik.core.notices.subjects import Subject, ahead
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import registers


def terms(who: Acting, on: dt.date) -> Iterator[Subject]:
    """Open terms that end within thirty days."""
    for due in dues(who, since=on, until=on + HORIZON):
        yield ahead(
            kind=Kind.TERM,
            thing=due.register,
            object_key=due.object_key,
            due=due.key,
            due_on=due.due_on,
            on=on,
        )


def dues(who: Acting, *, since: dt.date, until: dt.date) -> QuerySet[Due]:
    """The open due dates that `who` must answer, by day; both days included.

    Mijn werk shows what somebody can do. Told of it is who must: where some role answers it for its
    own organisation, who may answer it everywhere is told of its own records only.
    """
    parts = [part for register in registers() for part in _of_register(register, who=who)]
    if not parts:
        return Due.objects.none()
    return Due.objects.filter(
        # Put together at once: one by one each would be copied into the next.
        Q(*parts, _connector=Q.OR),
        closed_at__isnull=True,
        due_on__gte=since,
        due_on__lte=until,
    ).order_by("due_on", "key")


def _of_register(register: Register, *, who: Acting) -> Iterator[Q]:
    if not register.terms or reach(who=who, thing=register.thing, action="read").nowhere:
        return
    kinds: dict[str, list[str]] = {}
    for term in register.terms:
        kinds.setdefault(register.edge(term.answer).action, []).append(term.kind)
    for action, names in kinds.items():
        where = reach(who=who, thing=register.thing, action=action)
        if not where.nowhere:
            at = _at(where, who=who, thing=register.thing, action=action)
            yield Q(register=register.thing, kind__in=names) & at


def _at(where: Reach, *, who: Acting, thing: str, action: str) -> Q:
    if not where.everywhere:
        return Q(organisation__in=where.organisations)
    if (thing, action) not in _answered_by_owners():
        return Q()
    own = {grant.organisation for grant in who.actor.grants if grant.purpose == who.purpose}
    return Q(organisation__in=own)


@cache
def _answered_by_owners() -> frozenset[tuple[str, str]]:
    """Things and acts that some role may do for its own organisation."""
    return frozenset(
        (rule.thing, rule.action) for rule in policy().rules if rule.scope == Scope.OWN
    )
