"""Reading trainings beyond what every register reads. Call these inside `acting(who)`."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import access_records
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.models import CourseVersion
from vijfluik.programme.trainings.register import REGISTER, content_version_day
from vijfluik.programme.trainings.vocabulary import State


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
        access_records(REGISTER, who=who)
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


def taught(training: Any) -> CourseVersion | None:
    """The version of the content that was taught on its day."""
    if training.course_id is None:
        return None
    return (
        CourseVersion.objects.filter(
            course=training.course_id, valid_from__lte=content_version_day(training)
        )
        .order_by("-valid_from", "-number")
        .first()
    )
