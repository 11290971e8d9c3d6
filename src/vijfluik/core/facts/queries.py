"""The description of what a figure counts: typed, immutable, checked against its source."""

from dataclasses import dataclass

from vijfluik.core.facts.checking_measures import QueryError, check_measure, once
from vijfluik.core.facts.columns import DATED, MANIFOLD, MONTH, PLACE, ColumnType
from vijfluik.core.facts.filters import (
    FLAGGED,
    LISTED,
    TEXTUAL,
    Empty,
    Equals,
    Filter,
    Is,
    NotNull,
    Overlaps,
)
from vijfluik.core.facts.kinds import OVER_PLACE, OVER_TIME, READ, Kind, OverPlace, OverTime
from vijfluik.core.facts.measures import (
    Count,
    Distinct,
    Field,
    Measure,
    Official,
    Pick,
    Ratio,
    Sum,
)
from vijfluik.core.facts.periods import Always, Days, Period, ReferenceDate, Since
from vijfluik.core.facts.sources import Source


@dataclass(frozen=True, kw_only=True)
class FigureQuery:
    """What is counted, when, and how it may be added up and broken down.

    event: the column that decides the period; empty when the period is always. until: for a stock,
    the column that says up to which day (not included) a record was there; None when records do not
    end. beside: columns whose sum stands beside a count in its breakdowns ("trainings per month,
    with their participants").
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

    @property
    def tallied(self) -> bool:
        """Whether records are counted or a column of them added up, and nothing else."""
        return isinstance(self.measure, Count | Sum)


def over_time_of(kind: Kind, *, measure: Measure) -> OverTime:
    """How values of successive periods become the value of the whole."""
    allowed = OVER_TIME[kind]
    if isinstance(measure, Distinct) and allowed is OverTime.SUM:
        return OverTime.RECOUNTED
    return allowed


def over_place_of(kind: Kind, *, measure: Measure) -> OverPlace:
    """How values of places become the value of the region, unless it is forbidden."""
    if isinstance(measure, Official):
        return OverPlace.FORBIDDEN
    allowed = OVER_PLACE[kind]
    if isinstance(measure, Distinct) and allowed is OverPlace.SUM:
        return OverPlace.RECOUNTED
    return allowed


def check(query: FigureQuery, *, source: Source) -> None:
    """Refuse what cannot be counted, before any SQL is written.

    Raises:
        QueryError: the parts of the query contradict each other.
        UnknownName: it names something that the source does not declare.
    """
    if query.source != source.name:
        raise QueryError(f"the query counts {query.source!r}, not {source.name!r}")
    _check_time(query, source=source)
    check_measure(query.measure, kind=query.kind, source=source, beside=query.beside)
    for condition in query.filters:
        check_filter(condition, source=source)
    if isinstance(query.measure, Ratio):
        for condition in query.measure.part:
            check_filter(condition, source=source)
    if source.status not in {condition.column for condition in query.filters}:
        raise QueryError(
            f"the query has to say which values of {source.status!r} count:"
            " requested and held are different figures"
        )
    _check_breakdowns(query, source=source)


def _check_breakdowns(query: FigureQuery, *, source: Source) -> None:
    for name in once(query.dimensions, what="breakdown"):
        dimension = source.dimension(name)
        if dimension.column is None:
            continue
        if not isinstance(query.measure, Distinct) or dimension.column in query.measure.columns:
            continue
        if source.column(dimension.column).type in MANIFOLD:
            raise QueryError(f"different things are not broken down by the list {name!r}")
    if query.dimensions and isinstance(query.measure, Field | Official):
        raise QueryError("a value that is read has no breakdown")
    allowed = over_place_of(query.kind, measure=query.measure)
    if query.over_place not in {allowed, OverPlace.FORBIDDEN}:
        raise QueryError(f"this {query.kind} is {allowed} over places, or forbidden")
    if query.over_place is OverPlace.FORBIDDEN and PLACE in query.dimensions:
        raise QueryError("a figure that may not be added over places has no breakdown by place")
    if MONTH.name in query.dimensions:
        _check_months(query, source=source)


def _check_months(query: FigureQuery, *, source: Source) -> None:
    if query.kind is Kind.STOCK:
        raise QueryError("a stock has no breakdown by month: it may not be added over time")
    if not query.event or source.event(query.event).type is ColumnType.YEAR:
        raise QueryError("there are no months without a day on which it happened")


def _check_time(query: FigureQuery, *, source: Source) -> None:
    allowed = over_time_of(query.kind, measure=query.measure)
    if query.over_time is not allowed:
        raise QueryError(f"this {query.kind} is {allowed} over time")
    _check_event(query, source=source)
    if isinstance(query.measure, Official):
        return
    at_a_date = isinstance(query.period, ReferenceDate)
    always = isinstance(query.period, Always)
    if query.until is not None and query.kind is not Kind.STOCK:
        raise QueryError("only a stock has a column 'until'")
    match query.kind:
        case Kind.STOCK:
            if not at_a_date:
                raise QueryError("a stock is counted on a reference date, not over a period")
            if query.until is not None:
                source.column(query.until, of=DATED)
        case Kind.CUMULATIVE:
            if not isinstance(query.period, Since | Days):
                raise QueryError("a cumulative figure counts since a day, or from one to another")
        case Kind.FLOW:
            if at_a_date or always:
                raise QueryError("a flow is counted over a period, not on a reference date")
        case Kind.RATIO | Kind.MONEY:
            if at_a_date:
                raise QueryError(f"a {query.kind} is of a period or of everything")


def _check_event(query: FigureQuery, *, source: Source) -> None:
    if query.event:
        event = source.event(query.event)
        if event.type is ColumnType.YEAR and not _whole_years(query.period):
            raise QueryError(f"{query.event!r} is a year, so the period has to be whole years")
        return
    if not isinstance(query.period, Always) and not isinstance(query.measure, Official):
        raise QueryError("a period needs the column that decides it")
    if isinstance(query.measure, Field) and query.measure.pick is not Pick.ONLY:
        raise QueryError("the first and the last are told by a column of days")


def _whole_years(period: Period) -> bool:
    if isinstance(period, ReferenceDate | Since):
        return False
    if isinstance(period, Days):
        return (period.start.month, period.start.day, period.end.month, period.end.day) == (
            1, 1, 1, 1,
        )  # fmt: skip
    return True


def check_filter(condition: Filter, *, source: Source) -> None:
    """Refuse a condition that its column cannot answer.

    Raises:
        QueryError: it names no value, or one twice.
        UnknownName: the column is not declared, or of another type.
    """
    if isinstance(condition, NotNull | Empty):
        source.column(condition.column)
        return
    if isinstance(condition, Is):
        source.column(condition.column, of=FLAGGED)
        return
    if isinstance(condition, Overlaps):
        source.column(condition.column, of=LISTED)
    else:
        source.column(condition.column, of=TEXTUAL)
    if isinstance(condition, Equals):
        return
    if not condition.values:
        raise QueryError(f"the condition on {condition.column!r} names no value")
    once(condition.values, what="value")


__all__ = [
    "READ",
    "Count",
    "Distinct",
    "Field",
    "FigureQuery",
    "Measure",
    "Official",
    "QueryError",
    "Ratio",
    "Sum",
    "check",
    "check_filter",
    "over_place_of",
    "over_time_of",
]
