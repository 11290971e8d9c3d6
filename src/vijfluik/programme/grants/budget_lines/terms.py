"""When something must be done about a budget line: working agreements of our own, no law."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.grants.models import BudgetLine
from vijfluik.programme.grants.vocabulary import LineState


def _adopt_by(line: BudgetLine) -> dt.date:
    return line.adopt_by


TERMS = (
    Term(
        kind="adopt",
        label=_("begrotingsregel vaststellen"),
        state=LineState.DRAFT,
        ends=_adopt_by,
        provision=_("Werkafspraak geld: een ontwerp is vastgesteld op de dag die erbij staat."),
        answer="adopt",
    ),
)
