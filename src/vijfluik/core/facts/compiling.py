"""From a checked query to SQL. Names come from declared sources only, values are parameters.

Every statement reads one version table at one moment:

- `figure` answers the value, the value per breakdown and the record set, in one pass, for what is
  counted or added up; `compiling_distinct`, `compiling_ratio` and `compiling_fields` do so for the
  other measures;
- `listing` answers the records behind a figure or one of its cells, a page at a time;
- `keys`, `recomputed` and `altered` serve drill-down and verification.

The values of many figures alone are answered by `totals`, in a module of its own.
"""

import datetime as dt
from collections.abc import Sequence

from vijfluik.core.facts.columns import MANIFOLD, Column, ColumnType, Dimension
from vijfluik.core.facts.filters import Empty, Equals, Filter, Is, NotNull, OneOf
from vijfluik.core.facts.measures import Distinct, Sum
from vijfluik.core.facts.periods import Always, ReferenceDate, days_of, midnight
from vijfluik.core.facts.queries import FigureQuery, check
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement

EXISTED = "%(as_of)s::timestamptz"
KNOWN = (f'"tx_from" <= {EXISTED}', f'"tx_to" > {EXISTED}')
ARRAY_CAST = "varchar[]"


def figure(query: FigureQuery, *, source: Source, as_of: dt.datetime) -> Statement:
    """The value of a figure, its breakdowns and its record set, from one pass over the versions.

    One row per cell: the mask of the grouping, the values of the breakdowns, the number of records,
    their amount, the number of records that state one, and nothing. The mask has a bit per
    breakdown, the first the highest; a bit that is set says that the breakdown takes no part in the
    cell, so that all bits set is the whole. One more row, of mask -1, holds the row hashes of the
    records in the order of their keys, one behind the other.

    Figures that count the same records in the same breakdowns give the same statement, whether
    they count the records or add up a column of them.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    dimensions = [source.dimension(name) for name in query.dimensions]
    names = [quoted(dimension.name) for dimension in dimensions]
    wanted = [
        quoted(source.key) + " AS " + quoted("member_key"),
        quoted("row_hash"),
        *(
            f"{grouped(dimension, query=query, source=source)} AS {name}"
            for dimension, name in zip(dimensions, names, strict=True)
        ),
        f'{amount(query)} AS "amount"',
    ]
    mask = f"grouping({', '.join(names)})" if names else "0"
    sets = ", ".join(["()", *(f"({name})" for name in names)])
    cells = ", ".join([f'{mask} AS "mask"', *names])
    nothing = "".join(", NULL" for _ in names)
    indented = where.sql.replace("\n", "\n  ")
    sql = (
        f'WITH "member" AS MATERIALIZED (\n  SELECT {", ".join(wanted)}\n'
        f"  FROM {quoted(source.versions)}\n  {indented}\n)\n"
        f'SELECT {cells}, count(*) AS "records", sum("amount")::bigint AS "amount",'
        f' count("amount") AS "stated", NULL::bytea AS "row_hashes"\n'
        f'FROM "member"\nGROUP BY GROUPING SETS ({sets})\n'
        f"UNION ALL\nSELECT -1{nothing}, count(*), NULL, NULL,"
        ' string_agg("row_hash", \'\'::bytea ORDER BY "member_key")\n'
        'FROM "member"'
    )
    return Statement(sql=sql, parameters=where.parameters)


def listing(
    query: FigureQuery,
    *,
    source: Source,
    as_of: dt.datetime,
    cell: tuple[str, Sequence[str] | None] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Statement:
    """The key, the number of the version and the main columns of the records, newest event first.

    Args:
        query: what is counted.
        source: where.
        as_of: as known at this moment.
        cell: a breakdown and the values within it (None: not stated); the whole figure when None.
        limit: how many records; all when None.
        offset: how many to skip.

    Raises:
        QueryError, UnknownName: the query cannot be counted, or has no such breakdown.
        ValueError: a month is not written as `2018-03`.
    """
    where = Conditions(query, source=source, as_of=as_of)
    if cell is not None:
        where.within(*cell)
    columns = ", ".join(quoted(name) for name in (source.key, "vid", *source.main))
    sql = (
        f"SELECT {columns}\nFROM {quoted(source.versions)}\n{where.sql}\n"
        f"ORDER BY {newest_first(query)}{quoted(source.key)}"
    )
    if limit is not None:
        sql += "\nLIMIT %(limit)s OFFSET %(offset)s"
        where.parameters |= {"limit": limit, "offset": offset}
    return Statement(sql=sql, parameters=where.parameters)


def keys(query: FigureQuery, *, source: Source, as_of: dt.datetime) -> Statement:
    """The keys of the records that a figure counts and the numbers of their versions, in order.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    sql = (
        f'SELECT {quoted(source.key)}, "vid"\nFROM {quoted(source.versions)}\n{where.sql}\n'
        f"ORDER BY {quoted(source.key)}"
    )
    return Statement(sql=sql, parameters=where.parameters)


