"""What makes a delivery right: abroad only with a check of human rights that stands that day."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Term
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.checks.rules import of_this_partnership
from vijfluik.programme.partnerships.models import Delivery, Partner, RightsCheck
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import DeliveryKind, DeliveryState


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a delivery."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from of_this_partnership(content, about)
    yield from _amount(content)
    if about.state == DeliveryState.DELIVERED:
        yield from checked(content, about)


def _amount(content: Content) -> Iterator[Fault]:
    if content.amount is not None and content.kind != DeliveryKind.MONEY:
        yield Fault(
            field="amount", wrong=_("alleen geld heeft een bedrag"), right=_("laat dit leeg")
        )


def checked(content: Content, about: About) -> Iterator[Fault]:
    """To a partner abroad nothing is delivered without a check that stands on that day."""
    partner = about.lookups.row(Partner, key=content.partner)
    if partner is None or not partner.abroad or content.delivered_on is None:
        return
    if not RightsCheck.standing_on(content.delivered_on, partner=partner.key).exists():
        yield Fault(
            field="delivered_on",
            wrong=_("voor deze partner geldt op deze dag geen mensenrechtentoets"),
            right=_("laat eerst een toets vaststellen waarvan het oordeel leveren toestaat"),
        )


def _planned(delivery: Delivery) -> dt.date:
    day: dt.date = delivery.planned_on
    return day


TERMS = (
    Term(
        kind="deliver",
        label=gettext_lazy("leveren of afzeggen"),
        state=DeliveryState.PLANNED,
        ends=_planned,
        provision=gettext_lazy(
            "Werkafspraak samenwerkingen: wat is voorgenomen, wordt geleverd of afgezegd."
        ),
        answer="deliver",
    ),
)
