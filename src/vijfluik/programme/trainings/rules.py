"""What makes a training's record right, beyond what its fields say.

Each rule is a generator of faults; the database holds the most important ones once more as
constraints. What an item asks of the content that is taught stands in `content.py`.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.trainings.content import content_fit
from vijfluik.programme.trainings.models import Course
from vijfluik.programme.trainings.vocabulary import ActivityKind

SECTORS = ("participants_primary", "participants_secondary", "participants_vocational")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """Everything that is wrong with a record beyond its single fields."""
    yield from _sectors(content)
    yield from _evaluation(content)
    yield from _course(content, about=about)
    yield from content_fit(content, about=about)


def _sectors(content: Content) -> Iterator[Fault]:
    parts = [content[name] or 0 for name in SECTORS]
    if content.participants is not None and sum(parts) > content.participants:
        yield Fault(
            field="participants",
            wrong=_("PO, VO en MBO tellen op tot %(sum)d, meer dan het totaal")
            % {"sum": sum(parts)},
            right=_("een totaal van ten minste %(sum)d") % {"sum": sum(parts)},
        )


def _evaluation(content: Content) -> Iterator[Fault]:
    if content.rating is not None and not 1 <= content.rating <= 10:
        yield Fault(
            field="rating",
            wrong=_("een rapportcijfer loopt van 1 tot 10"),
            right=_("een getal van 1 tot en met 10"),
        )
    most, answers = content.participants, content.rating_responses
    if most is not None and answers is not None and answers > most:
        yield Fault(
            field="rating_responses",
            wrong=_("meer evaluaties dan deelnemers"),
            right=_("hoogstens %(most)d") % {"most": most},
        )


def _course(content: Content, *, about: About) -> Iterator[Fault]:
    course = about.lookups.row(Course, key=content.course)
    if content.course is None or course is None:
        return
    if course.provider_id != about.owner:
        rows = about.lookups.rows(Course).values()
        own = sorted(row.code for row in rows if row.provider_id == about.owner)
        yield Fault(
            field="course",
            wrong=_("dit staat niet in het aanbod van deze aanbieder"),
            right=_("een van: %(names)s") % {"names": ", ".join(own)} if own else _("leeg"),
        )
    elif course.kind != content.kind:
        yield Fault(
            field="kind",
            wrong=_("“%(course)s” is van een andere soort") % {"course": course.name},
            right=str(ActivityKind(course.kind).label),
        )
