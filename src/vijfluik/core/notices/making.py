"""Making the notices of one person, and settling those of what was done."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from vijfluik.core.journal.recording import record
from vijfluik.core.notices.events import NOTICED
from vijfluik.core.notices.models import Kind, Notice
from vijfluik.core.notices.subjects import Subject, subjects_of
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import AMSTERDAM

OBJECT_TYPE = "notices.notice"


def make(*, who: Acting, at: dt.datetime) -> int:
    """Write what somebody is to be told and was not, and settle what needs nothing any more.

    One transaction, in which the rows themselves say what was told already: whoever is killed in
    it, or does it twice at once, neither loses nor doubles a notice.

    Args:
        who: the person, for the purpose of the programme.
        at: now.

    Returns:
        How many notices were made.
    """
    with acting(who):
        found = subjects_of(who, on=at.astimezone(AMSTERDAM).date())
        told_before = known()
        told = {(each.kind, each.object_key, each.moment) for each in told_before}
        fresh = [
            each
            for subjects in found.values()
            for each in subjects
            if each.moment and (each.kind, each.object_key, each.moment) not in told
        ]
        over = [each.key for each in told_before if _is_over(each, found=found, fresh=fresh)]
        if over:
            Notice.objects.filter(key__in=over).update(read_at=at)
        if not fresh:
            return 0
        rows = [each.notice(professional=who.actor.key, at=at) for each in fresh]
        Notice.objects.bulk_create(rows, ignore_conflicts=True)
        record(action=NOTICED, object_type=OBJECT_TYPE, details={"notices": len(rows)})
        return len(rows)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What somebody was told already; `waits` is whether a term is still to be answered."""

    key: uuid.UUID
    kind: Kind
    object_key: uuid.UUID
    moment: str
    unread: bool
    waits: bool


def known() -> list[Known]:
    """What whoever acts was told and may still see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key, kind, object_key, moment, unread, waits FROM notices.known()")
        rows = cursor.fetchall()
    return [
        Known(key=key, kind=Kind(kind), object_key=about, moment=moment, unread=unread, waits=waits)
        for key, kind, about, moment, unread, waits in rows
    ]


def _is_over(
    notice: Known, *, found: Mapping[Kind, Sequence[Subject]], fresh: Sequence[Subject]
) -> bool:
    """Whether an unread notice asks for nothing any more: what it is about was done or is not the
    reader's, or a later notice tells of the same (that of thirty days goes with that of fourteen).
    """
    if not notice.unread:
        return False
    kind = notice.kind
    if any((each.kind, each.object_key) == (kind, notice.object_key) for each in fresh):
        return True
    if kind == Kind.TERM:
        return not notice.waits
    still = {each.object_key for each in found.get(kind, ())}
    return notice.object_key not in still
