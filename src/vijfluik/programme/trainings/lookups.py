"""The lists that a record refers to, read once and asked often."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vijfluik.core.partners.models import Organisation, Place, PlaceKind
from vijfluik.programme.trainings.models import Course


@dataclass(frozen=True, kw_only=True)
class CourseFact:
    """A course of the catalogue: whose, of what kind."""

    code: str
    name: str
    provider: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class PlaceFact:
    """A municipality during its life under one code, half-open."""

    id: int
    code: str
    name: str
    valid_from: dt.date
    valid_until: dt.date | None

    def exists_on(self, day: dt.date) -> bool:
        """Whether it was there on a day."""
        if day < self.valid_from:
            return False
        return self.valid_until is None or day < self.valid_until


@dataclass(frozen=True, kw_only=True)
class Lookups:
    """Providers by code, courses by code, municipalities by number and by word."""

    providers: Mapping[str, str]
    courses: Mapping[str, CourseFact]
    places: Mapping[int, PlaceFact]
    places_by_word: Mapping[str, tuple[PlaceFact, ...]] = field(repr=False)

    @property
    def place_names(self) -> dict[int, str]:
        """The names of the municipalities by number."""
        return {place.id: place.name for place in self.places.values()}


def lookups_of(
    *,
    providers: Mapping[str, str],
    courses: Iterable[CourseFact],
    places: Iterable[PlaceFact],
) -> Lookups:
    """Index the lists."""
    by_id = {place.id: place for place in places}
    by_word: defaultdict[str, list[PlaceFact]] = defaultdict(list)
    for place in by_id.values():
        by_word[place.name.casefold()].append(place)
        by_word[place.code.casefold()].append(place)
    return Lookups(
        providers=dict(providers),
        courses={course.code: course for course in courses},
        places=by_id,
        places_by_word={word: tuple(found) for word, found in by_word.items()},
    )


def read_lookups() -> Lookups:
    """The lists as they stand in the database: three queries."""
    return lookups_of(
        providers=dict(Organisation.objects.values_list("code", "name")),
        courses=(
            CourseFact(code=code, name=name, provider=provider, kind=kind)
            for code, name, provider, kind in Course.objects.values_list(
                "code", "name", "provider_id", "kind"
            )
        ),
        places=(
            PlaceFact(id=id_, code=code, name=name, valid_from=start, valid_until=end)
            for id_, code, name, start, end in Place.objects.filter(
                kind=PlaceKind.MUNICIPALITY
            ).values_list("id", "code", "name", "valid_from", "valid_until")
        ),
    )
