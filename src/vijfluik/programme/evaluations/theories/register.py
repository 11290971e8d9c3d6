"""The register of theories of change, declared: the canvas of an intervention."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.evaluations.models import Theory, TheoryStep
from vijfluik.programme.evaluations.register import SERVED
from vijfluik.programme.evaluations.theories.rules import rules
from vijfluik.programme.evaluations.theories.vocabulary import State
from vijfluik.programme.evaluations.vocabulary import DIFFUSE

_AGREED = (State.AGREED.value,)

LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="begun_on",
    edges=(
        Edge(
            name="agree",
            label=_("Vaststellen"),
            sources=(State.DRAFT,),
            target=State.AGREED,
            why=_("Wie ermee werken zijn het eens; vanaf nu is het iets om aan te toetsen."),
        ),
        Edge(
            name="reopen",
            label=_("Bijstellen"),
            sources=(State.AGREED,),
            target=State.DRAFT,
            why=_("Er is iets geleerd waardoor het anders moet."),
            reason_asked=True,
            clears=("agreed_on",),
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="agree",
        word="vaststellen",
        done=_("Vastgesteld"),
        asks=("agreed_on",),
        day="agreed_on",
        initial=lambda _theory: {"agreed_on": today()},
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="bijstellen", done=_("Bijstelling begonnen"), icon="change"),
    WITHDRAWING,
)
FIELDS = (
    Field(name="title", example="Gesprekken in de klas", names=True, listed=True),
    Field(name="reference", synonyms=("nummer",), example="VB-T-001"),
    Field(
        name="evaluation",
        synonyms=("onderzoek",),
        hint=_("kenmerk van de evaluatie"),
        example="VB-E-001",
        listed=True,
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het onderzoek begeleidt"),
        example="wodc",
    ),
    Field(name="problem", example="Docenten gaan moeilijke gesprekken uit de weg"),
    Field(name="target_group_assumption", needed=_AGREED, example="Docenten zijn er het eerst bij"),
    Field(name="target_group_evidence"),
    Field(name="target_group", example="Docenten in het voortgezet onderwijs"),
    Field(name="activity_assumption", needed=_AGREED, example="Oefenen is welkom"),
    Field(name="activity_evidence"),
    Field(name="activity", example="Een training met oefengesprekken"),
    Field(name="mechanism_assumption", needed=_AGREED, example="Oefenen geeft vertrouwen"),
    Field(name="mechanism_evidence"),
    Field(name="mechanism", example="Vertrouwen in eigen kunnen"),
    Field(name="outcome_assumption", needed=_AGREED, example="Wie durft, begint eerder"),
    Field(name="outcome_evidence"),
    Field(name="outcome", example="Gesprekken beginnen eerder"),
    Field(name="indicators", synonyms=("indicatoren",)),
    Field(
        name="begun_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(name="agreed_on", past=True, needed=_AGREED, only=_AGREED, entered=False, listed=True),
    Field(name="state", synonyms=("status",), example="in opbouw", listed=True),
    Field(name="compartment", derived=True),
)
THEORIES = Register(
    thing="theories",
    words=Words(
        path="verandertheorieen",
        title=_("Verandertheorieën"),
        new=_("Nieuwe verandertheorie"),
        intro=_(
            "Waarom zou iets werken? Een verandertheorie zegt het in vijf vakken: probleem, "
            "doelgroep, activiteit, mechanisme en uitkomst. Bij elke pijl staat de aanname, en "
            "waar die op rust."
        ),
        begin=_("Vul de vijf vakken. De aannames mogen later, maar horen erbij voor vaststellen."),
        begun=_("Volgende stap: met wie ermee werken vaststellen."),
        caveat=DIFFUSE,
        opened=_("Begonnen"),
        opening=_("Beginnen"),
        tones={
            State.DRAFT: "info",
            State.AGREED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={State.DRAFT: _("verandertheorieën in opbouw")},
    ),
    model=Theory,
    steps=TheoryStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(
            word="onderdeel",
            path="evaluation__item",
            label=_("onderdeel"),
            first=True,
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="jaar", path="begun_on", name="year", label=_("jaar"), first=True),
    ),
    acts=ACTS,
    terms=(),
    items=SERVED,
    rules=rules,
)
