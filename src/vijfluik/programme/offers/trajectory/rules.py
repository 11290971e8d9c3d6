"""What makes a trajectory right: each offer once, and none that was an error."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.offers.common import in_order
from vijfluik.programme.offers.models import Offer
from vijfluik.programme.offers.vocabulary import OfferState


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a trajectory."""
    yield from in_order(content, first="composed_on", then=("review_on", "ended_on"))
    yield from names_nobody(content, names=("name", "goal"))
    yield from _once(content)
    yield from _standing(content, about)


def _once(content: Content) -> Iterator[Fault]:
    """A set: no offer stands in it twice."""
    if len(set(content.parts)) != len(content.parts):
        yield Fault(
            field="parts",
            wrong=_("een aanbod staat er twee keer in"),
            right=_("elk aanbod één keer"),
        )


def _standing(content: Content, about: About) -> Iterator[Fault]:
    """What was withdrawn is no part of anything."""
    for key in content.parts:
        offer = about.lookups.row(Offer, key=key)
        if offer is not None and offer.state == OfferState.WITHDRAWN:
            yield Fault(
                field="parts",
                wrong=_("“%(offer)s” is ingetrokken") % {"offer": offer.name},
                right=_("aanbod dat er is"),
            )
