"""A rule for registers whose records rest on a provision: nothing starts on one that is no law.

Rooms ask it for the day on which a record begins to rest on the provision. The database says the
same (`law.in_force`), in a trigger of the room.
"""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.law.carrying import why_not
from vijfluik.core.law.in_force import State
from vijfluik.core.law.queries import known_now
from vijfluik.core.registers.faults import Fault


def basis_in_force(provision: str, *, field: str, on: dt.date) -> Iterator[Fault]:
    """The fault of resting on a provision that is not in force on a day, as known today.

    Args:
        provision: its id; empty for none, which is no fault here.
        field: the field that names it.
        on: the day of the act, in Amsterdam.
    """
    if not provision:
        return
    found = known_now(provision)
    state = None if found is None else found.state(on)
    if state != State.IN_FORCE:
        yield Fault(
            field=field,
            wrong=why_not(provision, state=state),
            right=_("een bepaling die op %(day)s geldt") % {"day": on.isoformat()},
        )
