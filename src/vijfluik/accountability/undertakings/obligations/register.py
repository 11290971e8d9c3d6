"""The register of obligations from resolutions, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Obligation, ObligationStep
from vijfluik.accountability.undertakings.obligations.acts import ACTS
from vijfluik.accountability.undertakings.obligations.fields import FIELDS
from vijfluik.accountability.undertakings.obligations.lifecycle import LIFECYCLE
from vijfluik.accountability.undertakings.obligations.rules import rules
from vijfluik.accountability.undertakings.obligations.terms import TERMS
from vijfluik.accountability.undertakings.vocabulary import ObligationState
from vijfluik.core.registers.declaration import Filter, Register, Words

REGISTER = Register(
    thing="obligations",
    words=Words(
        path="verplichtingen",
        title=_("Internationale verplichtingen"),
        new=_("Nieuwe verplichting"),
        intro=_(
            "Dit register houdt bij wat resoluties van de Veiligheidsraad vragen, welk onderdeel "
            "van de aanpak dat hier uitvoert, hoe ver het is en wanneer er verslag over wordt "
            "gedaan."
        ),
        begin=_("Leg vast wat de resolutie vraagt, en welk onderdeel dat uitvoert."),
        opened=_("Aangenomen"),
        opening=_("Vastleggen"),
        tones={
            ObligationState.OPEN: "warning",
            ObligationState.RUNNING: "info",
            ObligationState.DONE: "positive",
            ObligationState.WITHDRAWN: "negative",
        },
        open={ObligationState.OPEN: _("verplichtingen nog niet uitgevoerd")},
    ),
    model=Obligation,
    steps=ObligationStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="onderdeel", path="item", first=True),
        Filter(word="ministerie", path="organisation"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-44",),
    rules=rules,
)
