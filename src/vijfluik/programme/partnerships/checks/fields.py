"""What is known of a human-rights check, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import (
    lead_field,
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import CheckState

_CLOSED = (CheckState.CLOSED.value,)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        hint=_("welke partner in welk land"),
        example="Voorbeeldland, voorbeelddienst",
        names=True,
        listed=True,
    ),
    reference_field("VB-T-001"),
    partnership_field(),
    Field(
        name="partner", hint=_("het kenmerk van de partner"), example="VB-P-001", listed=True
    ),
    lead_field(),
    Field(name="country", example="Nederland", listed=True),
    Field(name="conclusion", example="geen bezwaar", listed=True),
    Field(name="conditions"),
    Field(name="reasons", example="Openbare bronnen, gewogen met de ambassade."),
    Field(
        name="assessed_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        heading=_("getoetst"),
    ),
    Field(
        name="valid_until",
        hint=_("hoogstens een jaar na de toets"),
        example="31-12-2026",
        listed=True,
        heading=_("geldig tot en met"),
    ),
    Field(name="closed_on", past=True, needed=_CLOSED, only=_CLOSED, entered=False),
    Field(name="state", synonyms=("status",), example="in bewerking", listed=True),
)  # fmt: skip
