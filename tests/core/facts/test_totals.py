"""Many figures are answered by one pass, each as if it had been asked alone."""

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db.backends.utils import CursorWrapper
from tests.core.facts.test_compiling import AS_OF, HOSTILE, visits
from tests.core.facts.test_queries import QUERY, SOURCE

from vijfluik.core.facts.compiling_fields import figure
from vijfluik.core.facts.filters import Equals, Overlaps
from vijfluik.core.facts.kinds import Kind, OverPlace, OverTime
from vijfluik.core.facts.measures import Distinct, Field, Pick, Ratio
from vijfluik.core.facts.periods import Year
from vijfluik.core.facts.queries import FigureQuery, Sum
from vijfluik.core.facts.together import answers, as_one
from vijfluik.core.facts.totals import Part, Total, Totals, answered_together

__all__ = ["visits"]
PEOPLE = dataclasses.replace(QUERY, measure=Sum(columns=("people",)))
TEACHERS = dataclasses.replace(
    QUERY, filters=(*QUERY.filters, Overlaps(column="audience", values=("teachers",)))
)
FIELDS = Field(columns=("ended_on", "people"), pick=Pick.FIRST)
READING = dataclasses.replace(
    QUERY,
    kind=Kind.DATE,
    measure=FIELDS,
    over_time=OverTime.FORBIDDEN,
    over_place=OverPlace.FORBIDDEN,
    dimensions=(),
)

RECOUNTED: dict[str, Any] = {
    "over_time": OverTime.RECOUNTED,
    "over_place": OverPlace.RECOUNTED,
    "dimensions": (),
}


def totals(*queries: FigureQuery) -> Totals:
    return Totals(queries, source=SOURCE, as_of=AS_OF)


def test_queries_over_the_same_records_share_their_set() -> None:
    statement = totals(QUERY, PEOPLE, TEACHERS).statement
    assert statement.sql.count('"begun_on" >=') == 2
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


@pytest.fixture
def answered(visits: CursorWrapper) -> Callable[..., list[Total]]:
    """What PostgreSQL answers about some visits."""
    visits.execute(
        "INSERT INTO visits_visit_version (state, people, audience, begun_on) VALUES"
        " ('held', 9, '{teachers}', '2017-12-31'), ('held', 20, '{police}', '2018-01-01'),"
        " ('held', NULL, '{teachers,police}', '2018-12-31'), ('held', 30, '{}', '2018-05-05'),"
        " ('asked', 40, '{teachers}', '2018-06-01')"
    )

    def answer(*queries: FigureQuery, splits: Sequence[str] = ()) -> list[Total]:
        found = []
        for sought in (False, True):
            asked = Totals(queries, source=SOURCE, as_of=AS_OF, splits=splits, sought=sought)
            # Twice in one question: each statement keeps its own parameters and answers.
            both = as_one([totals(READING).statement, asked.statement])
            visits.execute(both.sql, both.bound())
            found.append(asked.read(answers(visits.fetchall())[1]))
        assert found[0] == found[1], "seeking each set by itself gives the same"
        return found[0]

    return answer


def test_a_record_of_several_sets_counts_in_each(answered: Callable[..., list[Total]]) -> None:
    assert answered(QUERY, PEOPLE, TEACHERS, PEOPLE) == [
        Total(records=3, amount=None, stated=0),
        Total(records=3, amount=50, stated=2),
        Total(records=1, amount=None, stated=0),
        Total(records=3, amount=50, stated=2),
    ]


def test_a_sum_that_no_record_states_is_no_sum(answered: Callable[..., list[Total]]) -> None:
    unstated = dataclasses.replace(TEACHERS, measure=PEOPLE.measure)
    assert answered(unstated) == [Total(records=1, amount=None, stated=0)]
    nothing = dataclasses.replace(PEOPLE, period=Year(year=1999))
    assert answered(nothing, QUERY)[0] == Total(records=0, amount=None, stated=0)


