"""Rows under one another: a label, its value at the right, and something drawn below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.accountability.reports.drawn.canvas import LINE, WIDTH, Canvas, width_of, wrapped

BAND = 16
"""The height of what is drawn in a row."""
_ABOVE, _BELOW = 14, 14


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row may draw: the top of its band."""

    top: float

    @property
    def middle(self) -> float:
        """Half of the band."""
        return self.top + BAND / 2

    @property
    def bottom(self) -> float:
        """The end of the band."""
        return self.top + BAND


def stacked(
    canvas: Canvas, rows: list[tuple[str, str]], *, top: float = 0, gap: float = _BELOW
) -> Iterator[Place]:
    """Write label and value of each row and give the place of its band, from the top down.

    A value that is too long to stand beside its label stands under it.
    """
    y = top
    for label, value in rows:
        beside = width_of(value) <= WIDTH / 2
        room = WIDTH - (width_of(value) + 10 if beside else 0)
        base = canvas.lines(label, x=0, y=y + _ABOVE, width=room)
        if beside:
            canvas.text(value, x=WIDTH, y=y + _ABOVE, anchor="end", strong=True)
        else:
            base = canvas.lines(value, x=0, y=base, width=WIDTH, strong=True)
        place = Place(base - LINE + 7)
        yield place
        y = place.bottom + gap


def legend(canvas: Canvas, parts: list[tuple[str, str]], *, top: float) -> float:
    """Swatches with words, a line each; returns where they end. parts: fill and words."""
    y = top
    for fill, words in parts:
        canvas.rect(x=0.5, y=y + 1, width=16, height=12, fill=fill)
        for part in wrapped(words, width=WIDTH - 26):
            canvas.text(part, x=26, y=y + 12)
            y += LINE + 2
    return y
