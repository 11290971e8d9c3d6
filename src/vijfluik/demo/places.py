"""Load the invented municipalities and regions."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path

from vijfluik.core.partners.models import (
    Organisation,
    Place,
    PlaceKind,
    PlaceMembership,
    PlaceSuccession,
)

FILE = Path(__file__).with_name("places.toml")
SINCE = dt.date(1994, 1, 1)
# The municipalities that have people of their own.
WITH_PEOPLE = {"Wolverdam": "wolverdam", "Duinmeer": "duinmeer"}
# Those that answered a survey of needs and have nobody here any more.
ANSWERED = {"Oosterlo": "oosterlo", "Ravenstad": "ravenstad", "Zandwijk": "zandwijk"}


def load_places() -> None:
    """Write places, memberships and successions through the owner's connection."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    regions = {
        code: Place.objects.using("owner").create(
            code=code, kind=PlaceKind.SAFETY_REGION, name=name, valid_from=SINCE
        )
        for code, name in content["regions"].items()
    }
    places = {}
    for code, (name, region, since, until) in content["municipalities"].items():
        valid = {"valid_from": _day(since), "valid_until": _day(until) if until else None}
        places[code] = Place.objects.using("owner").create(
            code=code, kind=PlaceKind.MUNICIPALITY, name=name, **valid
        )
        PlaceMembership.objects.using("owner").create(
            place=places[code], within=regions[region], **valid
        )
    for before, (after, on) in content["successions"].items():
        PlaceSuccession.objects.using("owner").create(
            before=places[before], after=places[after], on=_day(on)
        )
    tie(WITH_PEOPLE | ANSWERED)


def tie(organisations: Mapping[str, str]) -> None:
    """Say which municipality an organisation is: name of the place → code of the organisation."""
    for name, code in organisations.items():
        place = Place.objects.using("owner").filter(kind=PlaceKind.MUNICIPALITY, name=name)
        Organisation.objects.using("owner").filter(code=code).update(
            place=place.order_by("-valid_from").values("pk")[:1]
        )


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
