"""The life of a network: it is there, is looked at time and again, and ends."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from
from vijfluik.programme.networks.vocabulary import NetworkState

_LOOKED_AT = ("aim", "themes", "contact")

LIFECYCLE = Lifecycle(
    initial=NetworkState.ACTIVE,
    opening="note",
    opened_on="confirmed_on",
    edges=(
        Edge(
            name="confirm",
            label=_("Nalopen"),
            sources=(NetworkState.ACTIVE,),
            target=NetworkState.ACTIVE,
            why=_("Doel, thema's en contactpunt kloppen op deze dag nog, of zijn bijgewerkt."),
        ),
        Edge(
            name="end",
            label=_("Beëindigen"),
            sources=(NetworkState.ACTIVE,),
            target=NetworkState.ENDED,
            why=_("Het netwerk is er niet meer, en daarmee de grond om van leden iets te bewaren."),
            reason_asked=True,
        ),
        Edge(
            name="reopen",
            label=_("Toch voortzetten"),
            sources=(NetworkState.ENDED,),
            target=NetworkState.ACTIVE,
            why=_("Het netwerk is er nog, of weer. Leden geven opnieuw toestemming."),
            reason_asked=True,
            clears=("ended_on",),
        ),
        withdraw_from(NetworkState.values),
    ),
)


def _as_known(network: Any) -> dict[str, object]:
    return {"confirmed_on": today(), **{name: getattr(network, name) for name in _LOOKED_AT}}


ACTS = (
    Act(
        name="confirm",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("confirmed_on", *_LOOKED_AT),
        day="confirmed_on",
        initial=_as_known,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="end",
        word="beeindigen",
        done=_("Beëindigd"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _network: {"ended_on": today()},
        tone="neutral",
        danger=True,
        question=_("Weet u zeker dat dit netwerk er niet meer is?"),
        consequences=(
            _("De gegevens van alle leden zijn meteen niet meer te zien en worden vernietigd."),
            _("Het netwerk en zijn bijeenkomsten blijven staan; daarin staat niemand genoemd."),
        ),
    ),
    Act(name="reopen", word="voortzetten", done=_("Voortgezet"), icon="change"),
    WITHDRAWING,
)
