"""Binding: from figures with receipts to the nodes, tables and annex of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from vijfluik.accountability.figures.hedges import Hedge, rounded_phrase
from vijfluik.accountability.figures.hedges_numbers import Number, number_text, plain
from vijfluik.core.documents.inline import Figure, Inline, Text
from vijfluik.core.documents.structure import (
    Cell,
    CellKind,
    Column,
    Language,
    Note,
    Receipt,
    ReceiptAnnex,
    Row,
    Table,
)

_NO_DATA = MappingProxyType({Language.DUTCH: "geen gegevens", Language.ENGLISH: "no data"})


class FigureValue(Protocol):
    """A computed figure as prose, tables and charts see it.

    ``value`` is ``None`` when there are no records to compute it from, or when it is no number.
    ``words`` are printed for a figure that is not a plain number (a day, parts, an amount of money,
    what others stated) and empty otherwise; ``exact`` for a table. ``supplied`` says who stated an
    official value, and stands wherever the figure stands. ``definition`` and
    ``definition_version`` say what was counted, ``status`` in which state ("gegeven",
    "aangevraagd"); a table may not mix them without a visible marker. ``receipt`` is the key of
    the row in the annex, ``url`` the page with the records.
    """

    @property
    def id(self) -> str: ...
    @property
    def value(self) -> Number | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def hedge(self) -> Hedge: ...
    @property
    def url(self) -> str: ...
    @property
    def receipt(self) -> str: ...
    @property
    def definition(self) -> str: ...
    @property
    def definition_version(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def exact(self) -> str: ...
    @property
    def supplied(self) -> str: ...


class EffectStudy(Protocol):
    """An evaluation that prose may lean on; only ``design`` "effect" carries a claim of effect."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def design(self) -> str: ...


Studies = Mapping[str, EffectStudy]
"""Evaluations by id."""

Figures = Mapping[str, FigureValue]
"""Figures by id."""


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A visible marker at a figure of a table, with the note that explains the break."""

    figure: str
    marker: str
    note: str


def no_data(language: Language) -> str:
    """Return what is printed for a figure without records."""
    return _NO_DATA[language]


def bound(figure: FigureValue, *, text: str) -> Figure:
    """Return the inline node of ``figure`` that shows ``text``."""
    return Figure(
        key=figure.id,
        text=text,
        value="" if figure.value is None else plain(figure.value),
        receipt=figure.receipt,
        url=figure.url,
    )


def marked(figure: FigureValue, *, text: str) -> str:
    """Return ``text`` with who stated it, when it is an official value: "20 (opgegeven door …)"."""
    return f"{text} ({figure.supplied})" if figure.supplied else text


def phrase_of(figure: FigureValue, *, language: Language) -> str:
    """Return the words for ``figure`` in a sentence, by its own hedge rule."""
    if figure.words:
        return marked(figure, text=figure.words)
    if figure.value is None:
        return no_data(language)
    return rounded_phrase(figure.value, hedge=figure.hedge, language=language)


def says_itself(figure: FigureValue, *, phrase: str, language: Language) -> bool:
    """Return whether ``phrase`` is what ``figure`` says by its own rule, however it begins."""
    return phrase.casefold() == phrase_of(figure, language=language).casefold()


def exact_text(figure: FigureValue, *, language: Language, unit: str = "") -> str:
    """Return the value of ``figure`` for a table: exact, "ten minste" kept.

    ``unit`` follows a number and comes before who stated it; words such as "één persoon" name it
    themselves.
    """
    if figure.words:
        text = figure.exact or figure.words
        return marked(figure, text=f"{text} {unit}" if unit and text[-1:].isdigit() else text)
    if figure.value is None:
        return no_data(language)
    if figure.hedge is Hedge.AT_LEAST:
        text = phrase_of(figure, language=language)
    else:
        text = number_text(figure.value, language=language)
    return f"{text} {unit}" if unit else text


def figure_table(
    *,
    caption: str,
    columns: tuple[str, ...],
    rows: tuple[tuple[str, tuple[FigureValue | None, ...]], ...],
    language: Language,
    breaks: tuple[SeriesBreak, ...] = (),
    source: str = "",
) -> Table:
    """Return a table of bound figures.

    ``columns`` are all headers, that of the row headers first; ``rows`` pairs of row header and
    figures, ``None`` for a cell that has no figure by design (shown as "–").
    """
    markers = {item.figure: item.marker for item in breaks}
    notes = {item.marker: Note(marker=item.marker, text=item.note) for item in breaks}
    return Table(
        caption=caption,
        columns=(Column(columns[0]), *(Column(name, CellKind.NUMBER) for name in columns[1:])),
        rows=tuple(
            Row(
                header,
                tuple(_cell(figure, markers=markers, language=language) for figure in figures),
            )
            for header, figures in rows
        ),
        notes=tuple(notes.values()),
        source=source,
    )


def _cell(figure: FigureValue | None, *, markers: Mapping[str, str], language: Language) -> Cell:
    if figure is None:
        return Cell((Text("\N{EN DASH}"),))
    node: Inline = bound(figure, text=exact_text(figure, language=language))
    return Cell((node,), note=markers.get(figure.id, ""))


def annex(
    receipts: Iterable[Receipt], *, title: str, introduction: str, used: Iterable[Figure]
) -> ReceiptAnnex:
    """Return the annex with the receipts that ``used`` figures refer to, in order of first use."""
    by_key = {receipt.key: receipt for receipt in receipts}
    order = dict.fromkeys(figure.receipt for figure in used)
    return ReceiptAnnex(
        title=title,
        introduction=(Text(introduction),),
        receipts=tuple(by_key[key] for key in order),
    )
