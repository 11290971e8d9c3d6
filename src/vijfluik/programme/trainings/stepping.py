"""What every change of a training leaves: a step, the due dates in order, and one event."""

import datetime as dt

from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORD_STEPPED, RECORD_WITHDRAWN
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.programme.trainings.access import OBJECT_TYPE, THING
from vijfluik.programme.trainings.faults import Fault, Invalid
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.terms import term_of_state
from vijfluik.programme.trainings.vocabulary import State

REQUEST = "request"
CORRECT = "correct"


def step_row(
    *,
    who: Acting,
    training: Training,
    edge: str,
    from_state: str,
    business_date: dt.date,
    reason: str,
    to_state: str | None = None,
) -> TrainingStep:
    """A step, not yet saved, to the state that the record is in unless `to_state` is given.

    Its moment is the transaction's, the same as the version's.
    """
    return TrainingStep(
        training=training,
        edge=edge,
        from_state=from_state,
        to_state=to_state or training.state,
        business_date=business_date,
        registered_at=TransactionNow(),
        taken_by_id=who.actor.key,
        reason=reason,
    )


def keep_due(training: Training) -> None:
    """Close what is no longer due and set what now is: at most three queries."""
    term = term_of_state(training.state)
    still_open = Due.objects.filter(register=THING, object_key=training.key, closed_at__isnull=True)
    done = still_open.exclude(kind=term.kind) if term else still_open
    done.update(closed_at=TransactionNow())
    due = due_row(training)
    if due is None:
        return
    if not still_open.filter(kind=due.kind).update(due_on=due.due_on):
        due.save(force_insert=True)


def due_row(training: Training) -> Due | None:
    """What is due of a training in the state it is in, not yet saved; None for nothing."""
    term = term_of_state(training.state)
    if term is None:
        return None
    return Due(
        register=THING,
        object_key=training.key,
        kind=term.kind,
        due_on=term.ends(getattr(training, term.start)),
        provision=term.provision,
        organisation_id=training.provider_id,
    )


def record_step(training: Training, *, from_state: str) -> None:
    """The event of a step."""
    if training.state == State.WITHDRAWN:
        record(action=RECORD_WITHDRAWN, object_type=OBJECT_TYPE, object_key=training.key)
        return
    record(
        action=RECORD_STEPPED,
        object_type=OBJECT_TYPE,
        object_key=training.key,
        details={"before": from_state, "after": training.state},
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
