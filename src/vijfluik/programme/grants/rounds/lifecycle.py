"""The life of a round: announced → open → closed."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.grants.vocabulary import RoundState

LIFECYCLE = Lifecycle(
    initial=RoundState.ANNOUNCED,
    opening="announce",
    edges=(
        Edge(
            name="open",
            label=_("Openen"),
            sources=(RoundState.ANNOUNCED,),
            target=RoundState.OPEN,
            why=_("Vanaf nu kunnen organisaties aanvragen."),
        ),
        Edge(
            name="close",
            label=_("Sluiten"),
            sources=(RoundState.OPEN,),
            target=RoundState.CLOSED,
            why=_("Wat er is, wordt naast elkaar beoordeeld."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(RoundState.CLOSED,),
            target=RoundState.OPEN,
            why=_("Er is te vroeg gesloten, of de ronde wordt verlengd."),
            reason_asked=True,
        ),
        withdraw_from(RoundState.values),
    ),
)
