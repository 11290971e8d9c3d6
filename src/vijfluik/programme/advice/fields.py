"""What is known of a request for advice, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.advice.vocabulary import ITEM_OF, State

_CLOSED = (State.CLOSED.value,)

FIELDS = (
    Field(
        name="subject",
        synonyms=("titel", "vraag"),
        hint=_("waar de vraag over gaat, zonder gegevens van burgers"),
        example="Opbouw van een lokaal netwerk",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer", "zaaknummer"),
        hint=_("uw eigen nummer van de vraag"),
        example="VB-A-001",
        listed=True,
    ),
    Field(
        name="organisation",
        synonyms=("organisatie", "eenheid"),
        hint=_("code of naam van de organisatie die adviseert"),
        example="ess",
        listed=True,
        short=lambda advice: advice.organisation_id.upper(),
        heading=_("organisatie"),
    ),
    Field(name="kind", synonyms=("type",), example="consultatievraag", listed=True),
    Field(name="service", example="Expertise-unit Sociale Stabiliteit"),
    Field(
        name="item",
        synonyms=("onderdeel",),
        hint=_("sleutel van een onderdeel, zoals VK-04; leeg: dat van de dienst"),
        example="VK-04",
        usual=lambda content: ITEM_OF.get(content.service, ""),
        listed=True,
        short=lambda advice: advice.item,
        heading=_("onderdeel"),
    ),
    Field(name="theme", example="lokale netwerken", listed=True),
    Field(
        name="requester",
        synonyms=("aangevraagd door",),
        hint=_("de organisatie die erom vroeg; nooit de naam van een persoon"),
        example="Gemeente Voorbeeld",
        listed=True,
    ),
    Field(name="requester_kind", example="gemeente"),
    Field(
        name="place",
        synonyms=("plaats",),
        hint=_("naam of code van een gemeente die toen bestond"),
        on=("requested_on",),
    ),
    Field(name="need", hint=_("kenmerk van de behoefte in de peiling")),
    Field(
        name="requested_on",
        synonyms=("aanvraagdatum", "ontvangen op"),
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        listed=True,
        heading=_("aangevraagd"),
    ),
    Field(
        name="answer_by",
        synonyms=("toegezegd voor",),
        hint=_("de dag waarop de aanvrager antwoord krijgt"),
        needed=(State.ACCEPTED.value, State.RUNNING.value),
        example="01-02-2026",
        entered=False,
    ),
    Field(name="started_on", past=True, needed=(State.RUNNING.value,), entered=False),
    Field(
        name="closed_on",
        past=True,
        needed=_CLOSED,
        only=_CLOSED,
        entered=False,
    ),
    Field(name="state", synonyms=("status",), example="aangenomen", listed=True),
    Field(name="outcome", needed=_CLOSED, only=_CLOSED, entered=False),
    Field(name="answer", entered=False),
)
