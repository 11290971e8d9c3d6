"""The register of recommendations, declared: followed to closure."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.evaluations.models import Recommendation, RecommendationStep
from vijfluik.programme.evaluations.recommendations.rules import rules
from vijfluik.programme.evaluations.recommendations.vocabulary import ANSWERED, State
from vijfluik.programme.evaluations.register import SERVED
from vijfluik.programme.evaluations.vocabulary import DIFFUSE

ANSWER_DAYS = 90
_ACCEPTED = (State.ACCEPTED.value,)
_DONE = (State.DONE.value,)


def _answer_by(recommendation: Recommendation) -> dt.date:
    return recommendation.made_on + dt.timedelta(days=ANSWER_DAYS)


def _done_by(recommendation: Recommendation) -> dt.date | None:
    return recommendation.due_on


def _answering(_recommendation: Recommendation) -> Mapping[str, object]:
    return {"responded_on": today()}


LIFECYCLE = Lifecycle(
    initial=State.OPEN,
    opening="make",
    opened_on="made_on",
    edges=(
        Edge(
            name="accept",
            label=_("Overnemen"),
            sources=(State.OPEN, State.REJECTED),
            target=State.ACCEPTED,
            why=_("De eigenaar gaat het doen, en zegt voor welke dag."),
        ),
        Edge(
            name="reject",
            label=_("Niet overnemen"),
            sources=(State.OPEN, State.ACCEPTED),
            target=State.REJECTED,
            why=_("De eigenaar doet het niet; de reden blijft erbij staan."),
            reason_asked=True,
        ),
        Edge(
            name="settle",
            label=_("Uitgevoerd"),
            sources=(State.ACCEPTED,),
            target=State.DONE,
            why=_("Er is gedaan wat was toegezegd."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.DONE,),
            target=State.ACCEPTED,
            why=_("Het was nog niet klaar."),
            reason_asked=True,
            clears=("done_on",),
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="accept",
        word="overnemen",
        done=_("Overgenomen"),
        asks=("response", "responded_on", "due_on"),
        day="responded_on",
        initial=_answering,
        icon="decision",
        tone="info",
    ),
    Act(
        name="reject",
        word="niet-overnemen",
        done=_("Niet overgenomen"),
        asks=("response", "responded_on"),
        day="responded_on",
        initial=_answering,
        icon="refusal",
        tone="neutral",
    ),
    Act(
        name="settle",
        word="uitgevoerd",
        done=_("Uitgevoerd"),
        asks=("done_on", "response"),
        day="done_on",
        initial=lambda recommendation: {"done_on": today(), "response": recommendation.response},
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)
FIELDS = (
    Field(name="title", example="Deel informatie eerder", names=True, listed=True),
    Field(name="reference", synonyms=("nummer",), example="VB-R-001"),
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
    Field(name="addressee", synonyms=("gericht aan",), example="jenv", listed=True),
    Field(name="detail"),
    Field(
        name="made_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(name="state", synonyms=("stand",), example="nog geen reactie", listed=True),
    Field(name="response", synonyms=("antwoord",), entered=False),
    Field(name="responded_on", past=True, needed=ANSWERED, only=ANSWERED, entered=False),
    Field(
        name="due_on",
        synonyms=("voor",),
        needed=_ACCEPTED,
        entered=False,
        listed=True,
        heading=_("uitgevoerd voor"),
    ),
    Field(name="done_on", past=True, needed=_DONE, only=_DONE, entered=False),
    Field(name="compartment", derived=True),
)
RECOMMENDATIONS = Register(
    thing="recommendations",
    words=Words(
        path="aanbevelingen",
        title=_("Aanbevelingen"),
        new=_("Nieuwe aanbeveling"),
        intro=_(
            "Wat onderzoeken aanbevelen, aan wie, wat die organisatie antwoordde, en of het is "
            "gedaan. Een aanbeveling blijft open tot zij is uitgevoerd of met een reden afgewezen."
        ),
        begin=_("Leg vast wat het onderzoek aanbeveelt, en wie er iets mee moet doen."),
        begun=_("Volgende stap: de reactie van de eigenaar vastleggen."),
        caveat=DIFFUSE,
        opened=_("Gedaan"),
        opening=_("Aanbevelen"),
        tones={
            State.OPEN: "warning",
            State.ACCEPTED: "info",
            State.REJECTED: "neutral",
            State.DONE: "positive",
            State.WITHDRAWN: "negative",
        },
        open={
            State.OPEN: _("aanbevelingen zonder reactie"),
            State.ACCEPTED: _("aanbevelingen uit te voeren"),
        },
    ),
    model=Recommendation,
    steps=RecommendationStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="opvolging", path="state", first=True),
        Filter(word="eigenaar", path="addressee", first=True),
        Filter(
            word="onderdeel",
            path="evaluation__item",
            label=_("onderdeel"),
            first=True,
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="jaar", path="made_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="answer",
            label=_("reageren op de aanbeveling"),
            state=State.OPEN,
            ends=_answer_by,
            provision=_("Werkafspraak evaluaties: binnen 90 dagen is er een reactie."),
            answer="accept",
        ),
        Term(
            kind="settle",
            label=_("aanbeveling uitvoeren"),
            state=State.ACCEPTED,
            ends=_done_by,
            provision=_("De dag die de eigenaar bij zijn reactie heeft toegezegd."),
            answer="settle",
        ),
    ),
    items=SERVED,
    rules=rules,
)
