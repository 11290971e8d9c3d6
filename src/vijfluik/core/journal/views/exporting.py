"""The lines of a view over a stretch of time, in the order of the journal, in constant memory."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from vijfluik.core.journal import queries
from vijfluik.core.journal.models import Event
from vijfluik.core.journal.queries import Filter
from vijfluik.core.journal.views import adl, bio, ldv
from vijfluik.core.journal.views.shape import Line, Schema, Served


class Write(Protocol):
    """How an event becomes lines."""

    def __call__(self, event: Event, *, served: Served) -> Iterator[Line]: ...


@dataclass(frozen=True, kw_only=True)
class View:
    """One of the shapes. only: what the database leaves out before a line is made."""

    write: Write
    schema: Schema
    only: queries.Only


VIEWS: Mapping[str, View] = {
    "ldv": View(write=ldv.lines, schema=ldv.SCHEMA, only=queries.Only.SUBJECTS),
    "adl": View(write=adl.lines, schema=adl.SCHEMA, only=queries.Only.DECISIONS),
    "bio2": View(write=bio.lines, schema=bio.SCHEMA, only=queries.Only.ALL),
}


def exported(*, view: View, wanted: Filter, served: Served) -> Iterator[str]:
    """The view as lines of JSON, oldest first."""
    for event in queries.in_order(wanted=wanted, only=view.only):
        for line in view.write(event, served=served):
            yield json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
