"""How far an import is, for who waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done. Nothing of a file is recorded before all of it is."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """So many of so many rows in a stage; a total of 0 when that cannot be told."""

    stage: Stage
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]
# A row takes a fraction of a millisecond: telling of each would take longer than reading it.
EVERY = 500


def silent(_progress: Progress) -> None:
    """Tell nobody."""
