"""What each part of the platform may hold of people, and which parts are shut until assessed (H15).

A compartment declares its regime, who answers for it and whose data it may hold. Those of citizens
name the things that are shut: nobody does anything with them at an organisation before its
processing activity was adopted and both assessments were decided on and stand.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection, models
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vijfluik.core.promised import promised

FILE = Path(__file__).with_name("compartments.toml")


class Regime(models.TextChoices):
    """The law under which a compartment handles personal data."""

    AVG = "avg", _("AVG")
    WPG = "wpg", _("Wpg")
    WJSG = "wjsg", _("Wjsg")
    WGS = "wgs", _("WGS")


class Persons(models.TextChoices):
    """Whose data a compartment may hold."""

    NOBODY = "nobody", _("van niemand")
    PROFESSIONALS = "professionals", _("van wie hier werken")
    CITIZENS = "citizens", _("van burgers")


class Controller(models.TextChoices):
    """Who answers for a compartment."""

    OWNER = "owner", _("de organisatie van de vastlegging")
    OPERATOR = "operator", _("wie het platform laat draaien")


@dataclass(frozen=True, kw_only=True)
class Compartment:
    """A part of the platform with one regime and one sort of controller.

    Attributes:
        name: as processing activities name it.
        title: language → what it is called.
        things: what the policy calls what stands in it.
        shut: those of them that wait for assessments.
        rooms: the labels of the Django applications whose tables hold it.
    """

    name: str
    title: Mapping[str, str]
    persons: Persons
    regime: Regime
    controller: Controller
    things: frozenset[str]
    shut: frozenset[str]
    rooms: frozenset[str]

    def __str__(self) -> str:
        return self.title.get((get_language() or "nl")[:2], self.title["nl"])


def parse(text: str) -> tuple[Compartment, ...]:
    """Read the declarations.

    Raises:
        ValueError: an unknown regime, sort of persons or controller; a thing or a room that stands
            in two compartments; citizens with nothing shut; something shut that stands elsewhere.
        KeyError: a declaration is not complete.
    """
    found = tuple(_compartment(name, told) for name, told in tomllib.loads(text).items())
    _once([thing for each in found for thing in sorted(each.things)])
    _once([room for each in found for room in sorted(each.rooms)])
    return found


def _compartment(name: str, told: Mapping[str, Any]) -> Compartment:
    made = Compartment(
        name=name,
        title={"nl": told["nl"], "en": told["en"]},
        persons=Persons(told["persons"]),
        regime=Regime(told["regime"]),
        controller=Controller(told["controller"]),
        things=frozenset(told["things"]),
        shut=frozenset(told.get("shut", ())),
        rooms=frozenset(told["rooms"]),
    )
    if not made.shut <= made.things:
        raise ValueError(f"{name}: what is shut does not stand in it")
    if made.persons != Persons.CITIZENS:
        return made
    if not made.shut:
        raise ValueError(f"{name}: data of citizens are shut until they were assessed")
    return made


def _once(names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{FILE.name}: in two compartments: {', '.join(twice)}")


@cache
def compartments() -> tuple[Compartment, ...]:
    """All of them, in the order of the file; a process reads it once."""
    return parse(FILE.read_text(encoding="utf-8"))


def compartment_named(name: str) -> Compartment:
    """The compartment of that name.

    Raises:
        KeyError: there is none.
    """
    return {each.name: each for each in compartments()}[name]


@cache
def compartment_of(thing: str) -> Compartment:
    """The compartment in which a thing of the policy stands.

    Raises:
        KeyError: it stands in none.
    """
    for each in compartments():
        if thing in each.things:
            return each
    raise KeyError(thing)


@cache
def waits_for(thing: str) -> str:
    """The compartment whose assessments a thing waits for; empty when it waits for none."""
    for each in compartments():
        if thing in each.shut:
            return each.name
    return ""


def opened(compartment: str) -> frozenset[str]:
    """The organisations for which a compartment is open today; as the database says it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.opened(%s)", [compartment])
        return frozenset(cursor.fetchone()[0])


def open_at(thing: str, *, organisation: str) -> bool:
    """Whether anything may be done with a thing at an organisation, whoever would do it."""
    compartment = waits_for(thing)
    if not compartment:
        return True
    return organisation in opened(compartment)


def need_declared(thing: str, *, persons: bool) -> None:
    """Refuse a register of people that nobody has declared.

    Raises:
        ValueError: its records are people, and it is not shut until they were assessed.
    """
    if not persons:
        return
    if not waits_for(thing):
        raise ValueError(f"{thing!r} holds people and stands in no compartment that is shut")


def compartment_choices() -> list[tuple[str, Promise]]:
    """The compartments that hold data of people, to choose from in the language of the page."""
    return [
        (each.name, promised(each)) for each in compartments() if each.persons != Persons.NOBODY
    ]
