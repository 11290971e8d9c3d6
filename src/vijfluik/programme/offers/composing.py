"""The order of a trajectory: one part up, down, out or in; each a step with its own history."""

import uuid
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers import actions
from vijfluik.programme.offers.trajectory.register import REGISTER

# What a part is known by: its key; for the order anything will do that equals itself.
Part = TypeVar("Part")


class Move(StrEnum):
    """What happens to a part; the words of the form."""

    UP = "omhoog"
    DOWN = "omlaag"
    OUT = "eruit"
    IN = "erbij"


def moved(parts: Sequence[Part], *, part: Part, move: Move) -> tuple[Part, ...]:
    """The parts after a move; the same ones where it changes nothing.

    The first does not go further up, the last not further down, and none stands there twice.
    """
    found = list(parts)
    if move == Move.IN:
        return tuple(found if part in found else [*found, part])
    if part not in found:
        return tuple(found)
    place = found.index(part)
    found.remove(part)
    if move == Move.OUT:
        return tuple(found)
    found.insert(max(0, place - 1) if move == Move.UP else place + 1, part)
    return tuple(found)


def arrange(
    *, who: Acting, key: uuid.UUID, parts: Sequence[uuid.UUID], seen: str | None = None
) -> Any:
    """Give a trajectory its parts in an order.

    Args:
        key: of the trajectory.
        parts: the keys of offers, the first first.
        seen: the token of the version that the person looked at; None when nobody looked.

    Raises:
        Refused: there is no such trajectory, or it may not be changed.
        Invalid: an offer stands in it twice, is not there, or was withdrawn.
        Conflict: somebody else changed it meanwhile.
    """
    changes = {"parts": tuple(parts)}
    return actions.step(REGISTER, who=who, key=key, edge="arrange", changes=changes, seen=seen)
