"""The municipalities of a day, each with the safety region in which it lay."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from vijfluik.core.partners.models import Place, PlaceKind
from vijfluik.core.partners.regions import municipalities_by_region


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """A municipality on a day. key: of the place, as figures name it; region: empty for none."""

    key: int
    code: str
    name: str
    region: str


def municipalities(*, on: dt.date) -> Sequence[Municipality]:
    """Those that there were on a Dutch day, by name: an order that says nothing of them."""
    region = {
        key: name
        for name, members in municipalities_by_region(on=on).items()
        for key, _member in members
    }
    living = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    rows = Place.objects.filter(living, kind=PlaceKind.MUNICIPALITY, valid_from__lte=on)
    return [
        Municipality(key=each.pk, code=each.code, name=each.name, region=region.get(each.pk, ""))
        for each in rows.order_by("name", "code")
    ]
