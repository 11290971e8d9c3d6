"""Everything that happened to a record in one line: steps and versions, the newest first.

A step and the version that it left share their moment, the start of their transaction.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Professional
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import changed, content_of
from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import VersionRow


@dataclass(frozen=True, kw_only=True)
class ValueChange:
    """One field that got another value, as text."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What happened at one moment.

    Attributes:
        at: when it was registered.
        on: the day on which it was true; None for a change without a step.
        edge: the name of the step; empty for a change without one.
        title: the step in words.
        before: the content that the version replaced, when there was one.
    """

    at: dt.datetime
    on: dt.date | None
    edge: str
    title: str
    actor: str
    reason: str
    changes: tuple[ValueChange, ...]
    before: Content | None


def timeline_of(register: Register, *, key: uuid.UUID, lookups: Lookups) -> tuple[Moment, ...]:
    """The moments of a record: three queries and the lookups, whatever its length."""
    rows = list(versions(register.model).filter(key=key).order_by("tx_from", "vid"))
    steps = list(
        register.steps._default_manager.filter(**{register.step_link: key}).order_by(
            "registered_at", "key"
        )
    )
    names = _names(rows, steps=steps)
    moments: list[Moment] = []
    told: set[uuid.UUID] = set()
    before: Content | None = None
    for row in rows:
        content = content_of(register, record=row)
        its = [step for step in steps if step.registered_at == row.tx_from]
        told.update(step.key for step in its)
        changes = _changes(register, before=before, after=content, lookups=lookups)
        for number, step in enumerate(its):
            last = number == len(its) - 1
            moments.append(
                _moment(
                    register,
                    step=step,
                    names=names,
                    changes=changes if last else (),
                    before=before,
                )
            )
        if not its:
            moments.append(
                Moment(
                    at=row.tx_from,
                    on=None,
                    edge="",
                    title=_("Gewijzigd") if before is not None else _("Vastgelegd"),
                    actor=names.get(row.actor, "") if row.actor else "",
                    reason=row.reason or "",
                    changes=changes,
                    before=before,
                )
            )
        before = content
    moments += [
        _moment(register, step=step, names=names, changes=(), before=None)
        for step in steps
        if step.key not in told
    ]
    # Turned round after sorting: of two at one moment the later stands first as well.
    moments.sort(key=lambda moment: moment.at)
    return tuple(moments[::-1])


def step_title(register: Register, *, edge: str) -> str:
    """A step in words."""
    if edge == register.lifecycle.opening:
        return str(register.words.opening or _("Vastleggen"))
    if edge == CORRECT:
        return _("Wijzigen")
    return str(register.edge(edge).label)


def done_title(register: Register, *, edge: str) -> str:
    """What was done, in words; empty for a change without a step."""
    if edge == register.lifecycle.opening:
        return str(register.words.opened or _("Vastgelegd"))
    if edge == CORRECT:
        return _("Gewijzigd")
    return str(register.act(edge).done) if edge else ""


def _moment(
    register: Register,
    *,
    step: Any,
    names: dict[uuid.UUID, str],
    changes: tuple[ValueChange, ...],
    before: Content | None,
) -> Moment:
    actor = names.get(step.taken_by_id, "")
    proposed = getattr(step, "proposed_by_id", None)
    if proposed is not None:
        actor = _("%(one)s, voorgesteld door %(other)s") % {
            "one": actor,
            "other": names.get(proposed, ""),
        }
    return Moment(
        at=step.registered_at,
        on=step.business_date,
        edge=step.edge,
        title=step_title(register, edge=step.edge),
        actor=actor,
        reason=step.reason,
        changes=changes,
        before=before,
    )


def _names(rows: list[VersionRow], *, steps: list[Any]) -> dict[uuid.UUID, str]:
    keys = {row.actor for row in rows if row.actor} | {step.taken_by_id for step in steps}
    keys |= {getattr(step, "proposed_by_id", None) for step in steps} - {None}
    return dict(Professional.objects.filter(key__in=keys).values_list("key", "name"))


def _changes(
    register: Register, *, before: Content | None, after: Content, lookups: Lookups
) -> tuple[ValueChange, ...]:
    if before is None:
        return ()
    kinds = kinds_of(register)
    return tuple(
        ValueChange(
            label=kinds[name].label,
            before=kinds[name].shown(before[name], lookups=lookups),
            after=kinds[name].shown(after[name], lookups=lookups),
        )
        for name in changed(register, before=before, after=after)
    )
