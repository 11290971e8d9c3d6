"""How long consent lasts: it lapses by itself and never goes on by itself."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.engines.terms import Duration, Unit
from vijfluik.engines.terms.units import shifted
from vijfluik.programme.networks.models import Member
from vijfluik.programme.networks.vocabulary import MemberState

# After the last day the municipality may ask once more; then everything goes. The database holds
# the same number (sql/members.sql), and a test compares them.
NOTICE_DAYS = 14


def last_day(*, given: dt.date, months: str) -> dt.date:
    """The last day of a consent."""
    return shifted(given, by=Duration(amount=int(months), unit=Unit.MONTHS))


def until(member: Member) -> dt.date:
    """The last day of a member's consent, also while the database has not filled it in yet."""
    return last_day(given=member.consent_on, months=member.consent_months)


def destroyed_on(member: Member) -> dt.date:
    """The day from which nothing of the member is left, unless there is new consent."""
    return until(member) + dt.timedelta(days=NOTICE_DAYS + 1)


def lapsed(member: Member) -> Mark | None:
    """Whether the consent is over: what time says, written nowhere."""
    if until(member) >= today():
        return None
    return Mark(label=_("toestemming vervallen"), tone="negative")


TERMS = (
    Term(
        kind="renew",
        label=_("toestemming vervalt: vraag of het lid mee wil blijven doen"),
        state=MemberState.CONSENTED,
        ends=until,
        provision=_(
            "Toestemming is vrij en kan altijd worden ingetrokken (AVG 7). Eigen regel: "
            "ze vervalt op haar laatste dag; 14 dagen later wordt alles vernietigd."
        ),
        answer="renew",
    ),
)
