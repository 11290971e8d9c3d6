"""The rule against tables that mix what was counted without saying so.

"Aangevraagd" beside "gegeven" in one row reads as a fall from 406 to 389. A cell whose figure has
another status than the table, another version of the same definition, or another origin (computed
beside supplied by others) must carry a marker with a note, itself or through its column or row.
A row that says its status in a cell of its own hides neither: who stated an official value stands
behind it wherever it is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vijfluik.accountability.reports.parts import base_of
from vijfluik.accountability.reports.structure import Figures, FigureValue
from vijfluik.core.documents.inline import figures_in, plain_text
from vijfluik.core.documents.structure import Row, Table


def unmarked_breaks(table: Table, *, figures: Figures) -> Iterator[FigureValue]:
    """Yield each figure of ``table`` that breaks its series without a visible marker."""
    cells = [
        (
            figures[base_of(node.key)],
            bool(cell.note or row.note or column.note),
            _says(row, figures[base_of(node.key)].status),
        )
        for row in table.rows
        for cell, column in zip(row.cells, table.columns[1:], strict=True)
        for node in figures_in(cell.content)
        if base_of(node.key) in figures
    ]
    status = _usual([figure.status for figure, _, _ in cells])
    supplied = sum(bool(figure.supplied) for figure, _, _ in cells) * 2 > len(cells)
    versions: dict[str, list[str]] = {}
    for figure, _, _ in cells:
        versions.setdefault(figure.definition, []).append(figure.definition_version)
    for figure, marked, said in cells:
        other_status = figure.status != status
        other_origin = bool(figure.supplied) is not supplied
        other_version = figure.definition_version != _usual(versions[figure.definition])
        hidden = (other_status or other_origin) and not said
        if (hidden or other_version) and not marked:
            yield figure


def _says(row: Row, status: str) -> bool:
    """Whether a cell of the row holds the status and nothing else."""
    return any(plain_text(cell.content) == status for cell in row.cells)


def _usual(values: list[str]) -> str:
    """Return the most frequent of ``values``, the first at a tie."""
    return Counter(values).most_common(1)[0][0] if values else ""
