"""When somebody looks at an offer again: an agreement of our own, no law."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.programme.offers.common import over
from vijfluik.programme.offers.models import Offer
from vijfluik.programme.offers.vocabulary import OfferState


def _review(offer: Offer) -> dt.date | None:
    return offer.review_on


def _validity(offer: Offer) -> dt.date | None:
    return offer.valid_until


def lapsed(offer: Offer) -> Mark | None:
    """Whether it is past its days, or nobody looked at it in time."""
    if offer.state != OfferState.OFFERED:
        return None
    return over(offer.valid_until, label=_("niet meer geldig"), tone="negative") or over(
        offer.review_on, label=_("na te lopen")
    )


TERMS = (
    Term(
        kind="review",
        label=_("nalopen of het aanbod nog klopt"),
        state=OfferState.OFFERED,
        ends=_review,
        provision=_(
            "Werkafspraak samenhangend aanbod: elk aanbod wordt ten minste jaarlijks nagelopen."
        ),
        answer="confirm",
    ),
    Term(
        kind="validity",
        label=_("verlengen of uit het aanbod nemen"),
        state=OfferState.OFFERED,
        ends=_validity,
        provision=_("Werkafspraak samenhangend aanbod: wat niet meer geldt, gaat uit het aanbod."),
        answer="confirm",
    ),
)
