"""Documents that their bringer thinks are there and nobody can open, as something to be told of."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.db import connection

from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.notices.models import Kind
from vijfluik.core.notices.subjects import Subject, waiting
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.programme.attachments.access import THING


def stopped(_who: Acting, _on: dt.date) -> Iterator[Subject]:
    """Own documents that the scanner found harmful: told at once."""
    for key, since in _held_back(Verdict.INFECTED):
        yield waiting(kind=Kind.DOCUMENT_STOPPED, thing=THING, object_key=key, since=since)


def not_scanned(_who: Acting, on: dt.date) -> Iterator[Subject]:
    """Own documents of an earlier day on which the scanner did not answer yet."""
    for key, since in _held_back(Verdict.WAITING):
        day = since.astimezone(AMSTERDAM).date()
        yield Subject(
            kind=Kind.DOCUMENT_WAITS,
            thing=THING,
            object_key=key,
            moment=f"{day:%Y-%m-%d}" if day < on else "",
        )


def _held_back(verdict: Verdict) -> Iterator[tuple[uuid.UUID, dt.datetime]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document, scan, brought_at FROM attachments.held_back()")
        for key, scan, brought_at in cursor.fetchall():
            if scan == verdict:
                yield key, brought_at
