"""What overviews say of figures whose parts are their value: no more than may be published.

An overview computes no breakdowns, so it cannot treat them itself. The room of disclosure control
says at start-up how such a figure reads for who may not open every record behind it.
"""

from collections.abc import Callable, Iterable

from vijfluik.accountability.figures.computed import Valued

Masking = Callable[[Valued], Valued]
_rooms: list[Masking] = []


def tell(room: Masking) -> None:
    """Let a room say how a figure reads for who acts now."""
    if room not in _rooms:
        _rooms.append(room)


def masked(figures: Iterable[Valued]) -> list[Valued]:
    """The figures as who acts now may read them."""
    found = []
    for each in figures:
        shown = each
        for room in _rooms:
            shown = room(shown)
        found.append(shown)
    return found
