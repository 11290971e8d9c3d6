"""What is known of a bill, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.registers.declaration import Field

_FROM_SECOND = (
    BillState.SECOND_ADOPTED.value,
    BillState.ADOPTED.value,
    BillState.PUBLISHED.value,
    BillState.IN_FORCE.value,
)

FIELDS = (
    Field(name="title", example="Voorstel van wet", names=True, listed=True),
    Field(name="reference", hint=_("uw eigen nummer"), example="WV-001"),
    Field(
        name="organisation",
        hint=_("code of naam van het ministerie dat het indient"),
        example="jenv",
        listed=True,
        short=lambda bill: bill.organisation_id.upper(),
    ),
    Field(name="dossier", listed=True),
    Field(
        name="item",
        hint=_("de sleutel van een onderdeel, zoals VV-07"),
        example="VV-07",
        listed=True,
        short=lambda bill: bill.item,
        heading=_("onderdeel"),
    ),
    Field(name="paper", hint=_("het kenmerk van het stuk")),
    Field(name="provisions", hint=_("namen uit Recht, met een komma ertussen")),
    Field(name="followed_since", example="08-01-2026", past=True),
    Field(name="state", synonyms=("status",), example="in voorbereiding", listed=True),
    Field(
        name="submitted_on",
        past=True,
        listed=True,
        entered=False,
        heading=_("ingediend"),
        short=lambda bill: bill.submitted_on or bill.submitted_said,
    ),
    Field(name="submitted_said", entered=False),
    Field(name="second_adopted_on", past=True, needed=_FROM_SECOND, entered=False),
    Field(name="first_adopted_on", past=True, needed=_FROM_SECOND[1:], entered=False),
    Field(name="published_on", past=True, needed=_FROM_SECOND[2:], entered=False),
    Field(name="published_in", needed=_FROM_SECOND[2:], entered=False),
    Field(
        name="in_force_on",
        needed=_FROM_SECOND[3:],
        listed=True,
        entered=False,
        heading=_("in werking"),
    ),
    Field(
        name="ended_on",
        past=True,
        needed=(BillState.REJECTED.value,),
        only=(BillState.REJECTED.value,),
        entered=False,
    ),
    Field(name="gist"),
)
