"""Writing what a file says: new records, and changes where the person chose so."""

import dataclasses
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.journal.recording import record, record_many
from vijfluik.core.journal.vocabulary import RECORD_CREATED, RECORDS_IMPORTED
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.access import need_filed
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.bulk import AT_ONCE, insert_many, insert_rows
from vijfluik.core.registers.contents import put_on
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.changing import change_records
from vijfluik.core.registers.importing.confirming import need_shown
from vijfluik.core.registers.importing.interpreting import Candidate
from vijfluik.core.registers.importing.opening import FirstSteps
from vijfluik.core.registers.importing.previewing import (
    Examined,
    Read,
    earlier_batch,
    examine,
    read_rows,
    sha256_of,
)
from vijfluik.core.registers.importing.progress import Progress, Stage, Tell, silent
from vijfluik.core.registers.importing.quarantine import kept, settled_lines
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.importing.sheets import Sheet
from vijfluik.core.registers.importing.staging import access_staged, short_name
from vijfluik.core.registers.models import ImportBatch, StagedFile
from vijfluik.core.registers.retried import retried
from vijfluik.core.registers.saving import ONCE
from vijfluik.core.registers.stepping import due_row, need_reason

_ATTEMPTS = 3
_ONCE = (ONCE, "registers_import_once")


class Choice(StrEnum):
    """What happens to a record that is there already and differs from the file."""

    SKIP = "skip"
    CORRECT = "correct"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What an import did. `again` is true when this very file was read before."""

    batch: ImportBatch
    examined: Examined
    added: tuple[Any, ...]
    corrected: tuple[Any, ...]
    again: bool


def confirm(
    register: Register,
    *,
    who: Acting,
    key: uuid.UUID,
    seen: str,
    choice: Choice = Choice.SKIP,
    reason: str = "",
    tell: Tell = silent,
) -> Outcome:
    """Import a staged file; it is no longer staged afterwards.

    Args:
        seen: the token of the preview that the person looked at (`Preview.token`).
        choice: for records that are there already and differ.
        reason: why they are changed; needed with `Choice.CORRECT`.
        tell: is told how far it is. Nothing is recorded, and the file stays staged, until all is.

    Raises:
        Refused: it may not be done, or the file is not there.
        FileRefused: it cannot be read.
        Invalid: the reason is missing, or a record changed since the preview.
    """
    with acting(who):
        staged = access_staged(register, who=who, key=key)
    return import_file(
        register,
        who=who,
        file_name=staged.file_name,
        content=bytes(staged.content),
        owner=staged.owner,
        choice=choice,
        reason=reason,
        seen=seen,
        staged=staged.key,
        tell=tell,
    )


def import_file(
    register: Register,
    *,
    who: Acting,
    file_name: str,
    content: bytes,
    owner: str = "",
    choice: Choice = Choice.SKIP,
    reason: str = "",
    seen: str | None = None,
    staged: uuid.UUID | None = None,
    tell: Tell = silent,
) -> Outcome:
    """Import a file in one go; arguments and errors as in `confirm`.

    The rows are read before the transaction that writes begins, which has only half a minute. All
    that is written is in that one transaction.

    Args:
        seen: None when nobody looked at a preview.
        staged: the staged file that goes with the import.
    """
    need_filed(register, who=who)
    acts = dataclasses.replace(who, reason=reason)
    with attempted(action=RECORDS_IMPORTED, who=acts, object_type=register.batch_type):
        if choice == Choice.CORRECT:
            need_reason(reason)
        sheet = read_file(content)
        with acting(acts):
            read = read_rows(register, sheet=sheet, owner=owner, tell=tell)
        return _first_that_holds(
            register=register,
            who=who,
            sheet=sheet,
            read=read,
            file_name=short_name(file_name),
            sha256=sha256_of(content),
            owner=owner,
            choice=choice,
            reason=reason,
            seen=seen,
            staged=staged,
            tell=tell,
        )


def _first_that_holds(**arguments: Any) -> Outcome:
    """What `_import` did, begun anew when somebody else recorded the same meanwhile."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return _import(**arguments)
        except IntegrityError as error:
            # Somebody recorded one of these references meanwhile, or read this very file: now it
            # is a known one.
            if attempt == _ATTEMPTS or not any(name in str(error) for name in _ONCE):
                raise
    raise AssertionError("the last attempt returns or raises")


