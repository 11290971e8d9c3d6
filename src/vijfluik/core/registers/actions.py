"""Every act on a record of a register: typed, atomic, journalled.

Each opens a transaction in which `who` acts. Call it outside another transaction, so that it can
begin anew when somebody else's change came first. They raise, and then nothing was written
but the attempt in the journal:

    Refused       it may not be done, or there is no such record (also 404)
    Invalid       the values are not right; a list of faults by field
    EdgeRefused   the step cannot be taken from the state it is in
    Conflict      somebody changed the record after `seen`; with the merge
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.journal.vocabulary import (
    RECORD_CHANGED,
    RECORD_CREATED,
    RECORD_STEPPED,
    RECORD_WITHDRAWN,
)
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import access_record, subjects_of
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.checking import agreed_faults, need_right
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import changed, completed, content_of, emptied, put_on
from vijfluik.core.registers.declaration import CORRECT, WITHDRAW, WITHDRAWN, About, Register
from vijfluik.core.registers.destroying import destroy
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.merging import merge
from vijfluik.core.registers.retried import retried
from vijfluik.core.registers.saving import save
from vijfluik.core.registers.seen import content_seen, token_of
from vijfluik.core.registers.stepping import (
    keep_due,
    need_past,
    need_reason,
    need_second_person,
    record_step,
    set_due,
    step_row,
)


@retried
def create(register: Register, *, who: Acting, owner: str, content: Mapping[str, Any]) -> Any:
    """Record something new, at the organisation that owns it.

    Args:
        owner: the code of the organisation.
        content: field → value; what is not given is the model's default.
    """
    with attempted(action=RECORD_CREATED, who=who, object_type=register.object_type), acting(who):
        require(
            thing=register.thing,
            action="create",
            organisation=owner,
            object_type=register.object_type,
        )
        initial = register.lifecycle.initial
        whole = completed(register, values=content)
        _need_right(register, content=whole, state=initial, owner=owner)
        record: Any = register.model(**{f"{register.scope}_id": owner}, state=initial)
        put_on(register, record=record, content=whole)
        save(register, record=record, adding=True)
        step_row(
            register,
            who=who,
            record=record,
            edge=register.lifecycle.opening,
            from_state="",
            business_date=opened_on(register, record=record),
            reason=who.reason,
        ).save(force_insert=True)
        set_due(register, record=record)
        journal(
            action=RECORD_CREATED,
            object_type=register.object_type,
            object_key=record.key,
            subjects=subjects_of(register, keys=[record.key]),
        )
        return record


@retried
def correct(
    register: Register,
    *,
    who: Acting,
    key: uuid.UUID,
    changes: Mapping[str, object],
    reason: str,
    seen: str,
) -> Any:
    """Put values right.

    Args:
        changes: field → value. Fields that were the same when seen are no change, so a form may
            send all of them. The owner cannot change.
        seen: the token of the version that the person looked at (`Detail.seen`).
    """
    unknown = set(changes) - set(register.names)
    if unknown:
        raise ValueError(f"{register.thing} has no fields named {sorted(unknown)}")
    acts = dataclasses.replace(who, reason=register.reason_kept(reason, edge=CORRECT))
    tried = attempted(action=RECORD_CHANGED, who=acts, key=key, object_type=register.object_type)
    with tried, acting(acts):
        record = access_record(register, who=acts, key=key, action="correct", locked=True)
        need_reason(acts.reason)
        _still_standing(record)
        before = content_of(register, record=record)
        was = content_seen(register, key=key, token=seen)
        mine = {name: value for name, value in changes.items() if was[name] != value}
        after = before.replaced(mine)
        fields = changed(register, before=before, after=after)
        if not mine:
            raise Invalid([Fault(field="", wrong=_("er is niets gewijzigd"))])
        _need_no_agreed(register, changes=mine)
        if not fields:
            # Somebody, or a double click, brought the same about already.
            return record
        if token_of(register, key=key) != seen:
            raise merge(register, key=key, was=was, theirs=before, mine=mine)
        _need_right(
            register,
            content=after,
            state=record.state,
            owner=register.owner_of(record),
            key=record.key,
        )
        put_on(register, record=record, content=after)
        save(register, record=record)
        step_row(
            register,
            who=acts,
            record=record,
            edge=CORRECT,
            from_state=record.state,
            business_date=today(),
            reason=acts.reason,
        ).save(force_insert=True)
        keep_due(register, record=record)
        journal(
            action=RECORD_CHANGED,
            object_type=register.object_type,
            object_key=key,
            details={"fields": fields},
            subjects=subjects_of(register, keys=[key]),
        )
        return record


@retried
def step(
    register: Register,
    *,
    who: Acting,
    key: uuid.UUID,
    edge: str,
    changes: Mapping[str, Any] | None = None,
    on: dt.date | None = None,
    reason: str = "",
    seen: str | None = None,
) -> Any:
    """Take an edge of the lifecycle and write the values that come with it.

    Args:
        changes: field → value, of the fields that come with the step.
        on: the day on which it was true; that of the field which the act names, or today.
        seen: as in `correct`; None when nobody looked.
    """
    taken = register.edge(edge)
    acts = dataclasses.replace(who, reason=register.reason_kept(reason, edge=edge))
    kind = RECORD_WITHDRAWN if edge == WITHDRAW else RECORD_STEPPED
    tried = attempted(action=kind, who=acts, key=key, object_type=register.object_type)
    with tried, acting(acts):
        record = access_record(register, who=acts, key=key, action=taken.action, locked=True)
        from_state = record.state
        target = register.lifecycle.target(name=edge, state=from_state)
        if register.persons and edge == WITHDRAW:
            need_reason(acts.reason)
            return destroy(register, record=record, ground=acts.reason)
        before = content_of(register, record=record)
        mine = {**emptied(register, names=taken.clears), **(changes or {})}
        if seen is not None and token_of(register, key=key) != seen:
            was = content_seen(register, key=key, token=seen)
            raise merge(register, key=key, was=was, theirs=before, mine=mine)
        if taken.reason_asked:
            need_reason(acts.reason)
        day = on or _day_of(register, edge=edge, changes=mine)
        need_past(day, today=today())
        after = before.replaced(mine)
        _need_right(
            register,
            content=after,
            state=target,
            owner=register.owner_of(record),
            key=record.key,
        )
        row = {}
        if taken.four_eyes:
            row["proposed_by_id"] = need_second_person(register, who=acts, record=record)
        put_on(register, record=record, content=after)
        record.state = target
        save(register, record=record)
        made = step_row(
            register,
            who=acts,
            record=record,
            edge=edge,
            from_state=from_state,
            business_date=day,
            reason=acts.reason,
        )
        for name, value in row.items():
            setattr(made, name, value)
        made.save(force_insert=True)
        keep_due(register, record=record)
        record_step(register, record=record, from_state=from_state)
        return record


def withdraw(
    register: Register, *, who: Acting, key: uuid.UUID, reason: str, seen: str | None = None
) -> Any:
    """The registration was an error: it counts nowhere any more and stays traceable.

    Of a register of persons nothing stays but a tombstone (`core.retention`).
    """
    return step(register, who=who, key=key, edge=WITHDRAW, reason=reason, seen=seen)


def opened_on(register: Register, *, record: Any) -> dt.date:
    """The day of the step that records something new."""
    field = register.lifecycle.opened_on
    day: dt.date | None = getattr(record, field) if field else None
    return min(day, today()) if day else today()


def _day_of(register: Register, *, edge: str, changes: Mapping[str, Any]) -> dt.date:
    """The day that the act names; one still to come is a fault of its field, not of the step."""
    day = changes.get(register.act(edge).day)
    return min(day, today()) if isinstance(day, dt.date) else today()


def _need_no_agreed(register: Register, *, changes: Mapping[str, object]) -> None:
    """Refuse a correction of what only an act may change."""
    faults = agreed_faults(register, names=changes)
    if faults:
        raise Invalid(faults)


def _still_standing(record: Any) -> None:
    if record.state == WITHDRAWN:
        raise EdgeRefused(_("Deze registratie is ingetrokken; daaraan wordt niets meer gewijzigd."))


def _need_right(
    register: Register,
    *,
    content: Content,
    state: str,
    owner: str,
    key: uuid.UUID | None = None,
) -> None:
    about = About(state=state, owner=owner, today=today(), lookups=Lookups(), key=key)
    need_right(register, content=content, about=about)
