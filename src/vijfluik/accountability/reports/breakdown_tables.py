"""A breakdown of figures as a table: parts in rows, figures in columns, totals below."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from vijfluik.accountability.disclosure.words import note_text
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.pages_breakdowns import number_of
from vijfluik.accountability.figures.presentation import breakdowns
from vijfluik.accountability.figures.wording import written
from vijfluik.accountability.reports.parts import PART_OF
from vijfluik.accountability.reports.source import Insert
from vijfluik.accountability.reports.structure import (
    Figures,
    FigureValue,
    bound,
    exact_text,
    no_data,
)
from vijfluik.core.documents import structure
from vijfluik.core.documents.inline import Figure, Text
from vijfluik.core.documents.structure import Column, Language, Note, Row, Table

HIDDEN = "*"
"""The sign at a cell in which something else stands than its number."""


def breakdown_table(
    insert: Insert, *, figures: Figures, computed: Mapping[str, Computed], language: Language
) -> Table:
    """The table of an insertion of kind `breakdown`.

    Args:
        insert: with one row, that of the totals: a figure per column.
        figures: as the report binds them.
        computed: the same in their published form: what is not published is in none of their cells.
        language: of the report.

    Raises:
        KeyError: it names a figure that the report does not have.
        ValueError: a figure has no such breakdown.
    """
    [totals] = insert.rows
    cells = [_cells(computed[name], by=insert.by, language=language) for name in totals.figures]
    labels = sorted({label for each in cells for label in each})
    body = [
        Row(
            label,
            tuple(
                bound_cell(
                    found.get(label), figure=figures[name], of=computed[name], language=language
                )
                for found, name in zip(cells, totals.figures, strict=True)
            ),
        )
        for label in labels
    ]
    hides = any(cell.note for row in body for cell in row.cells)
    last = Row(
        totals.label.in_language(language),
        tuple(_total(figures[name], language=language) for name in totals.figures),
    )
    first = insert.first.in_language(language) if insert.first else ""
    heads = [Column(name, structure.CellKind.NUMBER) for name in insert.columns[language]]
    return Table(
        caption=insert.caption.in_language(language),
        columns=(Column(first or _by(insert, computed=computed, language=language)), *heads),
        rows=(*body, last),
        notes=(Note(marker=HIDDEN, text=note_text(language)),) if hides else (),
    )


def _cells(figure: Computed, *, by: str, language: Language) -> dict[str, Cell]:
    with override(str(language)):
        for each in breakdowns(figure, language=language):
            if each.name == by:
                return {capfirst(str(label)): cell for label, cell in each.cells}
    raise ValueError(f"{figure.definition.id} is not broken down by {by!r}")


def _by(insert: Insert, *, computed: Mapping[str, Computed], language: Language) -> str:
    figure = computed[insert.rows[0].figures[0]]
    with override(str(language)):
        [label] = [
            each.label for each in breakdowns(figure, language=language) if each.name == insert.by
        ]
        return capfirst(_(label))


def bound_cell(
    cell: Cell | None, *, figure: FigureValue, of: Computed, language: Language
) -> structure.Cell:
    """A cell of a breakdown as a number that leads to its figure; a dash where there is none.

    Args:
        cell: in its published form.
        figure: as the document binds it.
        of: the same, as it was computed.
        language: of the document.
    """
    if cell is None:
        return structure.Cell((Text("\N{EN DASH}"),))
    key = f"{figure.id}{PART_OF}{cell.dimension}{PART_OF}{cell.member or ''}"
    if cell.hidden is not None:
        text = cell.hidden.in_language(language)
        node = Figure(key=key, text=text, value="", receipt=figure.receipt, url=figure.url)
        return structure.Cell((node,), note=HIDDEN)
    number = number_of(cell, figure=of)
    text = no_data(language)
    if number is not None:
        text = written(of.definition, number, language=language)
    value = "" if number is None else f"{number:f}" if not isinstance(number, int) else str(number)
    return structure.Cell(
        (Figure(key=key, text=text, value=value, receipt=figure.receipt, url=figure.url),)
    )


def _total(figure: FigureValue, *, language: Language) -> structure.Cell:
    return structure.Cell((bound(figure, text=exact_text(figure, language=language)),))
