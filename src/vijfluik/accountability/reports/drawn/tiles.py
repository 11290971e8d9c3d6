"""A map of tiles: a tile per municipality, by safety region, in the order of their names.

The layout is our own and says nothing of where a municipality lies: every municipality is as large
as any other, and the eye compares regions. What a tile shows is a breakdown by municipality.
"""

from __future__ import annotations

from collections.abc import Mapping

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.reports.cells import ReportCell
from vijfluik.accountability.reports.drawn.asked import Asked, AskedRow, Drawn
from vijfluik.accountability.reports.drawn.canvas import LINE, WIDTH, Canvas
from vijfluik.accountability.reports.drawn.fills import EMPTY, fill
from vijfluik.accountability.reports.drawn.stacked import legend
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Cell, Column, Row, Table
from vijfluik.core.facts.periods import days_of
from vijfluik.core.partners.regions import municipalities_by_region

_GAP = 24
_WIDE = (WIDTH - _GAP) / 2
_ACROSS = 10
_STEP = _WIDE / _ACROSS
_TILE = _STEP - 3

Regions = Mapping[str, tuple[tuple[int, str], ...]]


def tiles(asked: Asked) -> Drawn:
    """Tiles filled by the first row whose breakdown has the municipality; the others are empty."""
    layers = [
        (row, {} if row.figure is None else {cell.member: cell for cell in asked.cells(row.figure)})
        for row in asked.rows
    ]
    regions = _regions(asked)
    canvas = Canvas()
    kinds = [fill(canvas, place, colour=asked.colour) for place in range(len(layers))]
    labels = [f"{row.label}: {asked.short(row.figure)}" for row, _ in layers]
    rows = [*zip(kinds, labels, strict=True), (EMPTY, asked.words.neither)]
    top = legend(canvas, rows, top=0) + 12
    _draw(canvas, regions=regions, layers=[cells for _, cells in layers], kinds=kinds, top=top)
    named = {name: _named(places, layers=layers) for name, places in regions.items()}
    return Drawn(
        svg=canvas.svg(),
        sentence=_sentence(asked, layers=layers),
        values=(
            *labels,
            *(
                f"{name}, {row.label}: {sum(str(key) in cells for key, _ in places)}"
                for name, places in regions.items()
                for row, cells in layers
            ),
        ),
        table=_table(asked, layers=layers, named=named),
    )


def _regions(asked: Asked) -> Regions:
    """The municipalities on the last day that the first figure counts."""
    figure = asked.rows[0].figure
    if figure is None:
        return {}
    computed: Computed = asked.computed[figure.id]
    period = days_of(computed.definition.query.period, as_of=computed.as_of)
    return municipalities_by_region(on=period.end.fromordinal(period.end.toordinal() - 1))


def _draw(
    canvas: Canvas,
    *,
    regions: Regions,
    layers: list[dict[str, ReportCell]],
    kinds: list[str],
    top: float,
) -> None:
    y = top
    names = list(regions)
    for at in range(0, len(names), 2):
        pair = names[at : at + 2]
        for place, name in enumerate(pair):
            x = place * (_WIDE + _GAP)
            canvas.text(name, x=x, y=y + 12, strong=True)
            for number, (key, municipality) in enumerate(regions[name]):
                shown = next(
                    (kind for kind, cells in zip(kinds, layers, strict=True) if str(key) in cells),
                    EMPTY,
                )
                canvas.rect(
                    x=x + number % _ACROSS * _STEP,
                    y=y + 20 + number // _ACROSS * _STEP,
                    width=_TILE,
                    height=_TILE,
                    fill=shown,
                    title=municipality,
                )
        y += 20 + max(-(-len(regions[name]) // _ACROSS) for name in pair) * _STEP + LINE


def _named(
    places: tuple[tuple[int, str], ...],
    *,
    layers: list[tuple[AskedRow, dict[str, ReportCell]]],
) -> list[str]:
    """The municipalities of a region in each layer, by name."""
    return [
        ", ".join(name for key, name in places if str(key) in cells) or "\N{EN DASH}"
        for _, cells in layers
    ]


def _table(
    asked: Asked,
    *,
    layers: list[tuple[AskedRow, dict[str, ReportCell]]],
    named: dict[str, list[str]],
) -> Table:
    """The figures over all regions, and the municipalities of each by name."""
    whole = Row(asked.columns[0], tuple(asked.cell(row.figures[0]) for row, _ in layers))
    return Table(
        caption=asked.caption,
        columns=(Column(asked.words.region), *(Column(row.label) for row, _ in layers)),
        rows=(
            whole,
            *(
                Row(region, tuple(Cell((Text(names),)) for names in columns))
                for region, columns in named.items()
            ),
        ),
        notes=asked.notes(),
    )


def _sentence(
    asked: Asked, *, layers: list[tuple[AskedRow, dict[str, ReportCell]]]
) -> tuple[Inline, ...]:
    said: list[Inline] = [Text(f"{asked.caption}: ")]
    for place, (row, _) in enumerate(layers):
        said.append(Text(f"{', ' if place else ''}{row.label} "))
        said.append(Text(asked.nothing) if row.figure is None else asked.said(row.figure))
    return (*said, Text("."))
