"""SQL is written from declared names; every value is a parameter; days are Dutch days."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from tests.core.facts.test_queries import QUERY, SOURCE, STOCK

from vijfluik.core.facts.columns import UnknownName
from vijfluik.core.facts.compiling import altered, figure, keys, listing, recomputed
from vijfluik.core.facts.filters import Equals, NotNull, OneOf, Overlaps
from vijfluik.core.facts.periods import Year
from vijfluik.core.facts.queries import FigureQuery, Sum
from vijfluik.core.facts.statements import Statement

AS_OF = dt.datetime(2019, 3, 1, 12, tzinfo=dt.UTC)
HOSTILE = "held'; DROP TABLE visits_visit; --%(as_of)s"


def compiled(query: FigureQuery) -> Statement:
    return figure(query, source=SOURCE, as_of=AS_OF)


def test_the_statement_of_a_count() -> None:
    statement = compiled(QUERY)
    assert statement.sql == (
        'WITH "member" AS MATERIALIZED (\n'
        '  SELECT "key" AS "member_key", "row_hash",'
        ' date_trunc(\'month\', "begun_on"::timestamp)::date AS "month",'
        ' "place_id" AS "place", "audience" AS "audience", NULL::bigint AS "amount"\n'
        '  FROM "visits_visit_version"\n'
        '  WHERE "tx_from" <= %(as_of)s::timestamptz\n'
        '    AND "tx_to" > %(as_of)s::timestamptz\n'
        '    AND "begun_on" >= %(period_start)s::date\n'
        '    AND "begun_on" < %(period_end)s::date\n'
        '    AND "state" = %(filter_1)s\n'
        ")\n"
        'SELECT grouping("month", "place", "audience") AS "mask", "month", "place", "audience",'
        ' count(*) AS "records", sum("amount")::bigint AS "amount", count("amount") AS "stated",'
        ' NULL::bytea AS "row_hashes"\n'
        'FROM "member"\n'
        'GROUP BY GROUPING SETS ((), ("month"), ("place"), ("audience"))\n'
        "UNION ALL\n"
        "SELECT -1, NULL, NULL, NULL, count(*), NULL, NULL,"
        ' string_agg("row_hash", \'\'::bytea ORDER BY "member_key")\n'
        'FROM "member"'
    )
    assert dict(statement.parameters) == {
        "as_of": AS_OF,
        "period_start": dt.date(2018, 1, 1),
        "period_end": dt.date(2019, 1, 1),
        "filter_1": "held",
    }


def test_a_count_and_a_sum_of_the_same_records_share_their_statement() -> None:
    count = dataclasses.replace(QUERY, beside=("people", "children"))
    total = dataclasses.replace(QUERY, measure=Sum(columns=("people", "children")))
    assert compiled(count).sql == compiled(total).sql
    assert "CASE WHEN num_nonnulls" in compiled(total).sql


def test_values_are_parameters_however_hostile() -> None:
    query = dataclasses.replace(
        QUERY,
        filters=(
            Equals(column="state", value=HOSTILE),
            OneOf(column="state", values=("a", HOSTILE)),
            Overlaps(column="audience", values=(HOSTILE,)),
            NotNull(column="people"),
        ),
    )
    statement = compiled(query)
    assert "DROP" not in statement.sql
    assert statement.parameters["filter_1"] == HOSTILE
    assert statement.parameters["filter_2"] == ("a", HOSTILE)
    assert '"people" IS NOT NULL' in statement.sql


def test_a_year_of_moments_begins_and_ends_at_midnight_in_amsterdam() -> None:
    statement = compiled(dataclasses.replace(QUERY, event="seen_at"))
    assert statement.parameters["period_start"] == dt.datetime(2017, 12, 31, 23, tzinfo=dt.UTC)
    assert statement.parameters["period_end"] == dt.datetime(2018, 12, 31, 23, tzinfo=dt.UTC)
    assert "AT TIME ZONE 'Europe/Amsterdam'" in statement.sql


def test_a_stock_was_there_on_the_day() -> None:
    statement = compiled(STOCK)
    assert '"begun_on" < %(day_end)s::date' in statement.sql
    assert '("ended_on" IS NULL OR "ended_on" >= %(until)s::date)' in statement.sql
    assert statement.parameters["day_end"] == dt.date(2019, 3, 2)
    assert "until" not in compiled(dataclasses.replace(STOCK, until=None)).parameters


@pytest.mark.parametrize(
    ("cell", "condition"),
    [
        (
            ("month", ["2018-03"]),
            "date_trunc('month', \"begun_on\"::timestamp)::date = %(cell)s::date",
        ),
        (("place", ["7", "8"]), '"place_id"::text = ANY (%(cell)s::text[])'),
        (("place", None), '"place_id" IS NULL'),
        (("audience", ["police"]), '"audience"::text[] && %(cell)s::text[]'),
        (("audience", None), 'cardinality("audience") = 0'),
    ],
)
def test_a_list_narrows_to_one_cell(cell: tuple[str, list[str] | None], condition: str) -> None:
    statement = listing(QUERY, source=SOURCE, as_of=AS_OF, cell=cell, limit=10, offset=20)
    assert condition in statement.sql
    assert (statement.parameters["limit"], statement.parameters["offset"]) == (10, 20)


def test_a_cell_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownName):
        listing(QUERY, source=SOURCE, as_of=AS_OF, cell=("people", ["1"]))
    with pytest.raises(ValueError, match="isoformat"):
        listing(QUERY, source=SOURCE, as_of=AS_OF, cell=("month", ["2018-03-01; --"]))


def test_a_moment_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        figure(QUERY, source=SOURCE, as_of=dt.datetime(2019, 3, 1))  # noqa: DTZ001


def test_verification_recomputes_hashes_in_the_database() -> None:
    hashed = 'versions."visits_visit_hash"("v")'
    assert hashed in recomputed(QUERY, source=SOURCE, as_of=AS_OF).sql
    assert f'"row_hash" <> {hashed}' in altered(source=SOURCE, as_of=AS_OF).sql
    assert 'SELECT "key", "vid"' in keys(QUERY, source=SOURCE, as_of=AS_OF).sql


TABLE = """
CREATE TEMP TABLE visits_visit_version (
  tx_from timestamptz DEFAULT '2019-01-01', tx_to timestamptz DEFAULT 'infinity',
  vid bigint GENERATED ALWAYS AS IDENTITY, key uuid DEFAULT gen_random_uuid(), state text,
  audience varchar[] DEFAULT '{}', people int, children int, begun_on date, ended_on date,
  seen_at timestamptz, place_id bigint, row_hash bytea DEFAULT sha256('x')
) ON COMMIT DROP
"""


def whole(query: FigureQuery) -> tuple[int, int | None, int]:
    """Records, amount and stated records of the whole."""
    statement = compiled(query)
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement.sql, statement.bound())
        rows = cursor.fetchall()
    full = 2 ** len(query.dimensions) - 1
    (row,) = [row for row in rows if row[0] == full]
    records, amount, stated = row[-4:-1]
    return records, amount, stated


@pytest.fixture
def visits(database: str) -> Iterator[CursorWrapper]:
    """A version table for this test; only the owner may make temporary tables."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(TABLE)
        yield cursor
        transaction.set_rollback(True, using="owner")


