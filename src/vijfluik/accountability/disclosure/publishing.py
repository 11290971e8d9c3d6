"""The published form of a figure: the same figure, with nothing in its cells that is not shown.

The numbers are taken out here and not where they are printed, so that no page, file or drawing can
forget it. Of what comes back no receipt may be made: a receipt is of the figure as it was counted.
"""

from collections.abc import Mapping
from dataclasses import replace

from vijfluik.accountability.disclosure.cells import RECORDS, VALUE
from vijfluik.accountability.disclosure.tables import THEN
from vijfluik.accountability.disclosure.treating import Treatment
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.words import Words
from vijfluik.core.documents.structure import Language


def published(
    figure: Computed,
    *,
    treatment: Treatment,
    reading: str = THEN,
    language: Language = Language.DUTCH,
) -> Computed:
    """A figure with words in the place of every number of its cells that is not published.

    Args:
        figure: as it was counted.
        treatment: of a publication in which it stands.
        reading: `tables.THEN`, or `tables.NOW` for the figure with its places carried over.
        language: of what stands in the place of a part of the value of a figure with parts.
    """
    cells = tuple(
        _cell(each, figure=figure.definition.id, treatment=treatment, reading=reading)
        for each in figure.cells
    )
    masked = replace(figure, cells=cells)
    split = figure.definition.split
    if not split or not isinstance(figure.value, Mapping):
        return masked
    parts = {
        each.member or "": each.value if each.hidden is None else each.hidden.in_language(language)
        for each in cells
        if each.dimension == split
    }
    return replace(masked, value=parts)


def published_cell(cell: Cell) -> dict[str, object]:
    """A cell of a published figure as JSON holds it: words in Dutch where a number is not shown."""
    plain = cell.plain()
    if cell.hidden is not None:
        plain["value"] = cell.hidden.nl
    if cell.hidden_records is not None:
        plain["records"] = cell.hidden_records.nl
    return plain


def _cell(cell: Cell, *, figure: str, treatment: Treatment, reading: str) -> Cell:
    if not treatment.protects(figure, cell.dimension):
        return cell
    value = _words(cell, figure=figure, treatment=treatment, reading=reading, plane=VALUE)
    records = value
    if not treatment.counts_records(figure, cell.dimension):
        records = _words(cell, figure=figure, treatment=treatment, reading=reading, plane=RECORDS)
    return replace(
        cell,
        value=cell.value if value is None else None,
        records=cell.records if records is None else 0,
        # What stands beside a count is no number of a table of this publication: nothing audits it.
        beside=None,
        of=cell.of if value is None else None,
        hidden=value,
        hidden_records=records,
    )


def _words(
    cell: Cell, *, figure: str, treatment: Treatment, reading: str, plane: str
) -> Words | None:
    said = {
        language: treatment.text(
            figure=figure,
            dimension=cell.dimension,
            member=cell.member,
            language=language,
            plane=plane,
            reading=reading,
        )
        for language in Language
    }
    dutch, english = said[Language.DUTCH], said[Language.ENGLISH]
    return None if dutch is None or english is None else Words(nl=dutch, en=english)
