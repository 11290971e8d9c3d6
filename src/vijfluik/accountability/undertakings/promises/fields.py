"""What is known of a motion or commitment, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import UndertakingState as State
from vijfluik.core.registers.declaration import Field

_DONE = (State.PROPOSED.value, State.SETTLED.value)
_POSTPONED = (State.POSTPONED.value,)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel", "onderwerp"),
        example="De Kamer krijgt een overzicht van de trainingen",
        names=True,
        listed=True,
    ),
    Field(name="reference", hint=_("uw eigen nummer"), example="T-001"),
    Field(name="kind", example="toezegging", listed=True),
    Field(
        name="organisation",
        hint=_("code of naam van het ministerie dat het moet nakomen"),
        example="jenv",
        listed=True,
        short=lambda undertaking: undertaking.organisation_id.upper(),
    ),
    Field(
        name="text",
        hint=_("wat is toegezegd of gevraagd, in eigen woorden"),
        example="De minister stuurt de Kamer een overzicht van de gegeven trainingen.",
    ),
    Field(name="house", example="Tweede Kamer"),
    Field(name="made_on", example="08-01-2026", past=True, listed=True, heading=_("gedaan")),
    Field(name="made_in", hint=_("het kenmerk van het stuk")),
    Field(name="found_at", example="29754, nr. 436"),
    Field(name="item", hint=_("de sleutel van een onderdeel, zoals X-09"), example="X-09"),
    Field(
        name="due_on",
        hint=_("dd-mm-jjjj"),
        example="31-12-2030",
        listed=True,
        heading=_("uiterlijk"),
        agreed=True,
    ),
    Field(name="state", synonyms=("status",), example="open", listed=True),
    Field(name="postponed_on", past=True, needed=_POSTPONED, entered=False, agreed=True),
    Field(
        name="postponed_in",
        hint=_("het kenmerk van de brief"),
        needed=_POSTPONED,
        entered=False,
        agreed=True,
    ),
    Field(name="postponements", derived=True),
    Field(name="figure", hint=_("de naam van een cijfer, zoals ror-trainings-2018")),
    Field(name="settled_on", past=True, needed=_DONE, only=_DONE, entered=False),
    Field(
        name="settled_in",
        hint=_("het kenmerk van de brief"),
        needed=_DONE,
        only=_DONE,
        entered=False,
    ),
    Field(name="progress"),
    Field(name="house_number", hint=_("zoals TZ202001-001 of 2019Z01234")),
    Field(name="house_says", listed=True, entered=False),
    Field(name="house_said_on", past=True, entered=False),
)
