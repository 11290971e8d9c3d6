"""What is known of a delivery, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.partnerships.common import (
    lead_field,
    partnership_field,
    reference_field,
)
from vijfluik.programme.partnerships.vocabulary import DeliveryState

_DELIVERED = (DeliveryState.DELIVERED.value,)

FIELDS = (
    Field(
        name="title",
        synonyms=("titel", "onderwerp"),
        hint=_("wat de partner krijgt, zonder gegevens van personen"),
        example="Voorbeeldtraining",
        names=True,
        listed=True,
    ),
    reference_field("VB-L-001"),
    partnership_field(),
    Field(
        name="partner", hint=_("het kenmerk van de partner"), example="VB-P-001", listed=True
    ),
    lead_field(),
    Field(name="kind", example="training", listed=True),
    Field(name="amount"),
    Field(name="planned_on", example="01-02-2026", listed=True, heading=_("voorgenomen")),
    Field(
        name="delivered_on",
        past=True,
        needed=_DELIVERED,
        only=_DELIVERED,
        entered=False,
        listed=True,
        heading=_("geleverd"),
    ),
    Field(name="state", synonyms=("status",), example="voorgenomen", listed=True),
)  # fmt: skip
