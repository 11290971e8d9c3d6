"""The notice of a deviation: to the municipality, by whoever decided."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.letters.composing import Filled
from vijfluik.core.documents.letters.kinds import LetterKind
from vijfluik.core.documents.letters.template import read_template
from vijfluik.programme.municipalities.deviations.vocabulary import Ground, Question, State
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.ui.formatting import day

DUTCH = "nl"


def notice(deviation: Deviation) -> Filled:
    """What it says. Call it inside `acting(who)`."""
    with translation.override(DUTCH):
        question = str(Question(deviation.question).label)
        ground = str(Ground(deviation.ground).label)
    ended = deviation.ended_on
    return Filled(
        day=deviation.decided_on if ended is None else ended,
        sender=deviation.organisation.name,
        addressee=f"Gemeente {deviation.place.name}",
        reference=deviation.reference,
        fields={
            "afwijking": deviation.difference.rstrip("."),
            "gemeente": deviation.place.name,
            "waarover": question,
            "reden": ground,
            "waarom": deviation.reasons,
            "besloten_op": day(deviation.decided_on, language=DUTCH),
            "bekijken_op": day(deviation.review_on, language=DUTCH),
            "geeindigd_op": "" if ended is None else day(ended, language=DUTCH),
            "afzender": deviation.organisation.name,
            "kenmerk": deviation.reference,
        },
    )


NOTICE = LetterKind(
    thing="deviations",
    word="kennisgeving",
    title=_("Kennisgeving"),
    states=(State.IN_FORCE, State.ENDED),
    action="correct",
    template=read_template(Path(__file__).with_name("notice.toml")),
    fill=notice,
)
