"""When an instalment must be paid: on the day that was agreed."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.grants.models import Instalment
from vijfluik.programme.grants.vocabulary import InstalmentState as State


def _planned(instalment: Instalment) -> dt.date:
    return instalment.planned_on


TERMS = (
    Term(
        kind="pay",
        label=_("termijn betalen"),
        state=State.PLANNED,
        ends=_planned,
        provision=_("De beschikking: betalen op de dag die erin staat."),
        answer="pay",
    ),
)
