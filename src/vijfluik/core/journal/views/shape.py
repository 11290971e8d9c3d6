"""What the three views share: moments, names and the schema that every line of a view keeps to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vijfluik.core.journal.models import Event
from vijfluik.core.journal.results import Result

Line = dict[str, Any]
Schema = Mapping[str, Any]

TRACE = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
SPAN = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
MILLISECONDS = {"type": "integer", "minimum": 0}
WORDS = {"type": "string", "minLength": 1}
KEY = {
    "type": "string",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
}
# Who wrote the line, as OpenTelemetry calls it.
RESOURCE = {"service.name": "vijfluik"}


@dataclass(frozen=True, kw_only=True)
class Served:
    """Where the lines come from. register: the address of the register of processing activities."""

    register: str


def closed(*, optional: Schema | None = None, **properties: Any) -> Schema:
    """The schema of an object that holds all of these and nothing else.

    Args:
        optional: what it may hold besides.
    """
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": sorted(properties),
        "additionalProperties": False,
    }


def milliseconds(moment: dt.datetime) -> int:
    """Whole milliseconds since 1970 (UTC), as the standards write time."""
    return int(moment.timestamp()) * 1000 + moment.microsecond // 1000


def trace_of(event: Event) -> str:
    """The W3C trace of an event; one of its own for what no request caused."""
    return event.trace or event.id.hex


def status_of(event: Event) -> str:
    """How it ended in the words of OpenTelemetry.

    A refusal is an answer and no fault; an attempt is not known to have ended.
    """
    if event.result == Result.FAILED:
        return "Error"
    if event.result == Result.DONE:
        return "Ok"
    return "Unset"
