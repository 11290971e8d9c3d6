"""Facts about a record that another room knows, on the record's own page.

An award does not know its evaluations: their room stands to the right of the grants. It says here,
at start-up, what it has to tell of an award, and what it shows below it.
"""

from collections.abc import Callable, Sequence

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

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


Part = Callable[[Detail], SafeString]
_shown: dict[str, dict[str, Part]] = {}


def show(thing: str, *, by: str, part: Part) -> None:
    """Make known, at start-up, what a room shows below the records of a register.

    Args:
        thing: the register.
        by: the name of the room.
        part: safe markup for the record that is shown; nothing for a reader who may not see it.

    Raises:
        ValueError: the room shows something there already.
    """
    rooms = _shown.setdefault(thing, {})
    if rooms.setdefault(by, part) is not part:
        raise ValueError(f"{by!r} shows something of {thing!r} twice")


def parts_beside(thing: str, *, found: Detail) -> SafeString:
    """What other rooms show below a record, room by room."""
    rooms = _shown.get(thing, {})
    return format_html_join("", "{}", ((rooms[by](found),) for by in sorted(rooms)))
