"""What a chart shows, said in words made from its data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from vijfluik.accountability.reports.charts_spec import Series
from vijfluik.accountability.reports.structure import (
    FigureValue,
    bound,
    exact_text,
    no_data,
)
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, slots=True)
class _Words:
    rose: str
    fell: str
    stayed: str
    to: str
    was: str
    inside: str
    bars: str
    line: str


_WORDS = MappingProxyType(
    {
        Language.DUTCH: _Words(
            rose="steeg van",
            fell="daalde van",
            stayed="bleef gelijk:",
            to="naar",
            was="was",
            inside="in",
            bars="Staafdiagram",
            line="Lijndiagram",
        ),
        Language.ENGLISH: _Words(
            rose="rose from",
            fell="fell from",
            stayed="stayed the same:",
            to="to",
            was="was",
            inside="in",
            bars="Bar chart",
            line="Line chart",
        ),
    }
)


def sentence(
    *, measure: str, years: tuple[str, ...], series: tuple[Series, ...], language: Language
) -> tuple[Inline, ...]:
    """Return one sentence on the first and last year with data of each series, figures bound.

    ``measure`` names what is counted ("Het aantal trainingen").
    """
    parts: list[Inline] = [Text(f"{measure}: ")]
    for place, one in enumerate(series):
        if place:
            parts.append(Text("; "))
        parts += _course(one, years=years, language=language)
    return (*parts, Text("."))


def _course(one: Series, *, years: tuple[str, ...], language: Language) -> Iterable[Inline]:
    words = _WORDS[language]
    known = [
        (year, figure, figure.value)
        for year, figure in zip(years, one.figures, strict=True)
        if figure is not None and figure.value is not None
    ]
    if not known:
        return (Text(f"{one.label} {no_data(language)}"),)
    year, figure, value = known[0]
    start = _figure(figure, language=language)
    if len(known) == 1:
        return Text(f"{one.label} {words.was} "), start, Text(f" {words.inside} {year}")
    last_year, last_figure, last_value = known[-1]
    end = _figure(last_figure, language=language)
    direction = words.rose if last_value > value else words.fell
    if last_value == value:
        direction = words.stayed
    return (
        Text(f"{one.label} {direction} "),
        start,
        Text(f" {words.inside} {year} {words.to} "),
        end,
        Text(f" {words.inside} {last_year}"),
    )


def _figure(figure: FigureValue, *, language: Language) -> Inline:
    return bound(figure, text=exact_text(figure, language=language))


def alternative(
    *,
    bars: bool,
    caption: str,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
) -> str:
    """Return the alternative text: the kind of chart, its caption and every value."""
    words = _WORDS[language]
    lines = [
        f"{one.label}: "
        + ", ".join(
            f"{exact_text(figure, language=language)} {words.inside} {year}"
            for year, figure in zip(years, one.figures, strict=True)
            if figure is not None
        )
        for one in series
    ]
    kind = words.bars if bars else words.line
    return f"{kind}. {caption}. {'; '.join(lines)}."
