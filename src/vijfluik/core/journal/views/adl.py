"""Authorization Decision Log: exactly one record per decision, with the rule and the policy.

After the Authorization Decision Log (Logius, working version) and the AuthZEN evaluation that it
records: a refusal has the status Unset, for it is an answer and no fault; the policy is named by
its version. Who asked is a random key, never a name.
"""

import json
from collections.abc import Iterator

from vijfluik.core.journal.models import Event
from vijfluik.core.journal.results import DECISIONS, Origin, Result
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
    trace_of,
)

NAME = "adl.access_evaluation"
# Whoever is not signed in.
NOBODY = "anoniem"
TEXT = {"type": "string"}

SCHEMA: Schema = closed(
    event_name={"const": NAME},
    event_id=KEY,
    trace_id=TRACE,
    span_id=SPAN,
    timestamp=MILLISECONDS,
    status={"const": "Unset"},
    resource=closed(**{"service.name": WORDS}),
    request=closed(
        subject=closed(type={"enum": ["professional", NOBODY]}, id=TEXT),
        action=closed(name=WORDS),
        resource=closed(type=TEXT, id=TEXT),
        context=closed(purpose=TEXT, mandate=TEXT, origin={"enum": list(Origin.values)}),
    ),
    response=closed(decision={"type": "boolean"}, context=closed(rule=WORDS)),
    policies={
        "type": "array",
        "minItems": 1,
        "maxItems": 1,
        "items": closed(id=WORDS, version=WORDS),
    },
)


def lines(event: Event, *, served: Served) -> Iterator[Line]:  # noqa: ARG001 - as the other views
    """One record for a decision, none for anything else."""
    if event.result not in DECISIONS:
        return
    yield {
        "event_name": NAME,
        "event_id": str(event.id),
        "trace_id": trace_of(event),
        "span_id": event.span,
        "timestamp": milliseconds(event.moment),
        "status": "Unset",
        "resource": dict(RESOURCE),
        "request": {
            "subject": {
                "type": "professional" if event.actor else NOBODY,
                "id": str(event.actor or ""),
            },
            "action": {"name": json.loads(event.details).get("act") or event.action},
            "resource": {"type": event.object_type, "id": event.object_key},
            "context": {
                "purpose": event.purpose,
                "mandate": str(event.mandate or ""),
                "origin": event.origin,
            },
        },
        "response": {
            "decision": event.result == Result.ALLOWED,
            "context": {"rule": event.rule},
        },
        "policies": [{"id": "vijfluik", "version": event.policy_version}],
    }
