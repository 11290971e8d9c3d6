"""How far each view was delivered, and delivering what came after.

The position is a place in the sealed chain: block and place within it. Events are sealed after they
are committed and in one order, so nothing is passed by, as would be with moments: a transaction may
commit later than one that began after it. The position moves after the collector said yes. Whoever
is killed between the two sends that part again.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections, transaction
from django.db.models import F
from django.utils import timezone

from vijfluik.core.journal.delivering.collector import Collector, NotTaken
from vijfluik.core.journal.delivering.otlp import PATHS, request_of
from vijfluik.core.journal.models import Delivery, Event
from vijfluik.core.journal.queries import AUDITOR
from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin
from vijfluik.core.journal.views.exporting import VIEWS
from vijfluik.core.journal.views.shape import Line, Served
from vijfluik.core.journal.vocabulary import JOURNAL_FORWARDED

EVENTS_AT_ONCE = 500
# An act on many people is many lines of the ldv; a request stays small.
LINES_AT_ONCE = 1_000
_COLUMNS = ", ".join(
    f"e.{each.column}" for each in Event._meta.concrete_fields if each.name != "objects_shown"
)
_BEHIND = (
    f"SELECT {_COLUMNS}, m.block, m.position FROM journal_membership m"
    " JOIN journal_event e ON e.moment = m.moment AND e.id = m.event"
    " WHERE (m.block, m.position) > (%s, %s) ORDER BY m.block, m.position"
    f" LIMIT {EVENTS_AT_ONCE}"
)


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What came of it: events that were passed, lines that were taken and lines rejected."""

    events: int = 0
    lines: int = 0
    rejected: int = 0


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far a view is; `behind` is how many sealed events follow."""

    delivery: Delivery
    behind: int


def deliver(view: str, *, to: Collector, served: Served) -> Delivered:
    """Send what follows on the last position, part by part, until nothing is left.

    Raises:
        NotTaken: the collector did not take a part; it and what follows are kept, and the row of
            the view says since when and why.
    """
    done = Delivered()
    while events := _behind(view):
        try:
            lines, rejected = _handed_over(view, events=events, to=to, served=served)
        except NotTaken as error:
            _note_fault(view, error=error)
            raise
        last = vars(events[-1])
        _move(view, block=last["block"], position=last["position"], rejected=rejected)
        done = Delivered(
            events=done.events + len(events),
            lines=done.lines + lines,
            rejected=done.rejected + rejected,
        )
    return done


def note_forwarding(views: list[str]) -> None:
    """Tell the journal that these views are sent on, once for each start of who sends them."""
    with transaction.atomic(using=AUDITOR):
        record(
            action=JOURNAL_FORWARDED,
            object_type="journal",
            details={"views": sorted(views)},
            who=Stranger(origin=Origin.CLOCK),
            using=AUDITOR,
        )


def standings() -> list[Standing]:
    """How far each view is that was ever sent, by name."""
    found = []
    for delivery in Delivery.objects.using(AUDITOR).order_by("view"):
        with connections[AUDITOR].cursor() as cursor:
            cursor.execute(
                "SELECT coalesce(sum(events), 0) FROM journal_block WHERE number > %s",
                [delivery.block],
            )
            (after,) = cursor.fetchone()
            cursor.execute(
                "SELECT coalesce(max(events), 0) FROM journal_block WHERE number = %s",
                [delivery.block],
            )
            (of_block,) = cursor.fetchone()
        behind = int(after) + max(int(of_block) - delivery.position, 0)
        found.append(Standing(delivery=delivery, behind=behind))
    return found


def _behind(view: str) -> list[Event]:
    at = Delivery.objects.using(AUDITOR).filter(view=view).first() or Delivery(view=view)
    return list(Event.objects.using(AUDITOR).raw(_BEHIND, [at.block, at.position]))


def _handed_over(
    view: str, *, events: list[Event], to: Collector, served: Served
) -> tuple[int, int]:
    lines = rejected = 0
    for part in _parts(_lines(view, events=events, served=served)):
        rejected += to.take(PATHS[view], request_of(view, part))
        lines += len(part)
    return lines, rejected


def _lines(view: str, *, events: list[Event], served: Served) -> Iterator[Line]:
    for event in events:
        yield from VIEWS[view].write(event, served=served)


def _parts(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while part := list(itertools.islice(lines, LINES_AT_ONCE)):
        yield part


def _move(view: str, *, block: int, position: int, rejected: int) -> None:
    rows = Delivery.objects.using(AUDITOR)
    rows.get_or_create(view=view)
    rows.filter(view=view).update(
        block=block,
        position=position,
        delivered_at=timezone.now(),
        failing_since=None,
        fault="",
        rejected=F("rejected") + rejected,
    )


def _note_fault(view: str, *, error: NotTaken) -> None:
    rows = Delivery.objects.using(AUDITOR)
    row, _made = rows.get_or_create(view=view)
    since: dt.datetime = row.failing_since or timezone.now()
    rows.filter(view=view).update(failing_since=since, fault=error.fault)
