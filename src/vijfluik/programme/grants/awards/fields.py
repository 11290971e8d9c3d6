"""What is known of an award, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.grants.vocabulary import COMMITTED, SETTLED
from vijfluik.programme.grants.vocabulary import AwardState as State

_COMMITTED = tuple(str(state.value) for state in COMMITTED)
_SETTLED = tuple(str(state.value) for state in SETTLED)
_ACCOUNTED = (State.ACCOUNTED.value, *_SETTLED)
_RECLAIMED = (State.RECLAIMING.value, State.RECOVERED.value)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel", "naam"),
        hint=_("hoe het project heet"),
        example="Samen in de regio",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer", "beschikking"),
        hint=_("nummer van de beschikking"),
        example="VB-T-001",
        listed=True,
    ),
    Field(
        name="recipient",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het geld krijgt"),
        example="wolverdam",
        listed=True,
    ),
    Field(name="budget_line", hint=_("kenmerk van de begrotingsregel"), example="VB-B-2018"),
    Field(name="application", hint=_("kenmerk van de aanvraag; leeg buiten een ronde")),
    Field(name="scheme", derived=True),
    Field(name="budget_year", derived=True, listed=True, heading=_("jaar")),
    Field(
        name="lead",
        synonyms=("penvoerder",),
        hint=_("naam of code van een gemeente die toen bestond"),
        example="Wolverdam",
        on=("awarded_on", "prepared_on"),
    ),
    Field(name="participants", hint=_("namen met een komma ertussen")),
    Field(name="level"),
    Field(
        name="amount_cents",
        synonyms=("bedrag", "toegekend bedrag"),
        hint=_("in euro, of: niet vermeld"),
        example="250.000",
        listed=True,
    ),
    Field(name="conditions", example="Besteed het geld in het begrotingsjaar."),
    Field(name="evaluation_plan"),
    Field(
        name="prepared_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="10-01-2018",
        past=True,
    ),
    Field(name="awarded_on", past=True, needed=_COMMITTED, entered=False, listed=True),
    Field(name="report_by", needed=_COMMITTED),
    Field(name="accounted_on", past=True, needed=_ACCOUNTED, entered=False),
    Field(name="spent_cents", entered=False),
    Field(name="results", entered=False),
    Field(name="settled_on", past=True, needed=_SETTLED, only=_SETTLED, entered=False),
    Field(
        name="settled_cents",
        hint=_("in euro, of: niet vermeld"),
        only=_SETTLED,
        entered=False,
    ),
    Field(name="reclaimed_cents", needed=_RECLAIMED, only=_RECLAIMED, entered=False),
    Field(name="state", synonyms=("status",), example="in voorbereiding", listed=True),
    Field(name="compartment", derived=True),
)
