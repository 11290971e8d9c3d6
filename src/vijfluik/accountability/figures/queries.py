"""Reading figures: computing them, their receipts, and the way down to the records.

figure → breakdown (`Computed.cells`) → records (`records`) → history of one record (core.versions).
Records are read as the application's role: row-level security shows a provider its own only, while
the figure counts those of everybody.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from vijfluik.accountability.figures.computed import Computed, Valued
from vijfluik.accountability.figures.computing import compute, values
from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.library import UnknownFigure, in_force, library
from vijfluik.accountability.figures.masking import masked
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.receipts import parsed
from vijfluik.core.access.gate import Refused, listing, refuse, require
from vijfluik.core.facts import compiling
from vijfluik.core.facts.sources import source_named

THING = "figures"
PAGE = 50
NAMED = 10
"""How many records are named in a sentence at most."""


@dataclass(frozen=True, kw_only=True)
class CountedRecord:
    """A record as a figure counted it: its key, the version and the main columns."""

    key: uuid.UUID
    version: int
    values: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """A page of records. total: of the figure or cell; visible: how many of them one may see."""

    records: tuple[CountedRecord, ...]
    visible: int
    offset: int


def figures(*, names: Sequence[str] | None = None, as_of: dt.datetime) -> list[Computed]:
    """Compute figures for a page, without keeping receipts; `actions.issue` keeps them.

    Args:
        names: ids of definitions; every figure when None.
        as_of: a closed moment.

    Raises:
        Refused: the actor may not read figures.
        UnknownFigure: an id has no definition.
    """
    require(thing=THING, action="read")
    chosen = list(library()) if names is None else names
    return compute([in_force(name, as_of=as_of) for name in chosen], as_of=as_of)


def headlines(*, names: Sequence[str], as_of: dt.datetime) -> list[Valued]:
    """What figures say, for overviews and lists; `figures` adds breakdowns and records.

    Args:
        names: ids of definitions.
        as_of: a closed moment.

    Raises:
        Refused: the actor may not read figures.
        UnknownFigure: an id has no definition.
    """
    require(thing=THING, action="read")
    return masked(values([in_force(name, as_of=as_of) for name in names], as_of=as_of))


def access_receipt(*, key: str) -> FigureReceipt:
    """A receipt with its definition.

    Raises:
        Refused: the actor may not read figures, or there is no such receipt.
    """
    require(thing=THING, action="read", object_type="figures.receipt")
    found = FigureReceipt.objects.select_related("definition").filter(key=key).first()
    if found is None:
        refuse(thing=THING, action="read", object_type="figures.receipt")
        raise Refused
    return found


def receipt_kept(key: str) -> FigureReceipt | None:
    """A receipt with who kept it first; None where nobody did. For a page that shows its figure."""
    return FigureReceipt.objects.select_related("issued_by").filter(key=key).first()


def moments_kept(figure: str, *, before: dt.datetime, most: int) -> list[dt.datetime]:
    """The earlier moments of which receipts of a figure were kept, the last one first, at most so
    many.
    """
    kept = FigureReceipt.objects.filter(definition__figure=figure, as_of__lt=before)
    return list(kept.order_by("-as_of").values_list("as_of", flat=True).distinct()[:most])


def definition_of(receipt: FigureReceipt) -> Definition:
    """The definition that a receipt pinned, as stored then."""
    stored = receipt.definition
    return definition_from(parsed(stored.content), place=stored.key)


def definition_named(figure: str, *, as_of: dt.datetime) -> Definition:
    """The definition in force for a page.

    Raises:
        Refused: the actor may not read figures, or there is no such figure.
    """
    require(thing=THING, action="read")
    try:
        return in_force(figure, as_of=as_of)
    except UnknownFigure:
        raise unknown_figure() from None


def unknown_figure() -> Refused:
    """The refusal of a figure that there is not, journalled; the caller raises it.

    The journal does not hold the name: it is what somebody typed, and no key of anything.
    """
    refuse(thing=THING, action="read")
    return Refused()


def records(
    definition: Definition,
    *,
    as_of: dt.datetime,
    cell: tuple[str, Sequence[str] | None] | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> RecordPage:
    """The records behind a figure or one of its cells that the actor may see, a page at a time.

    Args:
        definition: of the figure.
        as_of: as known at this moment.
        cell: a breakdown and the members within it (None: not stated).
        offset: how many to skip.
        limit: how many at most.

    Raises:
        Refused: the actor may read records of this kind nowhere.
        UnknownName: there is no such breakdown.
        ValueError: the member is no month, or no text that a record can hold.
    """
    if cell is not None and any("\0" in member for member in cell[1] or ()):
        raise ValueError("PostgreSQL holds no text with a NUL character")
    query, source = definition.query, source_named(definition.query.source)
    with listing(thing=source.governed_as) as shown:
        everything = compiling.listing(query, source=source, as_of=as_of, cell=cell)
        page = compiling.listing(
            query, source=source, as_of=as_of, cell=cell, limit=limit, offset=offset
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f'SELECT count(*) FROM ({everything.sql}) AS "listed"', everything.bound()
            )
            (visible,) = cursor.fetchone() or (0,)
            cursor.execute(page.sql, page.bound())
            rows = cursor.fetchall()
        part = [] if cell is None else [cell[0]]
        keys_shown = _random(row[0] for row in rows)
        shown.showed(keys_shown, rows=len(rows), filters=[definition.id, *part])
    return RecordPage(
        records=tuple(
            CountedRecord(
                key=row[0],
                version=row[1],
                values=dict(zip(source.main, row[2:], strict=True)),
            )
            for row in rows
        ),
        visible=visible,
        offset=offset,
    )


def named(
    definition: Definition, *, keys: Sequence[str], as_of: dt.datetime
) -> list[CountedRecord]:
    """The first of certain records that the actor may see, whether or not they count.

    Args:
        definition: of the figure that they counted in.
        keys: of the records.
        as_of: as known at this moment.

    Raises:
        Refused: the actor may read records of this kind nowhere.
    """
    source = source_named(definition.query.source)
    with listing(thing=source.governed_as) as shown:
        statement = compiling.of_keys(source=source, as_of=as_of, keys=keys, limit=NAMED)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.bound())
            rows = cursor.fetchall()
        shown.showed(_random(row[0] for row in rows), rows=len(rows), filters=[definition.id])
    columns = (*source.main, source.status)
    return [
        CountedRecord(key=row[0], version=row[1], values=dict(zip(columns, row[2:], strict=True)))
        for row in rows
    ]


def keys(definition: Definition, *, as_of: dt.datetime) -> list[str]:
    """The keys of all records behind a figure that the actor may see, in order.

    Raises:
        Refused: the actor may read records of this kind nowhere.
    """
    source = source_named(definition.query.source)
    with listing(thing=source.governed_as) as shown:
        statement = compiling.keys(definition.query, source=source, as_of=as_of)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.bound())
            found = [key for key, _ in cursor.fetchall()]
        shown.showed(_random(found), rows=len(found), filters=[definition.id])
    return [str(key) for key in found]


def _random(keys: Iterable[object]) -> list[uuid.UUID]:
    """The keys of records of ours. What comes with the software has a name, and is nobody's."""
    return [key for key in keys if isinstance(key, uuid.UUID)]
