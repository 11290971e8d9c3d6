"""What is known of an offer, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.offers.common import item_field
from vijfluik.programme.offers.vocabulary import OfferState

_ENDED = (OfferState.ENDED.value,)

FIELDS = (
    Field(name="name", synonyms=("titel",), example="Voorbeeldtraining", names=True, listed=True),
    Field(
        name="reference",
        synonyms=("nummer",),
        hint=_("uw eigen nummer"),
        example="VB-AB-001",
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het aanbiedt"),
        example="ror",
        listed=True,
        short=lambda offer: offer.organisation_id.upper(),
    ),
    Field(name="kind", synonyms=("type",), example="training", listed=True),
    item_field(),
    Field(
        name="themes",
        hint=_("een of meer thema's, met een komma ertussen"),
        example="polarisatie, radicalisering",
        listed=True,
    ),
    Field(name="audience", synonyms=("doelgroep",), example="gemeente, jongerenwerk", listed=True),
    Field(name="forms", synonyms=("vormen",), example="rechts, links"),
    Field(name="sectors", synonyms=("sector",), example="onderwijs"),
    Field(name="summary", synonyms=("samenvatting",)),
    Field(name="duration", example="twee dagdelen"),
    Field(name="cost_cents", synonyms=("prijs",)),
    Field(name="contact", example="bureau opleidingen"),
    Field(
        name="valid_from",
        hint=_("dd-mm-jjjj"),
        example="08-01-2026",
        heading=_("vanaf"),
    ),
    Field(name="valid_until", heading=_("tot en met")),
    Field(
        name="review_on",
        synonyms=("herzieningsdatum",),
        hint=_("dag waarop iemand naloopt of het nog klopt"),
        needed=(OfferState.OFFERED.value,),
        entered=False,
        listed=True,
        heading=_("nalopen voor"),
    ),
    Field(name="ended_on", past=True, needed=_ENDED, only=_ENDED, entered=False),
    Field(name="state", synonyms=("status",), example="in voorbereiding", listed=True),
)
