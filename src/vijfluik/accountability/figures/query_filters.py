"""The conditions of a query as data, to and fro."""

from vijfluik.accountability.figures.reading import Reader
from vijfluik.core.facts.filters import Empty, Equals, Filter, Is, NotNull, OneOf, Overlaps


def filter_from(reader: Reader) -> Filter:
    """Read one condition: a column and what it has to hold.

    Raises:
        DefinitionError: a key is missing, unknown or of the wrong type.
    """
    column = reader.text("column")
    condition: Filter
    if reader.has("equals"):
        condition = Equals(column=column, value=reader.text("equals"))
    elif reader.has("one_of"):
        condition = OneOf(column=column, values=reader.texts("one_of"))
    elif reader.has("overlaps"):
        condition = Overlaps(column=column, values=reader.texts("overlaps"))
    elif reader.has("is"):
        condition = Is(column=column, value=_flag(reader, "is"))
    elif reader.has("empty"):
        _true(reader, "empty")
        condition = Empty(column=column)
    else:
        _true(reader, "filled")
        condition = NotNull(column=column)
    reader.finish()
    return condition


def filter_data(condition: Filter) -> dict[str, object]:
    """One condition as canonical JSON holds it."""
    match condition:
        case Equals(column=column, value=value):
            return {"column": column, "equals": value}
        case OneOf(column=column, values=values):
            return {"column": column, "one_of": list(values)}
        case Overlaps(column=column, values=values):
            return {"column": column, "overlaps": list(values)}
        case Is(column=column, value=flag):
            return {"column": column, "is": flag}
        case Empty(column=column):
            return {"column": column, "empty": True}
        case NotNull(column=column):
            return {"column": column, "filled": True}


def _true(reader: Reader, name: str) -> None:
    value = reader.take(name)
    if value is not True:
        raise reader.wrong(name, "true", value)


def _flag(reader: Reader, name: str) -> bool:
    value = reader.take(name)
    if not isinstance(value, bool):
        raise reader.wrong(name, "true or false", value)
    return value
