"""One round of the notifier: look for what waits, gather it into mails, send what is to go."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from django.db import connections, transaction

from vijfluik.core.journal.results import Origin
from vijfluik.core.notices.gathering import gather
from vijfluik.core.notices.making import make
from vijfluik.core.notices.models import Round
from vijfluik.core.notices.sending import CLOCK, send_waiting
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import account, actor_for
from vijfluik.core.versions.retrying import retrying

# How long a notice and a mail are kept.
KEPT = dt.timedelta(days=180)


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of a round."""

    notices: int
    mails: int
    sent: int


def go_round(*, at: dt.datetime) -> Done:
    """One round, as of a moment. Two at once do no harm: each row is made once.

    Raises:
        django.db.Error: the database is away; what was done until then stands.
    """
    notices = mails = 0
    for who in _everybody():
        notices += retrying(partial(make, who=who, at=at))
        mails += retrying(partial(gather, who=who, at=at))
    sent = send_waiting(at=at)
    with transaction.atomic(using=CLOCK):
        with connections[CLOCK].cursor() as cursor:
            # Django would first read what refers to a row, which the clock may not.
            for table in ("notices_notice", "notices_mail"):
                cursor.execute(f"DELETE FROM {table} WHERE made_at < %s", [at - KEPT])
        Round.objects.using(CLOCK).update_or_create(id=1, defaults={"ended_at": at})
    return Done(notices=notices, mails=mails, sent=sent)


def _everybody() -> list[Acting]:
    """Everybody in service who may do anything, each as oneself and nobody else."""
    with connections[CLOCK].cursor() as cursor:
        cursor.execute("SELECT professional FROM notices.people()")
        keys = [key for (key,) in cursor.fetchall()]
    people = [person for key in keys if (person := account(key)) is not None]
    return [
        Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin=Origin.CLOCK)
        for person in people
    ]
