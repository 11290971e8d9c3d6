"""The life of an application: applied → assessed → proposed → decided, the last by another person.

Deciding is an act of its own in the policy: who applies does not assess, who proposes does not
decide.
"""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from
from vijfluik.programme.grants.vocabulary import ApplicationState as State

LIFECYCLE = Lifecycle(
    initial=State.APPLIED,
    opening="apply",
    opened_on="applied_on",
    edges=(
        Edge(
            name="assess",
            label=_("Beoordelen"),
            sources=(State.APPLIED,),
            target=State.ASSESSED,
            why=_("Elk criterium van de ronde is beoordeeld, met een motivering."),
            action="appraise",
        ),
        Edge(
            name="propose_award",
            label=_("Toekenning voorstellen"),
            sources=(State.ASSESSED,),
            target=State.AWARD_PROPOSED,
            why=_("Wie beoordeelt, stelt voor; een ander besluit."),
            reason_asked=True,
            action="appraise",
        ),
        Edge(
            name="award",
            label=_("Toewijzen"),
            sources=(State.AWARD_PROPOSED,),
            target=State.AWARDED,
            why=_("Een ander dan wie het voorstelde, besluit over publiek geld."),
            four_eyes=True,
            action="decide",
        ),
        Edge(
            name="propose_rejection",
            label=_("Afwijzing voorstellen"),
            sources=(State.ASSESSED,),
            target=State.REJECTION_PROPOSED,
            why=_("Wie beoordeelt, stelt voor; een ander besluit."),
            reason_asked=True,
            action="appraise",
        ),
        Edge(
            name="reject",
            label=_("Afwijzen"),
            sources=(State.REJECTION_PROPOSED,),
            target=State.REJECTED,
            why=_("Een ander dan wie het voorstelde, wijst af met de reden die erbij staat."),
            reason_asked=True,
            four_eyes=True,
            action="decide",
        ),
        Edge(
            name="return",
            label=_("Voorstel niet volgen"),
            sources=(State.AWARD_PROPOSED, State.REJECTION_PROPOSED),
            target=State.ASSESSED,
            why=_("De beoordelaar doet een nieuw voorstel."),
            reason_asked=True,
            action="decide",
            clears=("proposed_cents",),
        ),
        withdraw_from(State.values),
    ),
)
