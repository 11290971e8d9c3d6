"""SQL for a value that is read from a record: its fields, and the record set that they stand in."""

import datetime as dt

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.compiling import Conditions, quoted
from vijfluik.core.facts.measures import OFFICIAL_COLUMNS, Field, Official
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Statement


def figure(
    query: FigureQuery, *, measure: Field | Official, source: Source, as_of: dt.datetime
) -> Statement:
    """One row: the number of records, the fields of each as JSON, and their row hashes.

    The records stand in the order of the event, the earliest first, and by key on one day.

    Raises:
        QueryError, UnknownName: the query cannot be answered.
    """
    where = Conditions(query, source=source, as_of=as_of)
    fields = ", ".join(read_column(name, source=source) for name in columns_of(measure))
    order = f"{quoted(query.event)} NULLS FIRST, " if query.event else ""
    sql = (
        f'SELECT count(*) AS "records",'
        f" jsonb_agg(jsonb_build_array({fields}) ORDER BY {order}{quoted(source.key)})"
        f' AS "fields", string_agg("row_hash", \'\'::bytea ORDER BY {quoted(source.key)})'
        f' AS "row_hashes"\nFROM {quoted(source.versions)}\n{where.sql}'
    )
    return Statement(sql=sql, parameters=where.parameters)


def columns_of(measure: Field | Official) -> tuple[str, ...]:
    """The columns in the order in which the statement gives them."""
    if isinstance(measure, Official):
        return OFFICIAL_COLUMNS
    planned = (measure.planned,) if measure.planned else ()
    return (*measure.columns, *planned)


def read_column(name: str, *, source: Source) -> str:
    """The expression that reads a column; of a moment the day in Amsterdam."""
    if source.column(name).type is ColumnType.MOMENT:
        return f"({quoted(name)} AT TIME ZONE 'Europe/Amsterdam')::date"
    return quoted(name)
