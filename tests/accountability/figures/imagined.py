"""The source that a planned figure waits for, imagined from what its definition asks of it."""

from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts.columns import MONTH, Column, ColumnType, Dimension
from vijfluik.core.facts.filters import Filter, Is, Overlaps
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.measures import Distinct, Field, Precision, Sum
from vijfluik.core.facts.sources import Source


def imagined(definition: Definition) -> Source:
    """A source with every column that the definition names, of the type that it needs."""
    query = definition.query
    types = {condition.column: _filtered(condition) for condition in query.filters}
    for name in (query.event, query.until or ""):
        if name:
            types[name] = ColumnType.YEAR if name.endswith("year") else ColumnType.DATE
    match query.measure:
        case Sum(columns=columns):
            kind = ColumnType.CENTS if definition.kind is Kind.MONEY else ColumnType.INTEGER
            types |= dict.fromkeys(columns, kind)
        case Distinct(columns=columns):
            types |= {name: _thing(name) for name in columns}
        case Field() as measure:
            types |= {name: _read(name, measure=measure) for name in measure.columns}
    dimensions = []
    for name in query.dimensions:
        if name == MONTH.name:
            continue
        column = next((known for known in types if known in {name, f"{name}_id"}), name)
        types.setdefault(column, ColumnType.TEXT)
        dimensions.append(Dimension(name=name, label=name, column=column))
    types.setdefault("state", ColumnType.TEXT)
    return Source(
        name=query.source,
        label=query.source,
        model=f"rooms.{query.source}",
        table=query.source,
        key="key",
        status="state",
        columns=tuple(Column(name=name, type=kind, label=name) for name, kind in types.items()),
        dimensions=tuple(dimensions),
        main=("state",),
    )


def _filtered(condition: Filter) -> ColumnType:
    if isinstance(condition, Is):
        return ColumnType.FLAG
    return ColumnType.TEXTS if isinstance(condition, Overlaps) else ColumnType.TEXT


def _thing(name: str) -> ColumnType:
    if name.endswith("_ids"):
        return ColumnType.KEYS
    return ColumnType.KEY if name.endswith("_id") else ColumnType.TEXT


def _read(name: str, *, measure: Field) -> ColumnType:
    if measure.precision is not Precision.DAY or name.endswith(("_on", "_from", "_until")):
        return ColumnType.DATE
    return ColumnType.TEXT if name.endswith("_said") else ColumnType.INTEGER
