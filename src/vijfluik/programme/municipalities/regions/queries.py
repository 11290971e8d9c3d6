"""The regions of a year: their municipalities, who leads, and the houses with their partners."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation, PlaceKind, PlaceMembership
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.programme.municipalities.support.queries import Part, Support, by_name, support
from vijfluik.programme.partnerships.models import Structure
from vijfluik.programme.partnerships.registers import STRUCTURES
from vijfluik.programme.partnerships.vocabulary import StructureKind, StructureState


@dataclass(frozen=True, kw_only=True)
class Region:
    """A safety region in a year.

    Attributes:
        municipalities: those of the last day of the year, by name.
        leading: those of them that lead with money of the year.
    """

    code: str
    name: str
    municipalities: Sequence[Support]
    leading: Sequence[Support]


@dataclass(frozen=True, kw_only=True)
class House:
    """A care and safety house: what it is called, and who takes part by name."""

    structure: Structure
    partners: Sequence[str]


def regions(*, year: int) -> Sequence[Region]:
    """The regions with what the reader may see of their municipalities, by name.

    Raises:
        Refused: the reader may see no municipality.
    """
    found = {each.code: each for each in support(year=year)}
    inside: dict[tuple[str, str], list[Support]] = {}
    for region, municipality in _memberships(on=dt.date(year, 12, 31)):
        if municipality in found:
            inside.setdefault(region, []).append(found[municipality])
    return [
        Region(
            code=code,
            name=name,
            municipalities=by_name(each),
            leading=leaders(each),
        )
        for (code, name), each in sorted(inside.items(), key=lambda one: one[0][1])
    ]


def leaders(municipalities: Sequence[Support]) -> Sequence[Support]:
    """Those that lead the region with money of the year, by name."""
    return by_name([each for each in municipalities if each.part == Part.LEADS])


def _memberships(*, on: dt.date) -> Sequence[tuple[tuple[str, str], str]]:
    """Region and municipality, as they were on a day."""
    stands = Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gt=on))
    rows = PlaceMembership.objects.filter(stands, within__kind=PlaceKind.SAFETY_REGION)
    told = rows.values_list("within__code", "within__name", "place__code")
    return [((code, name), municipality) for code, name, municipality in told]


def houses(*, who: Acting, year: int) -> Mapping[str, Sequence[House]]:
    """Code of a region → its houses; a house is of the region of the municipality that keeps it.

    Empty for who may read no structures.
    """
    if reach(who=who, thing=STRUCTURES.thing, action="read").nowhere:
        return {}
    with listed_records(STRUCTURES, who=who) as (rows, shown):
        kept = rows.filter(kind=StructureKind.HOUSE).exclude(
            state__in=(WITHDRAWN, StructureState.ENDED)
        )
        found = list(kept.select_related("lead__place").order_by("name", "key"))
        shown.showed([each.key for each in found], filters=["soort", "jaar"])
    region_of = {place: code for (code, _), place in _memberships(on=dt.date(year, 12, 31))}
    made: dict[str, list[House]] = {}
    for each in found:
        region = region_of.get(each.lead.place.code if each.lead.place else "")
        if region is not None:
            made.setdefault(region, []).append(House(structure=each, partners=partners_of(each)))
    return made


def partners_of(structure: Structure) -> Sequence[str]:
    """Who takes part in a structure: organisations of the platform by name, then the others."""
    names = Organisation.objects.filter(code__in=structure.members).order_by("name")
    others = [each.strip() for each in structure.others.split(",") if each.strip()]
    return [*names.values_list("name", flat=True), *others]
