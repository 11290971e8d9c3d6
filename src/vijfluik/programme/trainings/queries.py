"""Reading trainings beyond what every register reads. Call these inside `acting(who)`."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import access_records
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.content import version_on
from vijfluik.programme.trainings.models import Course, CourseVersion
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
    return version_on(training.course_id, day=content_version_day(training))


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A course of the offer with the version of its content that is taught on a day."""

    course: Course
    version: CourseVersion | None


def offered(*, on: dt.date) -> list[Offered]:
    """The offer of all providers, by provider and name: two queries."""
    found: dict[str, CourseVersion] = {}
    for version in CourseVersion.objects.filter(valid_from__lte=on).order_by(
        "valid_from", "number"
    ):
        found[version.course_id] = version
    courses = Course.objects.select_related("provider").order_by("provider__name", "name")
    return [Offered(course=course, version=found.get(course.code)) for course in courses]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one requester, such as a unit of the police, asked for and was given."""

    requester: str
    requested: int
    held: int
    participants: int


def by_requester(*, who: Acting, item: str) -> list[Asked]:
    """Per requester of trainings of an item, by name: counts, and no name of a person.

    Raises:
        Refused: the person may see no trainings.
    """
    counted = (
        access_records(REGISTER, who=who)
        .filter(course__item=item)
        .exclude(state=State.WITHDRAWN)
        .order_by("requester")
        .values("requester")
        .annotate(
            requested=Count("key"),
            held=Count("key", filter=Q(state=State.HELD)),
            participants=Sum("participants", filter=Q(state=State.HELD), default=0),
        )
    )
    return [Asked(**row) for row in counted]
