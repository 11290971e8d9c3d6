"""Keys of numbers that are a part of a figure. Nothing here needs a database."""

from __future__ import annotations

from decimal import Decimal

from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.reports.structure import FigureValue
from vijfluik.core.documents.inline import Figure

PART_OF = "/"
"""Between a figure and its part in the key of a bound number: "ror-trainings-2018/audience/police".
The receipt is that of the figure, which holds all its cells."""


def base_of(key: str) -> str:
    """The figure of a bound number, which may be one of its parts."""
    return key.partition(PART_OF)[0]


def part_of(figure: FigureValue, part: str, value: Number | None, *, text: str) -> Figure:
    """A part of a figure as a bound number: it leads to the figure and to its receipt."""
    return Figure(
        key=f"{figure.id}{PART_OF}{part}",
        text=text,
        value="" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value),
        receipt=figure.receipt,
        url=figure.url,
    )
