"""The little line beside a figure: where each value stands on a field of given size."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Sparkline:
    """A line as the attributes of an SVG: its points, its field and its last point."""

    points: str
    width: int
    height: int
    last_x: float
    last_y: float


def sparkline(values: Sequence[float], *, width: int = 88, height: int = 32) -> Sparkline | None:
    """Place values evenly from left to right, with zero at the foot.

    The foot is the smallest value or zero, whichever is lower: a line that starts at zero does
    not make a small change look like a large one. Fewer than two values give no line (None).
    """
    if len(values) < 2:
        return None
    low = min(0.0, *values)
    span = max(values) - low or 1.0
    step = width / (len(values) - 1)
    places = [
        (round(index * step, 1), round(height - (value - low) / span * height, 1))
        for index, value in enumerate(values)
    ]
    return Sparkline(
        points=" ".join(f"{x:g},{y:g}" for x, y in places),
        width=width,
        height=height,
        last_x=places[-1][0],
        last_y=places[-1][1],
    )
