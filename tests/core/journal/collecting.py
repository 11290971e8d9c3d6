"""A collector of the tests: takes OTLP over HTTP on this machine, checks what it gets, and does as
it is told."""

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from jsonschema import Draft202012Validator

from vijfluik.core.journal.views.shape import SPAN, TRACE, WORDS, closed

NANO = {"type": "string", "pattern": "^[0-9]{19}$"}
VALUE: dict[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "properties": {
        "stringValue": {"type": "string"},
        "boolValue": {"type": "boolean"},
        "intValue": {"type": "string", "pattern": "^-?[0-9]+$"},
        "kvlistValue": closed(values={"$ref": "#/$defs/pairs"}),
    },
    "additionalProperties": False,
}
PAIRS = {"type": "array", "items": closed(key=WORDS, value={"$ref": "#/$defs/value"})}
SPANS = closed(
    optional={"parentSpanId": SPAN},
    traceId=TRACE,
    spanId=SPAN,
    name=WORDS,
    kind={"const": 1},
    startTimeUnixNano=NANO,
    endTimeUnixNano=NANO,
    attributes={"$ref": "#/$defs/pairs"},
    status=closed(code={"enum": [0, 1, 2]}),
)
LOGS = closed(
    timeUnixNano=NANO,
    observedTimeUnixNano=NANO,
    severityNumber={"const": 9},
    severityText={"const": "INFO"},
    eventName=WORDS,
    body={"$ref": "#/$defs/value"},
    attributes={"$ref": "#/$defs/pairs"},
    traceId=TRACE,
    spanId=SPAN,
)


def _request(outer: str, scoped: str, inner: str, item: Any) -> Draft202012Validator:
    """The schema of a request, after the messages of OTLP 1 in their JSON encoding."""
    records = {"type": "array", "minItems": 1, "items": item}
    scope = closed(name=WORDS, version=WORDS)
    scopes = {"type": "array", "items": closed(scope=scope, **{inner: records})}
    resource = closed(attributes={"$ref": "#/$defs/pairs"})
    resources = {"type": "array", "items": closed(resource=resource, **{scoped: scopes})}
    return Draft202012Validator(
        {**closed(**{outer: resources}), "$defs": {"value": VALUE, "pairs": PAIRS}}
    )


SCHEMAS = {
    "/v1/traces": _request("resourceSpans", "scopeSpans", "spans", SPANS),
    "/v1/logs": _request("resourceLogs", "scopeLogs", "logRecords", LOGS),
}


@dataclass(kw_only=True)
class Took:
    """What came in, and how the collector answers.

    Attributes:
        status: of its answers; answer: their body.
        after: so many requests are taken before that answer; the ones before get 200.
    """

    url: str = ""
    status: int = 200
    answer: bytes = b"{}"
    after: int = 0
    requests: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def records(self, inner: str) -> list[dict[str, Any]]:
        """All spans or log records that were taken, in order."""
        return [
            record
            for _path, body in self.requests
            for resources in body.values()
            for resource in resources
            for scoped in resource.values()
            if isinstance(scoped, list)
            for scope in scoped
            for record in scope.get(inner, [])
        ]


class _Taking(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        took: Took = self.server.took  # type: ignore[attr-defined]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        SCHEMAS[self.path].validate(body)
        well = len(took.requests) < took.after or took.status == 200
        if well:
            took.requests.append((self.path, body))
            took.headers.append(dict(self.headers))
        self.send_response(200 if well else took.status)
        if not well:
            self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(took.answer)))
        self.end_headers()
        self.wfile.write(took.answer)

    def log_message(self, *_words: object) -> None:
        """Silent."""


class _Server(ThreadingHTTPServer):
    took: Took


@contextlib.contextmanager
def collector() -> Iterator[Took]:
    """A collector for as long as the block lasts."""
    with _Server(("127.0.0.1", 0), _Taking) as server:
        server.took = Took(url=f"http://127.0.0.1:{server.server_address[1]}")
        serving = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
        serving.start()
        yield server.took
        server.shutdown()
        serving.join()
