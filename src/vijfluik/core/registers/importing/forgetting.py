"""How long what was read in and came to nothing is kept, and taking it away as role clock.

A file between its preview and its import, and the cells of rows that could not be read, hold what
somebody typed elsewhere; nobody answers for them once they are forgotten. The database holds the
same numbers (sql/forgetting.sql), and a test compares them.
"""

import datetime as dt
import uuid

from django.db import connections, transaction

from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.events import IMPORT_FORGOTTEN
from vijfluik.core.registers.models import ImportBatch, StagedFile

CLOCK = "clock"
# From the upload, for a file of which nobody said that it is to be imported.
STAGED_DAYS = 14
# From the import, for a row that was held back.
HELD_DAYS = 180
AT_ONCE = 200


def gone_on(batch: ImportBatch) -> dt.date:
    """The day on which the rows that wait are gone."""
    kept = batch.imported_at + dt.timedelta(days=HELD_DAYS)
    return kept.astimezone(AMSTERDAM).date()


def forget_files() -> int:
    """Take away files that were never imported.

    Returns:
        How many.
    """
    return _forgotten("imports.forget_files", object_type=StagedFile._meta.label_lower)


def forget_rows() -> int:
    """Empty the cells of rows that were held back; which lines were settled stays known.

    Returns:
        Of how many imports.
    """
    return _forgotten("imports.forget_rows", object_type=ImportBatch._meta.label_lower)


def _forgotten(function: str, *, object_type: str) -> int:
    forgotten = 0
    while True:
        found = _some(function, object_type=object_type)
        forgotten += len(found)
        if len(found) < AT_ONCE:
            return forgotten


def _some(function: str, *, object_type: str) -> list[tuple[uuid.UUID, int]]:
    """The next few, each with its event in the same transaction."""
    with transaction.atomic(using=CLOCK):
        with connections[CLOCK].cursor() as cursor:
            cursor.execute(f"SELECT object, gone FROM {function}(%s)", [AT_ONCE])
            found: list[tuple[uuid.UUID, int]] = cursor.fetchall()
        for key, rows in found:
            record(
                action=IMPORT_FORGOTTEN,
                object_type=object_type,
                object_key=key,
                details={"rows": rows},
                who=Stranger(origin=Origin.CLOCK),
                using=CLOCK,
            )
    return found
