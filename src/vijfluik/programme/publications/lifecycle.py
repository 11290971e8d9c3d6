"""The life of a publication: draft → review → published → revised, superseded or retired."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.publications.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="begun_on",
    edges=(
        Edge(
            name="submit",
            label=_("Ter beoordeling leggen"),
            sources=(State.DRAFT,),
            target=State.REVIEW,
            why=_("Een tweede leest mee voordat het naar buiten gaat."),
        ),
        Edge(
            name="publish",
            label=_("Publiceren"),
            sources=(State.REVIEW,),
            target=State.PUBLISHED,
            why=_("Een ander dan wie het voorlegde, laat het naar buiten gaan."),
            four_eyes=True,
        ),
        Edge(
            name="return",
            label=_("Teruggeven"),
            sources=(State.REVIEW,),
            target=State.DRAFT,
            why=_("Het is nog niet goed genoeg; de reden zegt wat er moet gebeuren."),
            reason_asked=True,
            clears=("submitted_on",),
        ),
        Edge(
            name="reconfirm",
            label=_("Nog actueel"),
            sources=(State.PUBLISHED,),
            target=State.PUBLISHED,
            why=_("Iemand heeft het nagelezen: het klopt nog, tot de volgende dag van herziening."),
        ),
        Edge(
            name="revise",
            label=_("Herzien"),
            sources=(State.PUBLISHED,),
            target=State.IN_REVISION,
            why=_("De inhoud wordt vernieuwd; tot die tijd blijft de oude gelden."),
            reason_asked=True,
        ),
        Edge(
            name="republish",
            label=_("Herziening publiceren"),
            sources=(State.IN_REVISION,),
            target=State.PUBLISHED,
            why=_("Een ander dan wie de herziening begon, laat de nieuwe uitgave gaan."),
            four_eyes=True,
        ),
        Edge(
            name="supersede",
            label=_("Vervangen"),
            sources=(State.PUBLISHED, State.IN_REVISION),
            target=State.SUPERSEDED,
            why=_("Een opvolger is verschenen; die noemt deze als voorganger."),
        ),
        Edge(
            name="retire",
            label=_("Uit omloop nemen"),
            sources=(State.PUBLISHED, State.IN_REVISION),
            target=State.RETIRED,
            why=_("Niemand moet er nog naar werken, en er komt niets voor in de plaats."),
            reason_asked=True,
        ),
        Edge(
            name="restore",
            label=_("Terug in omloop"),
            sources=(State.SUPERSEDED, State.RETIRED),
            target=State.PUBLISHED,
            why=_("Het bleek toch nog te gelden, zoals een campagne die weer begint."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(State.values),
    ),
)
