"""Logboek Dataverwerkingen: one line per action and per data subject, and no user in it.

The standard (Logius, Logboek Dataverwerkingen, working version: fields in *Component: Logboek*,
behaviour in *Component: Applicatie*) leaves who acted to the audit log, joined by the trace. An act
on several people is an action of its own for each of them below the act, with a `span_id` of its
own. `start_time` and `end_time` are equal: the journal keeps the moment of an act.
"""

import hashlib
import uuid
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
# In the order of their numbers.
STATUS_CODES = ("Unset", "Ok", "Error")

SCHEMA: Schema = closed(
    optional={"parent_span_id": SPAN},
    trace_id=TRACE,
    span_id=SPAN,
    name=WORDS,
    start_time=MILLISECONDS,
    end_time=MILLISECONDS,
    status_code={"enum": list(STATUS_CODES)},
    resource=closed(attributes=closed(**{"service.name": WORDS})),
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
    subjects = sorted(set(event.subjects))
    for subject in subjects:
        yield {
            "trace_id": trace_of(event),
            **_spans(event, subject=subject, alone=len(subjects) == 1),
            "name": event.action,
            "start_time": milliseconds(event.moment),
            "end_time": milliseconds(event.moment),
            "status_code": status_of(event),
            "resource": {"attributes": dict(RESOURCE)},
            "attributes": {
                ACTIVITY: activity_of(event, served=served),
                SUBJECT: str(subject),
                SUBJECT_TYPE: RANDOM_KEY,
            },
        }


def _spans(event: Event, *, subject: uuid.UUID, alone: bool) -> dict[str, str]:
    """The span of the act; of one on several people a span per person below it, the same in every
    export, so that who receives a line twice sees that it is one."""
    if alone:
        return {"span_id": event.span}
    own = hashlib.sha256(event.id.bytes + subject.bytes).hexdigest()[:16]
    return {"span_id": own, "parent_span_id": event.span}


def activity_of(event: Event, *, served: Served) -> str:
    """The processing activity: the register's address and the kind of record that was worked on."""
    return f"{served.register}{event.object_type or event.action.partition('.')[0]}"
