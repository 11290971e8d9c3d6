"""More invented municipalities than the trainings need: those that a regional lead works with.

Their names are put together from parts that no Dutch municipality is called by. Some of them lead a
region and have an organisation, beside the two leads that have people, and the two that merged into
one that leads since: money of before and after the merger stands in both divisions.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from vijfluik.core.partners.models import Organisation, Place, PlaceKind, PlaceMembership
from vijfluik.demo.owner import OWNER
from vijfluik.demo.people import SINCE as FOUNDED
from vijfluik.demo.places import SINCE, WITH_PEOPLE, tie
from vijfluik.demo.requesters import Municipality

BEGINNINGS = (
    "Alver", "Bruun", "Drevel", "Elzer", "Ginder", "Harrel", "Iepel", "Joller", "Kiever", "Lomper",
    "Merrel", "Nevel", "Olmer", "Prangel",
)  # fmt: skip
ENDINGS = (
    "waard", "berg", "sluis", "drecht", "gaarde", "hoven", "kerke", "mond", "veld", "zijl", "stede",
)  # fmt: skip
FIRST_CODE = 9101
REGIONS = ("VR81", "VR82", "VR83", "VR84")
# Leads until they merged, and what leads in their stead: name → code of the organisation.
MERGED = {"Lindevoort": "lindevoort", "Meerhage": "meerhage"}
TOGETHER = {"Lindehage": "lindehage"}
MERGED_ON = dt.date(2019, 1, 1)
LEADS = 20
# What the demonstration tells of single awards it tells of those that stand before these.
BEFORE_THE_MERGED = 5


def names() -> Sequence[str]:
    """Their names, in a fixed order in which no two neighbours begin alike."""
    return [beginning + ending for ending in ENDINGS for beginning in BEGINNINGS]


def further() -> list[Municipality]:
    """They, as the other invented municipalities are told of."""
    return [
        Municipality(
            code=f"GM{FIRST_CODE + number}", name=name, valid_from=SINCE, valid_until=dt.date.max
        )
        for number, name in enumerate(names())
    ]


def load_municipalities() -> None:
    """Write the places, their regions, and the organisations of those that lead."""
    regions = {
        place.code: place
        for place in Place.objects.using(OWNER).filter(kind=PlaceKind.SAFETY_REGION)
    }
    places = Place.objects.using(OWNER).bulk_create(
        Place(code=place.code, kind=PlaceKind.MUNICIPALITY, name=place.name, valid_from=SINCE)
        for place in further()
    )
    PlaceMembership.objects.using(OWNER).bulk_create(
        PlaceMembership(
            place=place, within=regions[REGIONS[number % len(REGIONS)]], valid_from=SINCE
        )
        for number, place in enumerate(places)
    )
    lived = {code: {"valid_until": MERGED_ON} for code in MERGED.values()}
    lived |= {code: {"valid_from": MERGED_ON} for code in TOGETHER.values()}
    others = {
        name: code
        for name, code in {**leads(year=2018), **leads(year=2019)}.items()
        if name not in WITH_PEOPLE
    }
    Organisation.objects.using(OWNER).bulk_create(
        Organisation(
            **{
                "code": code,
                "name": f"Gemeente {name}",
                "kind": "municipality",
                "contact": "team openbare orde en veiligheid",
                "valid_from": FOUNDED,
            }
            | lived.get(code, {})
        )
        for name, code in others.items()
    )
    tie(others)


def leads(*, year: int, number: int = LEADS) -> Mapping[str, str]:
    """The first municipalities that lead a region in a year: name → code of the organisation."""
    others = {name: name.lower() for name in names()}
    merged = MERGED if year < MERGED_ON.year else TOGETHER
    first = dict(list((WITH_PEOPLE | others).items())[:BEFORE_THE_MERGED])
    return dict(list((first | merged | others).items())[:number])
