"""The register of awards, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.grants.awards.acts import ACTS
from vijfluik.programme.grants.awards.fields import FIELDS
from vijfluik.programme.grants.awards.lifecycle import LIFECYCLE
from vijfluik.programme.grants.awards.rules import rules
from vijfluik.programme.grants.awards.terms import TERMS
from vijfluik.programme.grants.models import Award, AwardStep
from vijfluik.programme.grants.vocabulary import AwardState as State

REGISTER = Register(
    thing="awards",
    words=Words(
        path="toekenningen",
        title=_("Toekenningen"),
        new=_("Nieuwe toekenning"),
        intro=_(
            "Dit register houdt bij wie geld kreeg, op welke voorwaarden, welke gemeenten het "
            "bereikte, en hoe het is verantwoord en vastgesteld. Toegekend, betaald en vastgesteld "
            "zijn aparte bedragen. Toekenningen van het onafhankelijke fonds zien alleen de "
            "ontvanger en het fonds."
        ),
        begin=_("Stel de beschikking op. Een collega ondertekent haar."),
        begun=_("Volgende stap: een collega ondertekent de beschikking."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            State.PREPARED: "warning",
            State.AWARDED: "info",
            State.RUNNING: "info",
            State.ACCOUNTED: "warning",
            State.SETTLED: "positive",
            State.RECLAIMING: "warning",
            State.RECOVERED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={
            State.RUNNING: _("toekenningen in uitvoering"),
            State.ACCOUNTED: _("verantwoordingen vast te stellen"),
        },
    ),
    model=Award,
    steps=AwardStep,
    lifecycle=LIFECYCLE,
    scope="recipient",
    fields=FIELDS,
    filters=(
        Filter(word="regeling", path="scheme", first=True),
        Filter(word="jaar", path="budget_year", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="ontvanger", path="recipient"),
        Filter(word="gemeente", path="lead"),
        Filter(word="niveau", path="level"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-02", "VK-16", "VK-35", "VK-47", "VK-52"),
    rules=rules,
)
