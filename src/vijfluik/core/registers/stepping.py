"""What every change of a record leaves: a step, the due dates in order, and one event."""

import datetime as dt
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.db import connection
from django.utils.translation import gettext as _

from vijfluik.core.journal.recording import record as journal
from vijfluik.core.journal.vocabulary import RECORD_STEPPED, RECORD_WITHDRAWN
from vijfluik.core.lifecycle.four_eyes import need_other_eyes
from vijfluik.core.lifecycle.models import ApprovedStep, Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import subjects_of
from vijfluik.core.registers.declaration import CORRECT, WITHDRAWN, Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.kinds.plain import in_dutch

KEEP = """
    UPDATE lifecycle_due
    SET due_on = CASE WHEN kind = %(kind)s THEN %(due_on)s::date ELSE due_on END,
        closed_at = CASE WHEN kind = %(kind)s THEN NULL ELSE now() END
    WHERE register = %(register)s AND object_key = %(record)s AND closed_at IS NULL
    RETURNING closed_at IS NULL
"""


def step_row(
    register: Register,
    *,
    who: Acting,
    record: Any,
    edge: str,
    from_state: str,
    business_date: dt.date,
    reason: str,
    to_state: str | None = None,
) -> Any:
    """A step, not yet saved, to the state that the record is in unless `to_state` is given.

    Its moment is the transaction's, the same as the version's.
    """
    return register.steps(
        **{register.step_link: record},
        edge=edge,
        from_state=from_state,
        to_state=to_state or record.state,
        business_date=business_date,
        registered_at=TransactionNow(),
        taken_by_id=who.actor.key,
        reason=reason,
    )


def need_second_person(register: Register, *, who: Acting, record: Any) -> Any:
    """The key of who brought the record where it is, for an edge of four eyes.

    Raises:
        Invalid: it was the same person.
        EdgeRefused: one of the two replaces the other.
    """
    assert issubclass(register.steps, ApprovedStep)  # noqa: S101 - declared so
    steps = register.steps._default_manager.filter(
        **{register.step_link: record.key}, to_state=record.state
    ).exclude(edge=CORRECT)
    step = steps.order_by("-registered_at").values_list("taken_by_id", "registered_at").first()
    last = None if step is None else step[0]
    if step is not None and last != who.actor.key:
        need_other_eyes(step[0], actor=who.actor.key, since=step[1])
    if last is None or last == who.actor.key:
        raise Invalid(
            [
                Fault(
                    field="",
                    wrong=_("u heeft dit zelf voorgesteld"),
                    right=_("een collega besluit: dit vraagt vier ogen"),
                )
            ]
        )
    return last


def set_due(register: Register, *, record: Any) -> None:
    """Set what is due of a new record."""
    due = due_row(register, record=record)
    if due is not None:
        due.save(force_insert=True)


def keep_due(register: Register, *, record: Any) -> None:
    """Close what is no longer due and set what now is: at most two queries.

    Who reads a due date is asked of the walls of all registers, which takes longer to plan than
    all else of a step; so what is open is closed, moved and told in one statement.
    """
    if not register.terms:
        return
    due = due_row(register, record=record)
    with connection.cursor() as cursor:
        cursor.execute(
            KEEP,
            {
                "register": register.thing,
                "record": record.key,
                "kind": due.kind if due else None,
                "due_on": due.due_on if due else None,
            },
        )
        still_due = any(row[0] for row in cursor.fetchall())
    if due is not None and not still_due:
        due.save(force_insert=True)


def due_row(register: Register, *, record: Any) -> Due | None:
    """What is due of a record in the state it is in, not yet saved; None for nothing."""
    found = register.due_of(record)
    if found is None:
        return None
    term, due_on = found
    return Due(
        register=register.thing,
        object_key=record.key,
        kind=term.kind,
        due_on=due_on,
        provision=in_dutch(term.provision),
        organisation_id=register.owner_of(record),
    )


def record_step(register: Register, *, record: Any, from_state: str) -> None:
    """The event of a step."""
    if record.state == WITHDRAWN:
        journal(action=RECORD_WITHDRAWN, object_type=register.object_type, object_key=record.key)
        return
    journal(
        action=RECORD_STEPPED,
        object_type=register.object_type,
        object_key=record.key,
        details={"before": from_state, "after": record.state},
        subjects=subjects_of(register, keys=[record.key]),
    )


def need_reason(reason: str) -> None:
    """Refuse an act without the reason that it needs.

    Raises:
        Invalid: the reason is empty or longer than it can be kept.
    """
    if not reason.strip():
        raise Invalid(
            [Fault(field="reason", wrong=_("ontbreekt"), right=_("waarom u dit doet, in een zin"))]
        )
    if len(reason) > 500:
        raise Invalid([Fault(field="reason", wrong=_("te lang"), right=_("hoogstens 500 tekens"))])


def need_past(day: dt.date, *, today: dt.date) -> None:
    """Refuse a step whose day is still to come.

    Raises:
        Invalid: the day is after today.
    """
    if day > today:
        raise Invalid(
            [Fault(field="on", wrong=_("deze dag moet nog komen"), right=_("vandaag of eerder"))]
        )
