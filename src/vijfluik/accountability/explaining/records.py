"""The records behind one part of an answer, as far as the reader may see them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from vijfluik.accountability.explaining.causes import Cause, Method, Part, Why
from vijfluik.accountability.explaining.why import way_of
from vijfluik.core.access.gate import listing
from vijfluik.core.facts import compiling_changes
from vijfluik.core.facts.compiling_changes import OTHER, Changes

PAGE = 50
ALONE = frozenset({Cause.PERIOD, Cause.DEFINITION})
"""The causes whose step has no other cause."""


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What a record brought in at one end: None where it did not count or stated nothing."""

    counted: bool | None
    number: int | None
    base: int | None


@dataclass(frozen=True, kw_only=True)
class ChangedRecord:
    """A record that moved a figure; values: its main columns and its state, as last known."""

    key: str
    before: Brought
    after: Brought
    values: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class ChangedPage:
    """A page of records. visible: how many of the part one may see."""

    records: tuple[ChangedRecord, ...]
    visible: int
    asked: bool


def changed_records(found: Why, part: Part | None, *, offset: int = 0) -> ChangedPage:
    """The records behind a part, a page at a time, read as the application's role.

    Args:
        found: the answer.
        part: one of its parts; None for a cause that it does not have, and so no records.
        offset: how many to skip.

    Raises:
        Refused: the actor may read records of this kind nowhere.
    """
    source = way_of(found).source
    with listing(thing=source.governed_as) as shown:
        if part is None or not part.records:
            shown.showed([], rows=0, filters=[found.definition.id])
            return ChangedPage(records=(), visible=0, asked=False)
        changes, cause = _changes(found, part)
        statement = compiling_changes.listed(
            changes, cause=cause, known=found.after.as_of, limit=PAGE, offset=offset
        )
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.bound())
            rows = cursor.fetchall()
        keys = [row[1] for row in rows if isinstance(row[1], uuid.UUID)]
        shown.showed(keys, rows=len(rows), filters=[found.definition.id, str(part.cause)])
    columns = (source.status, *source.main)
    return ChangedPage(
        records=tuple(
            ChangedRecord(
                key=str(row[1]),
                before=Brought(counted=row[2], number=row[4], base=row[6]),
                after=Brought(counted=row[3], number=row[5], base=row[7]),
                values=dict(zip(columns, row[8:], strict=True)),
            )
            for row in rows
        ),
        visible=int(rows[0][0]) if rows else 0,
        asked=found.method in {Method.ADDED, Method.BENNET},
    )


def _changes(found: Why, part: Part) -> tuple[Changes, str]:
    """The table of records, and what it calls the cause."""
    way = way_of(found)
    if found.method in {Method.THINGS, Method.READ}:
        return compiling_changes.of_keys(source=way.source, keys=part.keys), OTHER
    return way.changes(part.cause), OTHER if part.cause in ALONE else str(part.cause)
