"""Which municipalities there were on a day, and in which safety region each of them lay."""

import datetime as dt
from collections.abc import Mapping

from django.db.models import Q

from vijfluik.core.partners.models import PlaceKind, PlaceMembership


def municipalities_by_region(*, on: dt.date) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Region → its municipalities on a Dutch day as (key, name), both in the order of their names.

    A municipality that lies in no region on that day is in none of them.
    """
    held = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    living = Q(place__valid_until__isnull=True) | Q(place__valid_until__gt=on)
    rows = PlaceMembership.objects.filter(
        held,
        living,
        valid_from__lte=on,
        place__valid_from__lte=on,
        place__kind=PlaceKind.MUNICIPALITY,
        within__kind=PlaceKind.SAFETY_REGION,
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for region, key, name in rows.order_by("within__name", "place__name").values_list(
        "within__name", "place_id", "place__name"
    ):
        found.setdefault(region, []).append((key, name))
    return {region: tuple(places) for region, places in found.items()}
