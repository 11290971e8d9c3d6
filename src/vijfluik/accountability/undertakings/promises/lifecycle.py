"""The life of an undertaking: open → proposed as done → settled by another; postponed by letter."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import UndertakingState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

LIFECYCLE = Lifecycle(
    initial=State.OPEN,
    opening="promise",
    opened_on="made_on",
    edges=(
        Edge(
            name="postpone",
            label=_("Uitstellen"),
            sources=(State.OPEN, State.POSTPONED),
            target=State.POSTPONED,
            why=_("De Kamer is per brief om uitstel gevraagd; alleen zo verschuift de termijn."),
            reason_asked=True,
        ),
        Edge(
            name="propose",
            label=_("Als afgedaan voorstellen"),
            sources=(State.OPEN, State.POSTPONED),
            target=State.PROPOSED,
            why=_("De brief aan de Kamer is er; een collega kijkt of die de toezegging nakomt."),
        ),
        Edge(
            name="settle",
            label=_("Afdoen"),
            sources=(State.PROPOSED,),
            target=State.SETTLED,
            why=_("Een ander dan wie het voorstelde, vindt dat de brief de toezegging nakomt."),
            four_eyes=True,
        ),
        Edge(
            name="return",
            label=_("Nog niet afgedaan"),
            sources=(State.PROPOSED,),
            target=State.OPEN,
            why=_("De brief komt de toezegging niet of niet geheel na."),
            reason_asked=True,
            clears=("settled_on", "settled_in"),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.SETTLED,),
            target=State.OPEN,
            why=_("Bij nader inzien, of volgens de Kamer, is er nog iets te doen."),
            reason_asked=True,
            clears=("settled_on", "settled_in"),
        ),
        withdraw_from(State.values),
    ),
)
