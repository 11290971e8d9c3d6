"""Facts about a record that another room knows, on the record's own page.

An award does not know its evaluations: their room stands to the right of the grants. It says here,
at start-up, what it has to tell of an award.
"""

from collections.abc import Callable, Sequence

from vijfluik.core.registers.reading import Detail

Facts = Callable[[Detail], Sequence[tuple[str, str]]]
_told: dict[str, dict[str, Facts]] = {}


def tell(thing: str, *, by: str, facts: Facts) -> None:
    """Make known, at start-up, what a room has to tell of the records of a register.

    Args:
        thing: the register.
        by: the name of the room.
        facts: label and text (may be safe text) for the record that is shown; nothing for a reader
            who may not see what they come from.

    Raises:
        ValueError: the room told of this register already.
    """
    rooms = _told.setdefault(thing, {})
    if rooms.setdefault(by, facts) is not facts:
        raise ValueError(f"{by!r} tells of {thing!r} twice")


def facts_beside(thing: str, *, found: Detail) -> list[tuple[str, str]]:
    """What other rooms have to tell of a record, room by room."""
    rooms = _told.get(thing, {})
    return [fact for by in sorted(rooms) for fact in rooms[by](found)]