def of_keys(*, source: Source, as_of: dt.datetime, keys: Sequence[str], limit: int) -> Statement:
    """Records by their keys as `listing` gives them, with their state last; in order of the key."""
    columns = ", ".join(quoted(name) for name in (source.key, "vid", *source.main, source.status))
    sql = (
        f"SELECT {columns}\nFROM {quoted(source.versions)}\nWHERE {KNOWN[0]}\n  AND {KNOWN[1]}\n"
        f"  AND {quoted(source.key)}::text = ANY (%(keys)s::text[])\n"
        f"ORDER BY {quoted(source.key)}\nLIMIT %(limit)s"
    )
    moment = as_of.astimezone(dt.UTC)
    return Statement(sql=sql, parameters={"as_of": moment, "keys": tuple(keys), "limit": limit})


def recomputed(query: FigureQuery, *, source: Source, as_of: dt.datetime) -> Statement:
    """The row hashes of a figure's records, computed anew from the columns; nothing is trusted.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    sql = (
        'SELECT count(*) AS "records",'
        f" string_agg({hashed(source)}, ''::bytea ORDER BY {quoted(source.key)})"
        f' AS "row_hashes"\nFROM {quoted(source.versions)} AS "v"\n{where.sql}'
    )
    return Statement(sql=sql, parameters=where.parameters)


def altered(*, source: Source, as_of: dt.datetime) -> Statement:
    """The versions known at a moment that do not fit their own hash: key and number, in order."""
    sql = (
        f'SELECT {quoted(source.key)}, "vid"\nFROM {quoted(source.versions)} AS "v"\n'
        f'WHERE "tx_from" <= {EXISTED}\n  AND "tx_to" > {EXISTED}\n'
        f'  AND "row_hash" <> {hashed(source)}\nORDER BY {quoted(source.key)}'
    )
    return Statement(sql=sql, parameters={"as_of": as_of.astimezone(dt.UTC)})


def hashed(source: Source) -> str:
    """The hash of a version, computed from its columns by core.versions."""
    return f'versions.{quoted(source.hash_function)}("v")'


def amount(query: FigureQuery) -> str:
    """What one record adds up to: the sum of its filled columns; NULL when none of them is."""
    columns = query.measure.columns if isinstance(query.measure, Sum) else query.beside
    names = [quoted(name) for name in columns]
    if not names:
        return "NULL::bigint"
    if len(names) == 1:
        return names[0]
    filled = " + ".join(f"coalesce({name}, 0)::bigint" for name in names)
    return f"CASE WHEN num_nonnulls({', '.join(names)}) > 0 THEN {filled} END"


def grouped(dimension: Dimension, *, query: FigureQuery, source: Source) -> str:
    """The expression that a breakdown groups by; for months the first day of the month."""
    if dimension.column is not None:
        return quoted(source.column(dimension.column).name)
    event = source.event(query.event)
    local = f"{quoted(event.name)}::timestamp"
    if event.type is ColumnType.MOMENT:
        local = f"{quoted(event.name)} AT TIME ZONE 'Europe/Amsterdam'"
    return f"date_trunc('month', {local})::date"


def things_of(measure: Distinct, *, source: Source) -> str:
    """What a record names in the columns of different things, as one list without gaps."""
    parts = []
    for name in measure.columns:
        listed = source.column(name).type in MANIFOLD
        part = f"{quoted(name)}::text[]" if listed else f"ARRAY[{quoted(name)}::text]"
        parts.append(f"coalesce({part}, '{{}}'::text[])")
    return f"array_remove({' || '.join(parts)}, NULL)"


def newest_first(query: FigureQuery) -> str:
    """The beginning of an order by the event; nothing for what happens on no day."""
    return f"{quoted(query.event)} DESC, " if query.event else ""


def quoted(name: str) -> str:
    """A declared name in SQL; `columns.checked` has refused everything with a quotation mark."""
    return f'"{name}"'


class Conditions:
    """The WHERE of a query: known at the moment, in the period, and every filter."""

    def __init__(self, query: FigureQuery, *, source: Source, as_of: dt.datetime) -> None:
        if as_of.tzinfo is None:
            raise ValueError("a figure is computed as of a moment with a time zone")
        check(query, source=source)
        self.query = query
        self.source = source
        self.parameters: dict[str, Parameter] = {"as_of": as_of.astimezone(dt.UTC)}
        self.lines = [*KNOWN]
        self._as_of = as_of
        self._add_period()
        for number, condition in enumerate(query.filters, start=1):
            self._add_filter(condition, place=f"filter_{number}")

    @property
    def sql(self) -> str:
        """The clause, a condition per line."""
        return "WHERE " + "\n  AND ".join(self.lines)

    @property
    def counting(self) -> str:
        """What is counted of everything that was known at the moment, as one condition."""
        return " AND ".join(self.lines[len(KNOWN) :])

    def within(self, name: str, values: Sequence[str] | None) -> None:
        """Narrow to one cell of a breakdown, or to several of places that became one.

        Raises:
            UnknownName: the query has no such breakdown.
            ValueError: a month is not written as `2018-03`, or there are several.
        """
        dimension = self.source.dimension(name)
        expression = grouped(dimension, query=self.query, source=self.source)
        if dimension.column is None:
            [month] = ("",) if values is None else values
            day = dt.date.fromisoformat(f"{month}-01")
            self._add(f"{expression} = %(cell)s::date", cell=day)
            return
        column = self.source.column(dimension.column)
        measure = self.query.measure
        if isinstance(measure, Distinct) and column.name in measure.columns:
            expression = things_of(measure, source=self.source)
            absent = f"cardinality({expression}) = 0"
            present = f"{expression} && %(cell)s::text[]"
        elif column.type in MANIFOLD:
            absent = f"cardinality({expression}) = 0"
            present = f"{expression}::text[] && %(cell)s::text[]"
        else:
            absent = f"{expression} IS NULL"
            present = f"{expression}::text = ANY (%(cell)s::text[])"
        if values is None:
            self._add(absent)
        else:
            self._add(present, cell=tuple(values))

    def _add(self, line: str, **parameters: Parameter) -> None:
        self.lines.append(line)
        self.parameters |= parameters

    def _add_filter(self, condition: Filter, *, place: str) -> None:
        line, filled = filtered(condition, source=self.source, place=place)
        self._add(line, **filled)

    def _add_period(self) -> None:
        period = self.query.period
        if not self.query.event or isinstance(period, Always):
            return
        days = days_of(period, as_of=self._as_of)
        event = self.source.event(self.query.event)
        if isinstance(period, ReferenceDate):
            # There on the day: it began before the day was over.
            self._add(
                f"{quoted(event.name)} < {_cast(event, 'day_end')}", day_end=_edge(event, days.end)
            )
            self._add_until(days.end)
            return
        self._add(
            f"{quoted(event.name)} >= {_cast(event, 'period_start')}",
            period_start=_edge(event, days.start),
        )
        self._add(
            f"{quoted(event.name)} < {_cast(event, 'period_end')}",
            period_end=_edge(event, days.end),
        )

    def _add_until(self, end: dt.date) -> None:
        """For a stock: it had not ended when the day was over."""
        if self.query.until is None:
            return
        until = self.source.event(self.query.until)
        name = quoted(until.name)
        self._add(f"({name} IS NULL OR {name} >= {_cast(until, 'until')})", until=_edge(until, end))


def filtered(condition: Filter, *, source: Source, place: str) -> tuple[str, dict[str, Parameter]]:
    """A condition in SQL, and what fills its place.

    Args:
        condition: of a query that was checked.
        source: whose columns it names.
        place: the name of its parameter.
    """
    column = quoted(source.column(condition.column).name)
    match condition:
        case NotNull():
            return f"{column} IS NOT NULL", {}
        case Empty():
            return f"{column} IS NULL", {}
        case Is(value=value):
            return f"{column} IS {'TRUE' if value else 'FALSE'}", {}
        case Equals(value=value):
            return f"{column} = %({place})s", {place: value}
        case OneOf(values=values):
            return f"{column} = ANY (%({place})s::{ARRAY_CAST})", {place: values}
        case _:
            return f"{column} && %({place})s::{ARRAY_CAST}", {place: condition.values}


CASTS = {ColumnType.MOMENT: "timestamptz", ColumnType.YEAR: "integer"}


def _cast(column: Column, place: str) -> str:
    return f"%({place})s::{CASTS.get(column.type, 'date')}"


def _edge(column: Column, day: dt.date) -> Parameter:
    """A day as the column compares with it: a moment begins the day in Amsterdam."""
    if column.type is ColumnType.MOMENT:
        return midnight(day).astimezone(dt.UTC)
    if column.type is ColumnType.YEAR:
        return day.year
    return day
