"""The life of an offer: prepared, offered and looked at again each year, ended."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.offers.common import in_a_year
from vijfluik.programme.offers.vocabulary import OfferState

LIFECYCLE = Lifecycle(
    initial=OfferState.DRAFT,
    opening="prepare",
    opened_on="valid_from",
    edges=(
        Edge(
            name="offer",
            label=_("In het aanbod opnemen"),
            sources=(OfferState.DRAFT,),
            target=OfferState.OFFERED,
            why=_("Vanaf nu wordt het getoond bij behoeften waar het bij past."),
        ),
        Edge(
            name="confirm",
            label=_("Nagelopen"),
            sources=(OfferState.OFFERED,),
            target=OfferState.OFFERED,
            why=_("Inhoud, kosten en contactpunt kloppen nog, of zijn bijgewerkt."),
        ),
        Edge(
            name="end",
            label=_("Uit het aanbod nemen"),
            sources=(OfferState.OFFERED,),
            target=OfferState.ENDED,
            why=_("Het wordt niet meer aangeboden; de reden blijft staan."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Weer in het aanbod opnemen"),
            sources=(OfferState.ENDED,),
            target=OfferState.OFFERED,
            why=_("Het wordt toch weer aangeboden."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(OfferState.values),
    ),
)

ACTS = (
    Act(
        name="offer",
        word="opnemen",
        done=_("In het aanbod opgenomen"),
        asks=("review_on",),
        recorded_on="review_on",
        initial=lambda _offer: in_a_year("review_on"),
        icon="positive",
        tone="positive",
    ),
    Act(
        name="confirm",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("cost_cents", "contact", "valid_until", "review_on"),
        initial=lambda offer: {
            "cost_cents": offer.cost_cents,
            "contact": offer.contact,
            "valid_until": offer.valid_until,
            **in_a_year("review_on"),
        },
        icon="positive",
        tone="positive",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Uit het aanbod genomen"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _offer: {"ended_on": today()},
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Weer opgenomen"), icon="change"),
    WITHDRAWING,
)
