"""Authorization Decision Log: exactly one record per decision, with the rule and the policy.

After the Authorization Decision Log (Logius, working version, *Interface*) and the AuthZEN
evaluation that it records: request and response stand in the body, the policy is referred to by its
version. A refusal has the status Unset, for it is an answer and no fault. Who asked is a random
key, never a name. A list is one event with the decision that opened it, and so is a file: they
stand here by the rule that they name.
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
    trace_id=TRACE,
    span_id=SPAN,
    timestamp=MILLISECONDS,
    status={"const": "Unset"},
    resource=closed(**{"service.name": WORDS}),
    attributes=closed(
        **{"adl.core.policies": closed(vijfluik=WORDS), "vijfluik.event.id": KEY},
    ),
    body=closed(
        **{
            "adl.core.request": closed(
                subject=closed(type={"enum": ["professional", NOBODY]}, id=TEXT),
                action=closed(name=WORDS),
                resource=closed(type=TEXT, id=TEXT),
                context=closed(purpose=TEXT, mandate=TEXT, origin={"enum": list(Origin.values)}),
            ),
            "adl.core.response": closed(decision={"type": "boolean"}, context=closed(rule=WORDS)),
        }
    ),
)


def lines(event: Event, *, served: Served) -> Iterator[Line]:  # noqa: ARG001 - as the other views
    """One record for a decision, none for anything else."""
    if event.result not in DECISIONS and not event.rule:
        return
    yield {
        "event_name": NAME,
        "trace_id": trace_of(event),
        "span_id": event.span,
        "timestamp": milliseconds(event.moment),
        "status": "Unset",
        "resource": dict(RESOURCE),
        "attributes": {
            "adl.core.policies": {"vijfluik": event.policy_version},
            "vijfluik.event.id": str(event.id),
        },
        "body": {
            "adl.core.request": {
                "subject": {
                    "type": "professional" if event.actor else NOBODY,
                    "id": str(event.actor or ""),
                },
                "action": {"name": _asked(event)},
                "resource": {"type": event.object_type, "id": event.object_key},
                "context": {
                    "purpose": event.purpose,
                    "mandate": str(event.mandate or ""),
                    "origin": event.origin,
                },
            },
            "adl.core.response": {
                "decision": event.result != Result.DENIED,
                "context": {"rule": event.rule},
            },
        },
    }


def _asked(event: Event) -> str:
    """What was asked to do: a decision says it, and of a list the rule does (role:thing:act:how
    widely); of anything else what was done."""
    act = json.loads(event.details).get("act")
    if act:
        return str(act)
    parts = event.rule.split(" ", maxsplit=1)[0].split(":")
    return parts[2] if len(parts) == 4 else event.action
