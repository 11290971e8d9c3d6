"""The life of a partnership: prepared → active → extended by decision → ended or handed over."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import State

RUNNING = (State.ACTIVE, State.EXTENDED)

LIFECYCLE = Lifecycle(
    initial=State.PREPARED,
    opening="prepare",
    opened_on="decided_on",
    edges=(
        Edge(
            name="start",
            label=_("Beginnen"),
            sources=(State.PREPARED,),
            target=State.ACTIVE,
            why=_("De partners werken samen; vanaf nu staat vast tot wanneer."),
        ),
        Edge(
            name="extend",
            label=_("Verlengen"),
            sources=RUNNING,
            target=State.EXTENDED,
            why=_("Een termijn loopt vanzelf af. Verlengen is een besluit, met een reden."),
            reason_asked=True,
        ),
        Edge(
            name="review",
            label=_("Voortzetten na herziening"),
            sources=(State.ACTIVE,),
            target=State.ACTIVE,
            why=_("Wat geen einddag heeft, gaat alleen door als er opnieuw naar is gekeken."),
            reason_asked=True,
        ),
        Edge(
            name="hand_over",
            label=_("Overdragen"),
            sources=RUNNING,
            target=State.HANDED_OVER,
            why=_("Een andere organisatie zet het werk voort."),
            reason_asked=True,
        ),
        Edge(
            name="end",
            label=_("Beëindigen"),
            sources=(State.PREPARED, *RUNNING),
            target=State.ENDED,
            why=_("De samenwerking is klaar of stopt."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.ENDED, State.HANDED_OVER),
            target=State.ACTIVE,
            why=_("Het einde was te vroeg vastgelegd."),
            reason_asked=True,
            clears=("ended_on", "handed_to"),
        ),
        withdraw_from(State.values),
    ),
)

ACTS = (
    Act(
        name="start",
        word="beginnen",
        done=_("Begonnen"),
        asks=("started_on", "started_said", "term_years", "ends_on", "review_on"),
        day="started_on",
        initial=on_today("started_on"),
        icon="planned",
        tone="positive",
    ),
    Act(
        name="extend",
        word="verlengen",
        done=_("Verlengd"),
        asks=("extended_on", "extended_by", "ends_on"),
        day="extended_on",
        initial=on_today("extended_on"),
        icon="decision",
        tone="warning",
    ),
    Act(
        name="review",
        word="voortzetten",
        done=_("Voortgezet na herziening"),
        asks=("review_on",),
        icon="decision",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Beëindigd"),
        asks=("ended_on",),
        day="ended_on",
        initial=on_today("ended_on"),
        tone="neutral",
        undone_by="reopen",
    ),
    Act(
        name="hand_over",
        word="overdragen",
        done=_("Overgedragen"),
        asks=("ended_on", "handed_to"),
        day="ended_on",
        initial=on_today("ended_on"),
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change"),
    WITHDRAWING,
)
