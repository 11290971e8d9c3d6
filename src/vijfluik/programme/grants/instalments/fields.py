"""What is known of an instalment, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.grants.vocabulary import InstalmentState as State

_PAID = (State.PAID.value,)

FIELDS = (
    Field(
        name="title",
        hint=_("bijvoorbeeld: voorschot"),
        example="Voorschot",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer", "betaalkenmerk"),
        hint=_("nummer van de betaling"),
        example="VB-T-001-1",
        listed=True,
    ),
    Field(
        name="recipient",
        synonyms=("organisatie",),
        hint=_("code of naam van wie het geld krijgt, als in de toekenning"),
        example="wolverdam",
        listed=True,
    ),
    Field(name="award", hint=_("kenmerk van de toekenning"), example="VB-T-001"),
    Field(name="scheme", derived=True),
    Field(name="budget_year", derived=True, listed=True, heading=_("jaar")),
    Field(name="amount_cents", hint=_("in euro"), example="125.000", listed=True),
    Field(name="planned_on", hint=_("dd-mm-jjjj"), example="15-02-2018", listed=True),
    Field(
        name="paid_on",
        past=True,
        needed=_PAID,
        only=_PAID,
        entered=False,
        listed=True,
    ),
    Field(name="state", synonyms=("status",), example="gepland", listed=True),
    Field(name="compartment", derived=True),
)
