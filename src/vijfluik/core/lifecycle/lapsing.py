"""Due dates that end with their day, and closing those as role clock.

Most of what is due stays due when its day has passed: somebody is late, and it can still be done.
Where what it is about lapses with the day (a predicate on time, in the query of its room), nothing
can be answered any more, and the clock closes the row. It touches nothing else.
"""

import uuid

from django.db import connections, transaction

from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin
from vijfluik.core.lifecycle.events import DUE_LAPSED

CLOCK = "clock"
OBJECT_TYPE = "lifecycle.due"
AT_ONCE = 200
# Two clocks at once pass over each other's rows; closing is told once, with the row.
CLOSE = """
    UPDATE lifecycle_due SET closed_at = now()
    WHERE key IN (
        SELECT key FROM lifecycle_due
        WHERE closed_at IS NULL AND kind = ANY(%s) AND due_on < partners.today()
        ORDER BY due_on, key LIMIT %s FOR UPDATE SKIP LOCKED)
    RETURNING key
"""
_kinds: set[str] = set()


def lapses(kind: str) -> None:
    """Say, at start-up, that what is due of this kind cannot be answered after its day."""
    _kinds.add(kind)


def lapsing() -> frozenset[str]:
    """The kinds that end with their day."""
    return frozenset(_kinds)


def close_lapsed() -> int:
    """Close what ended with its day, as role clock, each with its event.

    Returns:
        How many rows were closed.
    """
    closed = 0
    while True:
        keys = _closed()
        closed += len(keys)
        if len(keys) < AT_ONCE:
            return closed


def _closed() -> list[uuid.UUID]:
    with transaction.atomic(using=CLOCK):
        with connections[CLOCK].cursor() as cursor:
            cursor.execute(CLOSE, [sorted(lapsing()), AT_ONCE])
            keys = [key for (key,) in cursor.fetchall()]
        for key in keys:
            record(
                action=DUE_LAPSED,
                object_type=OBJECT_TYPE,
                object_key=key,
                who=Stranger(origin=Origin.CLOCK),
                using=CLOCK,
            )
    return keys
