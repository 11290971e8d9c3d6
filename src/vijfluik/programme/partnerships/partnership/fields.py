"""What is known of a partnership, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import lead_field, reference_field
from vijfluik.programme.partnerships.vocabulary import State

_RUNNING = (State.ACTIVE.value, State.EXTENDED.value)
_OVER = (State.ENDED.value, State.HANDED_OVER.value)
_EXTENDED = (State.EXTENDED.value,)

FIELDS = (
    Field(
        name="name",
        hint=_("de naam van de samenwerking"),
        example="Voorbeeldproef samenwerken",
        names=True,
        listed=True,
    ),
    reference_field("VB-SW-001"),
    lead_field(),
    Field(
        name="item",
        hint=_("het onderdeel van het programma"),
        example="VK-40",
        listed=True,
        short=lambda record: record.item,
    ),
    Field(name="kind", example="taskforce", listed=True),
    Field(name="goal", hint=_("waartoe de partners samenwerken"), example="Beter samen zien."),
    Field(name="provision"),
    Field(name="ground", example="Convenant van de partners"),
    Field(name="criteria"),
    Field(name="evaluate_on"),
    Field(name="budget"),
    Field(
        name="decided_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        heading=_("besloten"),
    ),
    Field(name="pilot_on", past=True),
    Field(name="started_on", past=True, entered=False, listed=True, heading=_("begonnen")),
    Field(name="started_said", entered=False),
    Field(name="term_years"),
    Field(name="ends_on", entered=False, listed=True, heading=_("loopt tot en met")),
    Field(name="review_on", entered=False),
    Field(name="extended_on", past=True, needed=_EXTENDED, entered=False),
    Field(name="extended_by", needed=_EXTENDED, entered=False),
    Field(name="ended_on", past=True, needed=_OVER, only=_OVER, entered=False),
    Field(
        name="handed_to",
        needed=(State.HANDED_OVER.value,),
        only=(State.HANDED_OVER.value,),
        entered=False,
    ),
    Field(name="code"),
    Field(name="state", synonyms=("status",), example="in voorbereiding", listed=True),
)
