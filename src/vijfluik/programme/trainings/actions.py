"""The acts on a training with their own arguments; errors as in `core.registers.actions`."""

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers import actions
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER


def request_training(*, who: Acting, provider: str, content: Mapping[str, Any]) -> Training:
    """Record a request, at the provider's organisation.

    Args:
        provider: the code of the provider's organisation.
        content: what is asked; `planned_on` and results stay empty.
    """
    made: Training = actions.create(REGISTER, who=who, owner=provider, content=content)
    return made


def plan(
    *,
    who: Acting,
    key: uuid.UUID,
    planned_on: dt.date,
    on: dt.date | None = None,
    seen: str | None = None,
) -> Training:
    """Agree on a day. `on` is the day it was agreed, today when None."""
    return _step(
        who=who, key=key, edge="plan", changes={"planned_on": planned_on}, on=on, seen=seen
    )


def replan(
    *,
    who: Acting,
    key: uuid.UUID,
    planned_on: dt.date,
    reason: str,
    on: dt.date | None = None,
    seen: str | None = None,
) -> Training:
    """Move it to another day; the day before stays in the history."""
    return _step(
        who=who,
        key=key,
        edge="replan",
        changes={"planned_on": planned_on},
        on=on,
        reason=reason,
        seen=seen,
    )


def hold(
    *,
    who: Acting,
    key: uuid.UUID,
    held_on: dt.date,
    participants: int,
    participants_primary: int | None = None,
    participants_secondary: int | None = None,
    participants_vocational: int | None = None,
    rating: Decimal | None = None,
    rating_responses: int | None = None,
    seen: str | None = None,
) -> Training:
    """Record that it was given, on a day that is not still to come, and to how many.

    Args:
        participants: seats taken; the same person twice is two.
        participants_primary: of these from PO; likewise VO and MBO.
        rating: the mean mark of the evaluation, 1 to 10.
    """
    changes = {
        "held_on": held_on,
        "participants": participants,
        "participants_primary": participants_primary,
        "participants_secondary": participants_secondary,
        "participants_vocational": participants_vocational,
        "rating": rating,
        "rating_responses": rating_responses,
    }
    return _step(who=who, key=key, edge="hold", changes=changes, seen=seen)


def cancel(
    *,
    who: Acting,
    key: uuid.UUID,
    reason: str,
    on: dt.date | None = None,
    seen: str | None = None,
) -> Training:
    """It will not be given; as a request it still counts."""
    return _step(who=who, key=key, edge="cancel", on=on, reason=reason, seen=seen)


def reopen(*, who: Acting, key: uuid.UUID, reason: str, seen: str | None = None) -> Training:
    """Take a mistaken cancellation back; a day must be agreed anew."""
    return _step(who=who, key=key, edge="reopen", reason=reason, seen=seen)


def withdraw(*, who: Acting, key: uuid.UUID, reason: str, seen: str | None = None) -> Training:
    """The registration was an error: it counts nowhere any more and stays traceable."""
    return _step(who=who, key=key, edge="withdraw", reason=reason, seen=seen)


def correct(
    *, who: Acting, key: uuid.UUID, changes: Mapping[str, object], reason: str, seen: str
) -> Training:
    """Put values right; arguments as in `core.registers.actions.correct`."""
    done: Training = actions.correct(
        REGISTER, who=who, key=key, changes=changes, reason=reason, seen=seen
    )
    return done


def _step(*, who: Acting, key: uuid.UUID, edge: str, **more: Any) -> Training:
    taken: Training = actions.step(REGISTER, who=who, key=key, edge=edge, **more)
    return taken
