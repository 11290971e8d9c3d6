"""From what a statement answered to what a figure says."""

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict

from vijfluik.accountability.figures.computed import Cell, Valued
from vijfluik.accountability.figures.cubes import Cube, Row, cells_of, parts_of
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.values import (
    Fraction,
    Read,
    Supplied,
    Value,
    read,
    supplied,
)
from vijfluik.core.facts.measures import Count, Distinct, Field, Official, Ratio
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.totals import Total


class Said(TypedDict, total=False):
    """The part of a `Valued` that depends on the measure."""

    unstated: int
    value: Value | None
    fraction: Fraction | None
    read: Read | None
    supplied: Supplied | None


def valued(cube: Cube, *, definition: Definition, as_of: dt.datetime) -> Valued:
    """What a figure says, without its proof."""
    cells = cells_in(cube, definition=definition)
    return Valued(
        definition=definition,
        as_of=as_of,
        records=len(cube.fields) if not cube.rows else cube.whole.records,
        **said(cube, definition=definition, cells=cells),
    )


def cells_in(cube: Cube, *, definition: Definition) -> tuple[Cell, ...]:
    """The cells of what is counted; a value that is read has none."""
    return tuple(cells_of(cube.rows, definition=definition))


def said(cube: Cube, *, definition: Definition, cells: Sequence[Cell]) -> Said:
    """The value by the measure of the definition."""
    measure = definition.query.measure
    if isinstance(measure, Field | Official):
        return said_by(cube.fields, definition=definition)
    whole = cube.whole
    if isinstance(measure, Ratio):
        fraction = Fraction(numerator=whole.amount or 0, denominator=whole.base or 0)
        return Said(
            unstated=whole.records - whole.stated, fraction=fraction, value=fraction.percentage
        )
    counting = isinstance(measure, Count)
    value: Value | None = whole.records if counting else whole.amount
    if isinstance(measure, Distinct):
        value = whole.amount or 0
    if definition.split:
        value = parts_of(cells, dimension=definition.split)
    return Said(unstated=0 if counting else whole.records - whole.stated, value=value)


def said_of(total: Total, *, definition: Definition) -> Said:
    """The value by the measure of the definition, of what it comes to without breakdowns."""
    measure = definition.query.measure
    if isinstance(measure, Field | Official):
        return said_by(total.fields, definition=definition)
    unstated = total.records - total.stated
    if isinstance(measure, Ratio):
        fraction = Fraction(numerator=total.amount or 0, denominator=total.base or 0)
        return Said(unstated=unstated, fraction=fraction, value=fraction.percentage)
    counting = isinstance(measure, Count)
    value: Value | None = total.records if counting else total.amount
    if isinstance(measure, Distinct):
        value = total.amount or 0
    if definition.split:
        value = {
            part.member or "": part.records if counting else part.amount for part in total.parts
        }
    return Said(unstated=0 if counting else unstated, value=value)


def said_by(fields: Sequence[Row], *, definition: Definition) -> Said:
    """The value of a definition that reads records: of one of their fields, or a supplied one."""
    measure = definition.query.measure
    if isinstance(measure, Field):
        source = source_named(definition.query.source)
        found = read(fields, measure=measure, source=source)
        return Said(unstated=0, read=found, value=_read_value(found))
    stated = supplied(fields)
    return Said(unstated=0, supplied=stated, value=None if stated is None else stated.value)


def _read_value(found: Read) -> Value | None:
    if not found.values:
        return None
    return found.values[0] if len(found.values) == 1 else found.values
