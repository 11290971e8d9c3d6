"""SQL for what moved a figure between two moments, record by record.

Only versions that began or ended between the two moments are read: a version that held at both
brings in the same at both. Each statement begins with a table `changed`, a row per record of which
the contribution differs:

- `record`, `cause`; `counted_before`, `counted_after`;
- `number_before`, `number_after`, `base_before`, `base_after`, `things_before`, `things_after`.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vijfluik.core.facts.compiling import quoted
from vijfluik.core.facts.contributions import INTO, Contribution, contribution
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement

NEW, STATE, CORRECTED, WITHDRAWN = "new", "state", "corrected", "withdrawn"
OTHER = "other"
SINCE, UNTIL = "%(since)s::timestamptz", "%(until)s::timestamptz"
# A query calls its parameters as it likes, `until` among them; ours stand beside them.
OWN = "of_"
MEASURED = ("counted", "number", "base", "things")


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The table `changed` of one step, and what fills its places.

    still: the things that records name at both moments, one per row and not different; empty where
    that takes more than looking at all things before and after.
    """

    sql: str
    parameters: Mapping[str, Parameter]
    source: Source
    still: str = ""

    def ending(self, sql: str, **parameters: Parameter) -> Statement:
        """A statement that asks something of the table."""
        return Statement(sql=f"{self.sql}\n{sql}", parameters={**self.parameters, **parameters})


