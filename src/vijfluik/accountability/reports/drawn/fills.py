"""Fills that differ without colour: solid, and four kinds of hatching in the ink of the letters."""

from __future__ import annotations

from vijfluik.accountability.reports.charts_spec import ChartError
from vijfluik.accountability.reports.drawn.canvas import INK, Canvas

EMPTY = "none"
_HATCHES = {
    "schuin": (7, "M-1 8 L8 -1 M-1 1 L1 -1 M6 8 L8 6"),
    "stippen": (6, "M2 3 L4 3 M3 2 L3 4"),
    "kruis": (7, "M0 3.5 L7 3.5 M3.5 0 L3.5 7"),
    "liggend": (5, "M0 2.5 L5 2.5"),
}
MOST = 2 + len(_HATCHES)
"""How many fills can be told apart: solid, empty, and the hatchings."""


def fill(canvas: Canvas, place: int, *, colour: str) -> str:
    """The fill of the part at a place: the colour first, then hatchings, the last one empty.

    Raises:
        ChartError: there are more parts than fills that can be told apart.
    """
    if place >= MOST:
        raise ChartError(f"more than {MOST} parts cannot be told apart in grey")
    if place == 0:
        return colour
    if place > len(_HATCHES):
        return EMPTY
    name = list(_HATCHES)[place - 1]
    size, path = _HATCHES[name]
    canvas.define(
        name,
        f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.2"/></pattern>',
    )
    return f"url(#{name})"
