"""The register of rounds, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.grants.models import Round, RoundStep
from vijfluik.programme.grants.rounds.acts import ACTS
from vijfluik.programme.grants.rounds.fields import FIELDS
from vijfluik.programme.grants.rounds.lifecycle import LIFECYCLE
from vijfluik.programme.grants.rounds.rules import rules
from vijfluik.programme.grants.rounds.terms import TERMS
from vijfluik.programme.grants.vocabulary import RoundState

REGISTER = Register(
    thing="rounds",
    words=Words(
        path="subsidierondes",
        title=_("Subsidierondes"),
        new=_("Nieuwe ronde"),
        intro=_(
            "Dit register houdt bij wanneer er subsidie aan te vragen is, op welke criteria wordt "
            "beoordeeld, en boven welk bedrag een evaluatieplan verplicht is. Voor elke aanvrager "
            "gelden dezelfde criteria."
        ),
        begin=_("Leg vast wanneer er aan te vragen is en waarop wordt beoordeeld."),
        begun=_("Volgende stap: openen op de aangekondigde dag."),
        opened=_("Aangekondigd"),
        opening=_("Aankondigen"),
        tones={
            RoundState.ANNOUNCED: "info",
            RoundState.OPEN: "positive",
            RoundState.CLOSED: "neutral",
            RoundState.WITHDRAWN: "negative",
        },
        open={RoundState.OPEN: _("subsidierondes open")},
    ),
    model=Round,
    steps=RoundStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="regeling", path="scheme", first=True),
        Filter(word="jaar", path="budget_year", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="verstrekker", path="organisation"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-02", "VK-11", "VK-35"),
    rules=rules,
)
