"""When something must be done about an evaluation."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.evaluations.vocabulary import State

PUBLISH_DAYS = 42
FOLLOW_DAYS = 365


def _deadline(evaluation: Evaluation) -> dt.date | None:
    return evaluation.due_on


def _after(day: dt.date | None, *, days: int) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=days)


def _publish_by(evaluation: Evaluation) -> dt.date | None:
    return _after(evaluation.delivered_on, days=PUBLISH_DAYS)


def _follow_by(evaluation: Evaluation) -> dt.date | None:
    return _after(evaluation.published_on, days=FOLLOW_DAYS)


TERMS = (
    Term(
        kind="start",
        label=_("onderzoek beginnen"),
        state=State.PLANNED,
        ends=_deadline,
        provision=_("Werkafspraak evaluaties: een onderzoek begint ruim voor zijn uiterste dag."),
        answer="start",
    ),
    Term(
        kind="deliver",
        label=_("rapport opleveren"),
        state=State.RUNNING,
        ends=_deadline,
        provision=_("De uiterste dag die voor de evaluatie is toegezegd of voorgeschreven."),
        answer="deliver",
    ),
    Term(
        kind="publish",
        label=_("rapport openbaar maken"),
        state=State.DELIVERED,
        ends=_publish_by,
        provision=_("Werkafspraak evaluaties: een rapport is binnen zes weken openbaar."),
        answer="publish",
    ),
    Term(
        kind="follow_up",
        label=_("opvolging afronden"),
        state=State.PUBLISHED,
        ends=_follow_by,
        provision=_("Werkafspraak evaluaties: na een jaar is elke aanbeveling afgedaan."),
        answer="follow_up",
    ),
)
