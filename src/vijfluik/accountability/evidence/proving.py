"""Making the proof that one record is in one figure; the record is shown, the others are not."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.db import connections

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.figures.actions import Issued, issue
from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.leaves import leaves
from vijfluik.accountability.figures.queries import named
from vijfluik.accountability.figures.tree import proof
from vijfluik.accountability.reports.events import RECORD_PROVED
from vijfluik.core.access.gate import acting_now
from vijfluik.core.documents.plain import written
from vijfluik.core.facts import compiling
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import moment_text
from vijfluik.core.journal.recording import record
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.verification import Form, form_of

NOTICE = "shows this one record whole; for whoever may read it, and not for publication"


class NotCounted(LookupError):
    """The figure does not count this record, or the actor may not see it."""


@dataclass(frozen=True, kw_only=True)
class _Found:
    version: int
    form: Form


def prove(figure: str, *, key: str, as_of: dt.datetime) -> bytes:
    """The proof that a record is in a figure as of a closed moment; keeps the figure's receipt.

    Args:
        figure: the id.
        key: of the record.
        as_of: a closed moment.

    Raises:
        Refused: the actor may not read figures, or records of this kind nowhere.
        UnknownFigure: the figure has no definition.
        NotCounted: it does not count the record, or the actor may not see that.
        NotClosed: somebody may still write at the moment.
    """
    [issued] = issue(figures=[figure], as_of=as_of)
    definition = issued.figure.definition
    seen = _seen(definition, key=key, as_of=as_of)
    place = _place(definition, key=key, as_of=as_of)
    made = _written(issued, key=key, seen=seen, place=place)
    record(
        action=RECORD_PROVED,
        object_type="figures.receipt",
        details={"figure": definition.id, "receipt": issued.receipt, "as_of": as_of},
    )
    return made


def _seen(definition: Definition, *, key: str, as_of: dt.datetime) -> _Found:
    """The version of the record then, read as the actor may read it."""
    shown = named(definition, keys=[key], as_of=as_of)
    if not shown:
        raise NotCounted(key)
    source = source_named(definition.query.source)
    form = form_of(name=source.table, vid=shown[0].version)
    if form is None:
        raise NotCounted(key)
    return _Found(version=shown[0].version, form=form)


def _place(definition: Definition, *, key: str, as_of: dt.datetime) -> int:
    """Where the record stands among those that the figure counts, from 0."""
    source = source_named(definition.query.source)
    statement = compiling.keys(definition.query, source=source, as_of=as_of)
    with acting(acting_now(), using=REPORT), connections[REPORT].cursor() as cursor:
        cursor.execute(statement.sql, statement.bound())
        places = {str(found): place for place, (found, _) in enumerate(cursor.fetchall())}
    if key not in places:
        raise NotCounted(key)
    return places[key]


def _written(issued: Issued, *, key: str, seen: _Found, place: int) -> bytes:
    figure = issued.figure
    found = leaves([figure.definition], as_of=figure.as_of)[figure.definition.id]
    steps = proof(found, index=place)
    return written(
        {
            "format": naming.PROOF,
            "notice": NOTICE,
            "figure": figure.definition.id,
            "definition": figure.definition.key,
            "as_of": moment_text(figure.as_of),
            "receipt": issued.receipt,
            "receipt_sha256": issued.content.sha256,
            "root": figure.root.hex(),
            "records": figure.records,
            "column": source_named(figure.definition.query.source).key,
            "key": key,
            "version": seen.version,
            "place": place,
            "salt": str(seen.form.salt),
            "form": seen.form.form.decode(),
            "row_hash": _row_hash(seen.form).hex(),
            "path": [
                {"side": "left" if step.left else "right", "hash": step.sibling.hex()}
                for step in steps
            ],
        }
    )


def _row_hash(form: Form) -> bytes:
    return hashlib.sha256(form.salt.bytes + form.form).digest()
