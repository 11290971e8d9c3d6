"""The states of a release and the ways between them, each with its reason."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.vocabulary import ReleaseState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

# No role may take this edge by itself: publishing the rectification does.
RECTIFY = "rectify"
LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="drafted_on",
    edges=(
        Edge(
            name="submit",
            label=_("Ter controle geven"),
            sources=(State.DRAFT,),
            target=State.IN_CHECK,
            why=_("De tekst is af; een ander controleert haar. De inhoud staat daarna vast."),
        ),
        Edge(
            name="adopt",
            label=_("Vaststellen"),
            sources=(State.IN_CHECK,),
            target=State.ADOPTED,
            why=_(
                "Een ander dan wie haar ter controle gaf, stelt haar vast. De bestanden van beide"
                " talen worden dan gemaakt en bewaard; precies die worden gepubliceerd."
            ),
            four_eyes=True,
        ),
        Edge(
            name="return",
            label=_("Terug naar bewerking"),
            sources=(State.IN_CHECK, State.ADOPTED),
            target=State.DRAFT,
            why=_("Er moet nog iets anders; zolang zij niet is gepubliceerd, kan dat."),
            reason_asked=True,
            clears=("check_by",),
        ),
        Edge(
            name="embargo",
            label=_("Embargo wijzigen"),
            sources=(State.ADOPTED,),
            target=State.ADOPTED,
            why=_("Het moment waarop iedereen haar mag lezen, is verzet."),
            reason_asked=True,
        ),
        Edge(
            name="publish",
            label=_("Publiceren"),
            sources=(State.ADOPTED,),
            target=State.PUBLISHED,
            why=_("De vastgestelde bestanden worden openbaar, na het embargo als dat er is."),
        ),
        Edge(
            name=RECTIFY,
            label=_("Rectificeren"),
            sources=(State.PUBLISHED,),
            target=State.RECTIFIED,
            why=_(
                "Een latere uitgave verbetert haar; zij blijft te lezen, met de melding erboven."
            ),
            action="rectify",
        ),
        withdraw_from((State.DRAFT, State.IN_CHECK)),
    ),
)
