"""Changing records that a file says otherwise of, many at once."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.functions import TransactionNow

from vijfluik.core.journal.recording import record_many
from vijfluik.core.journal.vocabulary import RECORD_CHANGED
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.bulk import insert_many, update_many
from vijfluik.core.registers.contents import columns, put_on
from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.importing.comparing import Differing
from vijfluik.core.registers.stepping import due_row, step_row


def change_records(
    register: Register, *, who: Acting, differing: Sequence[Differing]
) -> tuple[Any, ...]:
    """Write the content of the file on the records, which the transaction holds already."""
    changed: list[Any] = []
    steps: list[Any] = []
    for row in differing:
        record, from_state = row.record, row.record.state
        put_on(register, record=record, content=row.content)
        if row.edge != CORRECT:
            record.state = row.candidate.state
        changed.append(record)
        steps.append(
            step_row(
                register,
                who=who,
                record=record,
                edge=row.edge,
                from_state=from_state,
                business_date=day_of(register, edge=row.edge, record=record),
                reason=who.reason,
            )
        )
    update_many(changed, columns=[*columns(register), "state"])
    insert_many(steps)
    _set_due(register, changed=changed)
    record_many(
        action=RECORD_CHANGED,
        object_type=register.object_type,
        details={row.record.key: {"fields": _fields(row)} for row in differing},
    )
    return tuple(changed)


def day_of(register: Register, *, edge: str, record: Any) -> dt.date:
    """The day of a step that a file tells of: that of its field, at the latest today."""
    name = register.act(edge).day if edge != CORRECT else ""
    day: dt.date | None = getattr(record, name) if name else None
    return min(day, today()) if day else today()


def _fields(row: Differing) -> list[str]:
    """What changed, as the journal names it."""
    return [*([] if row.edge == CORRECT else ["state"]), *row.fields]


def _set_due(register: Register, *, changed: Sequence[Any]) -> None:
    """Close what was due of these records and set what is due now."""
    keys = [record.key for record in changed]
    Due.objects.filter(register=register.thing, object_key__in=keys, closed_at__isnull=True).update(
        closed_at=TransactionNow()
    )
    dues = [due_row(register, record=record) for record in changed]
    insert_many([due for due in dues if due is not None])
