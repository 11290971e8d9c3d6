"""The demonstration in another size, for benches."""

import datetime as dt
import math
from dataclasses import replace

from vijfluik.demo.table import Series
from vijfluik.demo.targets import Targets, TargetsRefused

COUNTS = (
    "others", "cancelled", "slipped", "duplicates", "late", "miscounted", "touched", "swapped",
    "exchanged", "found_since",
)  # fmt: skip


def scaled(targets: Targets, *, to: int, day: dt.date) -> Targets:
    """The same demonstration in another size: every figure and count in proportion.

    Args:
        targets: those of the usual size.
        to: how many records there must be; current work keeps its size.
        day: the day of loading.

    Raises:
        TargetsRefused: there is no room for the current work.
    """
    if to < targets.current_size:
        raise TargetsRefused(f"A demonstration has at least {targets.current_size} records.")
    factor = (to - targets.current_size) / max(1, targets.size(day=day) - targets.current_size)
    made = replace(
        targets,
        figures=_figures(targets, factor=factor),
        series=tuple(_scaled(series, factor) for series in targets.series),
        beside=tuple(replace(beside, held=_part(beside.held, factor)) for beside in targets.beside),
        yearly={name: _part(value, factor) for name, value in targets.yearly.items()},
    )
    return replace(made, filling=to - made.size(day=day))


def _figures(targets: Targets, *, factor: float) -> dict[str, int]:
    figures = {name: _part(value, factor) for name, value in targets.figures.items()}
    for series in targets.series:
        # Where no training is left, nobody takes part.
        if series.participants and not figures[series.trainings]:
            figures[series.participants] = 0
    return figures


def _part(value: int, factor: float) -> int:
    return math.floor(value * factor)


def _scaled(series: Series, factor: float) -> Series:
    counts = {name: _part(getattr(series, name), factor) for name in COUNTS}
    return replace(series, **counts)  # type: ignore[arg-type]  # all of these fields are int