def of_records(
    query: FigureQuery,
    *,
    source: Source,
    since: dt.datetime,
    until: dt.datetime,
    withdrawn: str,
    into: Mapping[int, int] | None = None,
) -> Changes:
    """What happened to records between two moments, by one query whose days are those of `until`.

    The cause of a record is `new` when it was not known at the first moment, `withdrawn` when it is
    gone or withdrawn at the second, `state` when it came to count or no longer counts by a change
    of its state, and `corrected` otherwise.

    Args:
        query: what is counted.
        source: where.
        since: a closed moment.
        until: a later one.
        withdrawn: the state of a record that was withdrawn.
        into: place → the place that it went into, when things are places that are carried.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    brought = contribution(query, source=source, as_of=until, prefix=OWN, carried=into is not None)
    key, status = quoted(source.key), quoted(source.status)
    asked = f'SELECT {key} AS "record", {status}::text AS "status", {brought.columns()}'
    table = quoted(source.versions)
    differs = _differs('"was"', '"is"')
    sql = (
        f'WITH "was" AS MATERIALIZED (\n  {asked}\n  FROM {table}\n'
        f'  WHERE "tx_from" <= {SINCE} AND "tx_to" > {SINCE} AND "tx_to" <= {UNTIL}\n),\n'
        f'"is" AS MATERIALIZED (\n  {asked}\n  FROM {table}\n'
        f'  WHERE "tx_from" <= {UNTIL} AND "tx_to" > {UNTIL} AND "tx_from" > {SINCE}\n),\n'
        f'"changed" AS MATERIALIZED (\n'
        '  SELECT coalesce("is"."record", "was"."record") AS "record",\n'
        f'    CASE WHEN "was"."record" IS NULL THEN \'{NEW}\'\n'
        f'      WHEN "is"."record" IS NULL OR "is"."status" = %(withdrawn)s'
        f" THEN '{WITHDRAWN}'\n"
        '      WHEN "was"."counted" <> "is"."counted" AND "was"."status" <> "is"."status"'
        f" THEN '{STATE}'\n"
        f"      ELSE '{CORRECTED}' END AS \"cause\",\n    {_measured('was', 'is')}\n"
        '  FROM "was" FULL JOIN "is" ON "was"."record" = "is"."record"\n'
        f"  WHERE {differs}\n)"
    )
    parameters: dict[str, Parameter] = {
        **brought.parameters,
        "since": since.astimezone(dt.UTC),
        "until": until.astimezone(dt.UTC),
        "withdrawn": withdrawn,
        **_into(into),
    }
    # What a record names that changed in nothing that counts, it names still.
    still = (
        f'SELECT "one" FROM {table} CROSS JOIN LATERAL unnest({brought.things}) AS "one"\n'
        f'  WHERE "tx_from" <= {SINCE} AND "tx_to" > {UNTIL} AND {brought.counted}\n'
        '  UNION ALL SELECT unnest("is"."things") AS "one" FROM "is"'
        ' WHERE "is"."record" NOT IN (SELECT "record" FROM "changed")'
    )
    return Changes(sql=sql, parameters=parameters, source=source, still=still)


def of_queries(
    before: FigureQuery,
    after: FigureQuery,
    *,
    source: Source,
    known: dt.datetime,
    days: tuple[dt.datetime, dt.datetime],
    into: Mapping[int, int] | None = None,
) -> Changes:
    """What two queries make of the same records, as known at one moment.

    Args:
        before: what was counted.
        after: what is counted instead, over the same source.
        source: where.
        known: the moment.
        days: the moments that decide the days of the two periods.
        into: as of `of_records`.

    Raises:
        QueryError, UnknownName: a query cannot be counted.
    """
    brought: list[Contribution] = [
        contribution(query, source=source, as_of=as_of, prefix=prefix, carried=into is not None)
        for query, as_of, prefix in zip((before, after), days, ("old_", "new_"), strict=True)
    ]
    key = quoted(source.key)
    old, new = (
        "".join(_renamed(each.columns(), end))
        for each, end in zip(brought, ("before", "after"), strict=True)
    )
    differs = " OR ".join(f'"{name}_before" IS DISTINCT FROM "{name}_after"' for name in MEASURED)
    sql = (
        '"both" AS MATERIALIZED (\n'
        f'  SELECT {key} AS "record", {old}, {new}\n  FROM {quoted(source.versions)}\n'
        f'  WHERE "tx_from" <= {UNTIL} AND "tx_to" > {UNTIL}\n),\n'
        f'"changed" AS MATERIALIZED (\n  SELECT *, \'{OTHER}\' AS "cause" FROM "both"\n'
        f"  WHERE {differs}\n)"
    )
    parameters: dict[str, Parameter] = {"until": known.astimezone(dt.UTC), **_into(into)}
    for each in brought:
        parameters |= each.parameters
    return Changes(sql=f"WITH {sql}", parameters=parameters, source=source)


def of_keys(*, source: Source, keys: Sequence[str]) -> Changes:
    """Certain records, for a list of them: what they bring in is not asked."""
    key = quoted(source.key)
    empty = ", ".join(
        f'{kind} AS "{name}_{end}"'
        for end in ("before", "after")
        for name, kind in zip(
            MEASURED, ("NULL::boolean", "NULL::bigint", "NULL::bigint", "NULL::text[]"), strict=True
        )
    )
    sql = (
        f'WITH "changed" AS MATERIALIZED (\n  SELECT DISTINCT {key} AS "record",'
        f" '{OTHER}' AS \"cause\", {empty}\n  FROM {quoted(source.versions)}\n"
        f"  WHERE {key}::text = ANY (%(keys)s::text[])\n)"
    )
    return Changes(sql=sql, parameters={"keys": tuple(keys)}, source=source)


def tallied(changes: Changes) -> Statement:
    """Per cause: records, those that came to count, those that no longer do, numerator and base.

    The last two are differences; what is not stated brings in nothing.
    """
    return changes.ending(
        'SELECT "cause", count(*),'
        ' count(*) FILTER (WHERE "counted_after" AND NOT "counted_before"),'
        ' count(*) FILTER (WHERE "counted_before" AND NOT "counted_after"),'
        ' sum(coalesce("number_after", 0) - coalesce("number_before", 0))::bigint,'
        ' sum(coalesce("base_after", 0) - coalesce("base_before", 0))::bigint\n'
        'FROM "changed"\nGROUP BY "cause"'
    )


def numbers(changes: Changes) -> Statement:
    """Each record that moved: key, counted and number before, counted and number after."""
    return changes.ending(
        'SELECT "record", "counted_before", "number_before", "counted_after", "number_after"\n'
        'FROM "changed"\nORDER BY "record"'
    )


def moved_things(changes: Changes, *, before: Statement, after: Statement) -> Statement:
    """The records that brought or took along a thing: key, cause, things gained, things lost.

    A thing is gained when a record that changed names it now and none did before. Where it is known
    what the others name (`Changes.still`), they are looked at once, and for no more than the things
    of records that changed.

    Args:
        changes: of one step.
        before: all things before the step (`things`), their parameters under names of their own.
        after: all things after it.
    """
    moved = _by_the_rest(changes.still) if changes.still else _by_both_ends(before, after)
    rest = (
        f"{moved},\n"
        '"moved" AS (\n  SELECT "record", "cause",\n'
        '    ARRAY(SELECT "thing" FROM unnest("things_after") AS "thing"'
        ' WHERE "thing" IN (SELECT "thing" FROM "gained")) AS "came",\n'
        '    ARRAY(SELECT "thing" FROM unnest("things_before") AS "thing"'
        ' WHERE "thing" IN (SELECT "thing" FROM "lost")) AS "went"\n  FROM "changed"\n)\n'
        'SELECT "record", "cause", "came", "went" FROM "moved"'
        ' WHERE cardinality("came") > 0 OR cardinality("went") > 0\nORDER BY "record"'
    )
    ends = {} if changes.still else {**before.parameters, **after.parameters}
    return Statement(sql=f"{changes.sql},\n{rest}", parameters={**ends, **changes.parameters})


def _by_both_ends(before: Statement, after: Statement) -> str:
    return (
        f'"held" AS ({before.sql}),\n"holds" AS ({after.sql}),\n'
        '"gained" AS (SELECT "thing" FROM "holds" EXCEPT SELECT "thing" FROM "held"),\n'
        '"lost" AS (SELECT "thing" FROM "held" EXCEPT SELECT "thing" FROM "holds")'
    )


def _by_the_rest(still: str) -> str:
    """What was gained and lost, from the records that changed and what all others name."""
    named = {
        name: f'SELECT DISTINCT unnest("things_{end}") AS "thing" FROM "changed"'
        for name, end in (("named", "before"), ("names", "after"))
    }
    return (
        f'"named" AS MATERIALIZED ({named["named"]}),\n'
        f'"names" AS MATERIALIZED ({named["names"]}),\n'
        f'"still" AS MATERIALIZED (\n  SELECT DISTINCT "one" AS "thing" FROM ({still}) AS "all"\n'
        '  WHERE "one" IN (SELECT "thing" FROM "named" UNION SELECT "thing" FROM "names")\n),\n'
        '"gained" AS MATERIALIZED (SELECT "thing" FROM "names" EXCEPT SELECT "thing" FROM "named"'
        ' EXCEPT SELECT "thing" FROM "still"),\n'
        '"lost" AS MATERIALIZED (SELECT "thing" FROM "named" EXCEPT SELECT "thing" FROM "names"'
        ' EXCEPT SELECT "thing" FROM "still")'
    )


def things(
    query: FigureQuery,
    *,
    source: Source,
    known: dt.datetime,
    days: dt.datetime,
    prefix: str,
    into: Mapping[int, int] | None = None,
) -> Statement:
    """Every different thing that a query counts as known at a moment, one per row.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    brought = contribution(
        query, source=source, as_of=days, prefix=prefix, carried=into is not None
    )
    place = f"%({prefix}known)s::timestamptz"
    sql = (
        f'SELECT DISTINCT "thing" FROM {quoted(source.versions)}'
        f' CROSS JOIN LATERAL unnest({brought.things}) AS "thing"'
        f' WHERE "tx_from" <= {place} AND "tx_to" > {place} AND {brought.counted}'
    )
    moment = {f"{prefix}known": known.astimezone(dt.UTC)}
    return Statement(sql=sql, parameters={**brought.parameters, **moment, **_into(into)})


