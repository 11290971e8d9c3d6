"""The register of deviations, declared."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act, Field, Filter, Mark, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.municipalities.deviations.rules import rules
from vijfluik.programme.municipalities.deviations.vocabulary import ENDED, State
from vijfluik.programme.municipalities.models import Deviation, DeviationStep

LIFECYCLE = Lifecycle(
    initial=State.IN_FORCE,
    opening="decide",
    opened_on="decided_on",
    edges=(
        Edge(
            name="extend",
            label=_("Verlengen"),
            sources=(State.IN_FORCE,),
            target=State.IN_FORCE,
            why=_("De reden bestaat nog; iemand heeft dat nagegaan."),
            reason_asked=True,
        ),
        Edge(
            name="end",
            label=_("Beëindigen"),
            sources=(State.IN_FORCE,),
            target=State.ENDED,
            why=_("De gemeente krijgt weer wat vergelijkbare gemeenten krijgen."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.ENDED,),
            target=State.IN_FORCE,
            why=_("De reden bestaat nog."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="extend",
        word="verlengen",
        done=_("Verlengd"),
        asks=("review_on",),
        initial=lambda _deviation: {"review_on": today() + dt.timedelta(days=180)},
        icon="planned",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Beëindigd"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _deviation: {"ended_on": today()},
        icon="closed",
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)


def _due(deviation: Deviation) -> dt.date | None:
    return deviation.review_on


def lapsed(deviation: Deviation) -> Mark | None:
    """Nobody looked at it again in time: the page says so, and it is nobody's word any more."""
    if deviation.state == State.IN_FORCE and deviation.review_on < today():
        return Mark(label=_("niet op tijd bekeken"), tone="warning")
    return None


TERMS = (
    Term(
        kind="review",
        label=_("afwijking opnieuw bekijken"),
        state=State.IN_FORCE,
        ends=_due,
        provision=_(
            "Werkafspraak gelijke behandeling: een afwijking staat hoogstens een jaar zonder"
            " dat iemand haar opnieuw bekijkt."
        ),
        answer="extend",
    ),
)


FIELDS = (
    Field(
        name="difference",
        synonyms=("afwijking",),
        example="Twee trainingen meer dan gemeenten met dezelfde rol",
        names=True,
        listed=True,
    ),
    Field(name="reference", synonyms=("nummer",), example="VB-AF-001"),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die besloot"),
        example="nctv",
    ),
    Field(name="place", example="Wolverdam", on=("decided_on",), listed=True),
    Field(name="question", synonyms=("onderwerp",), example="trainingen", listed=True),
    Field(name="ground", synonyms=("reden",), example="de gemeente vroeg erom", listed=True),
    Field(name="reasons", example="De gemeente leidt dit jaar ook mensen uit de regio op."),
    Field(
        name="decided_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
    ),
    Field(
        name="review_on",
        hint=_("dd-mm-jjjj, binnen een jaar na het besluit"),
        example="08-12-2026",
        listed=True,
        heading=_("bekijken op"),
    ),
    Field(name="ended_on", past=True, needed=ENDED, only=ENDED, entered=False),
    Field(name="state", synonyms=("status",), example="geldt", listed=True),
)
DEVIATIONS = Register(
    thing="deviations",
    words=Words(
        path="afwijkingen",
        title=_("Afwijkingen in de steun"),
        new=_("Nieuwe afwijking"),
        intro=_(
            "Elke gemeente krijgt dezelfde vragen en dezelfde maatstaf. Krijgt er een iets anders "
            "dan vergelijkbare gemeenten, dan staat hier wat, en waarom. Zo komen verschillen uit "
            "maatwerk en niet uit willekeur. Wie er in een gemeente wonen, is geen reden."
        ),
        begin=_("Zeg wat er anders is, en waarom. De gemeente leest het mee."),
        begun=_("Het staat nu op de pagina van de gemeente."),
        opened=_("Besloten"),
        opening=_("Besluiten"),
        tones={
            State.IN_FORCE: "info",
            State.ENDED: "neutral",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Deviation,
    steps=DeviationStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="waarover", path="question", first=True),
        Filter(word="reden", path="ground", first=True),
        Filter(word="stand", path="state"),
        Filter(word="jaar", path="decided_on", name="year", label=_("jaar")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-01",),
    rules=rules,
    lapsed=lapsed,
)
