"""The content of a course on a day, and what some items ask of it before it is taught.

The content that is taught is part of the record of a training: what was not looked at first is not
planned, and not recorded as given.
"""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.trainings.models import Course, CourseVersion
from vijfluik.programme.trainings.vocabulary import State

TAUGHT = (State.PLANNED.value, State.HELD.value)
# VW-15: looked at for stereotypes. VK-50: for indicators that stand for origin or religion.
LOOKED_AT = ("VK-50", "VW-15")
# VK-49: with a part on human rights.
WITH_RIGHTS = ("VK-49",)


def version_on(course: str, *, day: dt.date) -> CourseVersion | None:
    """The version of the content that is taught on a day."""
    versions = CourseVersion.objects.filter(course=course, valid_from__lte=day)
    return versions.order_by("-valid_from", "-number").first()


def content_fit(content: Content, *, about: About) -> Iterator[Fault]:
    """The faults of teaching what nobody looked at, or what lacks a part."""
    course = about.lookups.row(Course, key=content.course)
    if course is None or about.state not in TAUGHT:
        return
    if course.item not in (*LOOKED_AT, *WITH_RIGHTS):
        return
    version = version_on(course.code, day=content.held_on or content.planned_on)
    yield from _looked_at(course, version=version)
    yield from _with_rights(course, version=version)


def _looked_at(course: Course, *, version: CourseVersion | None) -> Iterator[Fault]:
    if course.item not in LOOKED_AT or (version is not None and version.balance_reviewed_on):
        return
    yield Fault(
        field="course",
        wrong=_("de inhoud is nog niet nagekeken op stereotypen, afkomst en geloof"),
        right=_("laat de aanbieder deze versie van de inhoud eerst nakijken"),
    )


def _with_rights(course: Course, *, version: CourseVersion | None) -> Iterator[Fault]:
    if course.item not in WITH_RIGHTS or (version is not None and version.human_rights.strip()):
        return
    yield Fault(
        field="course",
        wrong=_("in de inhoud ontbreekt het deel over mensenrechten"),
        right=_("een versie van de inhoud met dat deel"),
    )
