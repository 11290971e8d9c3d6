"""When something must be done about an obligation: report on it."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import ObligationState
from vijfluik.core.registers.declaration import Term

TERMS = (
    Term(
        kind="begin",
        label=_("uitvoering beginnen"),
        state=ObligationState.OPEN,
        ends=lambda obligation: obligation.report_by,
        provision=_("De dag van verslag die bij de resolutie hoort."),
        answer="begin",
    ),
    Term(
        kind="report",
        label=_("verslag doen van de uitvoering"),
        state=ObligationState.RUNNING,
        ends=lambda obligation: obligation.report_by,
        provision=_("De dag van verslag die bij de resolutie hoort."),
        answer="report",
    ),
)
