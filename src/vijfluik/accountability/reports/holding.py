"""Reports whose text is held back for a while, because a release of it is being decided on.

The room of the releases knows which, and says so at start-up.
"""

from collections.abc import Callable

HeldBack = Callable[[str], bool]
_rooms: list[HeldBack] = []


def tell(held: HeldBack) -> None:
    """Let a room say whether the actor may not read the text of a report, by its slug, now."""
    if held not in _rooms:
        _rooms.append(held)


def held_back(slug: str) -> bool:
    """Whether any room holds the text back from who acts now."""
    return any(held(slug) for held in _rooms)
