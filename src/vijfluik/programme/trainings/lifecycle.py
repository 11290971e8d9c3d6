"""The life of a training: request → planned → held or cancelled; withdrawn when it was an error."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.trainings.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.REQUESTED,
    opening="request",
    opened_on="requested_on",
    edges=(
        Edge(
            name="plan",
            label=_("Plannen"),
            sources=(State.REQUESTED,),
            target=State.PLANNED,
            why=_("De aanbieder en de aanvrager zijn het eens over een dag."),
        ),
        Edge(
            name="replan",
            label=_("Verzetten"),
            sources=(State.PLANNED,),
            target=State.PLANNED,
            why=_("De dag schuift op; de oude dag blijft in de geschiedenis staan."),
            reason_asked=True,
        ),
        Edge(
            name="hold",
            label=_("Als gegeven vastleggen"),
            sources=(State.REQUESTED, State.PLANNED),
            target=State.HELD,
            why=_("Pas als bekend is hoeveel deelnemers er waren, telt de training mee."),
        ),
        Edge(
            name="cancel",
            label=_("Annuleren"),
            sources=(State.REQUESTED, State.PLANNED),
            target=State.CANCELLED,
            why=_("Een geannuleerde training blijft als aanvraag meetellen."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Annulering terugdraaien"),
            sources=(State.CANCELLED,),
            target=State.REQUESTED,
            why=_("De annulering berustte op een vergissing."),
            reason_asked=True,
            clears=("planned_on",),
        ),
        withdraw_from(State.values),
    ),
)
