"""What is known of a publication, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.publications.vocabulary import ENDED, IN_USE, OUT, State

FIELDS = (
    Field(
        name="title",
        synonyms=("naam",),
        example="Handreiking lokale netwerken",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer",),
        hint=_("uw eigen nummer van de publicatie"),
        example="VB-P-001",
    ),
    Field(
        name="organisation",
        synonyms=("organisatie", "uitgever"),
        hint=_("code of naam van de organisatie van wie de publicatie is"),
        example="nctv",
        listed=True,
        short=lambda publication: publication.organisation_id.upper(),
    ),
    Field(name="kind", synonyms=("type",), example="handreiking", listed=True),
    Field(
        name="item",
        synonyms=("onderdeel",),
        hint=_("sleutel van een onderdeel, zoals VK-05"),
        example="VK-05",
        listed=True,
        short=lambda publication: publication.item,
        heading=_("onderdeel"),
    ),
    Field(name="state", synonyms=("status",), example="concept", listed=True),
    Field(name="summary", synonyms=("samenvatting",)),
    Field(name="audience", synonyms=("doelgroep", "publiek"), example="gemeenten, politie"),
    Field(name="distribution", synonyms=("distributie",)),
    Field(name="channel", synonyms=("vindplaats",)),
    Field(name="feedback", synonyms=("contact",)),
    Field(name="accessibility", synonyms=("wcag",), entered=False),
    Field(
        name="predecessor",
        synonyms=("vervangt",),
        hint=_("kenmerk van de publicatie die hierdoor wordt vervangen"),
    ),
    Field(
        name="begun_on",
        synonyms=("begindatum",),
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="submitted_on",
        past=True,
        needed=(State.REVIEW.value,),
        entered=False,
    ),
    Field(
        name="published_on",
        synonyms=("verschenen op",),
        hint=_("dag waarop het verscheen"),
        past=True,
        needed=OUT,
        only=OUT,
        entered=False,
        listed=True,
        heading=_("verschenen"),
    ),
    Field(name="in_use_on", synonyms=("in gebruik",), past=True, only=OUT, entered=False),
    Field(
        name="review_on",
        synonyms=("herzieningsdatum",),
        hint=_("dag waarop iemand het opnieuw leest"),
        needed=IN_USE,
        entered=False,
        listed=True,
        heading=_("herzien voor"),
    ),
    Field(name="period_said", synonyms=("periode",)),
    Field(name="ended_on", past=True, needed=ENDED, only=ENDED, entered=False),
    Field(name="code", synonyms=("slug",)),
)
