"""The life of an instalment: planned → paid, or cancelled."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.grants.vocabulary import InstalmentState as State

LIFECYCLE = Lifecycle(
    initial=State.PLANNED,
    opening="plan",
    edges=(
        Edge(
            name="pay",
            label=_("Betaald"),
            sources=(State.PLANNED,),
            target=State.PAID,
            why=_("Het geld is overgemaakt."),
        ),
        Edge(
            name="cancel",
            label=_("Laten vervallen"),
            sources=(State.PLANNED,),
            target=State.CANCELLED,
            why=_("Deze termijn wordt niet betaald."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
