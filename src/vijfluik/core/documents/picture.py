"""Charts as pictures, for word processors that do not read every SVG.

The engine of the paper version draws them, with the font in its wheel and no other, so that they
look the same in every format and come out the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import typst

from vijfluik.core.documents.characters import FONT
from vijfluik.core.documents.structure import Chart, Document, blocks_of
from vijfluik.core.documents.svg import for_paper
from vijfluik.core.documents.typst_literal import literal

PIXELS_PER_INCH = 192
_PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as PNG; ``width`` and ``height`` in millimetres."""

    png: bytes
    width: float
    height: float


def pictures(document: Document) -> tuple[Picture, ...]:
    """Return the charts of ``document`` in reading order. Raises ``SvgError`` for a bad drawing."""
    charts = (block for block in blocks_of(document.blocks) if isinstance(block, Chart))
    return _drawn(tuple(chart.svg for chart in charts))


# One document is written in several formats, one after the other.
@lru_cache(maxsize=2)
def _drawn(drawings: tuple[bytes, ...]) -> tuple[Picture, ...]:
    if not drawings:
        return ()
    pages = "\n#pagebreak()\n".join(
        f'#image(bytes({literal(for_paper(svg, font=FONT))}), format: "svg")' for svg in drawings
    )
    made = typst.compile(
        (_PAGE + pages).encode(),
        format="png",
        ppi=float(PIXELS_PER_INCH),
        ignore_system_fonts=True,
    )
    found = made if isinstance(made, list) else [made]
    return tuple(_picture(png) for png in found)


def _picture(png: bytes) -> Picture:
    """Read width and height where the header of a PNG holds them (RFC 2083, section 4.1.1)."""
    width, height = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    per_millimetre = PIXELS_PER_INCH / 25.4
    return Picture(png=png, width=width / per_millimetre, height=height / per_millimetre)
