"""When somebody decides whether a paper may go to Parliament."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Paper
from vijfluik.accountability.undertakings.vocabulary import PaperState
from vijfluik.core.registers.declaration import Term


def _send_by(paper: Paper) -> dt.date | None:
    return paper.send_by


TERMS = (
    Term(
        kind="approve",
        label=_("beslissen of het stuk naar de Kamer mag"),
        state=PaperState.PROPOSED,
        ends=_send_by,
        provision=_(
            "Werkafspraak Kamerstukken: een stuk gaat weg nadat een collega het goedkeurde."
        ),
        answer="approve",
    ),
)
