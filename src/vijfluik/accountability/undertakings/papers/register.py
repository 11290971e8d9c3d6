"""The register of parliamentary papers, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Paper, PaperStep
from vijfluik.accountability.undertakings.papers.acts import ACTS
from vijfluik.accountability.undertakings.papers.fields import FIELDS
from vijfluik.accountability.undertakings.papers.lifecycle import LIFECYCLE
from vijfluik.accountability.undertakings.papers.rules import rules
from vijfluik.accountability.undertakings.papers.terms import TERMS
from vijfluik.accountability.undertakings.vocabulary import PaperState
from vijfluik.core.registers.declaration import Filter, Register, Words

REGISTER = Register(
    thing="papers",
    words=Words(
        path="kamerstukken",
        title=_("Kamerstukken"),
        new=_("Nieuw stuk"),
        intro=_(
            "Dit register houdt bij welke brieven, moties, vragen en rapporten over de aanpak met "
            "het parlement zijn gewisseld, met hun vindplaats, datum en onderdeel. Resoluties en "
            "verdragen waar de aanpak op rust, staan er ook in."
        ),
        begin=_("Leg vast waar het stuk te vinden is, en bij welk onderdeel het hoort."),
        opened=_("Ingeboekt"),
        opening=_("Inboeken"),
        tones={
            PaperState.FILED: "info",
            PaperState.PROPOSED: "warning",
            PaperState.APPROVED: "positive",
            PaperState.HANDLED: "positive",
            PaperState.WITHDRAWN: "negative",
        },
        open={PaperState.PROPOSED: _("stukken ter goedkeuring")},
    ),
    model=Paper,
    steps=PaperStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="soort", path="kind", first=True),
        Filter(word="jaar", path="dated_on", name="year", label=_("jaar"), first=True),
        Filter(word="onderdeel", path="item", first=True),
        Filter(word="kamer", path="house"),
        Filter(word="stand", path="state"),
        Filter(word="ministerie", path="organisation"),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("X-09", "X-04"),
    rules=rules,
)
