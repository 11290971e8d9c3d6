"""Parts of a whole: a bar per whole, of equal length, with its parts named under it."""

from __future__ import annotations

from vijfluik.accountability.reports.cells import ReportCell
from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn, empty
from vijfluik.accountability.reports.drawn.canvas import LINE, WIDTH, Canvas
from vijfluik.accountability.reports.drawn.fills import fill
from vijfluik.accountability.reports.drawn.stacked import legend
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Cell, CellKind, Column, Row, Table

_BAR = 26
Whole = tuple[AskedRow, tuple[ReportCell, ...]]


def share(asked: Asked) -> Drawn:
    """A bar per row, divided by the breakdown of the insertion; largest part first."""
    wholes = [(row, _parts(asked, row)) for row in asked.rows]
    canvas = Canvas()
    y = 0.0
    for row, cells in wholes:
        y = _bar(canvas, label=row.label, cells=cells, colour=asked.colour, top=y, asked=asked)
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, wholes=wholes),
        values=tuple(
            f"{asked.with_total(row)}: "
            + (", ".join(f"{one.label} {one.text}" for one in cells) or asked.nothing)
            for row, cells in wholes
        ),
        table=_table(asked, wholes=wholes),
    )


def _parts(asked: Asked, row: AskedRow) -> tuple[ReportCell, ...]:
    cells = () if row.figure is None else asked.cells(row.figure)
    return tuple(sorted(cells, key=lambda cell: (-cell.size, cell.label)))


def _bar(
    canvas: Canvas,
    *,
    label: str,
    cells: tuple[ReportCell, ...],
    colour: str,
    top: float,
    asked: Asked,
) -> float:
    base = canvas.lines(label, x=0, y=top + 13, width=WIDTH, strong=True)
    y = base - LINE + 8
    total = sum(cell.size for cell in cells)
    if not total:
        canvas.rect(x=0, y=y, width=WIDTH, height=_BAR, fill=fill(canvas, 5, colour=colour))
        canvas.text(asked.nothing, x=0, y=y + _BAR + 15)
        return y + _BAR + 34
    x = 0.0
    parts = []
    for place, cell in enumerate(cells):
        kind = fill(canvas, place, colour=colour)
        width = cell.size / total * WIDTH
        canvas.rect(x=x, y=y, width=width, height=_BAR, fill=kind)
        parts.append((kind, f"{cell.label}: {cell.text}"))
        x += width
    return legend(canvas, parts, top=y + _BAR + 8) + 14


def _table(asked: Asked, *, wholes: list[Whole]) -> Table:
    """The parts beside the whole. Stated parts have no whole but what they add up to."""
    members = list(dict.fromkeys(cell.label for _, cells in wholes for cell in cells))
    wholes_named = asked.columns if asked.insert.by or not members else ()
    rows = []
    for row, cells in wholes:
        known = {cell.label: cell for cell in cells}
        values = (Cell((known[name].bound(),)) if name in known else empty() for name in members)
        whole = (asked.cell(row.figures[0]),) if wholes_named else ()
        rows.append(Row(row.label, (*whole, *values)))
    return Table(
        caption=asked.caption,
        columns=(
            Column(asked.first),
            *(Column(name, CellKind.NUMBER) for name in (*wholes_named, *members)),
        ),
        rows=tuple(rows),
        notes=asked.notes(),
        source=_supplied(asked, wholes=wholes),
    )


def _supplied(asked: Asked, *, wholes: list[Whole]) -> str:
    """Who stated the parts, once for all of them; empty for what is computed."""
    if asked.insert.by:
        return ""
    return "; ".join(dict.fromkeys(row.figure.supplied for row, _ in wholes if row.figure))


def _sentence(asked: Asked, *, wholes: list[Whole]) -> tuple[Inline, ...]:
    said: list[Inline] = [Text(f"{asked.caption}: ")]
    for place, (row, cells) in enumerate(wholes):
        said.append(Text("; " if place else ""))
        if not cells:
            said.append(Text(f"{row.label} {asked.nothing}"))
            continue
        said += [Text(f"{row.label} {asked.words.largest} {cells[0].label}, "), cells[0].bound()]
    return (*said, Text("."))
