"""What is known of a meeting, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import (
    lead_field,
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import TalkState

_HELD = (TalkState.HELD.value,)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        hint=_("waar het gesprek over gaat, zonder gegevens van personen"),
        example="Voorbeelddialoog",
        names=True,
        listed=True,
    ),
    reference_field("VB-G-001"),
    partnership_field(),
    lead_field(),
    Field(name="kind", example="dialoog", listed=True),
    Field(name="counterpart", example="ministerie van Justitie van het partnerland", listed=True),
    Field(name="country"),
    Field(name="agenda", example="Terugkeerders en hun families"),
    Field(name="position"),
    Field(name="planned_on", example="01-02-2026", listed=True, heading=_("gepland")),
    Field(
        name="held_on",
        past=True,
        needed=_HELD,
        only=_HELD,
        entered=False,
        listed=True,
        heading=_("gehouden"),
    ),
    Field(name="outcome", needed=_HELD, entered=False),
    Field(name="state", synonyms=("status",), example="gepland", listed=True),
)
