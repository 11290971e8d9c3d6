"""The register of bills, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.bills.acts import ACTS
from vijfluik.accountability.undertakings.bills.fields import FIELDS
from vijfluik.accountability.undertakings.bills.lifecycle import LIFECYCLE
from vijfluik.accountability.undertakings.bills.rules import rules
from vijfluik.accountability.undertakings.bills.terms import TERMS
from vijfluik.accountability.undertakings.models import Bill, BillStep
from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.registers.declaration import Filter, Register, Words

REGISTER = Register(
    thing="bills",
    words=Words(
        path="wetsvoorstellen",
        title=_("Wetsvoorstellen"),
        new=_("Nieuw wetsvoorstel"),
        intro=_(
            "Dit register volgt wetsvoorstellen van voorbereiding tot inwerkingtreding, met de dag "
            "van elke stap. Bij een voorstel staat welke bepalingen het verandert, en welke "
            "termijnen, sjablonen en registers daarop rusten."
        ),
        begin=_("Leg vast welk voorstel wordt gevolgd, en bij welk onderdeel het hoort."),
        begun=_("Volgende stap: indienen bij de Tweede Kamer."),
        opened=_("Gevolgd"),
        opening=_("Volgen"),
        tones={
            BillState.PREPARED: "neutral",
            BillState.SUBMITTED: "info",
            BillState.SECOND_ADOPTED: "info",
            BillState.ADOPTED: "info",
            BillState.PUBLISHED: "warning",
            BillState.IN_FORCE: "positive",
            BillState.REJECTED: "neutral",
            BillState.WITHDRAWN: "negative",
        },
        open={BillState.SUBMITTED: _("wetsvoorstellen bij de Kamer")},
    ),
    model=Bill,
    steps=BillStep,
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
    items=("VV-07", "VV-06", "X-10"),
    rules=rules,
)
