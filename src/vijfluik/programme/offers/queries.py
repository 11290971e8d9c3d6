"""Which offers there are. Call these inside `acting(who)`; row-level security limits them."""

import uuid
from collections.abc import Iterable, Sequence

from django.db.models import Q

from vijfluik.core.partners.queries import today
from vijfluik.programme.offers.models import Offer, Trajectory
from vijfluik.programme.offers.vocabulary import OfferState, TrajectoryState


def current_offers() -> Sequence[Offer]:
    """What is in the offer today, by name: an order that says nothing of an offer's worth."""
    day = today()
    rows = Offer.objects.filter(state=OfferState.OFFERED, valid_from__lte=day)
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))
    return list(rows.select_related("organisation").order_by("name", "key"))


def offers_of(keys: Iterable[uuid.UUID]) -> Sequence[Offer]:
    """The offers of these keys in their order; what is out of reach is left out."""
    wanted = list(keys)
    found = Offer.objects.select_related("organisation").in_bulk(wanted)
    return [found[key] for key in wanted if key in found]


def current_trajectories() -> Sequence[Trajectory]:
    """The trajectories that are offered, by name."""
    rows = Trajectory.objects.filter(state=TrajectoryState.OFFERED)
    return list(rows.select_related("organisation").order_by("name"))
