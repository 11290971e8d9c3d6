"""The register of applications, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.grants.applications.acts import ACTS
from vijfluik.programme.grants.applications.fields import FIELDS
from vijfluik.programme.grants.applications.lifecycle import LIFECYCLE
from vijfluik.programme.grants.applications.rules import rules
from vijfluik.programme.grants.applications.terms import TERMS
from vijfluik.programme.grants.models import Application, ApplicationStep
from vijfluik.programme.grants.vocabulary import ApplicationState as State

REGISTER = Register(
    thing="applications",
    words=Words(
        path="subsidieaanvragen",
        title=_("Subsidieaanvragen"),
        new=_("Nieuwe aanvraag"),
        intro=_(
            "Dit register houdt bij welke gemeenten en organisaties geld vroegen, waarvoor en met "
            "wie, hoe elk criterium is beoordeeld en wat er is besloten. Aanvragen bij het "
            "onafhankelijke fonds zien alleen de aanvrager en het fonds."
        ),
        begin=_("Leg vast wat u wilt doen, met wie, en hoeveel u ervoor vraagt."),
        begun=_("U ziet hier het besluit en de motivering zodra die er zijn."),
        opened=_("Aangevraagd"),
        opening=_("Aanvragen"),
        tones={
            State.APPLIED: "warning",
            State.ASSESSED: "info",
            State.AWARD_PROPOSED: "info",
            State.REJECTION_PROPOSED: "warning",
            State.AWARDED: "positive",
            State.REJECTED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={
            State.APPLIED: _("subsidieaanvragen te beoordelen"),
            State.AWARD_PROPOSED: _("toekenningen om over te besluiten"),
        },
    ),
    model=Application,
    steps=ApplicationStep,
    lifecycle=LIFECYCLE,
    scope="applicant",
    fields=FIELDS,
    filters=(
        Filter(word="regeling", path="scheme", first=True),
        Filter(word="jaar", path="budget_year", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="categorie", path="category"),
        Filter(word="thema", path="themes", label=_("thema")),
        Filter(word="aanvrager", path="applicant"),
        Filter(word="gemeente", path="lead"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-02", "VK-35"),
    rules=rules,
)
