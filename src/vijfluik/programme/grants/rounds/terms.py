"""When something must be done about a round: on the days that were announced."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.grants.models import Round
from vijfluik.programme.grants.vocabulary import RoundState


def _opens(found: Round) -> dt.date:
    return found.opens_on


def _closes(found: Round) -> dt.date:
    return found.closes_on


TERMS = (
    Term(
        kind="open_round",
        label=_("ronde openen"),
        state=RoundState.ANNOUNCED,
        ends=_opens,
        provision=_("De aankondiging: aanvragen kan vanaf de dag die erin staat."),
        answer="open",
    ),
    Term(
        kind="close_round",
        label=_("ronde sluiten"),
        state=RoundState.OPEN,
        ends=_closes,
        provision=_("De aankondiging: aanvragen kan tot en met de dag die erin staat."),
        answer="close",
    ),
)
