"""Charts of figures over the years: drawing, words and table, all from the same figures."""

from __future__ import annotations

from vijfluik.accountability.reports.charts_drawing import draw
from vijfluik.accountability.reports.charts_spec import (
    ChartError,
    Series,
    Spec,
    bars_spec,
    line_spec,
    shades,
)
from vijfluik.accountability.reports.charts_words import alternative, sentence
from vijfluik.accountability.reports.structure import SeriesBreak, figure_table
from vijfluik.core.documents.structure import Chart, Language

__all__ = ["ChartError", "Series", "bars_spec", "grouped_bars", "line", "line_spec", "shades"]


def grouped_bars(
    *,
    caption: str,
    measure: str,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
    breaks: tuple[SeriesBreak, ...] = (),
    source: str = "",
) -> Chart:
    """Return bars grouped by year. ``measure`` opens the sentence ("Trainingen per jaar").

    Raises ``ChartError`` for a chart that could not be read.
    """
    marks = {each.figure: each.marker for each in breaks}
    spec = bars_spec(years=years, series=series, language=language, marks=marks)
    return _chart(
        spec,
        bars=True,
        caption=caption,
        measure=measure,
        years=years,
        series=series,
        language=language,
        breaks=breaks,
        source=source,
    )


def line(
    *,
    caption: str,
    measure: str,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
    breaks: tuple[SeriesBreak, ...] = (),
    source: str = "",
) -> Chart:
    """Return a line per series over the years. ``measure`` opens the sentence.

    Raises ``ChartError`` for a chart that could not be read.
    """
    spec = line_spec(years=years, series=series, language=language)
    return _chart(
        spec,
        bars=False,
        caption=caption,
        measure=measure,
        years=years,
        series=series,
        language=language,
        breaks=breaks,
        source=source,
    )


def _chart(
    spec: Spec,
    *,
    bars: bool,
    caption: str,
    measure: str,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
    breaks: tuple[SeriesBreak, ...],
    source: str,
) -> Chart:
    first = "Reeks" if language is Language.DUTCH else "Series"
    return Chart(
        caption=caption,
        sentence=sentence(measure=measure, years=years, series=series, language=language),
        alternative=alternative(
            bars=bars, caption=caption, years=years, series=series, language=language
        ),
        svg=draw(spec, language=language),
        table=figure_table(
            caption=caption,
            columns=(first, *years),
            rows=tuple((one.label, one.figures) for one in series),
            language=language,
            breaks=breaks,
            source=source,
        ),
    )
