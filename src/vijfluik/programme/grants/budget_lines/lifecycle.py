"""The life of a budget line: a draft, adopted, closed when its year is over."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.grants.vocabulary import LineState

LIFECYCLE = Lifecycle(
    initial=LineState.DRAFT,
    opening="draft",
    edges=(
        Edge(
            name="adopt",
            label=_("Vaststellen"),
            sources=(LineState.DRAFT,),
            target=LineState.ADOPTED,
            why=_("Vanaf nu telt het geld mee; een ontwerp is nog geen begroting."),
        ),
        Edge(
            name="close",
            label=_("Afsluiten"),
            sources=(LineState.ADOPTED,),
            target=LineState.CLOSED,
            why=_("Het jaar is voorbij; er komen geen toekenningen meer bij."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(LineState.CLOSED,),
            target=LineState.ADOPTED,
            why=_("Er is te vroeg afgesloten."),
            reason_asked=True,
        ),
        withdraw_from(LineState.values),
    ),
)
