"""One round of the notifier: look for what waits, gather it into mails, send what is to go.

Who may have to be told of something urgent is looked for first, in every round, and so is their
mail sent; then everybody in turn, page by page, for as long as there is time. What is left goes on
in the next round, so that a round of thousands keeps nobody's urgent mail waiting.
"""

import datetime as dt
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
FIRST = uuid.UUID(int=0)
# People between one sending and the next: a second or so.
PAGE = 100
WITHOUT_END = float("inf")


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of a round.

    Attributes:
        onward: after whom the next round goes on; the first of keys when everybody had a turn.
    """

    notices: int = 0
    mails: int = 0
    sent: int = 0
    onward: uuid.UUID = FIRST

    def __add__(self, other: "Done") -> "Done":
        """Both together, going on where the second does."""
        return Done(
            notices=self.notices + other.notices,
            mails=self.mails + other.mails,
            sent=self.sent + other.sent,
            onward=other.onward,
        )


def go_round(*, at: dt.datetime, after: uuid.UUID = FIRST, seconds: float = WITHOUT_END) -> Done:
    """One round, as of a moment. Two at once do no harm: each row is made once.

    Args:
        after: whose turn it was last.
        seconds: after so long no other page of people is begun, and no other mail is tried.

    Raises:
        django.db.Error: the database is away; what was done until then stands.
    """
    until = time.monotonic() + seconds
    done = replace(_looked(_keys("pressed"), at=at, until=until), onward=after)
    turns = [key for key in _keys("people") if key > after]
    for page in (turns[place : place + PAGE] for place in range(0, len(turns), PAGE)):
        done += replace(_looked(page, at=at, until=until), onward=page[-1])
        if page[-1] != turns[-1] and time.monotonic() > until:
            break
    else:
        done = replace(done, onward=FIRST)
    with transaction.atomic(using=CLOCK):
        with connections[CLOCK].cursor() as cursor:
            # Django would first read what refers to a row, which the clock may not.
            for table in ("notices_notice", "notices_mail"):
                cursor.execute(f"DELETE FROM {table} WHERE made_at < %s", [at - KEPT])
        Round.objects.using(CLOCK).update_or_create(id=1, defaults={"ended_at": at})
    return done


def _looked(keys: Iterable[uuid.UUID], *, at: dt.datetime, until: float) -> Done:
    """What these people are to be told, and what may be sent by now."""
    notices = mails = 0
    for key in keys:
        who = _acting(key)
        if who is not None:
            notices += retrying(partial(make, who=who, at=at))
            mails += retrying(partial(gather, who=who, at=at))
    return Done(notices=notices, mails=mails, sent=send_waiting(at=at, until=until))


def _keys(whom: str) -> list[uuid.UUID]:
    """Keys of people in service, in order: `people` for all, `pressed` for who comes first."""
    with connections[CLOCK].cursor() as cursor:
        cursor.execute(f"SELECT professional FROM notices.{whom}()")
        return [key for (key,) in cursor.fetchall()]


def _acting(key: uuid.UUID) -> Acting | None:
    """Somebody as oneself and nobody else; None for who left meanwhile."""
    person = account(key)
    if person is None:
        return None
    return Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin=Origin.CLOCK)
