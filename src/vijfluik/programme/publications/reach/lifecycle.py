"""The life of a count: estimated → measured."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.publications.reach.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.ESTIMATED,
    opening="estimate",
    edges=(
        Edge(
            name="measure",
            label=_("Meting vastleggen"),
            sources=(State.ESTIMATED,),
            target=State.MEASURED,
            why=_("Er is geteld wat echt is bereikt; de raming blijft er los van staan."),
        ),
        Edge(
            name="remeasure",
            label=_("Meting terugnemen"),
            sources=(State.MEASURED,),
            target=State.ESTIMATED,
            why=_("De telling deugde niet; er wordt opnieuw geteld."),
            reason_asked=True,
            clears=("realised", "measured_on", "method"),
        ),
        withdraw_from(State.values),
    ),
)
