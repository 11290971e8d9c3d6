"""When somebody makes sure again that a network is as recorded: an agreement of our own."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Mark, Term
from vijfluik.programme.networks.models import Network
from vijfluik.programme.networks.vocabulary import NetworkState

STALE_DAYS = 365


def fresh_until(network: Network) -> dt.date:
    """The last day on which what is recorded still counts as looked at."""
    confirmed: dt.date = network.confirmed_on
    return confirmed + dt.timedelta(days=STALE_DAYS)


def lapsed(network: Network) -> Mark | None:
    """Whether nobody looked at an active network, or it did not meet, for longer than a year."""
    if network.state != NetworkState.ACTIVE:
        return None
    if fresh_until(network) < today():
        return Mark(label=_("verouderd"), tone="negative")
    last: dt.date = network.last_met_on or network.started_on
    if last + dt.timedelta(days=STALE_DAYS) < today():
        return Mark(label=_("lang niet bijeen"), tone="warning")
    return None


TERMS = (
    Term(
        kind="confirm",
        label=_("nalopen of doel, thema's en contactpunt kloppen"),
        state=NetworkState.ACTIVE,
        ends=fresh_until,
        provision=_(
            "Eigen regel: een netwerk dat een jaar niet is nagelopen, geldt als verouderd."
        ),
        answer="confirm",
    ),
)
