"""Reading trainings. Call these inside `acting(who)`; each journals its decision once."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.gate import limited
from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.access import (
    THING,
    access_training,
    access_trainings,
    listed_trainings,
)
from vijfluik.programme.trainings.content import changed, content_of
from vijfluik.programme.trainings.filtering import TrainingFilter, ordering
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import CourseVersion, Training
from vijfluik.programme.trainings.paging import ListPage, page_of
from vijfluik.programme.trainings.seen import token_of
from vijfluik.programme.trainings.terms import term_label
from vijfluik.programme.trainings.timeline import Moment, timeline_of
from vijfluik.programme.trainings.vocabulary import State

DUE_SHOWN = 100


def training_list(
    *, who: Acting, filters: TrainingFilter, sort: str = "", page: int = 1
) -> ListPage:
    """A page of the list, with its providers, municipalities and courses: four queries.

    Raises:
        Refused: the person may see no trainings.
    """
    with listed_trainings(who=who) as (rows, shown):
        found = page_of(
            filters.apply(rows),
            order=ordering(sort),
            page=page,
            near=filters.narrow(rows) if filters.search else None,
            words=filters.search.split(),
        )
        shown.showed([row.key for row in found.object_list], filters=filters.used())
    return found


@dataclass(frozen=True, kw_only=True)
class Detail:
    """A training with what can be done and what was done.

    `seen` is the token that a form sends along; `acts` are the edges open to this person;
    `correctable` says whether it may correct.
    """

    training: Training
    seen: str
    acts: tuple[Edge, ...]
    correctable: bool
    timeline: tuple[Moment, ...]
    content_version: CourseVersion | None


def training_detail(*, who: Acting, key: uuid.UUID) -> Detail:
    """All of one training.

    Raises:
        Refused: there is none, or it may not be seen.
    """
    training = access_training(who=who, key=key)

    def may(action: str) -> bool:
        return decide(
            who=who, thing=THING, action=action, organisation=training.provider_id
        ).allowed

    return Detail(
        training=training,
        seen=token_of(key),
        acts=tuple(edge for edge in LIFECYCLE.open_edges(training.state) if may(edge.action)),
        correctable=training.state != State.WITHDRAWN and may("correct"),
        timeline=timeline_of(key),
        content_version=_taught(training),
    )


def former_values(*, who: Acting, key: uuid.UUID) -> Mapping[str, object]:
    """What the last correction replaced: field → value before it; empty when there was none.

    With these as its initial values the correction form undoes it.
    """
    training = access_training(who=who, key=key, action="correct")
    moments = timeline_of(key)
    last = moments[0] if moments else None
    if last is None or last.edge != "correct" or last.before is None:
        return {}
    now = content_of(training)
    return {name: getattr(last.before, name) for name in changed(before=last.before, after=now)}


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """Something to do about a training, and the act that does it."""

    due: Due
    training: Training
    label: str
    act: str
    days: int

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.days < 0


# What is due → the act that answers it in one click.
_ANSWERS = {"respond": "plan", "register_result": "hold"}


def due_work(*, who: Acting, until: dt.date | None = None) -> list[DueItem]:
    """What this person can do about trainings, the longest overdue first: two queries.

    Args:
        until: the last day to look at; tomorrow when None.

    Raises:
        Refused: the person may see no trainings.
    """
    day = today()
    with listed_trainings(who=who) as (trainings, shown):
        where = reach(who=who, thing=THING, action="step")
        if where.nowhere:
            return []
        open_dues = Due.objects.filter(
            register=THING,
            closed_at__isnull=True,
            due_on__lte=until or day + dt.timedelta(days=1),
        )
        dues = list(limited(open_dues, where=where, field="organisation")[:DUE_SHOWN])
        about = trainings.select_related("provider").in_bulk([due.object_key for due in dues])
        shown.showed(about, filters=["due"])
    return [
        DueItem(
            due=due,
            training=about[due.object_key],
            label=term_label(due.kind),
            act=_ANSWERS[due.kind],
            days=(due.due_on - day).days,
        )
        for due in dues
        if due.object_key in about
    ]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Counts of the work at hand for Overzicht, without a receipt; figures stand in Cijfers."""

    requested_open: int
    planned_open: int
    due_now: int
    overdue: int


def overview(*, who: Acting) -> Counts:
    """The counts that this person may see: two queries.

    Raises:
        Refused: the person may see no trainings.
    """
    day = today()
    # Open states only, which an index finds: what is closed is nearly everything.
    counted = (
        access_trainings(who=who)
        .filter(state__in=(State.REQUESTED, State.PLANNED))
        .aggregate(
            requested=Count("key", filter=Q(state=State.REQUESTED)),
            planned=Count("key", filter=Q(state=State.PLANNED)),
        )
    )
    where = reach(who=who, thing=THING, action="read")
    due = limited(
        Due.objects.filter(register=THING, closed_at__isnull=True, due_on__lte=day),
        where=where,
        field="organisation",
    ).aggregate(now=Count("key", filter=Q(due_on=day)), over=Count("key", filter=Q(due_on__lt=day)))
    return Counts(
        requested_open=counted["requested"],
        planned_open=counted["planned"],
        due_now=due["now"],
        overdue=due["over"],
    )


def _taught(training: Training) -> CourseVersion | None:
    """The version of the content that was taught on its day."""
    if training.course_id is None:
        return None
    day = training.held_on or training.planned_on or training.wanted_on
    return (
        CourseVersion.objects.filter(course=training.course_id, valid_from__lte=day)
        .order_by("-valid_from", "-number")
        .first()
    )
