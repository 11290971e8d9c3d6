"""Putting a row right that an import held back, or dropping it."""

import dataclasses
import io
import uuid
from contextlib import AbstractContextManager
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import Refused, refuse, require_somewhere
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORDS_EXPORTED, RECORDS_IMPORTED
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.exporting.fields import ExportField, FieldKind
from vijfluik.core.registers.exporting.invented import invented_notice
from vijfluik.core.registers.exporting.separated import write_separated
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.importing.previewing import examine
from vijfluik.core.registers.importing.quarantine import (
    DROPPED,
    KeptRow,
    waiting_rows,
)
from vijfluik.core.registers.importing.sheets import Sheet, SheetRow
from vijfluik.core.registers.importing.writing import add_records
from vijfluik.core.registers.models import ImportBatch
from vijfluik.core.registers.retried import retried
from vijfluik.core.registers.words import ERROR_HEADING


def access_batches(register: Register, *, who: Acting) -> QuerySet[ImportBatch]:
    """The imports of the person itself. Call it inside `acting(who)`.

    Raises:
        Refused: the person may not import.
    """
    require_somewhere(thing=register.thing, action="import")
    return ImportBatch.objects.filter(register=register.thing, imported_by_id=who.actor.key)


def access_batch(
    register: Register, *, who: Acting, key: uuid.UUID, locked: bool = False
) -> ImportBatch:
    """One import of the person itself. Call it inside `acting(who)`.

    Raises:
        Refused: there is no such import, or it is somebody else's.
    """
    rows = access_batches(register, who=who)
    if locked:
        rows = rows.select_for_update()
    found = rows.filter(key=key).first()
    if found is None:
        refuse(
            thing=register.thing,
            action="import",
            object_type=register.batch_type,
            object_key=str(key),
        )
        raise Refused
    return found


def access_row(register: Register, *, batch: ImportBatch, line: int) -> KeptRow:
    """A row of the batch that still has to be put right. Call it inside `acting(who)`.

    Raises:
        Refused: there is none on this line.
    """
    for row in waiting_rows(batch):
        if row.line == line:
            return row
    refuse(
        thing=register.thing,
        action="import",
        object_type=register.batch_type,
        object_key=str(batch.key),
    )
    raise Refused


@retried
def put_right(
    register: Register, *, who: Acting, batch: uuid.UUID, line: int, cells: dict[str, str]
) -> Any:
    """Read the row again with the cells as they were put right, and record it.

    Args:
        cells: heading → text, for every cell of the row.

    Raises:
        Refused: no such import or row, or it may not be done.
        Invalid: it is still not right; `field` of each fault is the heading of its cell.
    """
    why = _("Teruggehouden regel %(line)d rechtgezet") % {"line": line}
    acts = dataclasses.replace(who, reason=why)
    with _attempted(register, who=acts, batch=batch), acting(acts):
        found = access_batch(register, who=acts, key=batch, locked=True)
        row = access_row(register, batch=found, line=line)
        # A row may fail on a column that the file did not have; its cell is filled in here.
        header = tuple(dict.fromkeys([*row.cells, *cells]))
        sheet = Sheet(
            format="csv",
            delimiter=";",
            header=header,
            header_line=1,
            rows=(
                SheetRow(line=line, cells=tuple(cells.get(name, "").strip() for name in header)),
            ),
        )
        examined = examine(register, sheet=sheet, owner="", locked=True)
        if examined.held:
            raise Invalid(
                [
                    Fault(field=fault.heading, wrong=fault.wrong, right=fault.right)
                    for fault in examined.faults
                ]
            )
        if examined.differing:
            raise Invalid(
                [
                    Fault(
                        field="",
                        wrong=_("dit staat al vast, met andere gegevens"),
                        right=_("wijzig het op de eigen pagina en laat deze regel vallen"),
                    )
                ]
            )
        if examined.new:
            (made,) = add_records(register, who=acts, candidates=examined.new, batch=found)
        else:
            candidate = examined.same[0]
            made = register.model._default_manager.get(
                **{register.scope: candidate.owner}, reference=candidate.content.reference
            )
        _settle(found, line=line, as_=str(made.key))
        record(
            action=RECORDS_IMPORTED,
            object_type=register.batch_type,
            object_key=found.key,
            details={"rows": len(examined.new), "refused": 0, "file": found.sha256},
        )
        return made


def drop(register: Register, *, who: Acting, batch: uuid.UUID, line: int) -> None:
    """Decide that the row is not to be recorded; it stays with the import, marked so.

    Raises:
        Refused: no such import or row, or it may not be done.
    """
    with _attempted(register, who=who, batch=batch), acting(who):
        found = access_batch(register, who=who, key=batch, locked=True)
        access_row(register, batch=found, line=line)
        _settle(found, line=line, as_=DROPPED)
        record(
            action=RECORDS_IMPORTED,
            object_type=register.batch_type,
            object_key=found.key,
            details={"rows": 0, "refused": 1, "file": found.sha256},
        )


def waiting_as_csv(register: Register, *, who: Acting, batch: uuid.UUID) -> bytes:
    """The rows that wait, as CSV with a last column that says what is wrong with each.

    Raises:
        Refused: no such import, or it may not be done.
    """
    with acting(who):
        found = access_batch(register, who=who, key=batch)
        rows = waiting_rows(found)
        headings = list(dict.fromkeys(name for row in rows for name in row.cells))
        written = io.BytesIO()
        write_separated(
            rows,
            fields=[*(_cell_field(name) for name in headings if name != ERROR_HEADING), _PROBLEM],
            notice=invented_notice(),
            into=written,
        )
        record(
            action=RECORDS_EXPORTED,
            object_type=register.batch_type,
            object_key=found.key,
            details={"rows": len(rows), "format": "csv"},
        )
        return written.getvalue()


def _attempted(
    register: Register, *, who: Acting, batch: uuid.UUID
) -> AbstractContextManager[None]:
    return attempted(action=RECORDS_IMPORTED, who=who, key=batch, object_type=register.batch_type)


def _cell_field(heading: str) -> ExportField[KeptRow]:
    return ExportField(
        identifier=heading,
        name=heading,
        heading=heading,
        kind=FieldKind.TEXT,
        value=lambda row: row.cells.get(heading, ""),
    )


_PROBLEM = ExportField[KeptRow](
    identifier="error",
    name=ERROR_HEADING,
    heading=ERROR_HEADING,
    kind=FieldKind.TEXT,
    value=lambda row: row.problem,
)


def _settle(batch: ImportBatch, *, line: int, as_: str) -> None:
    for row in batch.held_back:
        if row["line"] == line:
            row["settled"] = as_
    batch.save(update_fields=["held_back"])
