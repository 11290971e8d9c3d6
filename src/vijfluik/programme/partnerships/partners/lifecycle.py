"""The life of a partner: takes part → has left, and may come back."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import PartnerState

LIFECYCLE = Lifecycle(
    initial=PartnerState.ACTIVE,
    opening="join",
    opened_on="joined_on",
    edges=(
        Edge(
            name="leave",
            label=_("Uittreden"),
            sources=(PartnerState.ACTIVE,),
            target=PartnerState.LEFT,
            why=_("De partner doet niet meer mee; tot die dag telt hij mee."),
            reason_asked=True,
        ),
        Edge(
            name="return",
            label=_("Toch deelnemen"),
            sources=(PartnerState.LEFT,),
            target=PartnerState.ACTIVE,
            why=_("De partner is gebleven of teruggekomen."),
            reason_asked=True,
            clears=("left_on",),
        ),
        withdraw_from(PartnerState.values),
    ),
)

ACTS = (
    Act(
        name="leave",
        word="uittreden",
        done=_("Uitgetreden"),
        asks=("left_on",),
        day="left_on",
        initial=on_today("left_on"),
        tone="neutral",
        undone_by="return",
    ),
    Act(name="return", word="terugkomen", done=_("Neemt weer deel"), icon="change"),
    WITHDRAWING,
)
