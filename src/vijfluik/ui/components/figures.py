"""Figures: a tile with its origin, a chart with its table and sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vijfluik.ui.components.library import register
from vijfluik.ui.components.tables import Table
from vijfluik.ui.panels import Panel
from vijfluik.ui.sparkline import sparkline


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A figure with all that it needs to be trusted, already as text in the page's language.

    value: with its hedge ("ruim 4.800"), or "geen gegevens". unit, period: what and when.
    change: the comparison in words ("54 minder dan in 2017 (−12%)"); direction: "up", "down",
    "same" or "". as_of: peildatum as text. source: where it comes from. state: "voorlopig",
    "definitief" or "". explain_url: "hoe komt dit cijfer tot stand?". url: the records behind it.
    series: earlier values with the last one, for the little line; series_text says it in words.
    """

    label: str
    value: str
    unit: str
    period: str
    as_of: str
    source: str
    explain_url: str
    url: str = ""
    change: str = ""
    direction: str = ""
    state: str = ""
    panel: Panel | None = None
    series: Sequence[float] = field(default=())
    series_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart: its sentence says what it shows, its table holds the same numbers.

    svg: the drawing as SafeString, without inline style (own rendering only, never user input).
    download_url: the numbers as a file; empty shows no link.
    """

    title: str
    sentence: str
    svg: str
    table: Table
    source: str = ""
    download_url: str = ""


@register.inclusion_tag("ui/key_figure.html")
def key_figure(figure: KeyFigure, *, heading_level: int = 3) -> dict[str, object]:
    """The tile of one figure.

    figure: a KeyFigure. heading_level: 2 to 4, the level of its label on the page.
    """
    return {
        "figure": figure,
        "heading_level": heading_level,
        "spark": sparkline(figure.series),
    }


@register.inclusion_tag("ui/chart.html")
def chart(content: Chart, *, heading_level: int = 3) -> dict[str, object]:
    """A chart with its sentence and, folded, its table.

    content: a Chart. heading_level: 2 to 4, the level of its title on the page.
    """
    return {"chart": content, "heading_level": heading_level}
