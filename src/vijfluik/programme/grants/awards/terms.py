"""When something must be done about an award: on the day of the decision itself, or as agreed."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.engines.terms import compute, dutch_calendar, rule_from
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.vocabulary import AwardState as State

SIGN_DAYS = 7
SETTLING = rule_from({"weeks": 13, "from": "account"})


def _sign_by(award: Award) -> dt.date:
    return award.prepared_on + dt.timedelta(days=SIGN_DAYS)


def _report_by(award: Award) -> dt.date | None:
    return award.report_by


def _settle_by(award: Award) -> dt.date | None:
    if award.accounted_on is None:
        return None
    return compute(SETTLING, event=award.accounted_on, calendar=dutch_calendar()).last_day


_ACCOUNT = _("De beschikking: verantwoorden op de dag die erin staat.")
TERMS = (
    Term(
        kind="sign",
        label=_("beschikking ondertekenen"),
        state=State.PREPARED,
        ends=_sign_by,
        provision=_("Werkafspraak subsidies: een collega ondertekent binnen een week."),
        answer="grant",
    ),
    Term(
        kind="account_awarded",
        label=_("verantwoorden"),
        state=State.AWARDED,
        ends=_report_by,
        provision=_ACCOUNT,
        answer="account",
    ),
    Term(
        kind="account",
        label=_("verantwoorden"),
        state=State.RUNNING,
        ends=_report_by,
        provision=_ACCOUNT,
        answer="account",
    ),
    Term(
        kind="settle",
        label=_("bedrag vaststellen"),
        state=State.ACCOUNTED,
        ends=_settle_by,
        provision=_(
            "Werkafspraak subsidies: vastgesteld binnen dertien weken na de verantwoording."
        ),
        answer="settle",
    ),
)
