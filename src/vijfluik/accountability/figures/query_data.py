"""A figure query as data, to and fro: the `[query]` and `[period]` tables of a definition."""

from vijfluik.accountability.figures.query_filters import filter_data, filter_from
from vijfluik.accountability.figures.query_measures import measure_data, measure_from
from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.core.facts.kinds import Kind, OverPlace, OverTime
from vijfluik.core.facts.periods import (
    Always,
    Days,
    Period,
    PeriodError,
    ReferenceDate,
    Since,
    Year,
)
from vijfluik.core.facts.queries import FigureQuery, over_place_of, over_time_of


def query_from(reader: Reader, *, kind: Kind, period: Period) -> FigureQuery:
    """Read the query of a definition; whether its names exist is checked against the source.

    How values are added up over time and place follows from kind and measure when it is left out.

    Raises:
        DefinitionError: a key is missing, unknown or of the wrong type.
    """
    measure = measure_from(reader.table("measure"))
    query = FigureQuery(
        source=reader.text("source"),
        kind=kind,
        measure=measure,
        filters=tuple(filter_from(part) for part in reader.tables("filters")),
        event=reader.text("event") if reader.has("event") else "",
        until=reader.text("until") if reader.has("until") else None,
        period=period,
        over_time=reader.member("over_time", of=OverTime)
        if reader.has("over_time")
        else over_time_of(kind, measure=measure),
        over_place=reader.member("over_place", of=OverPlace)
        if reader.has("over_place")
        else over_place_of(kind, measure=measure),
        dimensions=reader.texts("dimensions") if reader.has("dimensions") else (),
        beside=reader.texts("beside") if reader.has("beside") else (),
    )
    reader.finish()
    return query


def query_data(query: FigureQuery) -> dict[str, object]:
    """The query as canonical JSON holds it, without kind and period (they stand beside it)."""
    data: dict[str, object] = {
        "source": query.source,
        "measure": measure_data(query.measure),
        "filters": [filter_data(condition) for condition in query.filters],
        "over_time": str(query.over_time),
        "over_place": str(query.over_place),
        "dimensions": list(query.dimensions),
    }
    if query.event:
        data["event"] = query.event
    if query.until is not None:
        data["until"] = query.until
    if query.beside:
        data["beside"] = list(query.beside)
    return data


def period_from(reader: Reader) -> Period:
    """Read a period: `year`, `from` and `until`, `since`, `on`, or `always`.

    Raises:
        DefinitionError: it is none of these, or does not exist.
    """
    try:
        if reader.has("year"):
            period: Period = Year(year=reader.number("year"))
        elif reader.has("on"):
            period = ReferenceDate(on=reader.day("on"))
        elif reader.has("since"):
            period = Since(start=reader.day("since"))
        elif reader.has("always"):
            if reader.take("always") is not True:
                raise reader.wrong("always", "true", False)
            period = Always()
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
    if isinstance(period, Since):
        return {"since": period.start.isoformat()}
    if isinstance(period, Always):
        return {"always": True}
    return {"from": period.start.isoformat(), "until": period.end.isoformat()}
