"""What a kind of chart is made from, and what it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.reports.cells import ReportCell, cells_of
from vijfluik.accountability.reports.drawn.words import KindWords, words_for
from vijfluik.accountability.reports.source import Insert
from vijfluik.accountability.reports.structure import (
    Figures,
    FigureValue,
    SeriesBreak,
    bound,
    exact_text,
    no_data,
)
from vijfluik.core.documents.inline import Figure, Inline, Text
from vijfluik.core.documents.structure import Cell, Language, Note, Table


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A chart before its caption. values: what the alternative text tells, part by part."""

    svg: bytes
    sentence: tuple[Inline, ...]
    values: tuple[str, ...]
    table: Table


@dataclass(frozen=True, kw_only=True)
class AskedRow:
    """A row of an insertion with its figures; None where it has none by design."""

    label: str
    figures: tuple[FigureValue | None, ...]

    @property
    def figure(self) -> FigureValue | None:
        """The first of them: of a kind that draws one figure per row."""
        return self.figures[0]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An insertion with the figures that it names. colour: of its area, "#rrggbb"."""

    insert: Insert
    figures: Figures
    computed: Mapping[str, Computed]
    language: Language
    colour: str
    breaks: tuple[SeriesBreak, ...] = ()

    @property
    def caption(self) -> str:
        """What stands under the chart and above its table."""
        return self.insert.caption.in_language(self.language)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the figures."""
        return self.insert.columns[self.language]

    @property
    def rows(self) -> tuple[AskedRow, ...]:
        """The rows in the language of the report."""
        return tuple(
            AskedRow(
                label=row.label.in_language(self.language),
                figures=tuple(self.figures[name] if name else None for name in row.figures),
            )
            for row in self.insert.rows
        )

    @property
    def words(self) -> KindWords:
        """The fixed words of charts."""
        return words_for(self.language)

    @property
    def first(self) -> str:
        """The heading over the rows."""
        first = self.insert.first
        return self.words.what if first is None else first.in_language(self.language)

    def cells(self, figure: FigureValue) -> tuple[ReportCell, ...]:
        """The cells of a figure by the breakdown of the insertion."""
        labels = {
            name: words.in_language(self.language) for name, words in self.insert.labels.items()
        }
        return cells_of(
            self.computed[figure.id],
            figure=figure,
            by=self.insert.by,
            language=self.language,
            labels=labels,
        )

    def short(self, figure: FigureValue | None) -> str:
        """A value in a drawing: its words without who stated it, which the table says."""
        if figure is None:
            return "\N{EN DASH}"
        if figure.words:
            return figure.exact or figure.words
        return exact_text(figure, language=self.language)

    def with_total(self, row: AskedRow) -> str:
        """A row with the figure over all its parts, for the alternative text."""
        return f"{row.label} ({self.short(row.figure)})" if self.insert.by else row.label

    def said(self, figure: FigureValue) -> Figure:
        """A value in a sentence, exact and bound."""
        return bound(figure, text=exact_text(figure, language=self.language))

    def cell(self, figure: FigureValue | None) -> Cell:
        """A value in a table, with the marker of its break."""
        if figure is None:
            return empty()
        return Cell((self.said(figure),), note=self.marker(figure))

    def marker(self, figure: FigureValue | None) -> str:
        """The marker at a figure that counts something else than its neighbours."""
        known = {each.figure: each.marker for each in self.breaks}
        return "" if figure is None else known.get(figure.id, "")

    def notes(self) -> tuple[Note, ...]:
        """The notes that the markers refer to."""
        return tuple(Note(marker=each.marker, text=each.note) for each in self.breaks)

    @property
    def nothing(self) -> str:
        """What is said when there is nothing to show."""
        return no_data(self.language)


def empty() -> Cell:
    """A cell without a figure by design."""
    return Cell((Text("\N{EN DASH}"),))


def size_of(figure: FigureValue | None) -> float:
    """What is drawn of a figure; nothing is 0."""
    return 0.0 if figure is None or figure.value is None else float(figure.value)
