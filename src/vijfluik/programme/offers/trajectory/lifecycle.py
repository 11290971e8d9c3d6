"""The life of a trajectory: composed, put in another order, looked at again, ended."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.offers.common import in_a_year
from vijfluik.programme.offers.vocabulary import TrajectoryState

LIFECYCLE = Lifecycle(
    initial=TrajectoryState.OFFERED,
    opening="compose",
    opened_on="composed_on",
    edges=(
        Edge(
            name="arrange",
            label=_("Samenstellen"),
            sources=(TrajectoryState.OFFERED,),
            target=TrajectoryState.OFFERED,
            why=_("Delen erbij, eraf of in een andere volgorde; de vorige volgorde blijft staan."),
        ),
        Edge(
            name="confirm",
            label=_("Nagelopen"),
            sources=(TrajectoryState.OFFERED,),
            target=TrajectoryState.OFFERED,
            why=_("De delen worden nog aangeboden en passen nog op elkaar."),
        ),
        Edge(
            name="end",
            label=_("Uit het aanbod nemen"),
            sources=(TrajectoryState.OFFERED,),
            target=TrajectoryState.ENDED,
            why=_("Het traject wordt niet meer aangeboden; de reden blijft staan."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Weer in het aanbod opnemen"),
            sources=(TrajectoryState.ENDED,),
            target=TrajectoryState.OFFERED,
            why=_("Het wordt toch weer aangeboden."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(TrajectoryState.values),
    ),
)

ACTS = (
    Act(
        name="arrange",
        word="samenstellen",
        done=_("Samengesteld"),
        asks=("parts",),
        initial=lambda trajectory: {"parts": tuple(trajectory.parts)},
        icon="change",
    ),
    Act(
        name="confirm",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("review_on",),
        initial=lambda _trajectory: in_a_year("review_on"),
        icon="positive",
        tone="positive",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Uit het aanbod genomen"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _trajectory: {"ended_on": today()},
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="heropenen", done=_("Weer opgenomen"), icon="change"),
    WITHDRAWING,
)
