"""The stages of a bill: prepared → submitted → both Houses → Staatsblad → in force."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.vocabulary import BillState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.withdrawing import withdraw_from

LIFECYCLE = Lifecycle(
    initial=State.PREPARED,
    opening="follow",
    opened_on="followed_since",
    edges=(
        Edge(
            name="submit",
            label=_("Indienen"),
            sources=(State.PREPARED,),
            target=State.SUBMITTED,
            why=_("Het voorstel is bij de Tweede Kamer ingediend."),
        ),
        Edge(
            name="adopt_second",
            label=_("Aangenomen door de Tweede Kamer"),
            sources=(State.SUBMITTED,),
            target=State.SECOND_ADOPTED,
            why=_("De Tweede Kamer stemde voor; de Eerste Kamer is aan zet."),
        ),
        Edge(
            name="adopt_first",
            label=_("Aangenomen door de Eerste Kamer"),
            sources=(State.SECOND_ADOPTED,),
            target=State.ADOPTED,
            why=_("Beide Kamers stemden voor."),
        ),
        Edge(
            name="publish",
            label=_("In het Staatsblad"),
            sources=(State.ADOPTED,),
            target=State.PUBLISHED,
            why=_("De wet is bekendgemaakt; zij geldt nog niet."),
        ),
        Edge(
            name="enter",
            label=_("In werking"),
            sources=(State.PUBLISHED,),
            target=State.IN_FORCE,
            why=_("Vanaf deze dag geldt de wet; de bepalingen staan in Recht."),
        ),
        Edge(
            name="reject",
            label=_("Verworpen of ingetrokken"),
            sources=(State.SUBMITTED, State.SECOND_ADOPTED),
            target=State.REJECTED,
            why=_("Het voorstel wordt geen wet."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
