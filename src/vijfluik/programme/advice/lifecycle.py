"""The life of a request: requested → accepted → running → closed; or declined, by two people."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.advice.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.REQUESTED,
    opening="request",
    opened_on="requested_on",
    edges=(
        Edge(
            name="accept",
            label=_("Aannemen"),
            sources=(State.REQUESTED,),
            target=State.ACCEPTED,
            why=_("De aanvrager weet dat hij antwoord krijgt, en wanneer."),
        ),
        Edge(
            name="start",
            label=_("Beginnen"),
            sources=(State.ACCEPTED,),
            target=State.RUNNING,
            why=_("Het adviestraject of gesprek is begonnen."),
        ),
        Edge(
            name="close",
            label=_("Afronden"),
            sources=(State.ACCEPTED, State.RUNNING),
            target=State.CLOSED,
            why=_("Het antwoord is gegeven; vanaf nu telt de vraag als beantwoord."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.CLOSED,),
            target=State.RUNNING,
            why=_("Het antwoord was niet volledig, of de vraag gaat verder."),
            reason_asked=True,
            clears=("closed_on", "outcome"),
        ),
        Edge(
            name="propose_decline",
            label=_("Afwijzing voorstellen"),
            sources=(State.REQUESTED,),
            target=State.DECLINE_PROPOSED,
            why=_("Elke aanvrager wordt gelijk behandeld: wie afwijst, legt het een collega voor."),
            reason_asked=True,
        ),
        Edge(
            name="decline",
            label=_("Afwijzen"),
            sources=(State.DECLINE_PROPOSED,),
            target=State.DECLINED,
            why=_("Een ander dan wie het voorstelde, wijst af met de reden die erbij staat."),
            reason_asked=True,
            four_eyes=True,
        ),
        Edge(
            name="return",
            label=_("Afwijzing niet volgen"),
            sources=(State.DECLINE_PROPOSED,),
            target=State.REQUESTED,
            why=_("De vraag wordt alsnog in behandeling genomen."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
