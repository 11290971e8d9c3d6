"""A line of JSON per event, in which no value of a record can stand.

Our own events say their fields by name. Those of libraries are told by their template: texts that
were to be filled in (addresses, names, statements) are left out, numbers stay. Of an exception the
kind and the places in the code are told, never the message: a database puts values in it.
"""

import datetime as dt
import json
import logging
import traceback
from types import TracebackType

from django.http import HttpRequest

from vijfluik.site.watching.routes import route_of

LEFT_OUT = "…"
OURS = "vijfluik"
MOST_FRAMES = 12


class JsonLines(logging.Formatter):
    """Formats a record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, message; the request's number and route where there is one."""
        told: dict[str, object] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(
                "T", "milliseconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
        }
        told |= getattr(record, "fields", {})
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            told["request"] = getattr(request, "vijfluik_number", None)
            told["route"] = route_of(request)
        if hasattr(record, "status_code"):
            told["status"] = record.status_code
        if record.exc_info and record.exc_info[0] is not None:
            kind, error, where = record.exc_info
            told["exception"] = named(kind)
            if error is not None and error.__cause__ is not None:
                # Such as psycopg.errors.DiskFull beneath an error of Django.
                told["cause"] = named(type(error.__cause__))
            told["places"] = places(where)
        return json.dumps(told, ensure_ascii=False)


def named(kind: type[BaseException]) -> str:
    """The name of a kind of error."""
    return f"{kind.__module__}.{kind.__qualname__}"


def message_of(record: logging.LogRecord) -> str:
    """The template with its numbers; ours are whole, and hold no values."""
    if record.name.partition(".")[0] == OURS:
        return record.getMessage()
    template = str(record.msg)
    if not record.args:
        # Whoever formatted it beforehand may have put anything in it.
        return template if template.isidentifier() else LEFT_OUT
    if isinstance(record.args, dict):
        return template
    kept = tuple(each if isinstance(each, (int, float)) else LEFT_OUT for each in record.args)
    try:
        return template % kept
    except (TypeError, ValueError):
        return template


def places(where: TracebackType | None) -> list[str]:
    """The innermost places of a traceback: file, line and function."""
    frames = traceback.extract_tb(where)[-MOST_FRAMES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