def standing(
    query: FigureQuery, *, source: Source, known: dt.datetime, days: dt.datetime
) -> Statement:
    """What a count, a sum or a ratio comes to: records, numerator, denominator, records stated.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    brought = contribution(query, source=source, as_of=days, prefix=OWN)
    place = "%(known)s::timestamptz"
    sql = (
        f"SELECT count(*), sum({brought.number})::bigint, sum({brought.base})::bigint,"
        f" count({brought.number})\nFROM {quoted(source.versions)}\n"
        f'WHERE "tx_from" <= {place} AND "tx_to" > {place} AND {brought.counted}'
    )
    return Statement(sql=sql, parameters={**brought.parameters, "known": known.astimezone(dt.UTC)})


def listed(
    changes: Changes,
    *,
    cause: str,
    known: dt.datetime,
    limit: int,
    offset: int,
) -> Statement:
    """The records of one cause that the role may see: key, what they brought in, main columns.

    Columns: the number of all of them, the record, counted, number and base before and after, the
    status and the main columns as known at the last moment at which the record was there.

    Args:
        changes: of one step.
        cause: one of its causes.
        known: up to this moment.
        limit: how many at most.
        offset: how many to skip.
    """
    source = changes.source
    key = quoted(source.key)
    columns = ", ".join(f'"v".{quoted(name)}' for name in (source.status, *source.main))
    filled: dict[str, Parameter] = {
        "cause": cause,
        "limit": limit,
        "offset": offset,
        "last": known.astimezone(dt.UTC),
    }
    rows = (
        f'"rows" AS (\n  SELECT *, count(*) OVER () AS "total" FROM "changed"\n'
        '  WHERE "cause" = %(cause)s\n  ORDER BY "record"\n'
        "  LIMIT %(limit)s OFFSET %(offset)s\n)\n"
        'SELECT "total", "record", "counted_before", "counted_after", "number_before",'
        ' "number_after", "base_before", "base_after",'
        f' {columns}\nFROM "rows"\nCROSS JOIN LATERAL (\n'
        f'  SELECT * FROM {quoted(source.versions)} AS "one" WHERE "one".{key} = "rows"."record"\n'
        '    AND "one"."tx_from" <= %(last)s::timestamptz AND "one"."op" <> \'D\'\n'
        '  ORDER BY "one"."tx_from" DESC LIMIT 1\n) AS "v"\nORDER BY "record"'
    )
    return Statement(sql=f"{changes.sql},\n{rows}", parameters={**changes.parameters, **filled})


def _measured(before: str, after: str) -> str:
    """What a record brought in, on both sides, as columns of `changed`."""
    sides = ((before, "before"), (after, "after"))
    return ", ".join(
        f'coalesce("{side}"."counted", false) AS "counted_{end}", "{side}"."number"'
        f' AS "number_{end}", "{side}"."base" AS "base_{end}", "{side}"."things" AS "things_{end}"'
        for side, end in sides
    )


def _differs(before: str, after: str) -> str:
    """That a record brings in something else than it did."""
    counted = (
        f'coalesce({before}."counted", false) IS DISTINCT FROM coalesce({after}."counted", false)'
    )
    others = [f'{before}."{name}" IS DISTINCT FROM {after}."{name}"' for name in MEASURED[1:]]
    return " OR ".join([counted, *others])


def _renamed(columns: str, end: str) -> str:
    for name in MEASURED:
        columns = columns.replace(f'AS "{name}"', f'AS "{name}_{end}"')
    return columns


def _into(into: Mapping[int, int] | None) -> dict[str, Parameter]:
    if into is None:
        return {}
    return {INTO: json.dumps({str(old): str(new) for old, new in sorted(into.items())})}
