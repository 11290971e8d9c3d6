"""SQL for a ratio: numerator and denominator stand beside one another, undivided."""

import datetime as dt

from vijfluik.core.facts.compiling import Conditions, filtered, grouped, quoted
from vijfluik.core.facts.measures import Ratio
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Statement


def figure(query: FigureQuery, *, measure: Ratio, source: Source, as_of: dt.datetime) -> Statement:
    """Rows as `compiling.figure` gives them, with the denominator before the number of records.

    The amount is the numerator. A record that does not state what is divided, or by what, is in
    neither; `stated` counts those that do.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    base, amount = divided(measure, where=where)
    dimensions = [source.dimension(name) for name in query.dimensions]
    names = [quoted(dimension.name) for dimension in dimensions]
    wanted = [
        f'{quoted(source.key)} AS "member_key"',
        '"row_hash"',
        *(
            f"{grouped(dimension, query=query, source=source)} AS {name}"
            for dimension, name in zip(dimensions, names, strict=True)
        ),
        f'{base} AS "base"',
        f'{amount} AS "amount"',
    ]
    mask = f"grouping({', '.join(names)})" if names else "0"
    cells = ", ".join([f'{mask} AS "mask"', *names])
    sets = ", ".join(["()", *(f"({name})" for name in names)])
    nothing = "".join(", NULL" for _ in names)
    indented = where.sql.replace("\n", "\n  ")
    sql = (
        f'WITH "member" AS MATERIALIZED (\n  SELECT {", ".join(wanted)}\n'
        f"  FROM {quoted(source.versions)}\n  {indented}\n)\n"
        f'SELECT {cells}, sum("base")::bigint AS "base", count(*) AS "records",'
        ' sum("amount")::bigint AS "amount", count("amount") AS "stated",'
        ' NULL::bytea AS "row_hashes"\n'
        f'FROM "member"\nGROUP BY GROUPING SETS ({sets})\n'
        f"UNION ALL\nSELECT -1{nothing}, NULL, count(*), NULL, NULL,"
        ' string_agg("row_hash", \'\'::bytea ORDER BY "member_key")\n'
        'FROM "member"'
    )
    return Statement(sql=sql, parameters=where.parameters)


def divided(measure: Ratio, *, where: Conditions) -> tuple[str, str]:
    """What one record adds to the denominator and to the numerator, as SQL; NULL when unstated.

    Args:
        measure: of the query.
        where: its conditions, which take the parameters of the part.
    """
    lines = []
    for number, condition in enumerate(measure.part, start=1):
        line, filled = filtered(condition, source=where.source, place=f"part_{number}")
        lines.append(line)
        where.parameters |= filled
    part = " AND ".join(lines) or "true"
    stated = _filled((*measure.numerator, *measure.denominator))
    base = f"CASE WHEN {stated} THEN {_added(measure.denominator)} END"
    numerator = f"CASE WHEN {part} THEN {_added(measure.numerator)} ELSE 0 END"
    return base, f"CASE WHEN {stated} THEN {numerator} END"


def _added(columns: tuple[str, ...]) -> str:
    """What one record adds: the sum of columns, or one when records are counted."""
    if not columns:
        return "1::bigint"
    return " + ".join(f"{quoted(name)}::bigint" for name in columns)


def _filled(columns: tuple[str, ...]) -> str:
    if not columns:
        return "true"
    return f"num_nulls({', '.join(quoted(name) for name in columns)}) = 0"
