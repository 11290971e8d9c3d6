"""Many figures are answered by one pass, each as if it had been asked alone."""

import dataclasses
import datetime as dt

import pytest
from tests.core.facts.test_compiling import AS_OF, HOSTILE
from tests.core.facts.test_queries import QUERY, SOURCE

from vijfluik.core.facts.filters import Equals, Overlaps
from vijfluik.core.facts.periods import Days, Year
from vijfluik.core.facts.queries import FigureQuery, Sum
from vijfluik.core.facts.totals import MOST_SETS, Total, Totals

PEOPLE = dataclasses.replace(QUERY, measure=Sum(columns=("people",)))
TEACHERS = dataclasses.replace(
    QUERY, filters=(*QUERY.filters, Overlaps(column="audience", values=("teachers",)))
)


def totals(*queries: FigureQuery) -> Totals:
    return Totals(queries, source=SOURCE, as_of=AS_OF)


def test_queries_over_the_same_records_share_their_set() -> None:
    statement = totals(QUERY, PEOPLE, TEACHERS).statement
    assert statement.sql.count("CASE WHEN") == 2
    assert statement.sql.count('FROM "visits_visit_version"') == 1
    assert dict(statement.parameters) == {
        "as_of": AS_OF,
        "set_0_period_start": dt.date(2018, 1, 1),
        "set_0_period_end": dt.date(2019, 1, 1),
        "set_0_filter_1": "held",
        "set_1_period_start": dt.date(2018, 1, 1),
        "set_1_period_end": dt.date(2019, 1, 1),
        "set_1_filter_1": "held",
        "set_1_filter_2": ("teachers",),
    }


def test_a_record_of_several_sets_counts_in_each() -> None:
    # mask, records, people added up, records that state them
    answer = [(0, 90, 900, 90), (1, 4, 40, 3), (3, 2, None, 0), (2, 1, 7, 1)]
    assert totals(QUERY, PEOPLE, TEACHERS).read(answer) == [
        Total(records=6, amount=None, stated=0),
        Total(records=6, amount=40, stated=3),
        Total(records=3, amount=None, stated=0),
    ]


def test_a_sum_that_no_record_states_is_no_sum() -> None:
    assert totals(PEOPLE).read([(1, 2, None, 0)]) == [Total(records=2, amount=None, stated=0)]
    assert totals(PEOPLE).read([]) == [Total(records=0, amount=None, stated=0)]


def test_values_stay_parameters_however_hostile() -> None:
    query = dataclasses.replace(QUERY, filters=(Equals(column="state", value=HOSTILE),))
    statement = totals(query).statement
    assert HOSTILE not in statement.sql
    assert HOSTILE in statement.parameters.values()


def test_more_sets_than_a_mask_has_bits_are_refused() -> None:
    years = [dataclasses.replace(QUERY, period=Year(year=1950 + at)) for at in range(MOST_SETS)]
    totals(*years)
    one_more = dataclasses.replace(
        QUERY, period=Days(start=dt.date(2018, 1, 1), end=dt.date(2018, 2, 1))
    )
    with pytest.raises(ValueError, match="more than a mask has bits"):
        totals(*years, one_more)
