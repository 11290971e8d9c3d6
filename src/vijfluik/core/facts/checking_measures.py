"""Whether a measure fits its kind of figure and the columns of its source."""

from vijfluik.core.facts.columns import COUNTABLE, DATED, DISTINGUISHABLE, MONETARY, READABLE
from vijfluik.core.facts.kinds import READ, Kind
from vijfluik.core.facts.measures import (
    OFFICIAL_COLUMNS,
    Distinct,
    Field,
    Measure,
    Official,
    Ratio,
    Sum,
)
from vijfluik.core.facts.sources import Source

MOST_FIELDS = 2


class QueryError(ValueError):
    """A query that contradicts itself or its source."""


def check_measure(measure: Measure, *, kind: Kind, source: Source, beside: tuple[str, ...]) -> None:
    """Refuse a measure that its kind or its source does not allow.

    Args:
        measure: what is made of the records.
        kind: of the figure.
        source: where they stand.
        beside: columns whose sum stands beside a count.

    Raises:
        QueryError: measure and kind contradict each other.
        UnknownName: the source does not declare a column, or it is of another type.
    """
    _check_kind(measure, kind=kind)
    if beside and (isinstance(measure, Sum | Distinct | Ratio | Field | Official)):
        raise QueryError("only a count has columns beside it")
    for name in once(beside, what="column beside the count"):
        source.column(name, of=COUNTABLE)
    match measure:
        case Sum(columns=columns):
            _check_sum(columns, kind=kind, source=source)
        case Distinct(columns=columns):
            if not columns:
                raise QueryError("a count of different things needs a column")
            for name in once(columns, what="column of different things"):
                source.column(name, of=DISTINGUISHABLE)
        case Ratio():
            _check_ratio(measure, source=source)
        case Field():
            _check_field(measure, source=source)
        case Official():
            if not source.official:
                raise QueryError(f"{source.name!r} holds no official values")
            for name in OFFICIAL_COLUMNS:
                source.column(name)
    if source.official and not isinstance(measure, Official):
        raise QueryError("official values are shown as they were supplied, not counted")


def _check_kind(measure: Measure, *, kind: Kind) -> None:
    if isinstance(measure, Official):
        return
    wanted = {
        Ratio: kind is Kind.RATIO,
        Field: kind in READ,
    }.get(type(measure), kind not in READ and kind is not Kind.RATIO)
    if not wanted:
        raise QueryError(f"a {kind} is no {type(measure).__name__.lower()}")
    if kind is Kind.MONEY and not isinstance(measure, Sum):
        raise QueryError("money is a sum of amounts in cents")


def _check_sum(columns: tuple[str, ...], *, kind: Kind, source: Source) -> None:
    if not columns:
        raise QueryError("a sum needs a column")
    for name in once(columns, what="column of the sum"):
        column = source.column(name, of=COUNTABLE)
        if (column.type in MONETARY) is not (kind is Kind.MONEY):
            raise QueryError("amounts in cents are added up by figures of kind money, and only by")


def _check_ratio(measure: Ratio, *, source: Source) -> None:
    for name in once(measure.numerator, what="column of the numerator"):
        source.column(name, of=COUNTABLE)
    for name in once(measure.denominator, what="column of the denominator"):
        source.column(name, of=COUNTABLE)
    if bool(measure.numerator) is not bool(measure.denominator):
        raise QueryError("numerator and denominator either both count records or both add up")
    if not measure.part and measure.numerator == measure.denominator:
        raise QueryError("a ratio needs a part that is not the whole")


def _check_field(measure: Field, *, source: Source) -> None:
    if not 1 <= len(once(measure.columns, what="field")) <= MOST_FIELDS:
        raise QueryError("a value is read from one field, or from two that are said together")
    for name in measure.columns:
        source.column(name, of=READABLE)
    if measure.planned:
        source.column(measure.planned, of=DATED)
        if len(measure.columns) > 1:
            raise QueryError("what is planned stands beside one field, not two")


def once(names: tuple[str, ...], *, what: str) -> tuple[str, ...]:
    """The names, of which none may be there twice.

    Raises:
        QueryError: one is.
    """
    if len(set(names)) != len(names):
        raise QueryError(f"a {what} is named twice: {', '.join(names)}")
    return names
