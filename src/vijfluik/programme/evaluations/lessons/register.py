"""The register of lessons, declared: drafts of who evaluates, published ones for every partner."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.choices import served_choices
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Register, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.evaluations.lessons.rules import rules
from vijfluik.programme.evaluations.lessons.vocabulary import PUBLISHED, State
from vijfluik.programme.evaluations.models import Lesson, LessonStep
from vijfluik.programme.evaluations.register import SERVED
from vijfluik.programme.evaluations.vocabulary import DIFFUSE

LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="write",
    opened_on="written_on",
    edges=(
        Edge(
            name="publish",
            label=_("Publiceren"),
            sources=(State.DRAFT,),
            target=State.PUBLISHED,
            why=_("Vanaf nu leest elke partner van het programma deze les."),
        ),
        Edge(
            name="take_back",
            label=_("Terughalen"),
            sources=(State.PUBLISHED,),
            target=State.DRAFT,
            why=_("Er klopt iets niet; wie haar las, kan dat in de geschiedenis zien."),
            reason_asked=True,
            clears=("published_on",),
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="publish",
        word="publiceren",
        done=_("Gepubliceerd"),
        asks=("published_on",),
        day="published_on",
        initial=lambda _lesson: {"published_on": today()},
        icon="positive",
        tone="positive",
        undone_by="take_back",
    ),
    Act(name="take_back", word="terughalen", done=_("Teruggehaald"), icon="change"),
    WITHDRAWING,
)
FIELDS = (
    Field(name="title", example="Oefen voor u begint", names=True, listed=True),
    Field(name="reference", synonyms=("nummer",), example="VB-L-001"),
    Field(
        name="evaluation",
        synonyms=("onderzoek",),
        hint=_("kenmerk van de evaluatie"),
        example="VB-E-001",
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het onderzoek begeleidt"),
        example="wodc",
    ),
    Field(name="study", synonyms=("bron",), example="Voorbeeldonderzoek 2025", listed=True),
    Field(name="situation", example="Een school oefende gesprekken met een acteur"),
    Field(name="outcome", example="het ging zoals bedacht", listed=True),
    Field(name="learned", example="Wie oefent, begint eerder"),
    Field(name="advice", example="Plan het oefenen voor de les"),
    Field(name="audience", synonyms=("doelgroep",), example="gemeenten, scholen", listed=True),
    Field(
        name="written_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="published_on",
        past=True,
        needed=PUBLISHED,
        only=PUBLISHED,
        entered=False,
        listed=True,
        heading=_("gepubliceerd"),
    ),
    Field(name="state", synonyms=("status",), example="concept", listed=True),
    Field(
        name="item",
        derived=True,
        listed=True,
        short=lambda lesson: lesson.item,
        heading=_("onderdeel"),
    ),
    Field(name="compartment", derived=True),
)
LESSONS = Register(
    thing="lessons",
    words=Words(
        path="lessen",
        title=_("Lessen"),
        new=_("Nieuwe les"),
        intro=_(
            "Wat van een onderzoek is geleerd, zo opgeschreven dat een ander er iets mee kan. Elke "
            "partner leest de gepubliceerde lessen; een concept leest alleen wie het onderzoek "
            "begeleidt. Wat niet werkte, hoort er ook bij."
        ),
        begin=_("Schrijf één les op, voor wie er niet bij was."),
        begun=_("Volgende stap: publiceren, zodra het onderzoek openbaar is."),
        caveat=DIFFUSE,
        opened=_("Opgeschreven"),
        opening=_("Opschrijven"),
        tones={
            State.DRAFT: "neutral",
            State.PUBLISHED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={State.DRAFT: _("lessen nog niet gepubliceerd")},
    ),
    model=Lesson,
    steps=LessonStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="publiek", path="audience", label=_("voor wie"), first=True),
        Filter(word="hoe", path="outcome", first=True),
        Filter(
            word="onderdeel",
            path="item",
            label=_("onderdeel"),
            choices=lambda: served_choices(SERVED),
        ),
        Filter(word="stand", path="state"),
        Filter(word="jaar", path="written_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=(),
    items=SERVED,
    rules=rules,
)
