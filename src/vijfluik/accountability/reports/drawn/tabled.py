"""The tables under the charts."""

from __future__ import annotations

from vijfluik.accountability.reports.drawn.asked import Asked
from vijfluik.accountability.reports.structure import FigureValue
from vijfluik.core.documents.inline import Text
from vijfluik.core.documents.structure import Cell, CellKind, Column, Row, Table


def per_row(asked: Asked, *, status: bool = False) -> Table:
    """The figures of an insertion as they stand in it.

    status: whether a column says in which state each row counts, so that states may differ.
    """
    named = (Column(asked.words.status),) if status else ()
    return Table(
        caption=asked.caption,
        columns=(
            Column(asked.first),
            *(Column(name, CellKind.NUMBER) for name in asked.columns),
            *named,
        ),
        rows=tuple(
            Row(
                row.label,
                (
                    *(asked.cell(figure) for figure in row.figures),
                    *((status_cell(asked, row.figures[0]),) if status else ()),
                ),
            )
            for row in asked.rows
        ),
        notes=asked.notes(),
    )


def status_cell(asked: Asked, figure: FigureValue | None) -> Cell:
    """The state in which a figure counts its records."""
    return Cell((Text(asked.nothing if figure is None else figure.status),))
