"""When something must be done about a request: working agreements of our own, no law."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.advice.models import Advice
from vijfluik.programme.advice.vocabulary import State

ACCEPT_DAYS = 14
DECIDE_DAYS = 7


def _accept_by(advice: Advice) -> dt.date:
    return advice.requested_on + dt.timedelta(days=ACCEPT_DAYS)


def _decide_by(advice: Advice) -> dt.date:
    return advice.requested_on + dt.timedelta(days=ACCEPT_DAYS + DECIDE_DAYS)


def _promised(advice: Advice) -> dt.date | None:
    return advice.answer_by


TERMS = (
    Term(
        kind="accept",
        label=_("vraag aannemen of afwijzen"),
        state=State.REQUESTED,
        ends=_accept_by,
        provision=_(
            "Werkafspraak advies: binnen 14 dagen weet de aanvrager of hij antwoord krijgt."
        ),
        answer="accept",
    ),
    Term(
        kind="decide_decline",
        label=_("besluiten over de voorgestelde afwijzing"),
        state=State.DECLINE_PROPOSED,
        ends=_decide_by,
        provision=_("Werkafspraak advies: een collega besluit binnen een week over een afwijzing."),
        answer="decline",
    ),
    Term(
        kind="begin",
        label=_("beginnen of beantwoorden"),
        state=State.ACCEPTED,
        ends=_promised,
        provision=_("Werkafspraak advies: antwoord op de dag die de aanvrager is toegezegd."),
        answer="close",
    ),
    Term(
        kind="answer",
        label=_("advies afronden"),
        state=State.RUNNING,
        ends=_promised,
        provision=_("Werkafspraak advies: antwoord op de dag die de aanvrager is toegezegd."),
        answer="close",
    ),
)