@retried
def _import(
    *,
    register: Register,
    who: Acting,
    sheet: Sheet,
    read: Read,
    file_name: str,
    sha256: str,
    owner: str,
    choice: Choice,
    reason: str,
    seen: str | None,
    staged: uuid.UUID | None,
    tell: Tell,
) -> Outcome:
    tell(Progress(stage=Stage.COMPARING))
    why = reason or _("Ingelezen uit %(file)s") % {"file": file_name}
    with acting(dataclasses.replace(who, reason=why[:500])) as acts:
        # The batch before its records, as `mending` does: two that wait for one another are slow.
        earlier = earlier_batch(register, who=acts, sha256=sha256, locked=True)
        examined = examine(register, sheet=sheet, owner=owner, locked=True, read_before=read)
        if seen is not None:
            need_shown(register, differing=examined.differing, seen=seen)
        settled = settled_lines(earlier)
        batch = earlier or ImportBatch(
            register=register.thing,
            file_name=file_name,
            sha256=sha256,
            imported_by_id=acts.actor.key,
            imported_at=timezone.now(),
            added=len(examined.new),
            known=examined.known,
            corrected=len(examined.differing) if choice == Choice.CORRECT else 0,
            skipped=len(examined.differing) if choice == Choice.SKIP else 0,
        )
        batch.held_back = kept(examined.held, settled=settled, earlier=batch.held_back)
        if earlier is None:
            batch.save(force_insert=True)
        else:
            batch.save(update_fields=["held_back"])
        added = add_records(register, who=acts, candidates=examined.new, batch=batch, tell=tell)
        corrected: tuple[Any, ...] = ()
        if choice == Choice.CORRECT:
            corrected = change_records(register, who=acts, differing=examined.differing)
        record(
            action=RECORDS_IMPORTED,
            object_type=register.batch_type,
            object_key=batch.key,
            details={
                "rows": len(added) + len(corrected),
                "refused": len(examined.held),
                "file": sha256,
            },
        )
        if staged is not None:
            StagedFile.objects.filter(key=staged).delete()
        return Outcome(
            batch=batch,
            examined=examined,
            added=added,
            corrected=corrected,
            again=earlier is not None,
        )


def add_records(
    register: Register,
    *,
    who: Acting,
    candidates: Sequence[Candidate],
    batch: ImportBatch,
    tell: Tell = silent,
) -> tuple[Any, ...]:
    """Write new records with their steps and due dates, and one event of them, many at once."""
    done: list[Any] = []
    for start in range(0, len(candidates), AT_ONCE):
        tell(Progress(stage=Stage.WRITING, done=start, total=len(candidates)))
        part = candidates[start : start + AT_ONCE]
        done += _add_part(register, who=who, candidates=part, batch=batch)
    record_many(
        action=RECORD_CREATED,
        object_type=register.object_type,
        details={record.key: {} for record in done},
    )
    return tuple(done)


def _add_part(
    register: Register, *, who: Acting, candidates: Sequence[Candidate], batch: ImportBatch
) -> list[Any]:
    added: list[Any] = []
    steps: list[dict[str, Any]] = []
    dues: list[Due] = []
    first_steps = FirstSteps(register, who=who)
    for candidate in candidates:
        record = register.model(
            **{f"{register.scope}_id": candidate.owner}, state=candidate.state, batch=batch
        )
        put_on(register, record=record, content=candidate.content)
        added.append(record)
        steps += first_steps.of(record)
        due = due_row(register, record=record)
        if due is not None:
            dues.append(due)
    insert_many(added)
    insert_rows(register.steps, rows=steps)
    insert_many(dues)
    return added