def test_what_records_say_is_read_as_if_asked_alone(
    visits: CursorWrapper, answered: Callable[..., list[Total]]
) -> None:
    visits.execute("UPDATE visits_visit_version SET ended_on = begun_on + people")
    unknown = dataclasses.replace(READING, filters=(Equals(column="state", value="lost"),))
    first, second, _, nothing = answered(READING, TEACHERS, PEOPLE, unknown)
    alone = figure(READING, measure=FIELDS, source=SOURCE, as_of=AS_OF)
    visits.execute(alone.sql, alone.bound())
    records, fields, _hashes = visits.fetchone()
    assert (first.records, list(first.fields)) == (records, json.loads(fields))
    assert first.fields == (["2018-01-21", 20], ["2018-06-04", 30], [None, None])
    assert second == Total(records=1, amount=None, stated=0)
    assert nothing == Total(records=0, amount=None, stated=0)


def test_different_things_are_counted_as_if_asked_alone(
    visits: CursorWrapper, answered: Callable[..., list[Total]]
) -> None:
    asked = dataclasses.replace(QUERY, measure=Distinct(columns=("audience",)), **RECOUNTED)
    both = dataclasses.replace(asked, measure=Distinct(columns=("audience", "state")))
    several = answered(asked, PEOPLE, both, dataclasses.replace(asked, period=Year(year=1999)))
    assert several[0] == Total(records=3, amount=2, stated=2)
    assert several[1:] == [
        Total(records=3, amount=50, stated=2),
        Total(records=3, amount=3, stated=3),
        Total(records=0, amount=0, stated=0),
    ]


def test_a_ratio_is_answered_beside_other_sums(answered: Callable[..., list[Total]]) -> None:
    teachers = (Overlaps(column="audience", values=("teachers",)),)
    share = dataclasses.replace(
        QUERY,
        kind=Kind.RATIO,
        measure=Ratio(part=teachers),
        over_time=OverTime.COMBINED,
        over_place=OverPlace.COMBINED,
    )
    added = Ratio(part=teachers, numerator=("people",), denominator=("people",))
    people = dataclasses.replace(share, measure=added)
    assert answered(share, PEOPLE, people) == [
        Total(records=3, amount=1, stated=3, base=3),
        Total(records=3, amount=50, stated=2),
        Total(records=3, amount=0, stated=2, base=50),
    ]


def test_parts_stand_by_member_and_the_unstated_last(
    visits: CursorWrapper, answered: Callable[..., list[Total]]
) -> None:
    visits.execute("UPDATE visits_visit_version SET place_id = 12 WHERE people = 20")
    visits.execute("UPDATE visits_visit_version SET place_id = 11 WHERE people = 30")
    counted, _, added = answered(QUERY, QUERY, PEOPLE, splits=["place", "", "place"])
    parts = [Part(member=name, records=1, amount=None) for name in ("11", "12", None)]
    assert counted == Total(records=3, amount=None, stated=0, parts=tuple(parts))
    assert [part.amount for part in added.parts] == [30, 20, None]


def test_only_parts_of_one_word_each_are_answered_together() -> None:
    def together(query: FigureQuery, split: str) -> bool:
        return answered_together(query, source=SOURCE, split=split)

    assert together(QUERY, "place")
    assert not together(QUERY, "audience")
    assert not together(QUERY, "month")
    different = dataclasses.replace(QUERY, measure=Distinct(columns=("audience",)), **RECOUNTED)
    assert together(different, "")
    assert not together(different, "place")


def test_values_stay_parameters_however_hostile() -> None:
    query = dataclasses.replace(QUERY, filters=(Equals(column="state", value=HOSTILE),))
    statement = totals(query).statement
    assert HOSTILE not in statement.sql
    assert HOSTILE in statement.parameters.values()


def test_statements_of_different_moments_are_not_one_question() -> None:
    later = Totals([QUERY], source=SOURCE, as_of=AS_OF + dt.timedelta(seconds=1))
    with pytest.raises(ValueError, match="different moments"):
        as_one([totals(QUERY).statement, later.statement])
