"""Where a training is and which invented organisation asked for it. Never a person."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vijfluik.demo.chance import Chance

FILE = Path(__file__).with_name("places.toml")

# By audience: what organisations of that kind are called in an invented municipality.
NAMES = {
    "municipality": ("Gemeente {}", "Gemeente {}, team openbare orde en veiligheid"),
    "police": ("Basisteam {}", "Politie-eenheid, basisteam {}"),
    "neighbourhood_police": ("Basisteam {}", "Wijkteam politie {}"),
    "custody": ("Penitentiaire inrichting {}", "Huis van bewaring {}"),
    "youth_work": ("Jongerenwerk {}", "Stichting Jongerenwerk {}", "Jongerencentrum {}"),
    "social_work": ("Welzijn {}", "Sociaal wijkteam {}", "Maatschappelijk werk {}"),
    "youth_care": ("Jeugdhulp {}", "Centrum voor Jeugd en Gezin {}"),
    "youth_health": ("Jeugdgezondheidszorg {}",),
    "youth_protection": ("Jeugdbescherming, locatie {}",),
    "youth_probation": ("Jeugdreclassering, locatie {}",),
    "mental_health": ("GGZ-instelling, locatie {}", "Polikliniek GGZ {}"),
    "teachers": ("Scholengroep {}", "Openbare scholen {}", "Scholengemeenschap {}"),
    "administrators": ("Bestuurdersoverleg {}", "Schoolbesturen {}"),
    "volunteers": ("Vrijwilligerspunt {}", "Buurthuis {}"),
    "other": ("Zorg- en Veiligheidshuis {}", "Woningcorporatie {}"),
}


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """An invented municipality during its life under one code, half-open."""

    code: str
    name: str
    valid_from: dt.date
    valid_until: dt.date

    def exists_on(self, day: dt.date) -> bool:
        """Whether it was there on a day."""
        return self.valid_from <= day < self.valid_until


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All of them, those that were merged included."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Municipality(
            code=code,
            name=name,
            valid_from=dt.date.fromisoformat(since),
            valid_until=dt.date.fromisoformat(until) if until else dt.date.max,
        )
        for code, (name, _region, since, until) in content["municipalities"].items()
    )


@cache
def _there(first: dt.date, last: dt.date) -> tuple[Municipality, ...]:
    return tuple(
        place for place in municipalities() if place.exists_on(first) and place.exists_on(last)
    )


def place_for(*, first: dt.date, last: dt.date, chance: Chance) -> Municipality:
    """A municipality that was there from a day to the end of the year of another day."""
    return chance.choice(_there(first, dt.date(last.year, 12, 31)))


def requester(*, audience: str, place: Municipality, chance: Chance) -> str:
    """An organisation for that kind of work in that municipality."""
    return chance.choice(NAMES[audience]).format(place.name)
