"""When something must be done about an undertaking."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Undertaking
from vijfluik.accountability.undertakings.vocabulary import UndertakingState as State
from vijfluik.core.registers.declaration import Term

DECIDE_DAYS = 7


def _promised(undertaking: Undertaking) -> dt.date:
    return undertaking.due_on


def _decide_by(undertaking: Undertaking) -> dt.date | None:
    if undertaking.settled_on is None:
        return None
    return undertaking.settled_on + dt.timedelta(days=DECIDE_DAYS)


TERMS = (
    Term(
        kind="keep",
        label=_("toezegging nakomen of de Kamer om uitstel vragen"),
        state=State.OPEN,
        ends=_promised,
        provision=_("De termijn die aan de Kamer is toegezegd."),
        answer="propose",
    ),
    Term(
        kind="keep_postponed",
        label=_("uitgestelde toezegging nakomen"),
        state=State.POSTPONED,
        ends=_promised,
        provision=_("De termijn die in de uitstelbrief aan de Kamer staat."),
        answer="propose",
    ),
    Term(
        kind="decide",
        label=_("beoordelen of de brief de toezegging nakomt"),
        state=State.PROPOSED,
        ends=_decide_by,
        provision=_("Werkafspraak toezeggingen: een collega beoordeelt binnen een week."),
        answer="settle",
    ),
)
