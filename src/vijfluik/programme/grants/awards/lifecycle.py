"""The life of an award: prepared, signed by another person, accounted for, settled, reclaimed."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.grants.vocabulary import AwardState as State

LIFECYCLE = Lifecycle(
    initial=State.PREPARED,
    opening="prepare",
    opened_on="prepared_on",
    edges=(
        Edge(
            name="grant",
            label=_("Beschikking ondertekenen"),
            sources=(State.PREPARED,),
            target=State.AWARDED,
            why=_("Een ander dan wie de beschikking opstelde, verbindt het geld."),
            four_eyes=True,
            action="decide",
        ),
        Edge(
            name="start",
            label=_("Uitvoering begonnen"),
            sources=(State.AWARDED,),
            target=State.RUNNING,
            why=_("Het project loopt; vanaf nu is de verantwoording in zicht."),
        ),
        Edge(
            name="account",
            label=_("Verantwoorden"),
            sources=(State.AWARDED, State.RUNNING),
            target=State.ACCOUNTED,
            why=_("De ontvanger zegt wat er is gedaan, besteed en bereikt."),
            action="account",
        ),
        Edge(
            name="return",
            label=_("Verantwoording terugleggen"),
            sources=(State.ACCOUNTED,),
            target=State.RUNNING,
            why=_("De verantwoording is niet volledig."),
            reason_asked=True,
            clears=("accounted_on",),
        ),
        Edge(
            name="settle",
            label=_("Vaststellen"),
            sources=(State.ACCOUNTED,),
            target=State.SETTLED,
            why=_("Het bedrag staat vast; wat te veel is betaald, wordt teruggevorderd."),
            four_eyes=True,
            action="decide",
        ),
        Edge(
            name="reclaim",
            label=_("Terugvorderen"),
            sources=(State.SETTLED,),
            target=State.RECLAIMING,
            why=_("Er is meer betaald dan er is vastgesteld."),
            reason_asked=True,
        ),
        Edge(
            name="recover",
            label=_("Terugbetaling ontvangen"),
            sources=(State.RECLAIMING,),
            target=State.RECOVERED,
            why=_("Het bedrag is terug."),
        ),
        withdraw_from(State.values),
    ),
)
