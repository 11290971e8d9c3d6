"""What falls when the validity of a provision is shortened. It is told, and nothing is edited.

Rooms with cases declare at start-up how to find those that rest on a provision. Making tasks gives
each case one thing to do; ending, changing or lifting a case stays the work of whoever decides.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vijfluik.core.access.gate import require
from vijfluik.core.journal.recording import record
from vijfluik.core.law.dependants import Dependant, dependants
from vijfluik.core.law.events import EFFECTS_LISTED, TASKS_MADE
from vijfluik.core.law.in_force import Known
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.queries import OBJECT, THING, known_now
from vijfluik.core.lifecycle.models import Due

TASK = "ground_lapses"


class NoShortening(ValueError):
    """The day does not shorten the validity; the message says from when to when it is valid."""


@dataclass(frozen=True, kw_only=True)
class Falling:
    """A case that rests on the provision on or after the day: its key, owner, and own end."""

    register: str
    object_key: uuid.UUID
    organisation: str
    until: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class CaseRegister:
    """A register whose records may rest on provisions.

    find: the records that the actor may see and that rest on the provision on or after a day.
    """

    register: str
    find: Callable[[str, dt.date], Sequence[Falling]]


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What falls: the provision as known, the terms and other things on it, and the cases."""

    version: ProvisionVersion
    on: dt.date
    until: dt.date | None
    dependants: Sequence[Dependant]
    cases: Sequence[Falling]


_registers: dict[str, CaseRegister] = {}


def declare_cases(register: CaseRegister) -> None:
    """Make known, at start-up, where cases may rest on a provision.

    Raises:
        ValueError: another one has its name.
    """
    if _registers.setdefault(register.register, register) is not register:
        raise ValueError(f"the cases of {register.register!r} are declared twice")


def forget_cases(register: str) -> None:
    """Take a register away again, for tests."""
    _registers.pop(register, None)


def case_registers() -> list[str]:
    """The registers that are asked."""
    return sorted(_registers)


def effects(slug: str, *, lapse_on: dt.date) -> Effects:
    """What falls if the provision held no longer from a day on.

    Args:
        slug: the provision.
        lapse_on: the first day on which it would hold no more.

    Raises:
        Refused: the actor may not assess the law.
        LookupError: there is no such provision.
        NoShortening: its validity does not reach that day, or begins after it.
    """
    require(thing=THING, action="assess", object_type=OBJECT)
    found = _found(slug, lapse_on=lapse_on)
    version = found.shown(lapse_on - dt.timedelta(days=1))
    cases = [
        falling for name in case_registers() for falling in _registers[name].find(slug, lapse_on)
    ]
    record(
        action=EFFECTS_LISTED,
        object_type=OBJECT,
        details={"provision": slug, "on": lapse_on, "rows": len(cases)},
    )
    return Effects(
        version=version,
        on=lapse_on,
        until=found.until,
        dependants=dependants(version),
        cases=cases,
    )


def make_tasks(effect: Effects) -> int:
    """Give each case a task, due on the last day on which the provision holds.

    A case that has the task already keeps the one it has. No case is changed.

    Returns:
        How many tasks are new.

    Raises:
        Refused: the actor may not assess the law.
    """
    require(thing=THING, action="assess", object_type=OBJECT)
    open_tasks = set(
        Due.objects.filter(
            kind=TASK,
            closed_at__isnull=True,
            object_key__in=[case.object_key for case in effect.cases],
        ).values_list("object_key", flat=True)
    )
    due_on = effect.on - dt.timedelta(days=1)
    provision = _("%(act)s, artikel %(article)s, vervalt op %(day)s") % {
        "act": effect.version.act.short,
        "article": effect.version.article,
        "day": effect.on.isoformat(),
    }
    tasks = [
        Due(
            register=case.register,
            object_key=case.object_key,
            kind=TASK,
            due_on=due_on,
            provision=provision[:200],
            organisation_id=case.organisation,
        )
        for case in effect.cases
        if case.object_key not in open_tasks
    ]
    Due.objects.bulk_create(tasks)
    record(
        action=TASKS_MADE,
        object_type=OBJECT,
        details={"provision": effect.version.slug, "on": effect.on, "rows": len(tasks)},
    )
    return len(tasks)


def _found(slug: str, *, lapse_on: dt.date) -> Known:
    found = known_now(slug)
    if found is None:
        raise LookupError(slug)
    first = found.parts[0].valid_from
    if lapse_on <= first or (found.until is not None and lapse_on >= found.until):
        until = "open" if found.until is None else found.until.isoformat()
        raise NoShortening(
            f"{slug} is valid from {first} until {until}; a day in between shortens it"
        )
    return found
