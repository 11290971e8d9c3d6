"""What makes a check right: of this partner and country, within a year, kept once decided."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import About, Mark, Register, Term
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.common import in_order, over
from vijfluik.programme.partnerships.models import Delivery, Partner, RightsCheck
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import CheckState, Conclusion, DeliveryState

LONGEST = dt.timedelta(days=366)
DECIDE_DAYS = 14
# What two people decided on; whoever wants it otherwise makes a new check.
DECIDED = ("partnership", "partner", "country", "conclusion", "conditions", "reasons",
           "assessed_on", "valid_until")  # fmt: skip
_FROZEN = (CheckState.PROPOSED, CheckState.APPROVED, CheckState.CLOSED)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a check."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from of_this_partnership(content, about, country=content.country)
    yield from _conditions(content)
    yield from in_order(
        content,
        first="assessed_on",
        then=("valid_until", "closed_on"),
        right=_("de dag van de toets of later"),
    )
    yield from _not_too_long(content)
    yield from _kept(content, about)
    yield from _needed(content, about)


def of_this_partnership(
    content: Content, about: About, *, country: str | None = None
) -> Iterator[Fault]:
    """The partner takes part in the same partnership, and is of the country."""
    partner = about.lookups.row(Partner, key=content.partner)
    if partner is None:
        return
    if partner.partnership_id != content.partnership:
        yield Fault(
            field="partner",
            wrong=_("deze partner hoort bij een andere samenwerking"),
            right=_("een partner van deze samenwerking"),
        )
    if country and country != partner.country:
        yield Fault(
            field="country",
            wrong=_("de partner komt uit een ander land"),
            right=str(partner.get_country_display()),
        )


def _conditions(content: Content) -> Iterator[Fault]:
    if content.conclusion == Conclusion.CONDITIONAL and not content.conditions.strip():
        yield Fault(
            field="conditions", wrong=_("ontbreekt"), right=_("onder welke voorwaarden het mag")
        )


def _not_too_long(content: Content) -> Iterator[Fault]:
    if content.valid_until is None or content.assessed_on is None:
        return
    if content.valid_until - content.assessed_on > LONGEST:
        yield Fault(
            field="valid_until",
            wrong=_("een toets geldt hoogstens een jaar"),
            right=_("een eerdere dag; toets daarna opnieuw"),
        )


def _kept(content: Content, about: About) -> Iterator[Fault]:
    """What the database refuses, in words: nobody changes alone what two people decided on."""
    before = _stored(about)
    if before is None or before.state not in _FROZEN:
        return
    from vijfluik.programme.partnerships.checks.register import REGISTER

    register: Register = REGISTER
    was = content_of(register, record=before)
    for name in DECIDED:
        if was[name] != content[name]:
            yield Fault(
                field=name,
                wrong=_("hierover is al besloten, of een collega besluit erover"),
                right=_("laat dit staan; geef de toets terug of leg een nieuwe voor"),
            )


def _needed(content: Content, about: About) -> Iterator[Fault]:
    """What was delivered stays allowed: a check that it rests on is no error, and not closed
    before it."""
    before = _stored(about)
    if before is None or before.state not in (CheckState.APPROVED, CheckState.CLOSED):
        return
    days = Delivery.objects.filter(
        partner=before.partner_id, state=DeliveryState.DELIVERED
    ).values_list("delivered_on", flat=True)
    for day in days:
        if day is None or not before.stands_on(day) or _still(content, about, day=day):
            continue
        others = RightsCheck.standing_on(day, partner=before.partner_id).exclude(key=before.key)
        if not others.exists():
            yield Fault(
                field="closed_on" if about.state == CheckState.CLOSED else "",
                wrong=_("er is geleverd op grond van deze toets"),
                right=_("een dag na de levering, of trek eerst de levering in"),
            )
            return


def _still(content: Content, about: About, *, day: dt.date) -> bool:
    """Whether the check lets something be delivered on a day, as it will be."""
    if about.state not in (CheckState.APPROVED, CheckState.CLOSED):
        return False
    return content.closed_on is None or day < content.closed_on


def _stored(about: About) -> Any:
    if about.key is None:
        return None
    return RightsCheck.objects.filter(key=about.key).first()


def lapsed(check: RightsCheck) -> Mark | None:
    """Whether an approved check is past its last day."""
    if check.state != CheckState.APPROVED:
        return None
    return over(check.valid_until, label=gettext_lazy("geldigheid verlopen"))


def _decide_by(check: RightsCheck) -> dt.date:
    return check.assessed_on + dt.timedelta(days=DECIDE_DAYS)


def _valid_until(check: RightsCheck) -> dt.date:
    day: dt.date = check.valid_until
    return day


TERMS = (
    Term(
        kind="decide",
        label=gettext_lazy("besluiten over de mensenrechtentoets"),
        state=CheckState.PROPOSED,
        ends=_decide_by,
        provision=gettext_lazy(
            "Werkafspraak samenwerkingen: een collega besluit binnen twee weken."
        ),
        answer="approve",
    ),
    Term(
        kind="renew",
        label=gettext_lazy("toets loopt af: opnieuw toetsen, of sluiten"),
        state=CheckState.APPROVED,
        ends=_valid_until,
        provision=gettext_lazy("Eigen regel: een mensenrechtentoets geldt hoogstens een jaar."),
        answer="close",
    ),
)
