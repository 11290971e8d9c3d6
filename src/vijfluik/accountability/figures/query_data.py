"""A figure query as data, to and fro: the `[query]` and `[period]` tables of a definition."""

from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.core.facts.filters import Equals, Filter, NotNull, OneOf, Overlaps
from vijfluik.core.facts.kinds import Kind, OverPlace, OverTime
from vijfluik.core.facts.periods import Days, Period, PeriodError, ReferenceDate, Year
from vijfluik.core.facts.queries import Count, FigureQuery, Measure, Sum


def query_from(reader: Reader, *, kind: Kind, period: Period) -> FigureQuery:
    """Read the query of a definition; whether its names exist is checked against the source.

    Raises:
        DefinitionError: a key is missing, unknown or of the wrong type.
    """
    query = FigureQuery(
        source=reader.text("source"),
        kind=kind,
        measure=_measure(reader.table("measure")),
        filters=tuple(_filter(part) for part in reader.tables("filters")),
        event=reader.text("event"),
        until=reader.text("until") if reader.has("until") else None,
        period=period,
        over_time=reader.member("over_time", of=OverTime),
        over_place=reader.member("over_place", of=OverPlace),
        dimensions=reader.texts("dimensions"),
        beside=reader.texts("beside") if reader.has("beside") else (),
    )
    reader.finish()
    return query


def query_data(query: FigureQuery) -> dict[str, object]:
    """The query as canonical JSON holds it, without kind and period (they stand beside it)."""
    measure: dict[str, object] = {"count": "records"}
    if isinstance(query.measure, Sum):
        measure = {"sum": list(query.measure.columns)}
    data: dict[str, object] = {
        "source": query.source,
        "measure": measure,
        "filters": [_filter_data(condition) for condition in query.filters],
        "event": query.event,
        "over_time": str(query.over_time),
        "over_place": str(query.over_place),
        "dimensions": list(query.dimensions),
    }
    if query.until is not None:
        data["until"] = query.until
    if query.beside:
        data["beside"] = list(query.beside)
    return data


def period_from(reader: Reader) -> Period:
    """Read a period: `year`, `from` and `until`, or `on`.

    Raises:
        DefinitionError: it is none of these, or does not exist.
    """
    try:
        if reader.has("year"):
            period: Period = Year(year=reader.number("year"))
        elif reader.has("on"):
            period = ReferenceDate(on=reader.day("on"))
        else:
            period = Days(start=reader.day("from"), end=reader.day("until"))
    except PeriodError as error:
        raise DefinitionError(f"{reader.place}: {error}") from None
    reader.finish()
    return period


def period_data(period: Period) -> dict[str, object]:
    """The period as canonical JSON holds it."""
    if isinstance(period, Year):
        return {"year": period.year}
    if isinstance(period, ReferenceDate):
        return {"on": period.on.isoformat()}
    return {"from": period.start.isoformat(), "until": period.end.isoformat()}


def _measure(reader: Reader) -> Measure:
    if reader.has("sum"):
        measure: Measure = Sum(columns=reader.texts("sum"))
    else:
        counted = reader.text("count")
        if counted != "records":
            raise reader.wrong("count", "'records'", counted)
        measure = Count()
    reader.finish()
    return measure


def _filter(reader: Reader) -> Filter:
    column = reader.text("column")
    condition: Filter
    if reader.has("equals"):
        condition = Equals(column=column, value=reader.text("equals"))
    elif reader.has("one_of"):
        condition = OneOf(column=column, values=reader.texts("one_of"))
    elif reader.has("overlaps"):
        condition = Overlaps(column=column, values=reader.texts("overlaps"))
    else:
        filled = reader.take("filled")
        if filled is not True:
            raise reader.wrong("filled", "true", filled)
        condition = NotNull(column=column)
    reader.finish()
    return condition


def _filter_data(condition: Filter) -> dict[str, object]:
    if isinstance(condition, Equals):
        return {"column": condition.column, "equals": condition.value}
    if isinstance(condition, OneOf):
        return {"column": condition.column, "one_of": list(condition.values)}
    if isinstance(condition, Overlaps):
        return {"column": condition.column, "overlaps": list(condition.values)}
    return {"column": condition.column, "filled": True}
