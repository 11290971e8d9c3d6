"""Money per line: a bar per budget line or award on one scale."""

from __future__ import annotations

from vijfluik.accountability.reports.drawn.asked import Asked, Drawn, size_of
from vijfluik.accountability.reports.drawn.canvas import WIDTH, Canvas
from vijfluik.accountability.reports.drawn.stacked import BAND, stacked
from vijfluik.accountability.reports.drawn.tabled import per_row
from vijfluik.core.documents.inline import Text


def money(asked: Asked) -> Drawn:
    """A bar per row, as long as its amount."""
    rows = asked.rows
    highest = max((size_of(row.figure) for row in rows), default=0) or 1
    canvas = Canvas()
    labels = [(row.label, asked.short(row.figure)) for row in rows]
    for row, place in zip(rows, stacked(canvas, labels), strict=True):
        length = max(size_of(row.figure) / highest * WIDTH, 1)
        canvas.rect(x=0, y=place.top, width=length, height=BAND, fill=asked.colour)
    most = max(rows, key=lambda row: size_of(row.figure))
    said = (Text(asked.nothing),) if most.figure is None else (asked.said(most.figure),)
    return Drawn(
        svg=canvas.svg(),
        sentence=(Text(f"{asked.caption}: {asked.words.highest} {most.label}, "), *said, Text(".")),
        values=tuple(f"{label}: {value}" for label, value in labels),
        table=per_row(asked, status=True),
    )
