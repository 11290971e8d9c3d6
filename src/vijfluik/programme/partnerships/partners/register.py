"""The register of partners, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.models import Partner, PartnerStep
from vijfluik.programme.partnerships.partners.fields import FIELDS
from vijfluik.programme.partnerships.partners.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.partners.rules import rules
from vijfluik.programme.partnerships.vocabulary import PartnerState

REGISTER = Register(
    thing="partnership_partners",
    words=Words(
        path="partners",
        title=_("Partners"),
        new=_("Partner toevoegen"),
        intro=_(
            "Dit register houdt bij welke organisaties in een samenwerking meedoen, sinds wanneer "
            "en met welke taak. Een partner is een organisatie, nooit een persoon."
        ),
        begin=_("Leg vast wie meedoet, en sinds wanneer."),
        opened=_("Toegetreden"),
        opening=_("Toetreden"),
        tones={
            PartnerState.ACTIVE: "positive",
            PartnerState.LEFT: "neutral",
            PartnerState.WITHDRAWN: "negative",
        },
    ),
    model=Partner,
    steps=PartnerStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="sector", path="sector", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="land", path="country"),
        Filter(word="jaar", path="joined_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=(),
    items=("VK-21", "VK-32", "VK-37", "VK-40"),
    rules=rules,
)
