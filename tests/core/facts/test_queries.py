"""A query that contradicts itself or its source is refused before any SQL is written."""

import dataclasses
import datetime as dt

import pytest

from vijfluik.core.facts.columns import Column, ColumnType, Dimension, UnknownName
from vijfluik.core.facts.filters import Equals, Filter, OneOf, Overlaps
from vijfluik.core.facts.kinds import Kind, OverPlace, OverTime
from vijfluik.core.facts.periods import Days, PeriodError, ReferenceDate, Year
from vijfluik.core.facts.queries import Count, FigureQuery, QueryError, Sum, check
from vijfluik.core.facts.sources import Source, declare, source_named

SOURCE = Source(
    name="visits",
    label="bezoeken",
    model="visits.Visit",
    table="visits_visit",
    key="key",
    status="state",
    columns=(
        Column(name="state", type=ColumnType.TEXT, label="stand"),
        Column(name="audience", type=ColumnType.TEXTS, label="doelgroep"),
        Column(name="people", type=ColumnType.INTEGER, label="personen"),
        Column(name="children", type=ColumnType.INTEGER, label="kinderen"),
        Column(name="begun_on", type=ColumnType.DATE, label="begonnen op"),
        Column(name="ended_on", type=ColumnType.DATE, label="geëindigd op"),
        Column(name="seen_at", type=ColumnType.MOMENT, label="gezien op"),
        Column(name="place_id", type=ColumnType.KEY, label="gemeente"),
    ),
    dimensions=(
        Dimension(name="place", label="gemeente", column="place_id"),
        Dimension(name="audience", label="doelgroep", column="audience"),
    ),
    main=("state",),
)
HELD = Equals(column="state", value="held")
QUERY = FigureQuery(
    source="visits",
    kind=Kind.FLOW,
    measure=Count(),
    filters=(HELD,),
    event="begun_on",
    period=Year(year=2018),
    over_time=OverTime.SUM,
    over_place=OverPlace.SUM,
    dimensions=("month", "place", "audience"),
)
STOCK = dataclasses.replace(
    QUERY,
    kind=Kind.STOCK,
    period=ReferenceDate(on=dt.date(2019, 3, 1)),
    over_time=OverTime.FORBIDDEN,
    dimensions=("place",),
    until="ended_on",
)


def test_sound_queries_pass() -> None:
    for query in (QUERY, STOCK, dataclasses.replace(QUERY, measure=Sum(columns=("people",)))):
        check(query, source=SOURCE)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source": "others"}, "counts 'others'"),
        ({"over_time": OverTime.FORBIDDEN}, "this flow is sum over time"),
        ({"period": ReferenceDate(on=dt.date(2019, 3, 1))}, "over a period"),
        ({"until": "ended_on"}, "only a stock"),
        ({"measure": Sum(columns=())}, "needs a column"),
        ({"measure": Sum(columns=("people", "people"))}, "named twice"),
        ({"measure": Sum(columns=("people",)), "beside": ("people",)}, "only a count"),
        ({"filters": ()}, "which values of 'state'"),
        ({"filters": (OneOf(column="state", values=()),)}, "names no value"),
        ({"filters": (OneOf(column="state", values=("a", "a")),)}, "named twice"),
        ({"dimensions": ("month", "month")}, "named twice"),
        ({"over_place": OverPlace.FORBIDDEN}, "no breakdown by place"),
    ],
)
def test_a_contradiction_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check(dataclasses.replace(QUERY, **changes), source=SOURCE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"over_time": OverTime.SUM}, "this stock is forbidden over time"),
        ({"period": Year(year=2018)}, "on a reference date"),
        ({"dimensions": ("month",)}, "not be added over time"),
    ],
)
def test_a_stock_is_never_added_over_time(changes: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check(dataclasses.replace(STOCK, **changes), source=SOURCE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"event": "state"},
        {"event": "tx_from"},
        {"measure": Sum(columns=("state",))},
        {"beside": ("begun_on",)},
        {"dimensions": ("people",)},
        {"filters": (HELD, Equals(column="salt", value="x"))},
        {"filters": (HELD, Equals(column="people", value="1"))},
        {"filters": (HELD, Overlaps(column="state", values=("held",)))},
        {"filters": (HELD, Equals(column='state" OR true --', value="x"))},
    ],
)
def test_a_name_that_is_not_declared_is_refused(changes: dict[str, tuple[Filter, ...]]) -> None:
    with pytest.raises(UnknownName):
        check(dataclasses.replace(QUERY, **changes), source=SOURCE)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Key", "a b", 'a"b', "1a", "", "a;b", "a" * 64])
def test_a_name_that_is_no_identifier_is_never_declared(name: str) -> None:
    with pytest.raises(UnknownName):
        Column(name=name, type=ColumnType.TEXT, label="x")
    with pytest.raises(UnknownName):
        dataclasses.replace(SOURCE, table=name)


def test_a_source_refuses_doubles_and_unknown_columns_of_its_own() -> None:
    with pytest.raises(UnknownName, match="twice"):
        dataclasses.replace(SOURCE, columns=(*SOURCE.columns, SOURCE.columns[0]))
    with pytest.raises(UnknownName):
        dataclasses.replace(SOURCE, main=("nothing",))
    with pytest.raises(UnknownName, match="is integer"):
        dataclasses.replace(
            SOURCE, dimensions=(Dimension(name="people", label="x", column="people"),)
        )


def test_two_rooms_cannot_declare_the_same_source() -> None:
    trainings = source_named("trainings")
    assert declare(trainings) is trainings
    with pytest.raises(UnknownName, match="two rooms"):
        declare(dataclasses.replace(SOURCE, name="trainings"))
    with pytest.raises(UnknownName, match="no room"):
        source_named("nothing")


def test_periods_that_do_not_exist_are_refused() -> None:
    day = dt.date(2018, 1, 1)
    with pytest.raises(PeriodError):
        Days(start=day, end=day)
    with pytest.raises(PeriodError):
        Year(year=20018)
