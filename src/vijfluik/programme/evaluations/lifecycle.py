"""The life of an evaluation: planned → running → delivered → published → followed up."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.evaluations.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.PLANNED,
    opening="commission",
    opened_on="commissioned_on",
    edges=(
        Edge(
            name="start",
            label=_("Beginnen"),
            sources=(State.PLANNED,),
            target=State.RUNNING,
            why=_("De onderzoekers zijn aan het werk."),
        ),
        Edge(
            name="deliver",
            label=_("Opleveren"),
            sources=(State.RUNNING,),
            target=State.DELIVERED,
            why=_("Het rapport is er; de opdrachtgever leest het."),
        ),
        Edge(
            name="resume",
            label=_("Terug naar onderzoek"),
            sources=(State.DELIVERED,),
            target=State.RUNNING,
            why=_("Het rapport beantwoordt de vragen nog niet."),
            reason_asked=True,
            clears=("delivered_on",),
        ),
        Edge(
            name="publish",
            label=_("Openbaar maken"),
            sources=(State.DELIVERED,),
            target=State.PUBLISHED,
            why=_("Iedereen kan het lezen. Vanaf nu telt de rijpheid die eruit volgt."),
        ),
        Edge(
            name="follow_up",
            label=_("Opvolging afronden"),
            sources=(State.PUBLISHED,),
            target=State.FOLLOWED_UP,
            why=_("Elke aanbeveling is uitgevoerd, of met een reden niet overgenomen."),
        ),
        Edge(
            name="reopen",
            label=_("Opvolging heropenen"),
            sources=(State.FOLLOWED_UP,),
            target=State.PUBLISHED,
            why=_("Er bleek toch nog iets te doen."),
            reason_asked=True,
            clears=("followed_up_on",),
        ),
        withdraw_from(State.values),
    ),
)
