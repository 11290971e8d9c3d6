"""The invitation to a training: to whoever asked for it, by its provider."""

import datetime as dt
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.letters.composing import Filled
from vijfluik.core.documents.letters.kinds import LetterKind
from vijfluik.core.documents.letters.template import read_template
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.models import CourseVersion, Training
from vijfluik.programme.trainings.vocabulary import Audience, State
from vijfluik.ui.formatting import day

DUTCH = "nl"


def invitation(training: Training) -> Filled:
    """What it says. Call it inside `acting(who)`."""
    with translation.override(DUTCH):
        audiences = [str(Audience(each).label) for each in training.audience]
    return Filled(
        day=today(),
        sender=training.provider.name,
        addressee=training.requester,
        reference=training.reference,
        fields={
            "training": training.title,
            "aanvrager": training.requester,
            "wanneer": _day(training.planned_on),
            "waar": "" if training.place is None else training.place.name,
            "aanbieder": training.provider.name,
            "aangevraagd_op": _day(training.requested_on),
            "doelgroepen": ", ".join(audiences),
            "inhoud": _taught(training),
            "bereiken": training.provider.contact,
        },
    )


def _taught(training: Training) -> str:
    """What the course teaches on the day of the training."""
    if training.course_id is None or training.planned_on is None:
        return ""
    versions = CourseVersion.objects.filter(
        course=training.course_id, valid_from__lte=training.planned_on
    )
    found = versions.order_by("-valid_from").values_list("summary", flat=True).first()
    return found or ""


def _day(value: dt.date | None) -> str:
    return "" if value is None else day(value, language=DUTCH)


INVITATION = LetterKind(
    thing="trainings",
    word="uitnodiging",
    title=_("Uitnodiging"),
    states=(State.PLANNED,),
    action="correct",
    template=read_template(Path(__file__).with_name("invitation.toml")),
    fill=invitation,
)
