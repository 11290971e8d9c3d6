"""The timeline of a record in the words of its page."""

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.reading import Detail
from vijfluik.core.registers.timeline import Moment, done_title
from vijfluik.ui.components.history import Change
from vijfluik.ui.registers.record import Happening
from vijfluik.ui.shell import Link

_CHANGED = ("version", "info")
_OPENED = ("add", "neutral")


def happenings(register: Register, *, found: Detail) -> list[Happening]:
    """Every moment, the newest first; the last change can be taken back."""
    nothing = _("leeg")
    return [
        Happening(
            title=done_title(register, edge=moment.edge) or moment.title,
            at=moment.at,
            on=moment.on if moment.edge not in ("", CORRECT) else None,
            actor=moment.actor,
            icon=_sign(register, edge=moment.edge)[0],
            tone=_sign(register, edge=moment.edge)[1],
            reason=moment.reason,
            changes=[
                Change(
                    label=capfirst(change.label),
                    # What was not filled in yet is no old value.
                    before="" if change.before == nothing else change.before,
                    after=change.after,
                )
                for change in moment.changes
            ],
            links=_undo(register, found=found, moment=moment, newest=number == 0),
        )
        for number, moment in enumerate(found.timeline)
    ]


def _sign(register: Register, *, edge: str) -> tuple[str, str]:
    if edge == register.lifecycle.opening:
        return _OPENED
    if edge in ("", CORRECT):
        return _CHANGED
    act = register.act(edge)
    return act.icon, act.tone


def _undo(register: Register, *, found: Detail, moment: Moment, newest: bool) -> list[Link]:
    if not newest or moment.edge != CORRECT or not found.correctable:
        return []
    return [Link(label=_("Terugdraaien"), url=undo_url(register, key=found.record.key))]


def undo_url(register: Register, *, key: Any) -> str:
    """The correction form with the values from before the last correction."""
    return reverse(f"{register.thing}:correct", args=[key]) + "?terug=1"