def test_postgresql_agrees_about_the_edges_of_a_year(visits: CursorWrapper) -> None:
    visits.execute(
        "INSERT INTO visits_visit_version (state, people, children, begun_on, seen_at) VALUES"
        " ('held', 1, NULL, '2017-12-31', '2017-12-31 22:59:59.999999+00'),"
        " ('held', 2, 3, '2018-01-01', '2017-12-31 23:00:00+00'),"
        " ('held', NULL, NULL, '2018-12-31', '2018-12-31 22:59:59.999999+00'),"
        " ('held', 5, NULL, '2019-01-01', '2018-12-31 23:00:00+00'),"
        " ('asked', 9, 9, '2018-06-01', '2018-06-01 00:00:00+00')"
    )
    both = Sum(columns=("people", "children"))
    assert whole(QUERY) == (2, None, 0)
    assert whole(dataclasses.replace(QUERY, measure=both)) == (2, 5, 1)
    assert whole(dataclasses.replace(QUERY, measure=both, event="seen_at")) == (2, 5, 1)
    assert whole(dataclasses.replace(QUERY, measure=both, period=Year(year=2019))) == (1, 5, 1)


def test_postgresql_agrees_about_a_stock(visits: CursorWrapper) -> None:
    visits.execute(
        "INSERT INTO visits_visit_version (state, begun_on, ended_on) VALUES"
        " ('held', '2019-03-01', NULL), ('held', '2019-03-02', NULL),"
        " ('held', '2018-01-01', '2019-03-01'), ('held', '2018-01-01', '2019-03-02')"
    )
    assert whole(STOCK)[0] == 2
    assert whole(dataclasses.replace(STOCK, until=None))[0] == 3
