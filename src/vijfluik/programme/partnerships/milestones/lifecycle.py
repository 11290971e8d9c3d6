"""The life of a milestone: planned, expected anew with a reason, reached or dropped."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import MilestoneState

LIFECYCLE = Lifecycle(
    initial=MilestoneState.PLANNED,
    opening="agree",
    opened_on="agreed_on",
    edges=(
        Edge(
            name="forecast",
            label=_("Verwachting bijstellen"),
            sources=(MilestoneState.PLANNED,),
            target=MilestoneState.PLANNED,
            why=_("De dag verschuift. De reden en elke eerdere dag blijven zichtbaar."),
            reason_asked=True,
        ),
        Edge(
            name="reach",
            label=_("Bereikt"),
            sources=(MilestoneState.PLANNED,),
            target=MilestoneState.REACHED,
            why=_("Wat er moest zijn, is er."),
        ),
        Edge(
            name="reopen",
            label=_("Toch niet bereikt"),
            sources=(MilestoneState.REACHED, MilestoneState.DROPPED),
            target=MilestoneState.PLANNED,
            why=_("Het was nog niet af, of het gaat toch door."),
            reason_asked=True,
            clears=("reached_on",),
        ),
        Edge(
            name="drop",
            label=_("Laten vervallen"),
            sources=(MilestoneState.PLANNED,),
            target=MilestoneState.DROPPED,
            why=_("De mijlpaal wordt niet meer nagestreefd; de reden blijft staan."),
            reason_asked=True,
        ),
        withdraw_from(MilestoneState.values),
    ),
)

ACTS = (
    Act(
        name="forecast",
        word="bijstellen",
        done=_("Verwachting bijgesteld"),
        asks=("forecast_on",),
        recorded_on="forecast_on",
        icon="clock",
        tone="warning",
    ),
    Act(
        name="reach",
        word="bereiken",
        done=_("Bereikt"),
        asks=("started_on", "reached_on"),
        day="reached_on",
        initial=on_today("reached_on"),
        icon="positive",
        tone="positive",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Weer gepland"), icon="change"),
    Act(name="drop", word="vervallen", done=_("Vervallen"), icon="refusal", undone_by="reopen"),
    WITHDRAWING,
)
