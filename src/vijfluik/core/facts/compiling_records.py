"""SQL for records one by one: what a figure reads of them, and in which state they were."""

import datetime as dt
from collections.abc import Sequence

from vijfluik.core.facts.compiling import KNOWN, Conditions, quoted
from vijfluik.core.facts.compiling_fields import columns_of, read_column
from vijfluik.core.facts.measures import Field, Official
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.core.facts.statements import Statement


def read(query: FigureQuery, *, known: dt.datetime) -> Statement:
    """The key of each record that a query reads, its event and its fields, as known at a moment.

    Raises:
        QueryError, UnknownName: the query cannot be answered.
        ValueError: it reads nothing.
    """
    measure = query.measure
    if not isinstance(measure, Field | Official):
        raise ValueError("the query counts, and reads nothing")
    source = source_named(query.source)
    where = Conditions(query, source=source, as_of=known)
    fields = ", ".join(read_column(name, source=source) for name in columns_of(measure))
    event = f"{quoted(query.event)}::text" if query.event else "NULL::text"
    sql = (
        f"SELECT {quoted(source.key)}::text, {event}, jsonb_build_array({fields})\n"
        f"FROM {quoted(source.versions)}\n{where.sql}"
    )
    return Statement(sql=sql, parameters=where.parameters)


def states(*, source: Source, keys: Sequence[str], known: dt.datetime) -> Statement:
    """The keys of those records that were known at a moment, each with its state."""
    sql = (
        f"SELECT {quoted(source.key)}::text, {quoted(source.status)}::text\n"
        f"FROM {quoted(source.versions)}\nWHERE {' AND '.join(KNOWN)}\n"
        f"  AND {quoted(source.key)}::text = ANY (%(keys)s::text[])"
    )
    return Statement(sql=sql, parameters={"as_of": known.astimezone(dt.UTC), "keys": tuple(keys)})
