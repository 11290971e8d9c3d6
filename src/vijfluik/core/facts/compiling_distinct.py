"""SQL for a count of different things: each stands in the answer once, whatever names it."""

import datetime as dt

from vijfluik.core.facts.columns import Dimension
from vijfluik.core.facts.compiling import Conditions, grouped, quoted, things_of
from vijfluik.core.facts.measures import Distinct
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Statement

THING = '"thing"'


def figure(
    query: FigureQuery, *, measure: Distinct, source: Source, as_of: dt.datetime
) -> Statement:
    """Rows as `compiling.figure` gives them: the amount is the number of different things.

    `stated` counts the records that name a thing at all. A breakdown by a column that is counted
    groups by the things themselves, so that a list of them is a breakdown like any other.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    dimensions = [source.dimension(name) for name in query.dimensions]
    things = [each for each in dimensions if each.column in measure.columns]
    names = [THING if each in things else quoted(each.name) for each in dimensions]
    wanted = [
        f'{quoted(source.key)} AS "member_key"',
        '"row_hash"',
        *(_grouping(each, query=query, source=source) for each in dimensions if each not in things),
        f'{things_of(measure, source=source)} AS "things"',
    ]
    mask = f"grouping({', '.join(names)})" if names else "0"
    cells = ", ".join([f'{mask} AS "mask"', *names])
    sets = ", ".join(["()", *(f"({name})" for name in names)])
    nothing = "".join(", NULL" for _ in names)
    indented = where.sql.replace("\n", "\n  ")
    sql = (
        f'WITH "member" AS MATERIALIZED (\n  SELECT {", ".join(wanted)}\n'
        f"  FROM {quoted(source.versions)}\n  {indented}\n)\n"
        f"SELECT {cells},"
        f' count(DISTINCT "member_key") AS "records", count(DISTINCT {THING})::bigint AS "amount",'
        f' count(DISTINCT "member_key") FILTER (WHERE {THING} IS NOT NULL) AS "stated",'
        ' NULL::bytea AS "row_hashes"\n'
        f'FROM "member" LEFT JOIN LATERAL unnest("things") AS {THING} ON true\n'
        f"GROUP BY GROUPING SETS ({sets})\n"
        f"UNION ALL\nSELECT -1{nothing}, count(*), NULL, NULL,"
        ' string_agg("row_hash", \'\'::bytea ORDER BY "member_key")\n'
        'FROM "member"'
    )
    return Statement(sql=sql, parameters=where.parameters)


def _grouping(dimension: Dimension, *, query: FigureQuery, source: Source) -> str:
    return f"{grouped(dimension, query=query, source=source)} AS {quoted(dimension.name)}"
