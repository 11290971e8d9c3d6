"""A flow: from the rows of an insertion to the parts of their breakdown, as wide as the number."""

from __future__ import annotations

from dataclasses import dataclass

from vijfluik.accountability.reports.cells import ReportCell
from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn, empty
from vijfluik.accountability.reports.drawn.canvas import LINE, WIDTH, Canvas, wrapped
from vijfluik.accountability.reports.drawn.fills import fill
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Cell, CellKind, Column, Row, Table

_SIDE, _NODE, _GAP = 150, 10, 18
_TALL = 150
_LEFT, _RIGHT = _SIDE + 6, WIDTH - _SIDE - 6

Stream = tuple[AskedRow, tuple[ReportCell, ...]]


@dataclass(slots=True)
class _Node:
    """A node: its place, and how far down its streams are taken up."""

    top: float
    height: float
    used: float = 0.0

    def take(self, height: float) -> float:
        """Room for the next stream; returns its top."""
        start = self.top + self.used
        self.used += height
        return start


def flow(asked: Asked) -> Drawn:
    """Ribbons from each row at the left to each part at the right."""
    streams = [(row, () if row.figure is None else asked.cells(row.figure)) for row in asked.rows]
    members = _members(streams)
    canvas = Canvas()
    if any(cell.size for _, cells in streams for cell in cells):
        _draw(canvas, asked=asked, streams=streams, members=members)
    else:
        canvas.text(asked.nothing, x=0, y=13)
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, streams=streams),
        values=tuple(
            f"{asked.with_total(row)}: "
            + (", ".join(f"{one.label} {one.text}" for one in cells) or asked.nothing)
            for row, cells in streams
        ),
        table=_table(asked, streams=streams, members=members),
    )


def _members(streams: list[Stream]) -> list[str]:
    total: dict[str, float] = {}
    for _, cells in streams:
        for cell in cells:
            total[cell.label] = total.get(cell.label, 0) + cell.size
    return sorted(total, key=lambda name: (-total[name], name))


def _draw(canvas: Canvas, *, asked: Asked, streams: list[Stream], members: list[str]) -> None:
    sums = [sum(cell.size for cell in cells) for _, cells in streams]
    scale = _TALL / sum(sums)
    left = _nodes(
        [height * scale for height in sums],
        [wrapped(f"{row.label} {asked.short(row.figure)}", width=_SIDE) for row, _ in streams],
    )
    totals = [
        sum(cell.size for _, cells in streams for cell in cells if cell.label == name) * scale
        for name in members
    ]
    right = _nodes(totals, [wrapped(name, width=_SIDE) for name in members])
    for place, (row, cells) in enumerate(streams):
        kind = fill(canvas, place, colour=asked.colour)
        known = {cell.label: cell for cell in cells}
        for at, name in enumerate(members):
            if name in known and known[name].size:
                height = known[name].size * scale
                _ribbon(
                    canvas,
                    start=left[place].take(height),
                    end=right[at].take(height),
                    height=height,
                    fill=kind,
                )
        node = left[place]
        canvas.rect(x=_LEFT, y=node.top, width=_NODE, height=max(node.height, 1), fill=kind)
        y = canvas.lines(row.label, x=_SIDE, y=node.top + 12, width=_SIDE, anchor="end")
        canvas.text(asked.short(row.figure), x=_SIDE, y=y, anchor="end", strong=True)
    for name, node in zip(members, right, strict=True):
        canvas.rect(x=_RIGHT - _NODE, y=node.top, width=_NODE, height=max(node.height, 1),
                    fill="none")  # fmt: skip
        canvas.lines(name, x=_RIGHT + 6, y=node.top + 12, width=_SIDE)


def _nodes(heights: list[float], labels: list[list[str]]) -> list[_Node]:
    """Nodes under one another, each with room for its label and the number under it."""
    nodes = []
    y = 2.0
    for height, lines in zip(heights, labels, strict=True):
        nodes.append(_Node(y, height))
        y += max(height, (len(lines) + 1) * LINE) + _GAP
    return nodes


def _ribbon(canvas: Canvas, *, start: float, end: float, height: float, fill: str) -> None:
    a, b = _LEFT + _NODE, _RIGHT - _NODE
    middle = (a + b) / 2
    path = (
        f"M{a} {start:.1f} C{middle} {start:.1f} {middle} {end:.1f} {b} {end:.1f}"
        f" L{b} {end + height:.1f}"
        f" C{middle} {end + height:.1f} {middle} {start + height:.1f} {a} {start + height:.1f} Z"
    )
    canvas.shape(path, fill=fill, bottom=max(start, end) + height, thick=0.8)


def _table(asked: Asked, *, streams: list[Stream], members: list[str]) -> Table:
    rows = []
    for row, cells in streams:
        known = {cell.label: cell for cell in cells}
        values = (Cell((known[name].bound(),)) if name in known else empty() for name in members)
        rows.append(Row(row.label, (asked.cell(row.figures[0]), *values)))
    return Table(
        caption=asked.caption,
        columns=(
            Column(asked.first),
            *(Column(name, CellKind.NUMBER) for name in (*asked.columns, *members)),
        ),
        rows=tuple(rows),
        notes=asked.notes(),
    )


def _sentence(asked: Asked, *, streams: list[Stream]) -> tuple[Inline, ...]:
    every = [(row, cell) for row, cells in streams for cell in cells]
    if not every:
        return (Text(f"{asked.caption}: {asked.nothing}."),)
    row, widest = max(every, key=lambda pair: pair[1].size)
    return (
        Text(f"{asked.caption}: {asked.words.goes} {row.label} {asked.words.widest}"
             f" {widest.label}, "),
        widest.bound(),
        Text("."),
    )  # fmt: skip
