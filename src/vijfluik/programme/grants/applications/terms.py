"""When an application must be assessed and decided on: eight weeks, as in article 4:13 of the Awb.

The provision is not confirmed in this installation, so it stands here as a working agreement; the
end is computed as that of a statutory term, with weekends and holidays.
"""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.engines.terms import compute, dutch_calendar, rule_from
from vijfluik.programme.grants.models import Application
from vijfluik.programme.grants.vocabulary import ApplicationState as State

DECIDING = rule_from({"weeks": 8, "from": "application"})
ASSESSING = rule_from({"weeks": 5, "from": "application"})
_GROUND = _(
    "Werkafspraak subsidies: besluit binnen acht weken na de aanvraag (vgl. artikel 4:13 Awb)."
)


def _assess_by(application: Application) -> dt.date | None:
    found = compute(ASSESSING, event=application.applied_on, calendar=dutch_calendar())
    return found.last_day


def _decide_by(application: Application) -> dt.date | None:
    found = compute(DECIDING, event=application.applied_on, calendar=dutch_calendar())
    return found.last_day


TERMS = (
    Term(
        kind="assess",
        label=_("aanvraag beoordelen"),
        state=State.APPLIED,
        ends=_assess_by,
        provision=_("Werkafspraak subsidies: beoordeeld binnen vijf weken na de aanvraag."),
        answer="assess",
    ),
    Term(
        kind="propose",
        label=_("toekenning of afwijzing voorstellen"),
        state=State.ASSESSED,
        ends=_decide_by,
        provision=_GROUND,
        answer="propose_award",
    ),
    Term(
        kind="decide_award",
        label=_("besluiten over de voorgestelde toekenning"),
        state=State.AWARD_PROPOSED,
        ends=_decide_by,
        provision=_GROUND,
        answer="award",
    ),
    Term(
        kind="decide_rejection",
        label=_("besluiten over de voorgestelde afwijzing"),
        state=State.REJECTION_PROPOSED,
        ends=_decide_by,
        provision=_GROUND,
        answer="reject",
    ),
)
