"""The register of deliveries, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.deliveries.fields import FIELDS
from vijfluik.programme.partnerships.deliveries.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.deliveries.rules import TERMS, rules
from vijfluik.programme.partnerships.models import Delivery, DeliveryStep
from vijfluik.programme.partnerships.vocabulary import DeliveryState

REGISTER = Register(
    thing="deliveries",
    words=Words(
        path="leveringen",
        title=_("Leveringen aan partners"),
        new=_("Nieuwe levering"),
        intro=_(
            "Dit register houdt bij welk geld, welke training en welke informatie een partner "
            "kreeg. Aan een partner buiten Nederland wordt pas geleverd als voor hem een "
            "mensenrechtentoets geldt. Van informatie staat hier alleen waarover zij ging."
        ),
        begin=_("Leg vast wat de partner krijgt, en wanneer."),
        begun=_("Volgende stap: zorgen dat er een mensenrechtentoets geldt, en leveren."),
        opened=_("Voorgenomen"),
        opening=_("Voornemen"),
        tones={
            DeliveryState.PLANNED: "info",
            DeliveryState.DELIVERED: "positive",
            DeliveryState.CANCELLED: "neutral",
            DeliveryState.WITHDRAWN: "negative",
        },
        open={DeliveryState.PLANNED: _("leveringen voorgenomen")},
    ),
    model=Delivery,
    steps=DeliveryStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="jaar", path="planned_on", name="year", label=_("jaar"), first=True),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-46", "VD-08"),
    rules=rules,
)
