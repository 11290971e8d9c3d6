"""Invented people: names of syllables, documents of drawn numbers."""

import datetime as dt
from dataclasses import dataclass
from random import Random

ONSETS = [
    "B",
    "BR",
    "D",
    "DR",
    "F",
    "G",
    "H",
    "J",
    "K",
    "KL",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "ST",
    "T",
    "TR",
    "V",
    "W",
    "Z",
]
VOWELS = ["A", "AA", "E", "EE", "I", "IE", "O", "OE", "U"]
CODAS = ["", "L", "N", "R", "S", "K", "M", "T", "LD", "RG", "NS"]
ENDINGS = ["A", "EN", "IS", "O", "US", "EL", "IA"]
STATES = [
    "NLD",
    "DEU",
    "FRA",
    "GBR",
    "BEL",
    "ESP",
    "ITA",
    "POL",
    "TUR",
    "MAR",
    "USA",
    "IND",
    "CHN",
    "EGY",
    "KEN",
    "BRA",
]
TITLES = {"M": "MR", "F": "MRS"}
ADULT, CHILD, INFANT = "A", "C", "IN"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    surname: str
    given: str
    sex: str
    birth: dt.date
    nationality: str
    passport: str
    expiry: dt.date
    type: str


def syllables(rng: Random, count: int) -> str:
    """A word that sounds like a name and is none."""
    return "".join(
        rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(count)
    )


def surname(rng: Random) -> str:
    """An invented surname; now and then of two words, or with an apostrophe."""
    name = syllables(rng, rng.choice((1, 2, 2, 3)))
    chance = rng.random()
    if chance < 0.04:
        return f"VAN {name}"
    if chance < 0.06:
        return f"O'{name}"
    return name


def person(rng: Random, *, kind: str, on: dt.date, family: str | None = None) -> Person:
    """An invented person of that type on a day; of a family when a surname is given."""
    ages = {ADULT: (18 * 365, 85 * 365), CHILD: (2 * 365 + 1, 12 * 365), INFANT: (30, 2 * 365 - 30)}
    low, high = ages[kind]
    return Person(
        surname=family or surname(rng),
        given=syllables(rng, rng.choice((1, 2))) + rng.choice(ENDINGS),
        sex=rng.choice("MF"),
        birth=on - dt.timedelta(days=rng.randint(low, high)),
        nationality=rng.choices(STATES, [6, *[1] * (len(STATES) - 1)])[0],
        passport=rng.choice("ABCDEFGHKLMN") + f"{rng.randrange(10**8):08d}",
        expiry=on + dt.timedelta(days=rng.randint(30, 3650)),
        type=kind,
    )


def party(rng: Random, *, size: int, on: dt.date) -> list[Person]:
    """People of one booking: an adult first, then whoever."""
    family = surname(rng)
    made = [person(rng, kind=ADULT, on=on, family=family)]
    while len(made) < size:
        kind = rng.choices((ADULT, CHILD, INFANT), (6, 3, 1))[0]
        if kind == INFANT and any(one.type == INFANT for one in made):
            kind = CHILD
        name = family if rng.random() < 0.8 else None
        made.append(person(rng, kind=kind, on=on, family=name))
    return made
