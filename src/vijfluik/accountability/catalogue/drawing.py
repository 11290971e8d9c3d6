"""The map of links as a drawing: items on a circle in the order of their areas, ties as curves."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vijfluik.accountability.catalogue.links import Link
from vijfluik.core.items.areas import PANELS, Area
from vijfluik.core.items.register import Item

SIZE = 920
RADIUS = 360
LABEL_RADIUS = 372
# How far a curve bends to the middle: 0 is a straight line, 1 goes through the centre.
BEND = 0.72
# Between two areas as much room as this many items.
GAP = 2.0


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where an item stands: its dot, its label with the angle it is turned by, and its side."""

    key: str
    area: Area
    x: float
    y: float
    label_x: float
    label_y: float
    turned: float
    left: bool


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A tie as a path, in the colour of the area where it begins."""

    path: str
    area: Area
    ends: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """The whole map."""

    spots: Sequence[Spot]
    curves: Sequence[Curve]


def drawn(items: Iterable[Item], *, links: Iterable[Link]) -> Drawing:
    """Place every item and every tie, in units of the drawing."""
    order = (Area.ACROSS, *PANELS)
    listed = sorted(items, key=lambda item: order.index(item.area))
    room = len(listed) + GAP * len(order)
    spots: dict[str, Spot] = {}
    for number, item in enumerate(listed):
        place = number + GAP * (order.index(item.area) + 0.5) + 0.5
        spots[item.key] = _spot(item, angle=2 * math.pi * place / room - math.pi / 2)
    curves = [
        Curve(
            path=_path(spots[link.source], spots[link.target]),
            area=spots[link.source].area,
            ends=link.ends,
        )
        for link in links
    ]
    return Drawing(spots=list(spots.values()), curves=curves)


def _spot(item: Item, *, angle: float) -> Spot:
    middle = SIZE / 2
    left = math.cos(angle) < 0
    degrees = math.degrees(angle) + (180 if left else 0)
    return Spot(
        key=item.key,
        area=item.area,
        x=round(middle + RADIUS * math.cos(angle), 1),
        y=round(middle + RADIUS * math.sin(angle), 1),
        label_x=round(middle + LABEL_RADIUS * math.cos(angle), 1),
        label_y=round(middle + LABEL_RADIUS * math.sin(angle), 1),
        turned=round(degrees, 1),
        left=left,
    )


def _path(start: Spot, end: Spot) -> str:
    middle = SIZE / 2
    bent_x = middle + (1 - BEND) * ((start.x + end.x) / 2 - middle)
    bent_y = middle + (1 - BEND) * ((start.y + end.y) / 2 - middle)
    return f"M{start.x} {start.y}Q{bent_x:.1f} {bent_y:.1f} {end.x} {end.y}"
