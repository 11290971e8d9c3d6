"""The life of an edition: draft → published → superseded by the next."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.publications.editions.vocabulary import State

LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="begun_on",
    edges=(
        Edge(
            name="publish",
            label=_("Laten verschijnen"),
            sources=(State.DRAFT,),
            target=State.PUBLISHED,
            why=_("Vanaf deze dag is dit wat de publicatie zegt."),
        ),
        Edge(
            name="supersede",
            label=_("Opvolgen"),
            sources=(State.PUBLISHED,),
            target=State.SUPERSEDED,
            why=_("Een volgende uitgave is verschenen; deze blijft staan voor haar eigen tijd."),
        ),
        Edge(
            name="reopen",
            label=_("Terug naar concept"),
            sources=(State.PUBLISHED,),
            target=State.DRAFT,
            why=_("Ze was nog niet verschenen."),
            reason_asked=True,
            clears=("published_on",),
        ),
        withdraw_from(State.values),
    ),
)
