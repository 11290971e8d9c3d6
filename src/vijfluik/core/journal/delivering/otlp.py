"""Lines of the three views as OTLP: spans for what was done with data, log records for the rest.

The JSON encoding of OTLP 1 (opentelemetry.io/docs/specs/otlp): identifiers in hexadecimal, 64-bit
numbers as text. The shapes are small and fixed, and what an SDK adds (batches in memory that are
dropped when they are full) is what a journal may not have; so they are written here.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from vijfluik import __version__
from vijfluik.core.journal.views.ldv import STATUS_CODES
from vijfluik.core.journal.views.shape import RESOURCE, Line

# SpanKind INTERNAL, SeverityNumber INFO.
INTERNAL, INFO = 1, 9
NANOSECONDS = 1_000_000
TRACES, LOGS = "/v1/traces", "/v1/logs"
# View → the path of its signal below the address of the collector.
PATHS: Mapping[str, str] = {"ldv": TRACES, "adl": LOGS, "bio2": LOGS}


def request_of(view: str, lines: Iterable[Line]) -> dict[str, Any]:
    """The body of one request, as plain data.

    Raises:
        KeyError: there is no such view.
    """
    resource = {"attributes": pairs({**RESOURCE, "service.version": __version__})}
    scope = {"name": f"vijfluik.journal.{view}", "version": __version__}
    if PATHS[view] == TRACES:
        spans = [span(line) for line in lines]
        inside = [{"scope": scope, "spans": spans}]
        return {"resourceSpans": [{"resource": resource, "scopeSpans": inside}]}
    write = {"adl": decision, "bio2": act}[view]
    records = [write(line) for line in lines]
    inside = [{"scope": scope, "logRecords": records}]
    return {"resourceLogs": [{"resource": resource, "scopeLogs": inside}]}


def span(line: Line) -> dict[str, Any]:
    """A line of the Logboek Dataverwerkingen: that standard follows the model of spans."""
    made = {
        "traceId": line["trace_id"],
        "spanId": line["span_id"],
        "name": line["name"],
        "kind": INTERNAL,
        "startTimeUnixNano": _nano(line["start_time"]),
        "endTimeUnixNano": _nano(line["end_time"]),
        "attributes": pairs(line["attributes"]),
        "status": {"code": STATUS_CODES.index(line["status_code"])},
    }
    if "parent_span_id" in line:
        made["parentSpanId"] = line["parent_span_id"]
    return made


def decision(line: Line) -> dict[str, Any]:
    """A record of the Authorization Decision Log; (trace, span) is its key against doubles."""
    attributes = {**line["attributes"], "vijfluik.status": line["status"]}
    return _log(
        line,
        name=line["event_name"],
        time=line["timestamp"],
        attributes=attributes,
        body=value(line["body"]),
    )


def act(line: Line) -> dict[str, Any]:
    """An event as BIO2 asks it; its id is its key against doubles."""
    attributes = {
        "bio2.id": line["id"],
        "bio2.action": line["action"],
        "bio2.object.type": line["object"]["type"],
        "bio2.object.id": line["object"]["id"],
        "bio2.result": line["result"],
        "bio2.origin": line["origin"],
        "bio2.actor.id": line["actor"]["id"],
        "bio2.actor.organisation": line["actor"]["organisation"],
    }
    return _log(
        line,
        name=line["action"],
        time=line["time"],
        attributes=attributes,
        body=value(line["result"]),
    )


def pairs(attributes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Attributes as OTLP's list of key and value."""
    return [{"key": name, "value": value(held)} for name, held in attributes.items()]


def value(held: Any) -> dict[str, Any]:
    """One value as OTLP's `AnyValue`.

    Raises:
        TypeError: it is of no kind that a view has.
    """
    if isinstance(held, bool):
        return {"boolValue": held}
    if isinstance(held, int):
        return {"intValue": str(held)}
    if isinstance(held, str):
        return {"stringValue": held}
    if isinstance(held, Mapping):
        return {"kvlistValue": {"values": pairs(held)}}
    raise TypeError(f"a view has no {type(held).__name__}")


def _log(
    line: Line, *, name: str, time: int, attributes: Mapping[str, Any], body: dict[str, Any]
) -> dict[str, Any]:
    return {
        "timeUnixNano": _nano(time),
        "observedTimeUnixNano": _nano(time),
        "severityNumber": INFO,
        "severityText": "INFO",
        "eventName": name,
        "body": body,
        "attributes": pairs(attributes),
        "traceId": line["trace_id"],
        "spanId": line["span_id"],
    }


def _nano(milliseconds: int) -> str:
    return str(milliseconds * NANOSECONDS)
