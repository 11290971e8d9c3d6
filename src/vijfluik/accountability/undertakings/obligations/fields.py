"""What is known of an obligation, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import ObligationState
from vijfluik.core.registers.declaration import Field

_DONE = (ObligationState.DONE.value,)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        example="Gegevens van passagiers verzamelen en gebruiken",
        names=True,
        listed=True,
    ),
    Field(name="reference", hint=_("uw eigen nummer"), example="VP-001"),
    Field(
        name="organisation",
        hint=_("code of naam van het ministerie dat ervoor staat"),
        example="jenv",
        listed=True,
        short=lambda obligation: obligation.organisation_id.upper(),
    ),
    Field(name="resolution", example="2396 (2017)", listed=True),
    Field(name="paragraph", example="12", listed=True),
    Field(name="text"),
    Field(name="paper", hint=_("het kenmerk van de resolutie in het register van stukken")),
    Field(
        name="item",
        hint=_("de sleutel van een onderdeel, zoals VW-06"),
        example="VW-06",
        listed=True,
        short=lambda obligation: obligation.item,
        heading=_("onderdeel"),
    ),
    Field(name="adopted_on", example="08-01-2026", past=True),
    Field(name="state", synonyms=("status",), example="nog niet uitgevoerd", listed=True),
    Field(name="report_by", listed=True, heading=_("verslag uiterlijk")),
    Field(name="reported_on", past=True, entered=False),
    Field(name="done_on", past=True, needed=_DONE, only=_DONE, entered=False),
    Field(name="progress"),
)
