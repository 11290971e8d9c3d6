"""Reading the journal, over the auditor's connection.

Who may read is decided in `core.access.oversight`, the only way to here.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from vijfluik.core.journal.models import BlockRow, Event, MonthDrop
from vijfluik.core.journal.results import DECISIONS, Result

AUDITOR = "auditor"
LONGEST_PAGE = 500
AT_ONCE = 2_000


class Only(Enum):
    """Which events are asked for at all."""

    ALL = "every event"
    DECISIONS = "decisions to allow or deny"
    SUBJECTS = "acts that touched the data of persons"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What to look for; what is left empty does not restrict.

    Attributes:
        since: from this moment.
        until: before this moment.
        object_key: acts on this record, and lists and files that it stood in ("who saw this").
        subject: events that touched the data of this person ("who saw what about me").
    """

    since: dt.datetime | None = None
    until: dt.datetime | None = None
    actor: uuid.UUID | None = None
    object_type: str = ""
    object_key: str = ""
    action: str = ""
    result: Result | None = None
    trace: str = ""
    subject: uuid.UUID | None = None

    def used(self) -> list[str]:
        """The names of the restrictions in use, without their values."""
        return sorted(name for name in self.__dataclass_fields__ if getattr(self, name))


@dataclass(frozen=True, kw_only=True)
class Page:
    """Events, newest first, and whether older ones follow."""

    events: list[Event]
    more: bool


@dataclass(frozen=True, kw_only=True)
class Seal:
    """Where an event stands in the chain."""

    block: int
    position: int
    leaf: bytes


def page_of_events(*, wanted: Filter, offset: int = 0, limit: int = 50) -> Page:
    """A page of events, newest first.

    Raises:
        ValueError: the page is longer than 500.
    """
    if limit > LONGEST_PAGE or limit < 1 or offset < 0:
        raise ValueError(f"a page holds 1 to {LONGEST_PAGE} events")
    # Without the manifests, which nobody reads here: that of an import names thousands of records.
    events = _matching(wanted).defer("objects_shown").order_by("-moment", "-id")
    found = list(events[offset : offset + limit + 1])
    return Page(events=found[:limit], more=len(found) > limit)


def in_order(*, wanted: Filter, only: Only) -> Iterator[Event]:
    """The events, oldest first, a short question for each part: nobody ever holds them all, and
    no transaction lasts as long as the reading, which the limit of the role would end.
    """
    events = _matching(wanted).defer("objects_shown").order_by("moment", "id")
    if only is Only.DECISIONS:
        # A list is one event with its decision: it names the rule that allowed it.
        events = events.filter(Q(result__in=DECISIONS) | ~Q(rule=""))
    if only is Only.SUBJECTS:
        events = events.exclude(subjects=[])
    part = list(events[:AT_ONCE])
    while part:
        yield from part
        if len(part) < AT_ONCE:
            return
        part = list(events.filter(_behind(part[-1]))[:AT_ONCE])


def _behind(last: Event) -> Q:
    """What follows on an event; the first condition is the one that an index answers."""
    later = Q(moment__gt=last.moment) | Q(moment=last.moment, id__gt=last.id)
    return Q(moment__gte=last.moment) & later


def _matching(wanted: Filter) -> QuerySet[Event]:
    found = Event.objects.using(AUDITOR).all()
    if wanted.since is not None:
        found = found.filter(moment__gte=wanted.since)
    if wanted.until is not None:
        found = found.filter(moment__lt=wanted.until)
    if wanted.actor is not None:
        found = found.filter(actor=wanted.actor)
    if wanted.object_key:
        found = found.filter(_about(wanted.object_key))
    for name in ("object_type", "action", "trace"):
        value = getattr(wanted, name)
        if value:
            found = found.filter(**{name: value})
    if wanted.result is not None:
        found = found.filter(result=wanted.result)
    if wanted.subject is not None:
        manifest = RawSQL("SELECT event FROM journal_subject WHERE subject = %s", [wanted.subject])
        found = found.filter(id__in=manifest)
    return found


def _about(object_key: str) -> Q:
    """Acts on a record by its key, and the manifests that name it; an index answers each.

    Neither index holds events without a key or a manifest, which the question therefore repeats.
    """
    acts = Q(object_key=object_key) & ~Q(object_key="")
    try:
        key = uuid.UUID(object_key)
    except ValueError:
        return acts
    return acts | (Q(objects_shown__contains=[key]) & ~Q(objects_shown=[]))


def seal_of(event: uuid.UUID) -> Seal | None:
    """The place of an event in the chain; None while it waits for the sealer."""
    rows = BlockRow.objects.using(AUDITOR).raw(
        "SELECT b.*, m.position, m.leaf FROM journal_membership m"
        " JOIN journal_block b ON b.number = m.block"
        " WHERE m.event = %s AND m.moment = (SELECT moment FROM journal_event WHERE id = %s)",
        [event, event],
    )
    for row in rows:
        # Columns beyond the model's become attributes of the row.
        return Seal(block=row.number, position=vars(row)["position"], leaf=vars(row)["leaf"])
    return None


def dropped_months() -> list[MonthDrop]:
    """The months that went after their term, with who and why."""
    return list(MonthDrop.objects.using(AUDITOR).order_by("month"))
