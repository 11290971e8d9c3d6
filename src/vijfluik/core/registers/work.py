"""What a person can do now, over all registers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from vijfluik.core.access.decisions import reach
from vijfluik.core.journal.recording import recorded_together
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import listed_records, named_by_key
from vijfluik.core.registers.declaration import Register, Term
from vijfluik.core.registers.registry import registers

DUE_SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """Something to do about a record, and the act that does it."""

    register: Register
    due: Due
    record: Any
    term: Term
    days: int

    @property
    def act(self) -> str:
        """The edge that answers it in one click."""
        return self.term.answer

    @property
    def label(self) -> str:
        """What must be done."""
        return str(self.term.label)

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.days < 0


def due_work(
    *,
    who: Acting,
    until: dt.date | None = None,
    of: Iterable[Register] | None = None,
    most: int = DUE_SHOWN,
) -> list[DueItem]:
    """What this person can do, the longest overdue first; nothing for who may do nothing.

    One query for the due dates, and for each register that has any one decision and one query.

    Args:
        until: the last day to look at; tomorrow when None.
        of: the registers to look at; all when None.
        most: how many to answer at most.
    """
    known = {register.thing: register for register in (registers() if of is None else of)}
    where = _where(who, known.values())
    if where is None:
        return []
    dues = list(_due_by(until or _tomorrow(), where=where)[:most])
    about = _about(dues, who=who, known=known)
    items = (due_item(due, register=known[due.register], about=about) for due in dues)
    return [item for item in items if item is not None]


def due_by_group(
    groups: Sequence[Sequence[Register]], *, who: Acting, most: int
) -> list[list[Due]]:
    """The due dates until tomorrow that this person can answer, per group, in one question.

    Args:
        groups: of registers, each register in one of them.
        most: how many to answer per group at most.
    """
    asked = [where for group in groups if (where := _where(who, group)) is not None]
    parts = [_due_by(_tomorrow(), where=where)[:most] for where in asked]
    if not parts:
        return [[] for _ in groups]
    first, *others = parts
    dues = list(first.union(*others, all=True) if others else first)
    dues.sort(key=lambda due: (due.due_on, due.key))
    things = [{register.thing for register in group} for group in groups]
    return [[due for due in dues if due.register in own] for own in things]


def due_item(due: Due, *, register: Register, about: Mapping[Any, Any]) -> DueItem | None:
    """What must be done about a record; None when it is not among `about`, or not to be done."""
    record = about.get(due.object_key)
    term = next((term for term in register.terms if term.kind == due.kind), None)
    if record is None or term is None:
        return None
    days = (due.due_on - today()).days
    return DueItem(register=register, due=due, record=record, term=term, days=days)


def _tomorrow() -> dt.date:
    return today() + dt.timedelta(days=1)


def _due_by(day: dt.date, *, where: Q) -> QuerySet[Due]:
    return Due.objects.filter(where, closed_at__isnull=True, due_on__lte=day)


def _where(who: Acting, known: Iterable[Register]) -> Q | None:
    """The due dates of registers in which this person may take a step; None for none."""
    found: Q | None = None
    for register in known:
        if not register.terms or reach(who=who, thing=register.thing, action="read").nowhere:
            continue
        actions = {register.edge(term.answer).action for term in register.terms}
        for action in sorted(actions):
            where = reach(who=who, thing=register.thing, action=action)
            if where.nowhere:
                continue
            kinds = [
                term.kind for term in register.terms if register.edge(term.answer).action == action
            ]
            part = Q(register=register.thing, kind__in=kinds)
            if not where.everywhere:
                part &= Q(organisation__in=where.organisations)
            found = part if found is None else found | part
    return found


def _about(dues: list[Due], *, who: Acting, known: dict[str, Register]) -> dict[Any, Any]:
    keys: defaultdict[str, list[Any]] = defaultdict(list)
    for due in dues:
        keys[due.register].append(due.object_key)
    about: dict[Any, Any] = {}
    with recorded_together():
        for thing, its in keys.items():
            with listed_records(known[thing], who=who) as (records, shown):
                found = named_by_key(known[thing], rows=records, keys=its)
                shown.showed(found, filters=["due"])
            about.update(found)
    return about
