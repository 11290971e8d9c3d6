"""The description of what a figure counts: typed, immutable, checked against its source."""

from dataclasses import dataclass

from vijfluik.core.facts.columns import COUNTABLE, DATED, MONTH, PLACE
from vijfluik.core.facts.filters import LISTED, TEXTUAL, Equals, Filter, NotNull, OneOf, Overlaps
from vijfluik.core.facts.kinds import OVER_TIME, Kind, OverPlace, OverTime
from vijfluik.core.facts.periods import Period, ReferenceDate
from vijfluik.core.facts.sources import Source


class QueryError(ValueError):
    """A query that contradicts itself or its source."""


@dataclass(frozen=True, kw_only=True)
class Count:
    """The number of records; over nothing it is 0."""


@dataclass(frozen=True, kw_only=True)
class Sum:
    """The sum of one or more columns of whole numbers; over nothing there is no sum."""

    columns: tuple[str, ...]


Measure = Count | Sum


@dataclass(frozen=True, kw_only=True)
class FigureQuery:
    """What is counted, when, and how it may be added up and broken down.

    event: the column that decides the period. until: for a stock, the column that says up to which
    day (not included) a record was there; None when records do not end. beside: columns whose sum
    stands beside a count in its breakdowns ("trainings per month, with their participants").
    """

    source: str
    kind: Kind
    measure: Measure
    filters: tuple[Filter, ...]
    event: str
    period: Period
    over_time: OverTime
    over_place: OverPlace
    dimensions: tuple[str, ...] = ()
    until: str | None = None
    beside: tuple[str, ...] = ()


def check(query: FigureQuery, *, source: Source) -> None:
    """Refuse what cannot be counted, before any SQL is written.

    Raises:
        QueryError: the parts of the query contradict each other.
        UnknownName: it names something that the source does not declare.
    """
    if query.source != source.name:
        raise QueryError(f"the query counts {query.source!r}, not {source.name!r}")
    _check_time(query, source=source)
    if isinstance(query.measure, Sum):
        if not query.measure.columns:
            raise QueryError("a sum needs a column")
        if query.beside:
            raise QueryError("only a count has columns beside it")
        for name in _once(query.measure.columns, what="column of the sum"):
            source.column(name, of=COUNTABLE)
    for name in _once(query.beside, what="column beside the count"):
        source.column(name, of=COUNTABLE)
    for condition in query.filters:
        _check_filter(condition, source=source)
    if source.status not in {condition.column for condition in query.filters}:
        raise QueryError(
            f"the query has to say which values of {source.status!r} count:"
            " requested and held are different figures"
        )
    for name in _once(query.dimensions, what="breakdown"):
        source.dimension(name)
    if query.over_place is OverPlace.FORBIDDEN and PLACE in query.dimensions:
        raise QueryError("a figure that may not be added over places has no breakdown by place")


def _check_time(query: FigureQuery, *, source: Source) -> None:
    source.event(query.event)
    if query.over_time is not OVER_TIME[query.kind]:
        raise QueryError(f"a {query.kind} is {OVER_TIME[query.kind]} over time")
    at_a_date = isinstance(query.period, ReferenceDate)
    if query.kind is Kind.STOCK:
        if not at_a_date:
            raise QueryError("a stock is counted on a reference date, not over a period")
        if MONTH.name in query.dimensions:
            raise QueryError("a stock has no breakdown by month: it may not be added over time")
        if query.until is not None:
            source.column(query.until, of=DATED)
        return
    if at_a_date:
        raise QueryError("a flow is counted over a period, not on a reference date")
    if query.until is not None:
        raise QueryError("only a stock has a column 'until'")


def _check_filter(condition: Filter, *, source: Source) -> None:
    if isinstance(condition, NotNull):
        source.column(condition.column)
        return
    if isinstance(condition, Overlaps):
        source.column(condition.column, of=LISTED)
    else:
        source.column(condition.column, of=TEXTUAL)
    if isinstance(condition, Equals):
        return
    if not condition.values:
        raise QueryError(f"the condition on {condition.column!r} names no value")
    _once(condition.values, what="value")


def _once(names: tuple[str, ...], *, what: str) -> tuple[str, ...]:
    if len(set(names)) != len(names):
        raise QueryError(f"a {what} is named twice: {', '.join(names)}")
    return names


__all__ = ["Count", "FigureQuery", "Measure", "OneOf", "QueryError", "Sum", "check"]
