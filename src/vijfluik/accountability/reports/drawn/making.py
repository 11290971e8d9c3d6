"""From an insertion to its chart, by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vijfluik.accountability.reports.drawn.asked import Asked, Drawn
from vijfluik.accountability.reports.drawn.change import change
from vijfluik.accountability.reports.drawn.flow import flow
from vijfluik.accountability.reports.drawn.hedged import hedged
from vijfluik.accountability.reports.drawn.money import money
from vijfluik.accountability.reports.drawn.multiples import multiples
from vijfluik.accountability.reports.drawn.share import share
from vijfluik.accountability.reports.drawn.tiles import tiles
from vijfluik.accountability.reports.drawn.timeline import timeline
from vijfluik.accountability.reports.source import InsertKind
from vijfluik.core.documents.structure import Chart

KINDS: Mapping[InsertKind, Callable[[Asked], Drawn]] = MappingProxyType(
    {
        InsertKind.MULTIPLES: multiples,
        InsertKind.SHARE: share,
        InsertKind.TIMELINE: timeline,
        InsertKind.MONEY: money,
        InsertKind.TILES: tiles,
        InsertKind.FLOW: flow,
        InsertKind.HEDGED: hedged,
        InsertKind.CHANGE: change,
    }
)


def chart_of(asked: Asked) -> Chart:
    """The chart with its sentence, alternative text and table.

    Raises:
        ChartError: the chart could not be read, or a figure has no such breakdown.
    """
    drawn = KINDS[asked.insert.kind](asked)
    kind: str = getattr(asked.words, asked.insert.kind.value.replace("-", "_"))
    return Chart(
        caption=asked.caption,
        sentence=drawn.sentence,
        alternative=f"{kind}. {asked.caption}. {'; '.join(drawn.values)}.",
        svg=drawn.svg,
        table=drawn.table,
    )
