"""What makes a training's record right. Pure: the lists and the day are given.

Each rule is a generator of faults; the database holds the most important ones once more as
constraints. A form, a file and a command pass the same rules.
"""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.programme.trainings.content import Content
from vijfluik.programme.trainings.faults import Fault
from vijfluik.programme.trainings.lookups import Lookups
from vijfluik.programme.trainings.vocabulary import ActivityKind, State

EARLIEST = dt.date(2000, 1, 1)
YEARS_AHEAD = 5
_DAYS = ("requested_on", "wanted_on", "planned_on", "held_on")
_SECTORS = ("participants_primary", "participants_secondary", "participants_vocational")
_RESULT = ("participants", *_SECTORS, "rating", "rating_responses")


def check(
    content: Content, *, state: str, provider: str, lookups: Lookups, today: dt.date
) -> list[Fault]:
    """Everything that is wrong with a record in a state; an empty list when it is right."""
    return [
        *_texts(content),
        *_days(content, today=today),
        *_planning(content, state=state),
        *_result(content, state=state),
        *_sectors(content),
        *_evaluation(content),
        *_course(content, provider=provider, lookups=lookups),
        *_place(content, lookups=lookups),
    ]


def _texts(content: Content) -> Iterator[Fault]:
    if not content.reference:
        yield Fault(
            field="reference", wrong=_("ontbreekt"), right=_("uw eigen nummer van de training")
        )
    if not content.title:
        yield Fault(field="title", wrong=_("ontbreekt"), right=_("een korte titel"))


def _days(content: Content, *, today: dt.date) -> Iterator[Fault]:
    latest = dt.date(today.year + YEARS_AHEAD, 12, 31)
    for name in _DAYS:
        day = getattr(content, name)
        if day is not None and not EARLIEST <= day <= latest:
            yield Fault(
                field=name,
                wrong=_("dit jaar kan niet kloppen"),
                right=_("een dag van 2000 tot en met %(year)d") % {"year": latest.year},
            )
        elif name in ("requested_on", "held_on") and day is not None and day > today:
            yield Fault(
                field=name, wrong=_("deze dag moet nog komen"), right=_("vandaag of eerder")
            )


def _planning(content: Content, *, state: str) -> Iterator[Fault]:
    if state == State.PLANNED and content.planned_on is None:
        yield Fault(field="planned_on", wrong=_("ontbreekt"), right=_("de afgesproken dag"))


def _result(content: Content, *, state: str) -> Iterator[Fault]:
    if state == State.HELD:
        if content.held_on is None:
            yield Fault(field="held_on", wrong=_("ontbreekt"), right=_("de dag waarop zij was"))
        if content.participants is None:
            yield Fault(
                field="participants",
                wrong=_("ontbreekt"),
                right=_("het aantal deelnemers; 0 als er niemand was"),
            )
    elif state != State.WITHDRAWN:
        # A withdrawn record keeps what it said, so that it stays traceable.
        for name in ("held_on", *_RESULT):
            if getattr(content, name) is not None:
                yield Fault(
                    field=name,
                    wrong=_("hoort bij een training die gegeven is"),
                    right=_("leeg, of leg de training als gegeven vast"),
                )


def _sectors(content: Content) -> Iterator[Fault]:
    parts = [getattr(content, name) or 0 for name in _SECTORS]
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


def _course(content: Content, *, provider: str, lookups: Lookups) -> Iterator[Fault]:
    if content.course is None:
        return
    course = lookups.courses.get(content.course)
    if course is None or course.provider != provider:
        own = [fact.code for fact in lookups.courses.values() if fact.provider == provider]
        yield Fault(
            field="course",
            wrong=_("dit staat niet in het aanbod van deze aanbieder"),
            right=_("een van: %(names)s") % {"names": ", ".join(sorted(own))} if own else _("leeg"),
        )
    elif course.kind != content.kind:
        yield Fault(
            field="kind",
            wrong=_("“%(course)s” is van een andere soort") % {"course": course.name},
            right=str(ActivityKind(course.kind).label),
        )


def _place(content: Content, *, lookups: Lookups) -> Iterator[Fault]:
    if content.place is not None and content.place not in lookups.places:
        yield Fault(
            field="place", wrong=_("dit is geen gemeente"), right=_("een gemeente uit de lijst")
        )
