"""The private calendar link: made, withdrawn, and read by a calendar that nobody signs in to."""

import dataclasses
import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from vijfluik.core.accounts.actions import attempted, tell
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import digest_of, new_secret
from vijfluik.core.accounts.throttle import trying
from vijfluik.core.journal.recording import record
from vijfluik.core.notices.calendar import calendar_of
from vijfluik.core.notices.events import FEED_MADE, FEED_READ, FEED_WITHDRAWN
from vijfluik.core.notices.models import Feed
from vijfluik.core.notices.terms import dues
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import account, actor_for, today

OBJECT_TYPE = "notices.feed"
BACK, FORWARD = dt.timedelta(days=7), dt.timedelta(days=365)
# How often within the window (`LIMITS`): a calendar asks a few times an hour, a guesser more.
OF_ONE_LINK = dataclasses.replace(LIMITS, per_account=30)
OF_ONE_PLACE = dataclasses.replace(LIMITS, per_account=50)


@dataclass(frozen=True, kw_only=True)
class _Found:
    key: uuid.UUID
    person: Professional


def make_feed(*, who: Acting) -> str:
    """Make a link; one of before works no more.

    Returns:
        Its secret word, known at this moment only.
    """
    with attempted(FEED_MADE, who=who, key=who.actor.key), acting(who):
        _withdraw(who)
        secret = new_secret()
        Feed(professional_id=who.actor.key, digest=secret.digest, made_at=timezone.now()).save(
            force_insert=True
        )
        tell(who.actor.key, action=FEED_MADE)
        return secret.word


def withdraw_feed(*, who: Acting) -> None:
    """Let the link work no more."""
    with attempted(FEED_WITHDRAWN, who=who, key=who.actor.key), acting(who):
        if _withdraw(who):
            tell(who.actor.key, action=FEED_WITHDRAWN)


def feed_of(who: Acting) -> Feed | None:
    """One's own link that works."""
    return Feed.objects.filter(professional=who.actor.key, withdrawn_at__isnull=True).first()


def read_feed(word: str, *, address: str, at: dt.datetime) -> bytes | None:
    """The calendar behind a link, outside any transaction; None for a link that does not work.

    Each reading is an event of whose calendar it is. A day on which anything is due is one hour of
    "overleg": not how much, and not what.

    Args:
        address: where it is asked from.
        at: now.

    Raises:
        TooOften: it was asked too often; `again` says from when.
    """
    digest = digest_of(word)
    with trying(name=f"calendar of {address}", at=at, limits=OF_ONE_PLACE) as attempt:
        found = _found(digest)
        attempt.succeeded = found is not None
    if found is None:
        return None
    with trying(name=f"calendar {digest.hex()}", at=at, limits=OF_ONE_LINK):
        pass
    who = Acting(actor=actor_for(found.person), purpose=Purpose.PROGRAMME)
    with acting(who):
        due = dues(who, since=today() - BACK, until=today() + FORWARD)
        days = sorted(set(due.order_by().values_list("due_on", flat=True)))
        record(
            action=FEED_READ,
            object_type=OBJECT_TYPE,
            object_key=found.key,
            details={"rows": len(days)},
        )
    return calendar_of(days, secret=digest, at=at, language=found.person.language)


def _found(digest: bytes) -> _Found | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT key, professional FROM notices.feed(%s)", [digest])
        rows = cursor.fetchall()
    for key, professional in rows:
        person = account(professional)
        if person is not None:
            return _Found(key=key, person=person)
    return None


def _withdraw(who: Acting) -> int:
    rows = Feed.objects.filter(professional=who.actor.key, withdrawn_at__isnull=True)
    return rows.update(withdrawn_at=timezone.now())
