"""Shorthand for the tests of the room: records with some values, and acts on them."""

import datetime as dt
from typing import Any

from tests.registers.examples import content_for, owner_for, prepare
from tests.site.people import somebody

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.seen import token_of

COORDINATOR, OFFICER, ELSEWHERE = "koen", "noor", "yara"


def in_days(number: int) -> dt.date:
    return today() + dt.timedelta(days=number)


def new(thing: str, *, reference: str = "N-1", **values: Any) -> Any:
    """A record of the coordinator, as the example says but for `values`."""
    register, who = register_named(thing), somebody(COORDINATOR)
    prepare(register, who=who)
    owner = owner_for(register, who)
    with acting(who):
        content = content_for(register, reference=reference, owner=owner)
    return actions.create(register, who=who, owner=owner, content={**content, **values})


def step(
    record: Any, edge: str, *, who: Acting | None = None, reason: str = "Reden", **changes: Any
) -> Any:
    """A step of the coordinator, or of somebody else."""
    return actions.step(
        register_of(record), who=who or somebody(COORDINATOR), key=record.key, edge=edge,
        changes=changes, reason=reason,
    )  # fmt: skip


def correct(record: Any, **changes: Any) -> Any:
    register, who = register_of(record), somebody(COORDINATOR)
    with acting(who):
        seen = token_of(register, key=record.key)
    return actions.correct(
        register, who=who, key=record.key, changes=changes, reason="Reden", seen=seen
    )


def register_of(record: Any) -> Any:
    from vijfluik.core.registers.registry import register_of as found

    return found(type(record))


def due(record: Any) -> dict[str, dt.date]:
    """Kind → last day of what is due of a record."""
    with acting(somebody(COORDINATOR)):
        rows = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def running(*, ends: int | None = 30, review: int | None = None, **values: Any) -> Any:
    """A partnership that runs; days from today until its end or its review."""
    record = new("partnerships", **values)
    return step(
        record,
        "start",
        started_on=in_days(-20),
        ends_on=None if ends is None else in_days(ends),
        review_on=None if review is None else in_days(review),
    )
