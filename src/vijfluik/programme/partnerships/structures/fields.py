"""What is known of a structure, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import lead_field, reference_field
from vijfluik.programme.partnerships.vocabulary import StructureState

_ENDED = (StructureState.ENDED.value,)

FIELDS = (
    Field(
        name="name",
        hint=_("de naam van de structuur"),
        example="Voorbeeldoverleg",
        names=True,
        listed=True,
    ),
    reference_field("VB-S-001"),
    lead_field(),
    Field(
        name="item",
        hint=_("het onderdeel van het programma"),
        example="X-11",
        listed=True,
        short=lambda record: record.item,
    ),
    Field(name="kind", example="overleg", listed=True),
    Field(name="remit", example="Adviseert de burgemeesters."),
    Field(
        name="contact",
        hint=_("een functie of loket, nooit een persoon"),
        example="secretariaat",
        listed=True,
    ),
    Field(name="members"),
    Field(name="others"),
    Field(name="exercised_on", past=True, listed=True, heading=_("geoefend")),
    Field(
        name="confirmed_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        listed=True,
        heading=_("nagelopen"),
    ),
    Field(name="ended_on", past=True, needed=_ENDED, only=_ENDED, entered=False),
    Field(name="state", synonyms=("status",), example="staat", listed=True),
)
