"""The view that BIO2 8.15.01 asks: action, object, result, origin, actor and time, of every event.

The actor is a key and the organisation that it acted for; details and reasons stay in the journal
(8.15.02: nothing in a log that helps to break security).
"""

from collections.abc import Iterator

from vijfluik.core.journal.models import Event
from vijfluik.core.journal.results import Origin, Result
from vijfluik.core.journal.views.shape import (
    KEY,
    MILLISECONDS,
    SPAN,
    TRACE,
    WORDS,
    Line,
    Schema,
    Served,
    closed,
    milliseconds,
    trace_of,
)

TEXT = {"type": "string"}

SCHEMA: Schema = closed(
    id=KEY,
    time=MILLISECONDS,
    actor=closed(id=TEXT, organisation=TEXT),
    action=WORDS,
    object=closed(type=TEXT, id=TEXT),
    result={"enum": list(Result.values)},
    origin={"enum": list(Origin.values)},
    trace_id=TRACE,
    span_id=SPAN,
)


def lines(event: Event, *, served: Served) -> Iterator[Line]:  # noqa: ARG001 - as the other views
    """One line for every event."""
    yield {
        "id": str(event.id),
        "time": milliseconds(event.moment),
        "actor": {"id": str(event.actor or ""), "organisation": event.organisation},
        "action": event.action,
        "object": {"type": event.object_type, "id": event.object_key},
        "result": event.result,
        "origin": event.origin,
        "trace_id": trace_of(event),
        "span_id": event.span,
    }
