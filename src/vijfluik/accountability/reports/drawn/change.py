"""Before and after: a small slope per row from the first to the last column, each from zero."""

from __future__ import annotations

from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn, size_of
from vijfluik.accountability.reports.drawn.canvas import (
    HAIR,
    LINE,
    WIDTH,
    Canvas,
    width_of,
    wrapped,
)
from vijfluik.accountability.reports.drawn.tabled import per_row
from vijfluik.core.documents.inline import Inline, Text

_GAP, _TALL = 24, 74
_WIDE = (WIDTH - _GAP) / 2
_INSET = 48


def change(asked: Asked) -> Drawn:
    """A panel per row, side by side; each has a scale of its own, because units differ."""
    rows = asked.rows
    canvas = Canvas()
    y = 0.0
    for at in range(0, len(rows), 2):
        pair = rows[at : at + 2]
        heads = [wrapped(row.label, width=_WIDE, strong=True) for row in pair]
        top = y + max(len(head) for head in heads) * LINE + 22
        for place, row in enumerate(pair):
            _panel(canvas, asked=asked, row=row, x=place * (_WIDE + _GAP), head=y, top=top)
        y = top + _TALL + 44
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked),
        values=tuple(
            f"{row.label}: "
            + ", ".join(
                f"{asked.short(figure)} {asked.words.inside} {column}"
                for column, figure in zip(asked.columns, row.figures, strict=True)
                if figure is not None
            )
            for row in rows
        ),
        table=per_row(asked),
    )


def _panel(
    canvas: Canvas, *, asked: Asked, row: AskedRow, x: float, head: float, top: float
) -> None:
    canvas.lines(row.label, x=x, y=head + 13, width=_WIDE, strong=True)
    floor = top + _TALL
    highest = max((size_of(figure) for figure in row.figures), default=0) or 1
    steps = max(len(row.figures) - 1, 1)
    points = []
    for at, (column, figure) in enumerate(zip(asked.columns, row.figures, strict=True)):
        across = x + _INSET + at * (_WIDE - 2 * _INSET) / steps
        canvas.line(points=[(across, top), (across, floor)], colour=HAIR)
        canvas.text(column, x=across, y=floor + 16, anchor="middle")
        if figure is not None:
            points.append((across, floor - size_of(figure) / highest * _TALL, figure))
    canvas.line(points=[(x, floor), (x + _WIDE, floor)])
    if len(points) > 1:
        canvas.line(points=[(across, height) for across, height, _ in points], thick=2)
    for place, (across, height, figure) in enumerate(points):
        last = place == len(points) - 1
        canvas.dot(x=across, y=height, radius=5, fill=asked.colour if last else "none")
        # Over its point, but within the panel: amounts are wider than the room between years.
        words = asked.short(figure)
        half = width_of(words, strong=True) / 2
        middle = min(max(across, x + half), x + _WIDE - half)
        canvas.text(words, x=middle, y=height - 11, anchor="middle", strong=True)


def _sentence(asked: Asked) -> tuple[Inline, ...]:
    words = asked.words
    said: list[Inline] = [Text(f"{asked.caption}: ")]
    for place, row in enumerate(asked.rows):
        first, last = row.figures[0], row.figures[-1]
        said.append(Text(f"{'; ' if place else ''}{row.label} {words.was} "))
        said.append(Text(asked.nothing) if first is None else asked.said(first))
        said.append(Text(f" {words.inside} {asked.columns[0]} {words.became} "))
        said.append(Text(asked.nothing) if last is None else asked.said(last))
        said.append(Text(f" {words.inside} {asked.columns[-1]}"))
    return (*said, Text("."))
