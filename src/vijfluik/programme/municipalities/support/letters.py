"""The letters about what is otherwise, beside it: another room keeps them, and says at start-up."""

import uuid
from collections.abc import Callable, Mapping, Sequence

from vijfluik.ui.shell import Link

Letters = Mapping[uuid.UUID, Sequence[Link]]
_by: list[Callable[[Sequence[uuid.UUID]], Letters]] = []


def tell_letters(by: Callable[[Sequence[uuid.UUID]], Letters]) -> None:
    """Let a room say which letters of deviations, by their keys, the reader may open."""
    _by.append(by)


def letters_about(keys: Sequence[uuid.UUID]) -> Letters:
    """Key of a deviation → its letters, for the reader. Inside `acting(who)`."""
    found: dict[uuid.UUID, Sequence[Link]] = {}
    for by in _by if keys else ():
        found.update(by(keys))
    return found
