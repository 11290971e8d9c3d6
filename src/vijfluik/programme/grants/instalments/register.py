"""The register of instalments, declared: each belongs to an award and to its recipient."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.grants.instalments.acts import ACTS
from vijfluik.programme.grants.instalments.fields import FIELDS
from vijfluik.programme.grants.instalments.lifecycle import LIFECYCLE
from vijfluik.programme.grants.instalments.rules import rules
from vijfluik.programme.grants.instalments.terms import TERMS
from vijfluik.programme.grants.models import Instalment, InstalmentStep
from vijfluik.programme.grants.vocabulary import InstalmentState as State

REGISTER = Register(
    thing="instalments",
    words=Words(
        path="termijnen",
        title=_("Termijnen"),
        new=_("Nieuwe termijn"),
        intro=_(
            "Dit register houdt bij welke bedragen van een toekenning op welke dag betaald worden "
            "en zijn. Wat betaald is, is iets anders dan wat is toegekend of vastgesteld."
        ),
        begin=_("Leg vast hoeveel er wanneer wordt betaald."),
        begun=_("Volgende stap: betalen op de afgesproken dag."),
        opened=_("Gepland"),
        opening=_("Plannen"),
        tones={
            State.PLANNED: "info",
            State.PAID: "positive",
            State.CANCELLED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={State.PLANNED: _("termijnen te betalen")},
    ),
    model=Instalment,
    steps=InstalmentStep,
    lifecycle=LIFECYCLE,
    scope="recipient",
    fields=FIELDS,
    filters=(
        Filter(word="regeling", path="scheme", first=True),
        Filter(word="jaar", path="budget_year", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="ontvanger", path="recipient"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-02", "VK-16", "VK-35", "VK-47"),
    rules=rules,
)
