"""The register of structures, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.models import Structure, StructureStep
from vijfluik.programme.partnerships.structures.fields import FIELDS
from vijfluik.programme.partnerships.structures.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.structures.terms import TERMS, lapsed
from vijfluik.programme.partnerships.vocabulary import StructureState

REGISTER = Register(
    thing="structures",
    words=Words(
        path="structuren",
        title=_("Structuren"),
        new=_("Nieuwe structuur"),
        intro=_(
            "Dit register houdt bij welke overleggen, teams en netwerken klaarstaan: met welk "
            "mandaat, waar ze te bereiken zijn, wanneer er is geoefend en wanneer iemand het "
            "voor het laatst naliep. Wat een jaar niet is nagelopen, valt op als verouderd."
        ),
        begin=_("Leg vast wie er klaarstaat, met welk mandaat, en waar te bereiken."),
        opened=_("Opgenomen"),
        opening=_("Opnemen"),
        tones={
            StructureState.ACTIVE: "positive",
            StructureState.ENDED: "neutral",
            StructureState.WITHDRAWN: "negative",
        },
        open={StructureState.ACTIVE: _("structuren klaar")},
    ),
    model=Structure,
    steps=StructureStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="onderdeel", path="item"),
        Filter(word="jaar", path="confirmed_on", name="year", label=_("jaar nagelopen")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("X-11", "VK-03"),
    lapsed=lapsed,
)
