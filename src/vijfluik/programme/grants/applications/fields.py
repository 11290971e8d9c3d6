"""What is known of an application, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.grants.vocabulary import ApplicationState as State

_DECIDED = (State.AWARDED.value, State.REJECTED.value)
_PROPOSED = (State.AWARD_PROPOSED.value, State.AWARDED.value)

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
        synonyms=("nummer",),
        hint=_("uw eigen nummer van de aanvraag"),
        example="VB-S-001",
        listed=True,
    ),
    Field(
        name="applicant",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die aanvraagt"),
        example="wolverdam",
        listed=True,
    ),
    Field(
        name="round",
        hint=_("kenmerk van de ronde"),
        example="VB-R-2018",
    ),
    Field(name="scheme", derived=True),
    Field(name="budget_year", derived=True, listed=True, heading=_("jaar")),
    Field(
        name="lead",
        synonyms=("penvoerder",),
        hint=_("naam of code van een gemeente die toen bestond"),
        example="Wolverdam",
        on=("applied_on",),
    ),
    Field(name="participants", hint=_("namen met een komma ertussen")),
    Field(name="category", example="netwerk", listed=True),
    Field(name="themes", example="jongerenwerk, onderwijs"),
    Field(name="asked_cents", hint=_("in euro"), example="250.000", listed=True),
    Field(
        name="applied_on",
        synonyms=("aanvraagdatum",),
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="20-11-2017",
        past=True,
        listed=True,
        heading=_("aangevraagd"),
    ),
    Field(name="plan"),
    Field(name="proposed_cents", needed=_PROPOSED, entered=False),
    Field(name="decided_on", past=True, needed=_DECIDED, only=_DECIDED, entered=False),
    Field(name="state", synonyms=("status",), example="aangevraagd", listed=True),
    Field(name="compartment", derived=True),
)
