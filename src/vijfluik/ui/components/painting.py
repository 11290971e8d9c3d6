"""The painting: the mark, the sign of one panel, and the five panels of the Overzicht."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vijfluik.ui.components.library import register
from vijfluik.ui.icons import PATHS
from vijfluik.ui.panels import Panel

# The five leaves of the mark on a field of 32 by 28: half arches outside, a whole one within.
LEAVES = {
    Panel.VERWERVEN: "M0 27V20.5C0 16 2.2 13.2 5 12.2V27z",
    Panel.VOORKOMEN: "M6.2 27V11C7.6 8.6 9.2 7.2 11.2 6.4V27z",
    Panel.VERDEDIGEN: "M12.4 27V5.4C12.9 3.2 14.2 1.6 16 1C17.8 1.6 19.1 3.2 19.6 5.4V27z",
    Panel.VOORBEREIDEN: "M20.8 27V6.4C22.8 7.2 24.4 8.6 25.8 11V27z",
    Panel.VERVOLGEN: "M27 27V12.2C29.8 13.2 32 16 32 20.5V27z",
}


@dataclass(frozen=True, kw_only=True)
class PanelFigure:
    """A figure on a panel: value and label as text, where it leads, its change in a few words."""

    label: str
    value: str
    url: str
    change: str = ""


@dataclass(frozen=True, kw_only=True)
class PanelTask:
    """Something due on a panel; `when` in words ("vandaag"), `late` gives it the warning sign."""

    label: str
    url: str
    when: str
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class PanelChange:
    """Something that changed lately on a panel."""

    label: str
    url: str
    when: str


@dataclass(frozen=True, kw_only=True)
class PanelSummary:
    """One panel of the Overzicht, with only what the reader may see."""

    panel: Panel
    url: str
    figures: Sequence[PanelFigure] = field(default=())
    due: Sequence[PanelTask] = field(default=())
    changes: Sequence[PanelChange] = field(default=())


@register.simple_tag
def icon(name: str, *, inline: bool = False) -> SafeString:
    """A small drawing that stands beside words and is not read aloud.

    name: a key of `icons.PATHS`; another raises KeyError. inline: to stand within a line of text.
    """
    return _drawn_icon(name, inline=inline)


@cache
def _drawn_icon(name: str, *, inline: bool) -> SafeString:
    """The same few stand in every row of a list."""
    return format_html(
        '<svg class="vijfluik-icon{}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        " vijfluik-icon--inline" if inline else "",
        PATHS[name],
    )


@register.inclusion_tag("ui/mark.html")
def mark() -> dict[str, object]:
    """The mark of the platform: five leaves under one arch. No parameters."""
    return {"leaves": LEAVES.items()}


@register.inclusion_tag("ui/sign.html")
def sign(panel: str) -> dict[str, object]:
    """The sign of one panel: the five leaves with this one in colour, and its name.

    panel: a Panel or its name. Its place among the five tells it without colour.
    """
    return {"panel": Panel(panel), "leaves": LEAVES.items()}


@register.inclusion_tag("ui/edge.html")
def edge(panel: str = "") -> dict[str, object]:
    """The five-coloured edge under the header, with the leaf of the page's area standing open.

    panel: a Panel or its name; empty leaves all five closed.
    """
    return {"panels": list(Panel), "open": panel}


@register.simple_block_tag
def panel(content: SafeString, kind: str, *, title: str = "", heading_level: int = 2) -> str:
    """A card that belongs to one of the five panels.

    content: its body. kind: a Panel or its name. title: its heading. heading_level: 2 to 4.
    """
    return render_to_string(
        "ui/panel.html",
        {"content": content, "panel": Panel(kind), "title": title, "heading_level": heading_level},
    )


@register.inclusion_tag("ui/polyptych.html")
def polyptych(summaries: Sequence[PanelSummary], *, heading_level: int = 2) -> dict[str, object]:
    """The five panels side by side, one under another on a narrow screen: the Overzicht.

    summaries: all five, in the order of Panel. heading_level: 2 to 4, the level of the names.
    """
    return {"summaries": summaries, "heading_level": heading_level}
