"""The tables and charts of a report, made from computed figures."""

from collections.abc import Mapping
from dataclasses import replace

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.series import UnseenBreak, require_seen
from vijfluik.accountability.reports.breakdown_tables import breakdown_table
from vijfluik.accountability.reports.charts import Series, grouped_bars, line, shades
from vijfluik.accountability.reports.drawn.asked import Asked
from vijfluik.accountability.reports.drawn.making import KINDS, chart_of
from vijfluik.accountability.reports.linter import Finding, lint
from vijfluik.accountability.reports.linter_finding import FindingCode
from vijfluik.accountability.reports.linter_tables import MARK, MIXED
from vijfluik.accountability.reports.prose import parse
from vijfluik.accountability.reports.prose_binding import Sources, bind
from vijfluik.accountability.reports.source import Insert, InsertKind
from vijfluik.accountability.reports.structure import Figures, SeriesBreak, figure_table
from vijfluik.core.documents.structure import (
    Accent,
    Block,
    Cell,
    Chart,
    Column,
    Language,
    Paragraph,
    Table,
    Text,
)
from vijfluik.core.items.areas import PANELS, Area

# The pigments of docs/design.md on paper.
COLOURS: Mapping[Area, str] = {
    Area.ACQUIRE: "#025096",
    Area.PREVENT: "#0b8467",
    Area.PROTECT: "#ba7f03",
    Area.PREPARE: "#5d0c63",
    Area.PROSECUTE: "#bf2520",
}
INK = "#131c26"
MARKERS = "abcdefgh"


def accent_of(area: Area) -> Accent:
    """The colour of an area for a document."""
    return Accent(area, COLOURS[area])


def palette() -> tuple[Accent, ...]:
    """The colours of the five areas in the order of the painting."""
    return tuple(accent_of(area) for area in PANELS)


def block_of(
    insert: Insert, *, figures: Figures, computed: Mapping[str, Computed], language: Language
) -> Block:
    """The table or chart of an insertion.

    Raises:
        KeyError: it names a figure that the report does not have.
        ChartError: the chart could not be read.
    """
    breaks = tuple(
        _break(name, marker=marker, computed=computed, language=language)
        for marker, name in zip(MARKERS, insert.breaks, strict=False)
    )
    if insert.kind is InsertKind.BREAKDOWN:
        return breakdown_table(insert, figures=figures, computed=computed, language=language)
    if insert.kind is InsertKind.TABLE:
        return _table(insert, figures=figures, breaks=breaks, language=language)
    if insert.kind not in KINDS:
        chart = _chart(insert, figures=figures, breaks=breaks, language=language)
        return _said(chart, insert=insert, figures=figures, language=language)
    asked = Asked(
        insert=insert,
        figures=figures,
        computed=computed,
        language=language,
        colour=colour_of(insert),
        breaks=breaks,
    )
    return _said(chart_of(asked), insert=insert, figures=figures, language=language)


def colour_of(insert: Insert) -> str:
    """The colour in which an insertion is drawn: that of its area."""
    return COLOURS[insert.area] if insert.area else INK


def _table(
    insert: Insert, *, figures: Figures, breaks: tuple[SeriesBreak, ...], language: Language
) -> Table:
    first = "" if insert.first is None else insert.first.in_language(language)
    table = figure_table(
        caption=insert.caption.in_language(language),
        columns=(first, *insert.columns[language]),
        rows=tuple(
            (
                row.label.in_language(language),
                tuple(figures[name] if name else None for name in row.figures),
            )
            for row in insert.rows
        ),
        language=language,
        breaks=breaks,
    )
    if insert.status is None:
        return table
    states = [figures[row.figures[0]].status for row in insert.rows]
    return replace(
        table,
        columns=(*table.columns, Column(insert.status.in_language(language))),
        rows=tuple(
            replace(row, cells=(*row.cells, Cell((Text(state),))))
            for row, state in zip(table.rows, states, strict=True)
        ),
    )


def _chart(
    insert: Insert, *, figures: Figures, breaks: tuple[SeriesBreak, ...], language: Language
) -> Chart:
    measure = insert.measure or insert.caption
    draw, lightest = (line, 0.2) if insert.kind is InsertKind.LINE else (grouped_bars, 0.6)
    colours = shades(colour_of(insert), number=len(insert.rows), lightest=lightest)
    return draw(
        caption=insert.caption.in_language(language),
        measure=measure.in_language(language),
        years=insert.columns[language],
        series=tuple(
            Series(
                label=row.label.in_language(language),
                colour=shade,
                figures=tuple(figures[name] if name else None for name in row.figures),
            )
            for row, shade in zip(insert.rows, colours, strict=True)
        ),
        language=language,
        breaks=breaks,
    )


def _said(chart: Chart, *, insert: Insert, figures: Figures, language: Language) -> Chart:
    """The chart under the author's sentence, if there is one."""
    if insert.sentence is None:
        return chart
    prose = parse(insert.sentence.in_language(language))
    [said] = bind(prose, sources=Sources(figures=figures, language=language))
    return replace(chart, sentence=said.content) if isinstance(said, Paragraph) else chart


def sentence_findings(insert: Insert, *, figures: Figures, language: Language) -> list[Finding]:
    """What the linter says of the author's sentence over a chart; it has no place in the prose."""
    if insert.sentence is None:
        return []
    prose = parse(insert.sentence.in_language(language))
    found = lint(prose, sources=Sources(figures=figures, language=language))
    caption = insert.caption.in_language(language)
    return [replace(each, line=0, column=0, excerpt=f"{caption}: {each.excerpt}") for each in found]


def series_findings(
    insert: Insert, *, computed: Mapping[str, Computed], language: Language
) -> list[Finding]:
    """What breaks within a series of a chart without a mark; a row of a table is no series."""
    if insert.kind in {InsertKind.TABLE, InsertKind.BREAKDOWN}:
        return []
    marked = {computed[name].definition.key for name in insert.breaks if name in computed}
    found = []
    for row in insert.rows:
        stand = [computed[name].definition for name in row.figures if name in computed]
        try:
            require_seen(stand, marked=marked)
        except UnseenBreak:
            place = f"{insert.caption.in_language(language)}: {row.label.in_language(language)}"
            found.append(Finding(FindingCode.MIXED_SERIES, 0, 0, place, MIXED, MARK))
    return found


def _break(
    name: str, *, marker: str, computed: Mapping[str, Computed], language: Language
) -> SeriesBreak:
    note = computed[name].definition.break_note
    text = computed[name].definition.status if note is None else note
    return SeriesBreak(figure=name, marker=marker, note=text.in_language(language))
