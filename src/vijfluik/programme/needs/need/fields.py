"""What is known of a need, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.needs.vocabulary import NeedState
from vijfluik.programme.offers.common import item_field

_CHOSEN = (NeedState.CHOSEN.value,)

FIELDS = (
    Field(
        name="theme",
        hint=_("een thema van de peiling"),
        example="polarisatie",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer",),
        hint=_("uw eigen nummer"),
        example="VB-BH-001",
    ),
    Field(
        name="respondent",
        hint=_("code of naam van de organisatie die dit over zichzelf zegt"),
        example="wolverdam",
        listed=True,
    ),
    Field(
        name="need_round",
        hint=_("het kenmerk van de peiling"),
        example="VB-PL-001",
        listed=True,
    ),
    item_field(),
    Field(name="level", synonyms=("nodig",), example="nu nodig", listed=True),
    Field(name="audience", synonyms=("doelgroep",), example="gemeente", listed=True),
    Field(name="forms", synonyms=("vormen",)),
    Field(name="capacity", synonyms=("medewerkers",)),
    Field(name="note", synonyms=("opmerking",)),
    Field(
        name="answered_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        listed=True,
        heading=_("gezegd"),
    ),
    Field(name="chosen_offer", only=_CHOSEN, entered=False),
    Field(name="chosen_trajectory", only=_CHOSEN, entered=False),
    Field(name="chosen_on", past=True, needed=_CHOSEN, only=_CHOSEN, entered=False),
    Field(name="state", synonyms=("status",), example="gezegd", listed=True),
)
