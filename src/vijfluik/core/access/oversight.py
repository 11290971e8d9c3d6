"""The only way to the journal: for lawfulness, never performance.

Each reading is an event itself.
"""

import uuid
from collections.abc import Iterator

from vijfluik.core.access.gate import require
from vijfluik.core.journal import queries
from vijfluik.core.journal.models import MonthDrop
from vijfluik.core.journal.queries import Filter, Page, Seal
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.views.exporting import VIEWS, exported
from vijfluik.core.journal.views.shape import Served
from vijfluik.core.journal.vocabulary import JOURNAL_EXPORTED, JOURNAL_READ

THING = "journal"


def events(*, wanted: Filter, offset: int = 0, limit: int = 50) -> Page:
    """A page of events for an overseer, newest first.

    Raises:
        Refused: the actor oversees nothing.
        ValueError: the page is longer than 500.
    """
    require(thing=THING, action="read")
    page = queries.page_of_events(wanted=wanted, offset=offset, limit=limit)
    record(
        action=JOURNAL_READ,
        object_type=THING,
        details={"rows": len(page.events), "filters": wanted.used()},
        subjects=_asked_for(wanted),
    )
    return page


def export(*, view: str, wanted: Filter, served: Served) -> Iterator[str]:
    """The lines of a view; the event is written before the first of them is read.

    They may be read after the transaction, which would not last for a long journal.

    Raises:
        Refused: the actor oversees nothing.
        KeyError: there is no such view.
    """
    require(thing=THING, action="read")
    record(
        action=JOURNAL_EXPORTED,
        object_type=THING,
        details={"view": view, "filters": wanted.used()},
        subjects=_asked_for(wanted),
    )
    return exported(view=VIEWS[view], wanted=wanted, served=served)


def seal_of(event: uuid.UUID) -> Seal | None:
    """The place of an event in the chain; None while it waits for the sealer.

    Raises:
        Refused: the actor oversees nothing.
    """
    require(thing=THING, action="read")
    return queries.seal_of(event)


def dropped_months() -> list[MonthDrop]:
    """The months that went after their term, with who and why.

    Raises:
        Refused: the actor oversees nothing.
    """
    require(thing=THING, action="read")
    return queries.dropped_months()


def _asked_for(wanted: Filter) -> tuple[uuid.UUID, ...]:
    """Whose events alone were asked for; nobody's when those of everybody were."""
    if wanted.subject is None:
        return ()
    return (wanted.subject,)
