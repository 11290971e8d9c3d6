"""Visits: begun by signing in, seen with each request, ended by time, oneself or another."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from vijfluik.core.access.gate import require
from vijfluik.core.accounts.access import OBJECT_TYPE, THING
from vijfluik.core.accounts.kinds import VISITS_ENDED
from vijfluik.core.accounts.limits import LIMITS, Limits
from vijfluik.core.accounts.models import EndedBecause, ProvenBy, Visit
from vijfluik.core.journal.recording import record
from vijfluik.core.partners.acting import Acting, acting

OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A visit at the moment of a request: whose, how it stands, and when last proven."""

    key: uuid.UUID
    professional: uuid.UUID
    standing: str
    proven_at: dt.datetime | None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.standing == OPEN

    def fresh(self, *, at: dt.datetime, limits: Limits = LIMITS) -> bool:
        """Whether its last proof is young enough for an act that asks for a fresh one."""
        if self.proven_at is None:
            return False
        return at - self.proven_at < limits.fresh


def begin(
    *,
    who: Acting,
    proven_by: ProvenBy,
    device: str = "",
    at: dt.datetime | None = None,
    proven_at: dt.datetime | None = None,
) -> Visit:
    """Begin a visit, inside `acting(who)`.

    Args:
        at: the moment; now when None.
        proven_at: when it was proven, where that was earlier.
    """
    now = at or timezone.now()
    visit = Visit(
        professional_id=who.actor.key,
        proven_by=proven_by,
        device=device[:60],
        limits=LIMITS.version,
        started_at=now,
        seen_at=now,
        proven_at=None if proven_by == ProvenBy.NOTHING else proven_at or now,
    )
    visit.save(force_insert=True)
    return visit


def seen(
    key: uuid.UUID, *, at: dt.datetime, idles: bool = True, limits: Limits = LIMITS
) -> Seen | None:
    """Note that a visit is used, or that it is over by now; None when there is no such visit.

    Args:
        at: the moment of the request, on the application's clock.
        idles: whether it ends when nothing is asked for a while; not in a demonstration.
    """
    idle = limits.idle if idles else limits.whole
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT professional, standing, proven_at"
            " FROM accounts.seen(%s, %s, %s::interval, %s::interval)",
            [key, at, str(idle), str(limits.whole)],
        )
        rows = cursor.fetchall()
    for professional, standing, proven_at in rows:
        return Seen(key=key, professional=professional, standing=standing, proven_at=proven_at)
    return None


def prove_again(*, who: Acting, key: uuid.UUID, at: dt.datetime) -> None:
    """Note a fresh proof on one's own visit, inside `acting(who)`."""
    Visit.objects.filter(key=key, professional=who.actor.key, ended_at__isnull=True).update(
        proven_at=at
    )


def open_visits(professional: uuid.UUID, *, at: dt.datetime, idles: bool = True) -> list[Visit]:
    """The visits that still go on, inside `acting`: one's own, or for who administers accounts."""
    idle = LIMITS.idle if idles else LIMITS.whole
    return list(
        Visit.objects.filter(
            professional=professional,
            ended_at__isnull=True,
            started_at__gt=at - LIMITS.whole,
            seen_at__gt=at - idle,
        )
    )


def end_one(*, who: Acting, key: uuid.UUID, because: EndedBecause) -> None:
    """End one visit of one's own without an event of its own: signing out has one."""
    with acting(who):
        _end(who, professional=who.actor.key, because=because, only=key)


def end_own(*, who: Acting, but: uuid.UUID | None = None, only: uuid.UUID | None = None) -> int:
    """End one's own visits: all, all but this one, or one.

    Returns:
        How many ended.
    """
    with acting(who):
        ended = _end(
            who,
            professional=who.actor.key,
            because=EndedBecause.BY_ONESELF,
            but=but,
            only=only,
        )
        _tell(who.actor.key, ended)
        return ended


def end_of(*, who: Acting, professional: uuid.UUID) -> int:
    """End all visits of another, as who administers accounts.

    Raises:
        Refused: whoever acts may not.
    """
    with acting(who):
        require(thing=THING, action="end", object_type=OBJECT_TYPE, object_key=str(professional))
        return end_open(who=who, professional=professional, because=EndedBecause.BY_ADMINISTRATOR)


def end_all(*, who: Acting, professional: uuid.UUID, because: EndedBecause) -> int:
    """End all visits of another inside `acting(who)`, with an act that is told by itself."""
    return _end(who, professional=professional, because=because)


def end_open(
    *, who: Acting, professional: uuid.UUID, because: EndedBecause, using: str = "default"
) -> int:
    """End all visits of somebody inside `acting(who)`, with an event of its own."""
    ended = _end(who, professional=professional, because=because, using=using)
    _tell(professional, ended, using=using)
    return ended


def _end(
    who: Acting,
    *,
    professional: uuid.UUID,
    because: EndedBecause,
    but: uuid.UUID | None = None,
    only: uuid.UUID | None = None,
    using: str = "default",
) -> int:
    rows = Visit.objects.using(using).filter(professional=professional, ended_at__isnull=True)
    if only is not None:
        rows = rows.filter(key=only)
    if but is not None:
        rows = rows.exclude(key=but)
    return rows.update(ended_at=timezone.now(), ended_by=who.actor.key, ended_because=because)


def _tell(professional: uuid.UUID, ended: int, *, using: str = "default") -> None:
    record(
        action=VISITS_ENDED,
        object_type=OBJECT_TYPE,
        object_key=professional,
        details={"visits": ended},
        using=using,
    )
