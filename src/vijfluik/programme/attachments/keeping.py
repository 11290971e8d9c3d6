"""What the clock does for documents: ask the scanner anew, and seal keys anew.

Nobody acts: it runs as role clock, through functions of the database that hand out one sealed file
at a time and take a verdict or a newly sealed key.
"""

import logging
import uuid
from dataclasses import dataclass

from django.db import connections, transaction

from vijfluik.core.documents.stored.scanning import Verdict, scanned
from vijfluik.core.documents.stored.sealing import SealedFile, keyring, open_file, wrap_anew
from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin
from vijfluik.core.sealing import Unsealable
from vijfluik.programme.attachments.access import OBJECT
from vijfluik.programme.attachments.events import REWRAPPED, SCANNED

CLOCK = "clock"
_FIRST = uuid.UUID(int=0)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What came of looking: how many were told clean, told harmful, and still wait."""

    clean: int = 0
    infected: int = 0
    waiting: int = 0


def scan_waiting() -> Looked:
    """Ask the scanner of every document that waits; one without an answer goes on waiting."""
    told = {Verdict.CLEAN: 0, Verdict.INFECTED: 0, Verdict.WAITING: 0}
    after = _FIRST
    while (found := _next(after)) is not None:
        after, file = found
        told[_looked(after, file=file)] += 1
    return Looked(
        clean=told[Verdict.CLEAN], infected=told[Verdict.INFECTED], waiting=told[Verdict.WAITING]
    )


def _next(after: uuid.UUID) -> tuple[uuid.UUID, SealedFile] | None:
    with transaction.atomic(using=CLOCK), connections[CLOCK].cursor() as cursor:
        cursor.execute("SELECT * FROM attachments.next_waiting(%s)", [after])
        row = cursor.fetchone()
    if row is None:
        return None
    return row[0], SealedFile(key_id=row[1], wrapped=bytes(row[2]), content=bytes(row[3]))


def _looked(document: uuid.UUID, *, file: SealedFile) -> Verdict:
    try:
        content = open_file(file, document=document)
    except Unsealable as error:
        _log.error("a document that waits cannot be opened: %s", error)
        return Verdict.WAITING
    said = scanned(content)
    if said.verdict not in {Verdict.CLEAN, Verdict.INFECTED}:
        return Verdict.WAITING
    with transaction.atomic(using=CLOCK), connections[CLOCK].cursor() as cursor:
        cursor.execute("SELECT attachments.scanned(%s, %s)", [document, said.verdict.value])
        record(
            action=SCANNED,
            object_type=OBJECT,
            object_key=document,
            details={"verdict": said.verdict.value},
            who=Stranger(origin=Origin.CLOCK),
            using=CLOCK,
        )
    return said.verdict


def wrap_all_anew() -> int:
    """Seal the key of every file with the current key of the installation; answers how many.

    Raises:
        Unsealable: a key of before is not here; what was sealed anew until then stays so.
    """
    ring, done, after = keyring(), 0, _FIRST
    while True:
        with transaction.atomic(using=CLOCK), connections[CLOCK].cursor() as cursor:
            cursor.execute("SELECT * FROM attachments.next_wrapped(%s, %s)", [after, ring.current])
            rows = cursor.fetchall()
            for document, key_id, wrapped in rows:
                now, sealed = wrap_anew(bytes(wrapped), key_id=key_id, document=document)
                cursor.execute(
                    "SELECT attachments.wrap(%s, %s, %s, %s)", [document, key_id, now, sealed]
                )
                after, done = document, done + 1
            if rows:
                record(
                    action=REWRAPPED,
                    details={"rows": len(rows), "key": ring.current},
                    who=Stranger(origin=Origin.CLOCK),
                    using=CLOCK,
                )
        if not rows:
            return done
