"""Whether an award is planned to be evaluated. Evaluations stand to the right of the grants, so
their room says at start-up how that is found; without it nothing is.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What there is of an evaluation of an award.

    evaluations: their own numbers. canvas: whether one of them has its design canvas.
    """

    evaluations: tuple[str, ...] = ()
    canvas: bool = False


Find = Callable[[uuid.UUID], Planned]
_find: list[Find] = []


def tell(find: Find) -> None:
    """Make known, at start-up, how the evaluation of an award is found.

    Raises:
        ValueError: another room did so already.
    """
    if _find and _find[0] is not find:
        raise ValueError("how awards are evaluated is told twice")
    _find[:] = [find]


def planned(award: uuid.UUID) -> Planned:
    """What there is of an evaluation of an award, as far as the actor may see."""
    return _find[0](award) if _find else Planned()
