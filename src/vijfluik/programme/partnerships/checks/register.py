"""The register of human-rights checks, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.checks.fields import FIELDS
from vijfluik.programme.partnerships.checks.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.checks.rules import TERMS, lapsed, rules
from vijfluik.programme.partnerships.models import RightsCheck, RightsCheckStep
from vijfluik.programme.partnerships.vocabulary import CheckState

REGISTER = Register(
    thing="rights_checks",
    words=Words(
        path="mensenrechtentoetsen",
        title=_("Mensenrechtentoetsen"),
        new=_("Nieuwe mensenrechtentoets"),
        intro=_(
            "Geld, training en informatie gaan pas naar een buitenlandse partner als voor die "
            "partner in dat land een mensenrechtentoets geldt. Wie haar voorlegt, stelt haar niet "
            "vast; ze geldt hoogstens een jaar en staat daarna niets meer toe."
        ),
        begin=_("Leg vast welke partner is getoetst, met het oordeel en waarop het rust."),
        begun=_("Volgende stap: voorleggen aan een collega."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            CheckState.DRAFT: "neutral",
            CheckState.PROPOSED: "warning",
            CheckState.APPROVED: "positive",
            CheckState.CLOSED: "neutral",
            CheckState.WITHDRAWN: "negative",
        },
        open={CheckState.PROPOSED: _("mensenrechtentoetsen voorgelegd")},
    ),
    model=RightsCheck,
    steps=RightsCheckStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="land", path="country", first=True),
        Filter(word="oordeel", path="conclusion", first=True),
        Filter(word="jaar", path="assessed_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-46", "VD-08"),
    rules=rules,
    lapsed=lapsed,
)
