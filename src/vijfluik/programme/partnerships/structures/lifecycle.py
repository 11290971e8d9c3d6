"""The life of a structure: it stands, is confirmed time and again, and ends."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import StructureState

LIFECYCLE = Lifecycle(
    initial=StructureState.ACTIVE,
    opening="note",
    opened_on="confirmed_on",
    edges=(
        Edge(
            name="confirm",
            label=_("Nagelopen"),
            sources=(StructureState.ACTIVE,),
            target=StructureState.ACTIVE,
            why=_(
                "Mandaat, contactpunt en deelnemers kloppen op deze dag nog, of zijn bijgewerkt."
            ),
        ),
        Edge(
            name="end",
            label=_("Opheffen"),
            sources=(StructureState.ACTIVE,),
            target=StructureState.ENDED,
            why=_("De structuur is er niet meer; de reden blijft staan."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Toch in stand houden"),
            sources=(StructureState.ENDED,),
            target=StructureState.ACTIVE,
            why=_("De structuur staat nog, of weer."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(StructureState.values),
    ),
)

ACTS = (
    Act(
        name="confirm",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("confirmed_on", "remit", "contact", "members", "others", "exercised_on"),
        day="confirmed_on",
        initial=lambda structure: {
            "confirmed_on": on_today("confirmed_on")(structure)["confirmed_on"],
            **{name: getattr(structure, name)
               for name in ("remit", "contact", "members", "others", "exercised_on")},
        },
        icon="positive",
        tone="positive",
    ),
    Act(
        name="end",
        word="opheffen",
        done=_("Opgeheven"),
        asks=("ended_on",),
        day="ended_on",
        initial=on_today("ended_on"),
        tone="neutral",
        undone_by="reopen",
    ),
    Act(name="reopen", word="behouden", done=_("In stand gehouden"), icon="change"),
    WITHDRAWING,
)  # fmt: skip
