"""What is known of a partner, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import (
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import PartnerState

_LEFT = (PartnerState.LEFT.value,)

FIELDS = (
    Field(
        name="name",
        hint=_("de organisatie of regio, nooit een persoon"),
        example="Voorbeeldbank",
        names=True,
        listed=True,
    ),
    reference_field("VB-P-001"),
    partnership_field(),
    Field(name="partnership_code", derived=True),
    Field(
        name="lead",
        synonyms=("eigenaar",),
        hint=_("code of naam van de organisatie die trekt"),
        example="fec",
    ),
    Field(name="organisation"),
    Field(name="sector", example="privaat", listed=True),
    Field(name="kind", example="grootbank", listed=True),
    Field(name="country", hint=_("het land van de partner"), example="Nederland", listed=True),
    Field(name="task", example="meldt ongebruikelijke transacties"),
    Field(
        name="joined_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        listed=True,
    ),
    Field(name="left_on", past=True, needed=_LEFT, only=_LEFT, entered=False),
    Field(name="state", synonyms=("status",), example="deelnemend", listed=True),
)
