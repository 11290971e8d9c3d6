"""Exporting records as CSV, ODS or JSON: what the list shows, in files that can be read back."""

import io
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from vijfluik.core.journal.vocabulary import RECORDS_EXPORTED
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import listed_records, with_related
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.exporting import opendocument, separated, structured
from vijfluik.core.registers.exporting.fields import ExportField, ExportValue, FieldKind
from vijfluik.core.registers.exporting.invented import invented_mark, invented_notice
from vijfluik.core.registers.filtering import Wanted, ordering
from vijfluik.core.registers.kinds import Kind, kinds_of
from vijfluik.core.registers.kinds.plain import in_dutch
from vijfluik.core.registers.kinds.references import OtherRecord
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.words import KEY, words_of

_AT_ONCE = 2000


class ExportFormat(StrEnum):
    """The formats that records are written in."""

    CSV = "csv"
    ODS = "ods"
    JSON = "json"


CONTENT_TYPES = {
    ExportFormat.CSV: separated.CONTENT_TYPE,
    ExportFormat.ODS: opendocument.CONTENT_TYPE,
    ExportFormat.JSON: structured.CONTENT_TYPE,
}


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A file that was made: whole in memory, for the transaction that could read it has ended."""

    content: bytes
    file_name: str
    content_type: str
    rows: int


def export_records(
    register: Register,
    *,
    who: Acting,
    format: ExportFormat,  # noqa: A002 - the word that the address and the command use
    wanted: Wanted | None = None,
    sort: str = "",
) -> Exported:
    """Write the records that pass the filters and that the person may export.

    The words are Dutch, whatever the language of the page: the file is for others too. People
    whose time is over are not in it, also while the page may still show them: a file is for use.

    Raises:
        Refused: the person may export nothing.
    """
    into = io.BytesIO()
    chosen = wanted or Wanted()
    listed = listed_records(
        register,
        who=who,
        action="export",
        kind=RECORDS_EXPORTED,
        details={"format": str(format)},
    )
    keys: list[uuid.UUID] = []
    with acting(who), listed as (every, shown):
        rows = with_related(register, rows=chosen.apply(register, rows=every))
        rows = rows.order_by(*ordering(register, sort=sort))
        count = _write(register, rows=rows, format=format, into=into, keys=keys)
        shown.showed(keys, rows=count, filters=chosen.used())
    return Exported(
        content=into.getvalue(),
        file_name=f"{register.path}{invented_mark()}-{today().isoformat()}.{format}",
        content_type=CONTENT_TYPES[format],
        rows=count,
    )


def export_fields(register: Register, *, lookups: Lookups) -> Sequence[ExportField[Any]]:
    """The fields of its files, the key first."""
    kinds, words = kinds_of(register), words_of(register)
    fields = [
        ExportField[Any](
            identifier=KEY.identifier,
            name=KEY.name,
            heading=KEY.heading,
            kind=FieldKind.TEXT,
            value=lambda record: str(record.key),
        )
    ]
    fields += [
        ExportField[Any](
            identifier=word.identifier,
            name=word.name,
            heading=word.heading,
            kind=kinds[name].export,
            value=_value(register, name=name, kind=kinds[name], lookups=lookups),
        )
        for name, word in words.items()
    ]
    return fields


def _value(
    register: Register, *, name: str, kind: Kind, lookups: Lookups
) -> Callable[[Any], ExportValue]:
    if name == register.scope:
        # By its code, as the import reads it whatever the organisation is called by then.
        return register.owner_of
    return lambda record: kind.exported(record, lookups=lookups)


def _write(
    register: Register,
    *,
    rows: QuerySet[Any],
    format: ExportFormat,  # noqa: A002
    into: io.BytesIO,
    keys: list[uuid.UUID],
) -> int:
    """Write the rows and note their keys; answers how many there are."""
    invented = invented_notice()
    caveat = in_dutch(register.words.caveat) if register.words.caveat else ""
    notice = ". ".join(each for each in (invented, caveat) if each)
    lookups = Lookups()
    for kind in kinds_of(register).values():
        if isinstance(kind, OtherRecord):
            # All at once: a file may hold a reference in each of its rows.
            lookups.rows(kind.target)
    fields = export_fields(register, lookups=lookups)
    usable = _usable(register, rows=rows.iterator(chunk_size=_AT_ONCE))
    read = _noted(usable, keys=keys)
    if format == ExportFormat.CSV:
        return separated.write_separated(read, fields=fields, notice=notice, into=into)
    if format == ExportFormat.ODS:
        title = f"{register.path} ({invented})" if invented else register.path
        return opendocument.write_opendocument(
            read, fields=fields, title=title, notice=notice, into=into
        )
    preface: dict[str, object] = {"opgesteldOp": today().isoformat()}
    if caveat:
        preface = {"voorbehoud": caveat, **preface}
    if invented:
        preface = {"melding": invented, **preface}
    return structured.write_structured(
        read, fields=fields, name=register.path, preface=preface, into=into
    )


def _usable(register: Register, *, rows: Iterator[Any]) -> Iterator[Any]:
    """The rows; of people those whose time is not over."""
    for row in rows:
        over = register.persons and register.lapsed is not None and register.lapsed(row) is not None
        if not over:
            yield row


def _noted(rows: Iterator[Any], *, keys: list[uuid.UUID]) -> Iterator[Any]:
    for row in rows:
        keys.append(row.key)
        yield row
