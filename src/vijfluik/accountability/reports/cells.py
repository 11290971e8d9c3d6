"""The cells of a figure as a report shows them; every cell of a report is taken here.

One place on purpose: what may not be published as it is (a small count) is treated between the
breakdown and the reader, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import override

from vijfluik.accountability.figures.computed import CENTS, Cell, Computed
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.figures.presentation import label_of
from vijfluik.accountability.figures.wording import written
from vijfluik.accountability.reports.charts_spec import ChartError
from vijfluik.accountability.reports.parts import PART_OF, part_of
from vijfluik.accountability.reports.structure import FigureValue, no_data
from vijfluik.core.documents.inline import Figure
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.sources import source_named


@dataclass(frozen=True, kw_only=True)
class ReportCell:
    """One cell. member: in the breakdown; empty for what records do not state. value: None when
    there is nothing to draw. text: what is printed in any case."""

    figure: FigureValue
    by: str
    member: str
    label: str
    value: Number | None
    text: str

    @property
    def size(self) -> float:
        """What is drawn; nothing is 0."""
        return 0.0 if self.value is None else float(self.value)

    def bound(self) -> Figure:
        """The cell as a number that leads to its figure."""
        return part_of(self.figure, f"{self.by}{PART_OF}{self.member}", self.value, text=self.text)


def cells_of(
    computed: Computed,
    *,
    figure: FigureValue,
    by: str,
    language: Language,
    labels: Mapping[str, str] | None = None,
) -> tuple[ReportCell, ...]:
    """The cells of one breakdown of a figure, or the parts that an organisation stated.

    Who stated them is for the chart to say, once for all parts.

    Args:
        computed: the figure with its cells.
        figure: the same as the report binds it.
        by: the breakdown; empty for the parts of an official value.
        language: of the report, in which members are named.
        labels: words for members, instead of those of the source.

    Raises:
        ChartError: the figure has no such breakdown.
    """
    given = labels or {}
    if not by:
        return _parts(computed, figure=figure, language=language, labels=given)
    if by not in computed.definition.query.dimensions:
        raise ChartError(f"{computed.definition.id} is not broken down by {by!r}")
    with override(str(language)):
        known = {**labels_of(computed.definition, by=by), **given}
        named = [
            (label_of(cell, labels=known, language=language), cell)
            for cell in computed.cells
            if cell.dimension == by
        ]
    return tuple(
        _cell(cell, computed=computed, figure=figure, language=language, label=label)
        for label, cell in named
    )


def labels_of(definition: Definition, *, by: str) -> Mapping[str, str]:
    """The words of the source for the members of a breakdown, in the language in use."""
    source = source_named(definition.query.source)
    column = source.dimension(by).column
    labels = None if column is None else source.column(column).labels
    return {} if labels is None else {key: str(name) for key, name in labels().items()}


def _cell(
    cell: Cell,
    *,
    computed: Computed,
    figure: FigureValue,
    language: Language,
    label: str,
) -> ReportCell:
    definition = computed.definition
    value: Number | None = cell.value
    if value is not None and definition.kind is Kind.MONEY:
        euros = Decimal(value) / CENTS
        value = int(euros) if euros == euros.to_integral_value() else euros
    text = no_data(language) if value is None else written(definition, value, language=language)
    if cell.hidden is not None:
        text = cell.hidden.in_language(language)
    return ReportCell(
        figure=figure,
        by=cell.dimension,
        member=cell.member or "",
        label=label,
        value=value,
        text=text,
    )


def _parts(
    computed: Computed, *, figure: FigureValue, language: Language, labels: Mapping[str, str]
) -> tuple[ReportCell, ...]:
    parts = computed.value
    if not isinstance(parts, Mapping):
        return ()
    known = ((name, value) for name, value in parts.items() if value is not None)
    return tuple(
        ReportCell(
            figure=figure,
            by="part",
            member=name,
            label=labels.get(name, name),
            # A part that is not shown has words in the place of its number.
            value=None if isinstance(value, str) else value,
            text=value
            if isinstance(value, str)
            else written(computed.definition, value, language=language),
        )
        for name, value in known
    )
