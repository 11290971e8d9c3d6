"""The statement that computes a figure, whatever it measures."""

import datetime as dt

from vijfluik.core.facts import (
    compiling,
    compiling_distinct,
    compiling_fields,
    compiling_ratio,
)
from vijfluik.core.facts.measures import Distinct, Field, Official, Ratio
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Statement


def statement_for(query: FigureQuery, *, source: Source, as_of: dt.datetime) -> Statement:
    """The value of a figure, its breakdowns and its record set, from one pass over the versions.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    match query.measure:
        case Distinct() as measure:
            return compiling_distinct.figure(query, measure=measure, source=source, as_of=as_of)
        case Ratio() as measure:
            return compiling_ratio.figure(query, measure=measure, source=source, as_of=as_of)
        case Field() | Official() as measure:
            return compiling_fields.figure(query, measure=measure, source=source, as_of=as_of)
        case _:
            return compiling.figure(query, source=source, as_of=as_of)
