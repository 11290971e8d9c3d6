"""Ranges with hedge: what "ruim" and "circa" leave open, and the value where it is known."""

from __future__ import annotations

import math
from decimal import Decimal

from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn
from vijfluik.accountability.reports.drawn.canvas import HAIR, LINE, WIDTH, Canvas, width_of
from vijfluik.accountability.reports.drawn.fills import fill
from vijfluik.accountability.reports.drawn.stacked import BAND, stacked
from vijfluik.accountability.reports.drawn.tabled import status_cell
from vijfluik.accountability.reports.parts import part_of
from vijfluik.accountability.reports.ranges import Range, end_text, range_by
from vijfluik.accountability.reports.structure import FigureValue, bound, phrase_of
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Cell, CellKind, Column, Row, Table


def hedged(asked: Asked) -> Drawn:
    """A band per figure on one scale, with a point at the exact value."""
    rows = [(row, range_of(row.figure)) for row in asked.rows]
    ends = [float(each.most or each.least) for _, each in rows if each is not None]
    highest = max(ends, default=0) * 1.04 or 1
    scale = WIDTH / highest
    canvas = Canvas()
    marks = [step * scale for step in _steps(highest)]
    for step, x in zip(_steps(highest), marks, strict=True):
        words = _number(asked, Decimal(step))
        half = width_of(words) / 2
        canvas.text(words, x=min(max(x, half), WIDTH - half), y=LINE - 3, anchor="middle")
    labels = [(row.label, _as_said(asked, row.figure)) for row, _ in rows]
    band = fill(canvas, 1, colour=asked.colour)
    for (_, each), place in zip(rows, stacked(canvas, labels, top=LINE + 8), strict=True):
        canvas.line(points=[(0, place.middle), (WIDTH, place.middle)], colour=HAIR)
        for x in marks:
            canvas.line(points=[(x, place.top), (x, place.bottom)], colour=HAIR)
        if each is None:
            continue
        start = float(each.least) * scale
        end = WIDTH if each.most is None else float(each.most) * scale
        if end > start:
            width = max(end - start, 4)
            canvas.rect(x=start, y=place.top + 1, width=width, height=BAND - 2, fill=band)
        if each.exact is not None:
            at = float(each.exact) * scale
            canvas.dot(x=at, y=place.middle, radius=5, fill=asked.colour)
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, rows=rows),
        values=tuple(
            f"{label}: {said}, {_in_words(asked, each)}"
            for (label, said), (_, each) in zip(labels, rows, strict=True)
        ),
        table=_table(asked, rows=rows),
    )


def _steps(highest: float) -> list[int]:
    """Round numbers from zero up, about four of them."""
    rough = highest / 4
    power = 10 ** max(math.floor(math.log10(rough)), 0)
    step = next((size * power for size in (1, 2, 5) if size * power >= rough), 10 * power)
    return list(range(0, math.floor(highest) + 1, int(step)))


def range_of(figure: FigureValue | None) -> Range | None:
    """The range that the words of a figure leave open; None without a number."""
    if figure is None or figure.value is None:
        return None
    return range_by(figure.value, hedge=figure.hedge, rounded=bool(figure.supplied))


def _as_said(asked: Asked, figure: FigureValue | None) -> str:
    if figure is None:
        return asked.nothing
    return figure.words or phrase_of(figure, language=asked.language)


def _in_words(asked: Asked, each: Range | None) -> str:
    if each is None:
        return asked.nothing
    words = asked.words
    most = words.open if each.most is None else _number(asked, each.most)
    said = f"{words.least.lower()} {_number(asked, each.least)}, {words.most.lower()} {most}"
    if each.exact is None:
        return said
    return f"{said}, {words.exact.lower()} {_number(asked, each.exact)}"


def _number(asked: Asked, value: Number) -> str:
    return end_text(value, language=asked.language)


def _table(asked: Asked, *, rows: list[tuple[AskedRow, Range | None]]) -> Table:
    words = asked.words
    return Table(
        caption=asked.caption,
        columns=(
            Column(asked.first),
            Column(words.said),
            *(Column(name, CellKind.NUMBER) for name in (words.least, words.most, words.exact)),
            Column(words.status),
        ),
        rows=tuple(_row(asked, row, each) for row, each in rows),
        notes=asked.notes(),
    )


def _row(asked: Asked, row: AskedRow, each: Range | None) -> Row:
    figure = row.figure
    nothing = Cell((Text(asked.nothing),))
    if figure is None:
        return Row(row.label, (nothing,) * 5)
    said = Cell(
        (bound(figure, text=phrase_of(figure, language=asked.language)),),
        note=asked.marker(figure),
    )
    status = status_cell(asked, figure)
    if each is None:
        return Row(row.label, (said, nothing, nothing, nothing, status))
    words = asked.words
    most: Inline = Text(words.open)
    if each.most is not None:
        most = part_of(figure, "most", each.most, text=_number(asked, each.most))
    exact: Inline = Text(words.unknown)
    if each.exact is not None:
        exact = bound(figure, text=_number(asked, each.exact))
    least = part_of(figure, "least", each.least, text=_number(asked, each.least))
    return Row(row.label, (said, Cell((least,)), Cell((most,)), Cell((exact,)), status))


def _sentence(asked: Asked, *, rows: list[tuple[AskedRow, Range | None]]) -> tuple[Inline, ...]:
    for row, each in rows:
        if row.figure is not None and each is not None and each.most is not None:
            said = bound(row.figure, text=phrase_of(row.figure, language=asked.language))
            least = part_of(row.figure, "least", each.least, text=_number(asked, each.least))
            most = part_of(row.figure, "most", each.most, text=_number(asked, each.most))
            words = asked.words
            return (
                Text(f"{row.label}, "), said, Text(f": {words.least.lower()} "), least,
                Text(f", {words.most.lower()} "), most, Text("."),
            )  # fmt: skip
    return (Text(f"{asked.caption}: {asked.nothing}."),)
