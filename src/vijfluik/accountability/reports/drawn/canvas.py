"""A drawing as SVG: few shapes, sizes rounded, the same bytes for the same calls.

Vega-Lite has no hatching, and a fill that only differs in colour says nothing on a grey print. The
drawings are narrow and stack what they show, so that their letters can be read on a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from vijfluik.accountability.reports.charts_spec import FONT

INK = "#1b1d21"
"""Letters, outlines and hatching: one colour, which a theme can replace by its own."""
HAIR = "#c9ced6"
WIDTH = 400
LETTERS = 14
LINE = 18
"""The height of a line of letters."""
_CHARACTER = 0.56
"""The width of a character as a part of the size of the letters, on the safe side of Liberation
Sans; the fonts of the page and of the paper are narrower."""
_STRONG = 1.08

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]")


class Canvas:
    """A drawing that grows downwards. Coordinates in units of about a pixel."""

    def __init__(self, *, width: float = WIDTH) -> None:
        self._width = width
        self._height = 0.0
        self._definitions: dict[str, str] = {}
        self._shapes: list[str] = []

    def define(self, key: str, element: str) -> None:
        """Keep a pattern that shapes refer to; known ones stand there once."""
        self._definitions.setdefault(key, element)

    def rect(
        self, *, x: float, y: float, width: float, height: float, fill: str, title: str = ""
    ) -> None:
        """A box with an outline, so that it can be seen on every ground."""
        self._grow(y + height)
        inner = f"<title>{_text(title)}</title>" if title else ""
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f' fill={quoteattr(fill)} stroke="{INK}" stroke-width="1">{inner}</rect>'
        )

    def line(
        self, *, points: Iterable[tuple[float, float]], colour: str = INK, thick: float = 1
    ) -> None:
        """A line through points."""
        places = list(points)
        self._grow(max(y for _, y in places))
        path = " ".join(f"{'L' if at else 'M'}{_n(x)} {_n(y)}" for at, (x, y) in enumerate(places))
        self._shapes.append(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{_n(thick)}"/>'
        )

    def shape(self, path: str, *, fill: str, bottom: float, thick: float = 1) -> None:
        """A closed shape by its path."""
        self._grow(bottom)
        self._shapes.append(
            f'<path d="{path}" fill={quoteattr(fill)} stroke="{INK}" stroke-width="{_n(thick)}"/>'
        )

    def dot(self, *, x: float, y: float, radius: float, fill: str) -> None:
        """A point."""
        self._grow(y + radius)
        self._shapes.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"'
            f' stroke="{INK}" stroke-width="1"/>'
        )

    def text(
        self, words: str, *, x: float, y: float, anchor: str = "start", strong: bool = False
    ) -> None:
        """One line of words; ``y`` is its base line."""
        self._grow(y + 4)
        weight = ' font-weight="600"' if strong else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" font-size="{LETTERS}"'
            f' font-family="{FONT}" fill="{INK}"{weight}>{_text(words)}</text>'
        )

    def lines(
        self,
        words: str,
        *,
        x: float,
        y: float,
        width: float,
        anchor: str = "start",
        strong: bool = False,
    ) -> float:
        """Words over as many lines as they need within ``width``; returns the next base line."""
        for part in wrapped(words, width=width, strong=strong):
            self.text(part, x=x, y=y, anchor=anchor, strong=strong)
            y += LINE
        return y

    def svg(self) -> bytes:
        """The drawing."""
        definitions = "".join(self._definitions.values())
        width, height = _n(self._width), _n(self._height + 2)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="-1 -1 {_n(self._width + 2)} {height}">'
            f"{f'<defs>{definitions}</defs>' if definitions else ''}{''.join(self._shapes)}</svg>"
        ).encode()

    def _grow(self, bottom: float) -> None:
        self._height = max(self._height, bottom)


def width_of(words: str, *, strong: bool = False) -> float:
    """The width that words may take at most, about."""
    return len(words) * LETTERS * _CHARACTER * (_STRONG if strong else 1)


def wrapped(words: str, *, width: float, strong: bool = False) -> list[str]:
    """Words in lines that fit; a word that is longer than a line stands by itself."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, strong=strong) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _n(value: float) -> str:
    """A size in at most one decimal."""
    return f"{round(value, 1):g}"


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words))
