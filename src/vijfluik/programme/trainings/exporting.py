"""Exporting trainings as CSV, ODS or JSON: what the list shows, in files that can be read back."""

import io
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.conf import settings
from django.db.models import Choices, QuerySet
from django.utils import translation

from vijfluik.core.journal.vocabulary import RECORDS_EXPORTED
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.exporting import opendocument, separated, structured
from vijfluik.core.registers.exporting.fields import ExportField, ExportValue, FieldKind
from vijfluik.programme.trainings.access import listed_trainings
from vijfluik.programme.trainings.filtering import TrainingFilter, ordering
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State
from vijfluik.programme.trainings.words import KEY, WORD, Word

NOTICE = "verzonnen gegevens"
_TITLE = "trainingen"
_AT_ONCE = 2000


class ExportFormat(StrEnum):
    """The formats that trainings are written in."""

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


def export_trainings(
    *,
    who: Acting,
    format: ExportFormat,  # noqa: A002 - the word that the address and the command use
    filters: TrainingFilter | None = None,
    sort: str = "",
) -> Exported:
    """Write the trainings that pass the filters and that the person may export.

    The words are Dutch, whatever the language of the page: the file is for others too.

    Raises:
        Refused: the person may export nothing.
    """
    into = io.BytesIO()
    chosen = filters or TrainingFilter()
    listed = listed_trainings(
        who=who, action="export", kind=RECORDS_EXPORTED, details={"format": str(format)}
    )
    keys: list[uuid.UUID] = []
    with acting(who), listed as (trainings, shown):
        rows = chosen.apply(trainings).select_related("provider", "place", "course")
        count = _write(rows.order_by(*ordering(sort)), format=format, into=into, keys=keys)
        shown.showed(keys, rows=count, filters=chosen.used())
    mark = f"-{NOTICE.replace(' ', '-')}" if settings.DEMONSTRATION else ""
    return Exported(
        content=into.getvalue(),
        file_name=f"{_TITLE}{mark}-{today().isoformat()}.{format}",
        content_type=CONTENT_TYPES[format],
        rows=count,
    )


def _write(
    rows: QuerySet[Training],
    *,
    format: ExportFormat,  # noqa: A002
    into: io.BytesIO,
    keys: list[uuid.UUID],
) -> int:
    """Write the rows and note their keys; answers how many there are."""
    notice = NOTICE if settings.DEMONSTRATION else ""
    read = _noted(rows.iterator(chunk_size=_AT_ONCE), keys=keys)
    if format == ExportFormat.CSV:
        return separated.write_separated(read, fields=FIELDS, notice=notice, into=into)
    if format == ExportFormat.ODS:
        title = f"{_TITLE} ({notice})" if notice else _TITLE
        return opendocument.write_opendocument(
            read, fields=FIELDS, title=title, notice=notice, into=into
        )
    preface: dict[str, object] = {"opgesteldOp": today().isoformat()}
    if notice:
        preface = {"melding": notice, **preface}
    return structured.write_structured(read, fields=FIELDS, name=_TITLE, preface=preface, into=into)


def _noted(rows: Iterator[Training], *, keys: list[uuid.UUID]) -> Iterator[Training]:
    for row in rows:
        keys.append(row.key)
        yield row


@cache
def _dutch(choices: type[Choices]) -> dict[str, str]:
    """The Dutch words of a list, translated once instead of for every row."""
    with translation.override("nl"):
        return {str(member.value): str(member.label) for member in choices}


def _field(
    word: Word, *, kind: FieldKind, value: Callable[[Training], ExportValue]
) -> ExportField[Training]:
    return ExportField(
        identifier=word.identifier, name=word.name, heading=word.heading, kind=kind, value=value
    )


def _own(name: str, *, kind: FieldKind) -> ExportField[Training]:
    """A field whose value stands on the record as it is."""

    def value(training: Training) -> ExportValue:
        found: ExportValue = getattr(training, name)
        return found

    return _field(WORD[name], kind=kind, value=value)


FIELDS: tuple[ExportField[Training], ...] = (
    _field(KEY, kind=FieldKind.TEXT, value=lambda row: str(row.key)),
    _own("reference", kind=FieldKind.TEXT),
    _field(WORD["provider"], kind=FieldKind.TEXT, value=lambda row: row.provider_id),
    _field(WORD["kind"], kind=FieldKind.TEXT, value=lambda row: _dutch(ActivityKind)[row.kind]),
    _field(WORD["course"], kind=FieldKind.TEXT, value=lambda row: row.course_id),
    _own("title", kind=FieldKind.TEXT),
    _field(WORD["state"], kind=FieldKind.TEXT, value=lambda row: _dutch(State)[row.state]),
    _own("requester", kind=FieldKind.TEXT),
    *(
        _own(name, kind=FieldKind.DAY)
        for name in ("requested_on", "wanted_on", "planned_on", "held_on")
    ),
    _field(
        WORD["place"], kind=FieldKind.TEXT, value=lambda row: row.place.name if row.place else None
    ),
    _field(
        WORD["audience"],
        kind=FieldKind.SEVERAL,
        value=lambda row: [_dutch(Audience)[each] for each in row.audience],
    ),
    *(
        _own(name, kind=FieldKind.NUMBER)
        for name in (
            "participants",
            "participants_primary",
            "participants_secondary",
            "participants_vocational",
            "rating",
            "rating_responses",
        )
    ),
)
