"""Records that fit a definition, made from the definition itself; per source only what is left.

A new figure is covered without a line here. A new source adds one `Maker`: its model, values that
its constraints ask for, and what withdrawing changes.
"""

import datetime as dt
from collections.abc import Mapping

from tests.accountability.figures.conftest import training
from tests.accountability.figures.making import knowledge, law, money, partnerships
from tests.accountability.figures.making.maker import FIRST_DAY, SECOND_DAY, Maker, Record

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.official.model import OfficialValue
from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.filters import Empty, Equals, Filter, Is, OneOf, Overlaps
from vijfluik.core.facts.measures import Distinct, Field, Ratio, Sum
from vijfluik.core.facts.periods import Always, days_of
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.demo.people import key_of
from vijfluik.programme.trainings.models import Training

AS_OF = dt.datetime(2019, 6, 1, tzinfo=dt.UTC)
# What a record brings in, and what it is corrected to.
FIRST, SECOND = 12, 20
PROPOSED = dt.datetime(2018, 3, 5, 9, tzinfo=dt.UTC)


def official() -> Record:
    """An official value that two people put their names to."""
    return {
        "number": FIRST,
        "supplied_by": "Bureau",
        "document": "Verslag",
        "place": "regel 1",
        "valid_from": FIRST_DAY,
        "entered_on": FIRST_DAY,
        "proposed_by_id": key_of("noor"),
        "proposed_at": PROPOSED,
        "approved_by_id": key_of("hanneke"),
        "approved_at": PROPOSED,
    }


MAKERS: Mapping[str, Maker] = {
    "trainings": Maker(
        model=Training,
        plain=lambda: training(participants=100, planned_on=None),
        withdrawn={"state": "withdrawn"},
        values={"provider_id": ("ror", "jep")},
    ),
    "payments": Maker(
        model=Training,
        plain=lambda: training(participants=100, planned_on=None),
        withdrawn={"state": "withdrawn"},
        values={},
    ),
    "official_values": Maker(
        model=OfficialValue,
        plain=official,
        withdrawn={"state": "withdrawn"},
        values={},
    ),
    **knowledge.MAKERS,
    **law.MAKERS,
    **money.MAKERS,
    **partnerships.MAKERS,
}


def fitting(definition: Definition) -> Record:
    """A record that the definition counts, or reads its value from: the first value."""
    query = definition.query
    source, maker = source_named(query.source), MAKERS[query.source]
    record: Record = maker.plain()
    for condition in query.filters:
        record |= fulfilled(condition)
    if query.event and not isinstance(query.period, Always):
        day = days_of(query.period, as_of=AS_OF).start
        year = source.event(query.event).type is ColumnType.YEAR
        record[query.event] = day.year if year else day
    record |= brought_in(definition, at=0)
    return record | {"key": maker.key(record)}


def corrected(definition: Definition) -> Record:
    """What a correction changes: the amount, the thing that is named, or the field."""
    return brought_in(definition, at=1)


def brought_in(definition: Definition, *, at: int) -> Record:
    """The columns that decide the value, first (0) or corrected (1)."""
    query = definition.query
    source, maker = source_named(query.source), MAKERS[query.source]
    amount = (FIRST, SECOND)[at]
    match query.measure:
        case Sum(columns=columns):
            return dict.fromkeys(columns, None) | {columns[0]: amount}
        case Distinct(columns=columns):
            return {columns[0]: maker.values[columns[0]][at]}
        case Ratio(part=part, numerator=numerator, denominator=denominator):
            if numerator:
                return {numerator[0]: amount, denominator[0]: 4 * FIRST}
            return fulfilled(part[0]) if at == 0 else not_fulfilled(part[0])
        case Field(columns=columns, planned=planned):
            changes = {name: value_of(source, name=name, at=at) for name in columns}
            return changes | ({planned: FIRST_DAY} if planned else {})
        case _ if source.official:
            return {"number": amount}
        case _:
            return {}


def value_of(source: Source, *, name: str, at: int) -> object:
    """A value for a column by its type."""
    match source.column(name).type:
        case ColumnType.DATE:
            return (FIRST_DAY, SECOND_DAY)[at]
        case ColumnType.YEAR:
            return (FIRST_DAY.year, SECOND_DAY.year)[at]
        case ColumnType.TEXT:
            return ("eind 2017", "begin 2019")[at]
        case _:
            return (FIRST, SECOND)[at]


def fulfilled(condition: Filter) -> Record:
    """The value with which a record passes a condition."""
    match condition:
        case Equals(column=column, value=value):
            return {column: value}
        case OneOf(column=column, values=values):
            return {column: values[0]}
        case Overlaps(column=column, values=values):
            return {column: [values[0]]}
        case Is(column=column, value=flag):
            return {column: flag}
        case Empty(column=column):
            return {column: None}
        case _:
            return {}


def not_fulfilled(condition: Filter) -> Record:
    """A value with which a record does not pass a condition on text or a list."""
    match condition:
        case Overlaps(column=column):
            return {column: []}
        case Is(column=column, value=flag):
            return {column: not flag}
        case Equals(column=column):
            return {column: "cancelled"}
        case _:
            raise NotImplementedError(condition)
