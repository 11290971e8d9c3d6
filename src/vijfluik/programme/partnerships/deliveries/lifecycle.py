"""The life of a delivery: planned → delivered or cancelled."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.partnerships.common import on_today
from vijfluik.programme.partnerships.vocabulary import DeliveryState

LIFECYCLE = Lifecycle(
    initial=DeliveryState.PLANNED,
    opening="plan",
    edges=(
        Edge(
            name="deliver",
            label=_("Geleverd"),
            sources=(DeliveryState.PLANNED,),
            target=DeliveryState.DELIVERED,
            why=_("De partner heeft het ontvangen. Buiten Nederland geldt dan een toets."),
        ),
        Edge(
            name="undo",
            label=_("Toch niet geleverd"),
            sources=(DeliveryState.DELIVERED, DeliveryState.CANCELLED),
            target=DeliveryState.PLANNED,
            why=_("Het is nog niet geleverd, of het gaat toch door."),
            reason_asked=True,
            clears=("delivered_on",),
        ),
        Edge(
            name="cancel",
            label=_("Afzeggen"),
            sources=(DeliveryState.PLANNED,),
            target=DeliveryState.CANCELLED,
            why=_("Het gaat niet door; de reden blijft staan."),
            reason_asked=True,
        ),
        withdraw_from(DeliveryState.values),
    ),
)

ACTS = (
    Act(
        name="deliver",
        word="leveren",
        done=_("Geleverd"),
        asks=("delivered_on", "amount"),
        day="delivered_on",
        initial=on_today("delivered_on"),
        icon="positive",
        tone="positive",
        undone_by="undo",
    ),
    Act(name="undo", word="terugzetten", done=_("Weer voorgenomen"), icon="change"),
    Act(name="cancel", word="afzeggen", done=_("Afgezegd"), icon="refusal", undone_by="undo"),
    WITHDRAWING,
)
