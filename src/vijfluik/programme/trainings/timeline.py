"""Everything that happened to a training in one line: steps and versions, the newest first.

A step and the version that it left share their moment, the start of their transaction.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Place, Professional
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import VersionRow
from vijfluik.programme.trainings.content import Content, changed, content_of
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.showing import field_label, shown
from vijfluik.programme.trainings.stepping import CORRECT, REQUEST


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


def timeline_of(key: uuid.UUID) -> tuple[Moment, ...]:
    """The moments of a training: at most four queries, whatever its length."""
    rows = list(versions(Training).filter(key=key).order_by("tx_from", "vid"))
    steps = list(TrainingStep.objects.filter(training=key).order_by("registered_at", "key"))
    places = _place_names(rows)
    names = _names(rows, steps=steps)
    moments: list[Moment] = []
    told: set[uuid.UUID] = set()
    before: VersionRow | None = None
    for row in rows:
        its = [step for step in steps if step.registered_at == row.tx_from]
        told.update(step.key for step in its)
        changes = _changes(before, after=row, places=places)
        for number, step in enumerate(its):
            last = number == len(its) - 1
            moments.append(
                _moment(step, names=names, changes=changes if last else (), before=before)
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
                    before=content_of(before) if before is not None else None,
                )
            )
        before = row
    moments += [
        _moment(step, names=names, changes=(), before=None)
        for step in steps
        if step.key not in told
    ]
    # Turned round after sorting: of two at one moment the later stands first as well.
    moments.sort(key=lambda moment: moment.at)
    return tuple(moments[::-1])


def step_title(edge: str) -> str:
    """A step in words."""
    if edge == REQUEST:
        return _("Aanvragen")
    if edge == CORRECT:
        return _("Wijzigen")
    return str(LIFECYCLE.edge(edge).label)


def _moment(
    step: TrainingStep,
    *,
    names: dict[uuid.UUID, str],
    changes: tuple[ValueChange, ...],
    before: VersionRow | None,
) -> Moment:
    return Moment(
        at=step.registered_at,
        on=step.business_date,
        edge=step.edge,
        title=step_title(step.edge),
        actor=names.get(step.taken_by_id, ""),
        reason=step.reason,
        changes=changes,
        before=content_of(before) if before is not None else None,
    )


def _names(rows: list[VersionRow], *, steps: list[TrainingStep]) -> dict[uuid.UUID, str]:
    keys = {row.actor for row in rows if row.actor} | {step.taken_by_id for step in steps}
    return dict(Professional.objects.filter(key__in=keys).values_list("key", "name"))


def _place_names(rows: list[VersionRow]) -> dict[int, str]:
    places = (content_of(row).place for row in rows)
    numbers = {place for place in places if place is not None}
    if not numbers:
        return {}
    return dict(Place.objects.filter(id__in=numbers).values_list("id", "name"))


def _changes(
    before: VersionRow | None, *, after: VersionRow, places: Mapping[int, str]
) -> tuple[ValueChange, ...]:
    if before is None:
        return ()
    old, new = content_of(before), content_of(after)
    return tuple(
        ValueChange(
            label=field_label(name),
            before=shown(name, getattr(old, name), places=places),
            after=shown(name, getattr(new, name), places=places),
        )
        for name in changed(before=old, after=new)
    )
