"""What is known of a budget line, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.grants.vocabulary import LineState

_ADOPTED = (LineState.ADOPTED.value, LineState.CLOSED.value)

FIELDS = (
    Field(
        name="title",
        synonyms=("naam", "regel"),
        hint=_("waar het geld voor is"),
        example="Versterkingsgelden voor gemeenten",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer", "artikel"),
        hint=_("uw eigen nummer van de regel"),
        example="VB-B-2018",
        listed=True,
    ),
    Field(
        name="organisation",
        synonyms=("organisatie", "houder"),
        hint=_("code of naam van de organisatie die over het geld gaat"),
        example="jenv",
        short=lambda line: line.organisation_id.upper(),
        listed=True,
    ),
    Field(name="scheme", example="versterkingsgelden lokale aanpak"),
    Field(
        name="budget_year",
        synonyms=("jaar",),
        hint=_("vier cijfers"),
        example="2018",
        listed=True,
        heading=_("jaar"),
    ),
    Field(name="recurrence", synonyms=("soort geld",), example="structureel"),
    Field(
        name="amount_cents",
        synonyms=("bedrag", "begroot bedrag"),
        hint=_("in euro, of: niet vermeld"),
        example="6.100.000",
        listed=True,
    ),
    Field(name="fte_planned", synonyms=("fte",), hint=_("hele fte"), listed=True),
    Field(name="fte_filled", hint=_("hele fte die werkelijk vervuld zijn"), listed=True),
    Field(name="part_of", word="onderdeelVan", hint=_("kenmerk van de regel waarin dit meetelt")),
    Field(name="overlap", word="verhouding"),
    Field(name="adopt_by", example="15-12-2017", hint=_("dd-mm-jjjj"), word="vaststellenVoor"),
    Field(name="adopted_on", past=True, needed=_ADOPTED, entered=False),
    Field(name="state", synonyms=("status",), example="ontwerp", listed=True),
    Field(name="source", hint=_("kamerstuk of begrotingsartikel")),
)
