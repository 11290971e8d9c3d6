"""Acts on the journal itself: there is one, at the end of its term."""

import datetime as dt
from dataclasses import dataclass

from django.db import connections

from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import MONTH_DROPPED
from vijfluik.core.partners.acting import current

DESTROYER = "destroyer"


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A month that went: the block that says so and the number of its events."""

    month: dt.date
    block: int
    events: int


def drop_month(*, month: dt.date, reason: str) -> Dropped:
    """Drop the events of a month inside `acting(…, using="destroyer")`; its seals stay.

    The caller has seen that the term of the log has passed: terms are law, not ours to know.

    Args:
        month: the first day of a month that ended at least a month ago.
        reason: the term and the decision, kept in the chain for ever.

    Raises:
        LookupError: nobody acts.
        django.db.DatabaseError: the month is not over, not sealed or gone already.
    """
    who = current()
    if who is None:
        raise LookupError("a month is dropped by somebody")
    with connections[DESTROYER].cursor() as cursor:
        cursor.execute(
            "SELECT block, events FROM journal.drop_month(%s, %s, %s)",
            [month, who.actor.name, reason],
        )
        block, events = cursor.fetchone()
    record(
        action=MONTH_DROPPED,
        object_type="journal",
        object_key=f"{month:%Y-%m}",
        details={"month": month, "events": events, "block": block},
        using=DESTROYER,
    )
    return Dropped(month=month, block=block, events=events)
