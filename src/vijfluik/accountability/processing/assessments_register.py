"""The register of assessments, declared."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.processing.models import Assessment, AssessmentStep
from vijfluik.accountability.processing.rules import assessment_rules
from vijfluik.accountability.processing.vocabulary import AssessmentKind
from vijfluik.accountability.processing.vocabulary import AssessmentState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Mark, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

DECIDE_DAYS = 30
_CLOSED = (State.CLOSED.value,)
# In the list, where the whole words are too long.
KINDS = {
    AssessmentKind.DPIA.value: _("gegevensbescherming"),
    AssessmentKind.HUMAN_RIGHTS.value: _("mensenrechten"),
}


def _valid_until(assessment: Assessment) -> dt.date:
    day: dt.date = assessment.valid_until
    return day


def _decide_by(assessment: Assessment) -> dt.date:
    return assessment.assessed_on + dt.timedelta(days=DECIDE_DAYS)


def lapsed(assessment: Assessment) -> Mark | None:
    """Whether a decided assessment is past its last day."""
    if assessment.state != State.DECIDED:
        return None
    if assessment.valid_until >= today():
        return None
    return Mark(label=_("geldigheid verlopen"), tone="negative")


LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="assessed_on",
    edges=(
        Edge(
            name="propose",
            label=_("Voorleggen"),
            sources=(State.DRAFT,),
            target=State.PROPOSED,
            why=_("De toets ligt klaar; een collega besluit erover."),
        ),
        Edge(
            name="return",
            label=_("Teruggeven"),
            sources=(State.PROPOSED,),
            target=State.DRAFT,
            why=_("De toets rust nog niet op genoeg."),
            reason_asked=True,
        ),
        Edge(
            name="decide",
            label=_("Vaststellen"),
            sources=(State.PROPOSED,),
            target=State.DECIDED,
            why=_("Een ander dan wie de toets voorlegde, besluit namens de organisatie."),
            reason_asked=True,
            four_eyes=True,
        ),
        Edge(
            name="close",
            label=_("Sluiten"),
            sources=(State.DECIDED,),
            target=State.CLOSED,
            why=_("De toets is ingehaald of vervangen; vanaf die dag opent zij niets meer."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(name="propose", word="voorleggen", done=_("Voorgelegd"), icon="decision", tone="warning"),
    Act(name="return", word="teruggeven", done=_("Teruggegeven"), icon="change"),
    Act(name="decide", word="vaststellen", done=_("Vastgesteld"), icon="positive",
        tone="positive"),
    Act(
        name="close",
        word="sluiten",
        done=_("Gesloten"),
        asks=("closed_on",),
        day="closed_on",
        initial=lambda _assessment: {"closed_on": today()},
        tone="neutral",
    ),
    WITHDRAWING,
)  # fmt: skip
ASSESSMENTS = Register(
    thing="assessments",
    words=Words(
        path="effectbeoordelingen",
        title=_("Toetsen vooraf"),
        new=_("Nieuwe toets"),
        intro=_(
            "Voordat een organisatie hier gegevens van burgers verwerkt, toetst zij wat dat voor "
            "hen betekent: de gegevensbeschermingseffectbeoordeling en de toets aan mensenrechten. "
            "Wie een toets voorlegt, stelt haar niet vast. Zij geldt hoogstens drie jaar; daarna "
            "gaat het onderdeel dicht."
        ),
        begin=_("Kies de verwerking en de soort toets, en schrijf op wat u woog."),
        begun=_("Volgende stap: voorleggen aan een collega."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            State.DRAFT: "neutral",
            State.PROPOSED: "warning",
            State.DECIDED: "positive",
            State.CLOSED: "neutral",
            State.WITHDRAWN: "negative",
        },
        open={State.PROPOSED: _("toetsen vooraf voorgelegd")},
        caveat=_("Hier staat wat werd gewogen; nooit gegevens van een persoon."),
    ),
    model=Assessment,
    steps=AssessmentStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=(
        Field(name="title", example="Leden van netwerken, gegevensbescherming", names=True,
              listed=True),
        Field(name="reference", example="TV-001"),
        Field(name="activity", hint=_("het kenmerk van de verwerking"), example="VW-001",
              listed=True),
        Field(
            name="organisation",
            hint=_("code of naam van de organisatie die ervoor verantwoordelijk is"),
            example="wolverdam",
            listed=True,
            heading=_("organisatie"),
        ),
        Field(name="kind", example="gegevensbeschermingseffectbeoordeling", listed=True,
              heading=_("soort"), short=lambda assessment: KINDS[assessment.kind]),
        Field(name="necessity", example="Zonder naam en bereik is er geen contact mogelijk."),
        Field(name="risks", example="Privéleven (EVRM 8): bekend worden dat iemand meedoet."),
        Field(name="measures", example="Alleen de eigen gemeente leest, elke inzage vastgelegd."),
        Field(name="advice", example="Geen bezwaar; bewaartermijn is ingekort zoals geadviseerd."),
        Field(name="consultation", example="niet nodig: geen hoog restrisico"),
        Field(name="consulted"),
        Field(name="conclusion", example="geen bezwaar", listed=True),
        Field(name="conditions"),
        Field(name="assessed_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026", heading=_("getoetst")),
        Field(name="valid_until", hint=_("hoogstens drie jaar na de toets"), example="11-01-2028",
              listed=True, heading=_("geldig tot en met")),
        Field(name="closed_on", past=True, needed=_CLOSED, only=_CLOSED, entered=False),
        Field(name="state", synonyms=("status",), example="in bewerking", listed=True),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="oordeel", path="conclusion"),
        Filter(word="raadpleging", path="consultation"),
        Filter(word="eigenaar", path="organisation"),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="decide",
            label=_("besluiten over de toets vooraf"),
            state=State.PROPOSED,
            ends=_decide_by,
            provision=_("Werkafspraak: een collega besluit binnen dertig dagen."),
            answer="decide",
        ),
        Term(
            kind="renew",
            label=_("toets loopt af: opnieuw toetsen, of sluiten"),
            state=State.DECIDED,
            ends=_valid_until,
            provision=_("Eigen regel: een toets vooraf geldt hoogstens drie jaar (AVG 35)."),
            answer="close",
        ),
    ),
    items=("X-06",),
    rules=assessment_rules,
    lapsed=lapsed,
)  # fmt: skip
