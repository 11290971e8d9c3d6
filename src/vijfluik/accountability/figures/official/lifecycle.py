"""The life of an official value: proposed by one, confirmed by another."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.figures.official.model import OfficialState
from vijfluik.core.lifecycle.edges import Edge, Lifecycle

LIFECYCLE = Lifecycle(
    initial=OfficialState.PROPOSED,
    edges=(
        Edge(
            name="confirm",
            label=_("Bevestigen"),
            sources=(OfficialState.PROPOSED,),
            target=OfficialState.CONFIRMED,
            why=_("Wat niet is nagekeken door een tweede, staat niet in een rapportage."),
            four_eyes=True,
            action="confirm",
        ),
        Edge(
            name="reject",
            label=_("Afwijzen"),
            sources=(OfficialState.PROPOSED,),
            target=OfficialState.REJECTED,
            why=_("Wat niet klopt met de bron, wordt niet bevestigd."),
            reason_asked=True,
            action="confirm",
        ),
        Edge(
            name="withdraw",
            label=_("Intrekken"),
            sources=(OfficialState.CONFIRMED,),
            target=OfficialState.WITHDRAWN,
            why=_("Een waarde die de bron zelf terugneemt, geldt niet meer."),
            reason_asked=True,
            action="withdraw",
        ),
    ),
)
