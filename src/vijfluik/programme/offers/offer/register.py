"""The register of offers, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.offers.common import SERVED, item_filter
from vijfluik.programme.offers.models import Offer, OfferStep
from vijfluik.programme.offers.offer.fields import FIELDS
from vijfluik.programme.offers.offer.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.offers.offer.rules import rules
from vijfluik.programme.offers.offer.terms import TERMS, lapsed
from vijfluik.programme.offers.vocabulary import OfferState

REGISTER = Register(
    thing="offers",
    words=Words(
        path="aanbod",
        title=_("Aanbod"),
        new=_("Nieuw aanbod"),
        intro=_(
            "Eén catalogus van wat alle partners aanbieden: trainingen, advies, handreikingen, "
            "uitwisseling en begeleiding, met thema, voor wie, over welke vormen van extremisme, "
            "duur, kosten en contactpunt."
        ),
        begin=_("Leg vast wat uw organisatie aanbiedt. Opnemen in het aanbod doet u daarna."),
        begun=_("Volgende stap: in het aanbod opnemen."),
        opened=_("Vastgelegd"),
        opening=_("Vastleggen"),
        tones={
            OfferState.DRAFT: "neutral",
            OfferState.OFFERED: "positive",
            OfferState.ENDED: "neutral",
            OfferState.WITHDRAWN: "negative",
        },
        open={OfferState.DRAFT: _("aanbod in voorbereiding")},
    ),
    model=Offer,
    steps=OfferStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="thema", path="themes", label=_("thema"), first=True),
        Filter(word="publiek", path="audience", label=_("voor wie"), first=True),
        Filter(word="vorm", path="forms", label=_("vorm van extremisme"), first=True),
        Filter(word="stand", path="state"),
        Filter(word="soort", path="kind"),
        Filter(word="aanbieder", path="organisation"),
        Filter(word="sector", path="sectors", label=_("sector")),
        item_filter(),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
    lapsed=lapsed,
)
