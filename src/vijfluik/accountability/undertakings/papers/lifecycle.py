"""The life of a paper: filed → handled."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import PaperState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

LIFECYCLE = Lifecycle(
    initial=State.FILED,
    opening="file",
    opened_on="dated_on",
    edges=(
        Edge(
            name="handle",
            label=_("Als behandeld noteren"),
            sources=(State.FILED,),
            target=State.HANDLED,
            why=_("De Kamer heeft het stuk behandeld of voor kennisgeving aangenomen."),
        ),
        Edge(
            name="reopen",
            label=_("Weer openzetten"),
            sources=(State.HANDLED,),
            target=State.FILED,
            why=_("De behandeling gaat verder."),
            reason_asked=True,
            clears=("handled_on",),
        ),
        withdraw_from(State.values),
    ),
)
