"""Charts as Vega-Lite specifications: plain data, inert on a web page, drawn by ``charts_drawing``.

A reader without colour loses nothing: bars carry their value, lines also differ in dash and in the
shape of their points, and colours must differ in lightness.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from vijfluik.accountability.reports.structure import FigureValue, exact_text
from vijfluik.core.documents.structure import Language

Spec = dict[str, Any]
"""A Vega-Lite specification; JSON, so its values have no narrower type."""

FONT = "Liberation Sans"
"""The font that the drawing program has inside, so that it measures text alike everywhere.

On paper and in a page the text takes the font of the document; both are narrower."""

_WIDTH, _HEIGHT, _LETTERS = 360, 190, 12
"""Small enough that the letters stay readable on a telephone, where the drawing shrinks to fit."""
_INK = "#1b1d21"
_HAIR = "#c9ced6"
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3])
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
LARGEST_SERIES = len(_SHAPES)
_LIGHTNESS_APART = 0.06
_LEAST_CONTRAST = 3
_LABEL_ROOM = 0.07
"""The height of a label as a part of the height of the chart."""
_HEADROOM = 1.12


class ChartError(ValueError):
    """Raised for a chart that could not be read."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name, its colour ``#rrggbb`` and a figure per year.

    ``None`` stands for a year that the series does not have by design; nothing is drawn there.
    """

    label: str
    colour: str
    figures: tuple[FigureValue | None, ...]


def bars_spec(
    *,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
    marks: Mapping[str, str] = MappingProxyType({}),
) -> Spec:
    """Return grouped bars: a group per year, a bar per series, its value above each bar.

    ``marks`` gives the sign of a figure that breaks its series: it stands behind the value, and the
    bar has a dashed outline, as in the table with the note.

    Raises ``ChartError`` when widths differ, or colours do not differ in lightness.
    """
    _check(years=years, series=series)
    _check_lightness(series)
    spec = _frame(years=years, series=series, language=language, marks=marks)
    spec["encoding"] |= {"xOffset": {"field": "series", "sort": [s.label for s in series]}}
    spec["layer"] = [
        {
            "mark": {"type": "bar", "stroke": _INK, "strokeWidth": 0.6},
            "encoding": {"color": _colours(series), "strokeDash": _broken(), "opacity": _pale()},
        },
        _value_labels(),
    ]
    return spec


def line_spec(*, years: tuple[str, ...], series: tuple[Series, ...], language: Language) -> Spec:
    """Return a line per series, each with its own dash and points, and its values.

    Of values that lie too close to be read, only the first is labelled; the table has them all.
    Raises ``ChartError`` when widths differ, or a line is too light for paper.
    """
    _check(years=years, series=series)
    _check_contrast(series)
    spec = _frame(years=years, series=series, language=language)
    _thin_labels(spec)
    labels = [one.label for one in series]
    dashes = {"domain": labels, "range": [list(dash) for dash in _DASHES[: len(labels)]]}
    shapes = {"domain": labels, "range": list(_SHAPES[: len(labels)])}
    spec["layer"] = [
        {
            "mark": {"type": "line", "strokeWidth": 2},
            "encoding": {
                "color": _colours(series),
                "strokeDash": {"field": "series", "scale": dashes, "legend": None},
            },
        },
        {
            "mark": {"type": "point", "filled": True, "size": 60, "opacity": 1},
            "encoding": {
                "color": _colours(series),
                "shape": {"field": "series", "scale": shapes, "legend": _legend(series)},
            },
        },
        _value_labels(),
    ]
    return spec


def _check(*, years: tuple[str, ...], series: tuple[Series, ...]) -> None:
    if not years or not series:
        raise ChartError("a chart needs at least one year and one series")
    if len(series) > LARGEST_SERIES:
        raise ChartError(f"more than {LARGEST_SERIES} series cannot be told apart")
    if len({one.label for one in series}) != len(series):
        raise ChartError("two series have the same name")
    for one in series:
        if len(one.figures) != len(years):
            raise ChartError(f"series {one.label!r} has {len(one.figures)} figures")


def _check_lightness(series: tuple[Series, ...]) -> None:
    """Bars stand side by side with one outline: their fills must differ without colour."""
    light = sorted((lightness(one.colour), one.label) for one in series)
    for (darker, first), (lighter, second) in pairwise(light):
        if lighter - darker < _LIGHTNESS_APART:
            raise ChartError(f"{first!r} and {second!r} look the same in grey")


def _check_contrast(series: tuple[Series, ...]) -> None:
    """Lines differ in dash and points, and must stand out from white (WCAG 2.2, 1.4.11)."""
    for one in series:
        if 1.05 / (lightness(one.colour) + 0.05) < _LEAST_CONTRAST:
            raise ChartError(f"the line of {one.label!r} is too light for white paper")


def _thin_labels(spec: Spec) -> None:
    values = spec["data"]["values"]
    room = spec["encoding"]["y"]["scale"]["domain"][1] * _LABEL_ROOM
    placed: dict[str, list[float]] = {}
    for value in values:
        height = value["value"]
        others = placed.setdefault(value["year"], [])
        if height is None or any(abs(height - other) < room for other in others):
            value["text"] = ""
        else:
            others.append(height)


def lightness(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2) of ``#rrggbb``, from 0 (black) to 1 (white)."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shades(colour: str, *, number: int, lightest: float = 0.85) -> tuple[str, ...]:
    """Return ``number`` colours from ``colour`` towards white, the last ``lightest`` of the way.

    For bars the default keeps them apart in grey; lines need about 0.2 to stand out from paper.
    """
    steps = max(number - 1, 1)
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    return tuple(
        "#"
        + "".join(f"{round(part + (245 - part) * lightest * step / steps):02x}" for part in parts)
        for step in range(number)
    )


def _broken() -> Spec:
    """The outline of a bar that breaks its series."""
    return {"condition": {"test": "datum.mark != ''", "value": [4, 3]}, "value": [1, 0]}


def _pale() -> Spec:
    """A bar that breaks its series is paler, so that its outline is seen."""
    return {"condition": {"test": "datum.mark != ''", "value": 0.55}, "value": 1}


def _marked(figure: FigureValue, *, text: str, marks: Mapping[str, str]) -> str:
    mark = marks.get(figure.id, "")
    return f"{text} {mark}" if mark else text


def _frame(
    *,
    years: tuple[str, ...],
    series: tuple[Series, ...],
    language: Language,
    marks: Mapping[str, str] = MappingProxyType({}),
) -> Spec:
    values: list[dict[str, Any]] = [
        {
            "year": year,
            "series": one.label,
            "value": None if figure.value is None else float(figure.value),
            "text": _marked(figure, text=exact_text(figure, language=language), marks=marks),
            "mark": marks.get(figure.id, ""),
        }
        for one in series
        for year, figure in zip(years, one.figures, strict=True)
        if figure is not None
    ]
    highest = max((value["value"] or 0.0 for value in values), default=0.0)
    domain = [0, highest * _HEADROOM or 1]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": _WIDTH,
        "height": _HEIGHT,
        "background": "transparent",
        "data": {"values": values},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "sort": list(years), "title": None},
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": domain, "nice": False},
            },
        },
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "text": {"color": _INK},
            "axis": {
                "labelColor": _INK,
                "labelFontSize": _LETTERS,
                "labelAngle": 0,
                "gridColor": _HAIR,
                "domainColor": _INK,
                "tickColor": _INK,
                "tickCount": 5,
            },
            "axisX": {"grid": False, "ticks": False, "labelPadding": 6},
            "axisY": {"domain": False, "ticks": False},
            "legend": {"labelColor": _INK, "labelFontSize": _LETTERS, "symbolStrokeColor": _INK},
        },
    }


def _legend(series: tuple[Series, ...]) -> Spec | None:
    if len(series) == 1:
        return None
    return {
        "orient": "top",
        "title": None,
        "symbolSize": 90,
        "symbolDash": [1, 0],
        "labelLimit": 400,
    }


def _colours(series: tuple[Series, ...]) -> Spec:
    scale = {"domain": [s.label for s in series], "range": [s.colour for s in series]}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": _legend(series)}


def _value_labels() -> Spec:
    return {
        "mark": {"type": "text", "dy": -8, "fontSize": _LETTERS},
        "encoding": {"text": {"field": "text"}, "detail": {"field": "series"}},
    }
