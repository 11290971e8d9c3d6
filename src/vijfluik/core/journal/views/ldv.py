"""Logboek Dataverwerkingen: one line per action and per data subject, and no user in it.

The standard (Logius, Logboek Dataverwerkingen, working version) leaves who acted to the audit log,
joined by the trace. `start_time` and `end_time` are equal: the journal keeps the moment of an act.
"""

from collections.abc import Iterator

from vijfluik.core.journal.models import Event
from vijfluik.core.journal.views.shape import (
    KEY,
    MILLISECONDS,
    RESOURCE,
    SPAN,
    TRACE,
    WORDS,
    Line,
    Schema,
    Served,
    closed,
    milliseconds,
    status_of,
    trace_of,
)

ACTIVITY = "dpl.core.processing_activity_id"
SUBJECT = "dpl.core.data_subject_id"
SUBJECT_TYPE = "dpl.core.data_subject_id_type"
# A key that is random per person: it says nothing of who that is.
RANDOM_KEY = "vijfluik-sleutel"

SCHEMA: Schema = closed(
    trace_id=TRACE,
    span_id=SPAN,
    name=WORDS,
    start_time=MILLISECONDS,
    end_time=MILLISECONDS,
    status={"enum": ["Unset", "Ok", "Error"]},
    resource=closed(**{"service.name": WORDS}),
    attributes=closed(
        **{
            ACTIVITY: {"type": "string", "pattern": "^(https?://|urn:)[^ ]+$"},
            SUBJECT: KEY,
            SUBJECT_TYPE: {"const": RANDOM_KEY},
        }
    ),
)


def lines(event: Event, *, served: Served) -> Iterator[Line]:
    """A line for each person whose data the act touched; none for an act that touched nobody's."""
    for subject in sorted(set(event.subjects)):
        yield {
            "trace_id": trace_of(event),
            "span_id": event.span,
            "name": event.action,
            "start_time": milliseconds(event.moment),
            "end_time": milliseconds(event.moment),
            "status": status_of(event),
            "resource": dict(RESOURCE),
            "attributes": {
                ACTIVITY: activity_of(event, served=served),
                SUBJECT: str(subject),
                SUBJECT_TYPE: RANDOM_KEY,
            },
        }


def activity_of(event: Event, *, served: Served) -> str:
    """The processing activity: the register's address and the kind of record that was worked on."""
    return f"{served.register}{event.object_type or event.action.partition('.')[0]}"
