"""Changing records that a file says otherwise of, many at once."""

from collections.abc import Sequence

from django.contrib.postgres.functions import TransactionNow

from vijfluik.core.journal.recording import record_many
from vijfluik.core.journal.vocabulary import RECORD_CHANGED
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.bulk import insert_many, update_many
from vijfluik.programme.trainings.access import OBJECT_TYPE, THING
from vijfluik.programme.trainings.content import COLUMNS, put_on
from vijfluik.programme.trainings.importing.comparing import Differing
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.stepping import due_row, step_row
from vijfluik.programme.trainings.vocabulary import State


def change_records(*, who: Acting, differing: Sequence[Differing]) -> tuple[Training, ...]:
    """Write the content of the file on the records, which the transaction holds already."""
    changed: list[Training] = []
    steps: list[TrainingStep] = []
    for row in differing:
        training, from_state = row.training, row.training.state
        put_on(training, content=row.content)
        if row.edge != "correct":
            training.state = row.candidate.state
        changed.append(training)
        held = training.held_on if row.edge == "hold" else None
        steps.append(
            step_row(
                who=who,
                training=training,
                edge=row.edge,
                from_state=from_state,
                business_date=held or today(),
                reason=who.reason,
            )
        )
    update_many(changed, columns=[*COLUMNS, "state"])
    insert_many(steps)
    _set_due(changed)
    record_many(
        action=RECORD_CHANGED,
        object_type=OBJECT_TYPE,
        details={row.training.key: {"fields": _fields(row)} for row in differing},
    )
    return tuple(changed)


def _fields(row: Differing) -> list[str]:
    """What changed, as the journal names it."""
    return [*([] if row.edge == "correct" else ["state"]), *row.fields]


def _set_due(changed: Sequence[Training]) -> None:
    """Close what was due of these records and set what is due now."""
    keys = [training.key for training in changed]
    Due.objects.filter(register=THING, object_key__in=keys, closed_at__isnull=True).update(
        closed_at=TransactionNow()
    )
    dues = [due_row(training) for training in changed if training.state != State.WITHDRAWN]
    insert_many([due for due in dues if due is not None])
