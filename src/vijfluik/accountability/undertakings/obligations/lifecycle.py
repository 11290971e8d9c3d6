"""The life of an obligation: open → being carried out → done; reported on in between."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import ObligationState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

LIFECYCLE = Lifecycle(
    initial=State.OPEN,
    opening="bind",
    opened_on="adopted_on",
    edges=(
        Edge(
            name="begin",
            label=_("In uitvoering nemen"),
            sources=(State.OPEN,),
            target=State.RUNNING,
            why=_("Het onderdeel is begonnen uit te voeren wat de resolutie vraagt."),
        ),
        Edge(
            name="report",
            label=_("Verslag doen"),
            sources=(State.RUNNING,),
            target=State.RUNNING,
            why=_("Over de uitvoering is verslag gedaan; de volgende dag van verslag staat vast."),
        ),
        Edge(
            name="finish",
            label=_("Als uitgevoerd noteren"),
            sources=(State.OPEN, State.RUNNING),
            target=State.DONE,
            why=_("Wat de resolutie vraagt, is hier geregeld."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.DONE,),
            target=State.RUNNING,
            why=_("Een nieuwe resolutie of een oordeel vraagt meer."),
            reason_asked=True,
            clears=("done_on",),
        ),
        withdraw_from(State.values),
    ),
)
