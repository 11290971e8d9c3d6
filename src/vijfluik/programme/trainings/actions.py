"""Every act on a training: typed, atomic, journalled.

Each opens a transaction in which `who` acts. Call it outside another transaction, so that it can
begin anew when somebody else's change came first. They raise, and then nothing was written
but the attempt in the journal:

    Refused       it may not be done, or there is no such training (also 404)
    Invalid       the values are not right; a list of faults by field
    EdgeRefused   the step cannot be taken from the state it is in
    Conflict      somebody changed the record after `seen`; with the merge
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import (
    RECORD_CHANGED,
    RECORD_CREATED,
    RECORD_STEPPED,
    RECORD_WITHDRAWN,
)
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.access import OBJECT_TYPE, THING, access_training
from vijfluik.programme.trainings.attempted import attempted
from vijfluik.programme.trainings.content import (
    NAMES,
    Content,
    changed,
    content_of,
    put_on,
)
from vijfluik.programme.trainings.faults import Fault, Invalid
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.lookups import read_lookups
from vijfluik.programme.trainings.merging import merge
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.retried import retried
from vijfluik.programme.trainings.rules import check
from vijfluik.programme.trainings.seen import content_seen, token_of
from vijfluik.programme.trainings.stepping import (
    CORRECT,
    REQUEST,
    keep_due,
    need_past,
    need_reason,
    record_step,
    step_row,
)
from vijfluik.programme.trainings.vocabulary import State


@retried
def request_training(*, who: Acting, provider: str, content: Content) -> Training:
    """Record a request, at the provider's organisation.

    Args:
        provider: the code of the provider's organisation.
        content: what is asked; `planned_on` and results stay empty.
    """
    with attempted(action=RECORD_CREATED, who=who), acting(who):
        require(thing=THING, action="create", organisation=provider, object_type=OBJECT_TYPE)
        _check(content, state=State.REQUESTED, provider=provider)
        training = Training(provider_id=provider, state=State.REQUESTED)
        put_on(training, content=content)
        _save(training, adding=True)
        step_row(
            who=who,
            training=training,
            edge=REQUEST,
            from_state="",
            business_date=content.requested_on,
            reason=who.reason,
        ).save(force_insert=True)
        keep_due(training)
        record(action=RECORD_CREATED, object_type=OBJECT_TYPE, object_key=training.key)
        return training


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
    # A day still to come is a fault of `held_on`, not of the step.
    on = min(held_on, today())
    return _step(who=who, key=key, edge="hold", changes=changes, on=on, seen=seen)


def cancel(
    *,
    who: Acting,
    key: uuid.UUID,
    reason: str,
    on: dt.date | None = None,
    seen: str | None = None,
) -> Training:
    """It will not be given; as a request it still counts."""
    return _step(who=who, key=key, edge="cancel", changes={}, on=on, reason=reason, seen=seen)


def reopen(*, who: Acting, key: uuid.UUID, reason: str, seen: str | None = None) -> Training:
    """Take a mistaken cancellation back; a day must be agreed anew."""
    return _step(
        who=who, key=key, edge="reopen", changes={"planned_on": None}, reason=reason, seen=seen
    )


def withdraw(*, who: Acting, key: uuid.UUID, reason: str, seen: str | None = None) -> Training:
    """The registration was an error: it counts nowhere any more and stays traceable."""
    return _step(who=who, key=key, edge="withdraw", changes={}, reason=reason, seen=seen)


@retried
def correct(
    *, who: Acting, key: uuid.UUID, changes: Mapping[str, object], reason: str, seen: str
) -> Training:
    """Put values right.

    Args:
        changes: field of `Content` → value. Fields that were the same when seen are no change, so
            a form may send all of them. The provider cannot change.
        seen: the token of the version that the person looked at (`Detail.seen`).
    """
    unknown = set(changes) - set(NAMES)
    if unknown:
        raise ValueError(f"a training has no fields named {sorted(unknown)}")
    acts = dataclasses.replace(who, reason=reason)
    with attempted(action=RECORD_CHANGED, who=acts, key=key), acting(acts):
        training = access_training(who=acts, key=key, action="correct", locked=True)
        need_reason(reason)
        _still_standing(training)
        before = content_of(training)
        was = content_seen(key=key, token=seen)
        mine = {name: value for name, value in changes.items() if getattr(was, name) != value}
        after = dataclasses.replace(before, **mine)  # type: ignore[arg-type]
        fields = changed(before=before, after=after)
        if not mine:
            raise Invalid([Fault(field="", wrong=_("er is niets gewijzigd"))])
        if not fields:
            # Somebody, or a double click, brought the same about already.
            return training
        if token_of(key) != seen:
            raise merge(key=key, was=was, theirs=before, mine=mine)
        _check(after, state=training.state, provider=training.provider_id)
        put_on(training, content=after)
        _save(training)
        step_row(
            who=acts,
            training=training,
            edge=CORRECT,
            from_state=training.state,
            business_date=today(),
            reason=reason,
        ).save(force_insert=True)
        keep_due(training)
        record(
            action=RECORD_CHANGED,
            object_type=OBJECT_TYPE,
            object_key=key,
            details={"fields": fields},
        )
        return training


@retried
def _step(
    *,
    who: Acting,
    key: uuid.UUID,
    edge: str,
    changes: Mapping[str, Any],
    on: dt.date | None = None,
    reason: str = "",
    seen: str | None = None,
) -> Training:
    """Take an edge of the lifecycle and write the values that come with it."""
    taken = LIFECYCLE.edge(edge)
    acts = dataclasses.replace(who, reason=reason)
    tried = RECORD_WITHDRAWN if edge == "withdraw" else RECORD_STEPPED
    with attempted(action=tried, who=acts, key=key), acting(acts):
        training = access_training(who=acts, key=key, action=taken.action, locked=True)
        from_state = training.state
        target = LIFECYCLE.target(name=edge, state=from_state)
        before = content_of(training)
        if seen is not None and token_of(key) != seen:
            raise merge(key=key, was=content_seen(key=key, token=seen), theirs=before, mine=changes)
        if taken.reason_asked:
            need_reason(reason)
        day = on or today()
        need_past(day, today=today())
        after = dataclasses.replace(before, **changes)
        _check(after, state=target, provider=training.provider_id)
        put_on(training, content=after)
        training.state = target
        _save(training)
        step_row(
            who=acts,
            training=training,
            edge=edge,
            from_state=from_state,
            business_date=day,
            reason=reason,
        ).save(force_insert=True)
        keep_due(training)
        record_step(training, from_state=from_state)
        return training


def _still_standing(training: Training) -> None:
    if training.state == State.WITHDRAWN:
        raise EdgeRefused(_("Deze training is ingetrokken; daaraan wordt niets meer gewijzigd."))


def _check(content: Content, *, state: str, provider: str) -> None:
    lookups = read_lookups()
    if provider not in lookups.providers:
        raise Invalid(
            [Fault(field="provider", wrong=_("onbekend"), right=_("een aanbieder uit de lijst"))]
        )
    faults = check(content, state=state, provider=provider, lookups=lookups, today=today())
    if faults:
        raise Invalid(faults)


def _save(training: Training, *, adding: bool = False) -> None:
    """Save; a reference that is taken becomes a fault, also when two submit it at once."""
    try:
        with transaction.atomic():
            training.save(force_insert=adding, force_update=not adding)
    except IntegrityError as error:
        if "training_reference_once" not in str(error):
            raise
        raise Invalid(
            [
                Fault(
                    field="reference",
                    wrong=_("deze aanbieder heeft al een training met kenmerk %(reference)s")
                    % {"reference": training.reference},
                    right=_("een ander kenmerk, of open de training die er al is"),
                )
            ]
        ) from None
