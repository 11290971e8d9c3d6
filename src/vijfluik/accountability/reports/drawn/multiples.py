"""Small multiples: the same bars per year side by side, on one scale."""

from __future__ import annotations

from vijfluik.accountability.reports.cells import ReportCell
from vijfluik.accountability.reports.drawn.asked import Asked, Drawn, empty
from vijfluik.accountability.reports.drawn.canvas import HAIR, LINE, WIDTH, Canvas
from vijfluik.accountability.reports.drawn.fills import fill
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Cell, CellKind, Column, Note, Row, Table

SHOWN = 8
"""How many groups are drawn; more are no picture any more, and the table has them all."""
_GAP, _BAR, _VALUE = 14, 13, 40
_OVERLAP = "*"

Panel = dict[str, ReportCell]


def multiples(asked: Asked) -> Drawn:
    """A panel per column of the one row, a bar per member of the breakdown."""
    panels = [
        {} if figure is None else {cell.label: cell for cell in asked.cells(figure)}
        for figure in asked.rows[0].figures
    ]
    order = _order(panels)
    canvas = Canvas()
    _draw(canvas, asked=asked, panels=panels, members=order[:SHOWN])
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, panels=panels),
        values=(
            _in_years(asked, asked.rows[0].label, [asked.short(f) for f in asked.rows[0].figures]),
            *(
                _in_years(
                    asked, name, [panel[name].text if name in panel else "" for panel in panels]
                )
                for name in order
            ),
        ),
        table=_table(asked, panels=panels, members=order),
    )


def _in_years(asked: Asked, name: str, values: list[str]) -> str:
    """One row in words; a year without a value is left out."""
    years = [
        f"{value} {asked.words.inside} {column}"
        for column, value in zip(asked.columns, values, strict=True)
        if value
    ]
    return f"{name}: {', '.join(years)}"


def _order(panels: list[Panel]) -> list[str]:
    """The members, those with most over all panels first."""
    total: dict[str, float] = {}
    for panel in panels:
        for name, cell in panel.items():
            total[name] = total.get(name, 0) + cell.size
    return sorted(total, key=lambda name: (-total[name], name))


def _draw(canvas: Canvas, *, asked: Asked, panels: list[Panel], members: list[str]) -> None:
    number = len(panels)
    wide = (WIDTH - _GAP * (number - 1)) / number
    highest = max((panel[name].size for panel in panels for name in members if name in panel),
                  default=0) or 1  # fmt: skip
    marks = [asked.marker(figure) for figure in asked.rows[0].figures]
    for place, column in enumerate(asked.columns):
        x = place * (wide + _GAP)
        marker = f" ({marks[place]})" if marks[place] else ""
        canvas.text(f"{column}{marker}", x=x, y=13, strong=True)
        canvas.line(points=[(x, 20), (x + wide, 20)])
    y = 24.0
    for name in members:
        base = canvas.lines(name, x=0, y=y + 13, width=WIDTH)
        top = base - LINE + 5
        for place, panel in enumerate(panels):
            x = place * (wide + _GAP)
            if name not in panel:
                continue
            cell = panel[name]
            length = max(cell.size / highest * (wide - _VALUE), 1)
            kind = fill(canvas, 1 if marks[place] else 0, colour=asked.colour)
            canvas.rect(x=x, y=top, width=length, height=_BAR, fill=kind)
            canvas.text(cell.text, x=x + length + 5, y=top + 11)
        y = top + _BAR + 5
        canvas.line(points=[(0, y + 2), (WIDTH, y + 2)], colour=HAIR)
        y += 2
    if not members:
        canvas.text(asked.nothing, x=0, y=y + 13)


def _table(asked: Asked, *, panels: list[Panel], members: list[str]) -> Table:
    figures = asked.rows[0].figures
    overlaps = any(
        figure is not None
        and figure.value is not None
        and sum(cell.size for cell in panel.values()) > float(figure.value)
        for figure, panel in zip(figures, panels, strict=True)
    )
    rows = [
        Row(
            name,
            tuple(
                Cell((panel[name].bound(),), note=asked.marker(figure))
                if name in panel
                else empty()
                for figure, panel in zip(figures, panels, strict=True)
            ),
        )
        for name in members
    ]
    whole = Row(asked.rows[0].label, tuple(asked.cell(figure) for figure in figures))
    more = (Note(_OVERLAP, _explained(asked, members=members)),) if overlaps else ()
    return Table(
        caption=asked.caption,
        columns=(
            Column(asked.first, note=_OVERLAP if overlaps else ""),
            *(Column(name, CellKind.NUMBER) for name in asked.columns),
        ),
        rows=(whole, *rows),
        notes=(*asked.notes(), *more),
    )


def _explained(asked: Asked, *, members: list[str]) -> str:
    if len(members) <= SHOWN:
        return asked.words.overlap
    return f"{asked.words.overlap} {asked.words.only_largest}"


def _sentence(asked: Asked, *, panels: list[Panel]) -> tuple[Inline, ...]:
    said: list[Inline] = []
    for column, panel in zip(asked.columns, panels, strict=True):
        if not panel:
            continue
        most = max(panel.values(), key=lambda cell: (cell.size, cell.label))
        start = "; " if said else f"{asked.caption}: "
        said += [
            Text(f"{start}{asked.words.inside} {column} {asked.words.largest} {most.label}, "),
            most.bound(),
        ]
    return (*(said or [Text(f"{asked.caption}: {asked.nothing}")]), Text("."))
