"""The measure of a query as data, to and fro."""

from vijfluik.accountability.figures.query_filters import filter_data, filter_from
from vijfluik.accountability.figures.reading import Reader
from vijfluik.core.facts.measures import (
    Count,
    Distinct,
    Field,
    Joining,
    Measure,
    Official,
    Pick,
    Precision,
    Ratio,
    Sum,
)


def measure_from(reader: Reader) -> Measure:
    """Read a measure: `count`, `sum`, `distinct`, `ratio`, `value` or `official`.

    Raises:
        DefinitionError: it is none of these, or more than one.
    """
    measure: Measure
    if reader.has("sum"):
        measure = Sum(columns=reader.texts("sum"))
    elif reader.has("distinct"):
        measure = Distinct(columns=reader.texts("distinct"))
    elif reader.has("ratio"):
        measure = _ratio(reader.table("ratio"))
    elif reader.has("value"):
        measure = _field(reader)
    elif reader.has("official"):
        if reader.take("official") is not True:
            raise reader.wrong("official", "true", False)
        measure = Official()
    else:
        counted = reader.text("count")
        if counted != "records":
            raise reader.wrong("count", "'records'", counted)
        measure = Count()
    reader.finish()
    return measure


def measure_data(measure: Measure) -> dict[str, object]:
    """The measure as canonical JSON holds it."""
    match measure:
        case Count():
            return {"count": "records"}
        case Sum(columns=columns):
            return {"sum": list(columns)}
        case Distinct(columns=columns):
            return {"distinct": list(columns)}
        case Ratio():
            return {"ratio": _ratio_data(measure)}
        case Field():
            return _field_data(measure)
        case Official():
            return {"official": True}


def _ratio(reader: Reader) -> Ratio:
    ratio = Ratio(
        part=tuple(filter_from(each) for each in reader.tables("part"))
        if reader.has("part")
        else (),
        numerator=reader.texts("numerator") if reader.has("numerator") else (),
        denominator=reader.texts("denominator") if reader.has("denominator") else (),
    )
    reader.finish()
    return ratio


def _ratio_data(measure: Ratio) -> dict[str, object]:
    data: dict[str, object] = {"part": [filter_data(each) for each in measure.part]}
    if measure.numerator:
        data |= {
            "numerator": list(measure.numerator),
            "denominator": list(measure.denominator),
        }
    return data


def _field(reader: Reader) -> Field:
    return Field(
        columns=reader.texts("value"),
        pick=reader.member("pick", of=Pick) if reader.has("pick") else Pick.ONLY,
        precision=reader.member("precision", of=Precision)
        if reader.has("precision")
        else Precision.DAY,
        joining=reader.member("joining", of=Joining) if reader.has("joining") else Joining.RANGE,
        planned=reader.text("planned") if reader.has("planned") else "",
    )


def _field_data(measure: Field) -> dict[str, object]:
    data: dict[str, object] = {
        "value": list(measure.columns),
        "pick": str(measure.pick),
        "precision": str(measure.precision),
        "joining": str(measure.joining),
    }
    if measure.planned:
        data["planned"] = measure.planned
    return data
