"""When something must be done about a bill: note that it came into force, on the day it does."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.registers.declaration import Term

TERMS = (
    Term(
        kind="enter",
        label=_("noteren dat de wet in werking is, en Recht nalopen"),
        state=BillState.PUBLISHED,
        ends=lambda bill: bill.in_force_on,
        provision=_(
            "Werkafspraak wetgeving: op de dag van inwerkingtreding zijn de bepalingen bij."
        ),
        answer="enter",
    ),
)
