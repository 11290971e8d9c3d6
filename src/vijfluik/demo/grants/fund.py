"""The independent fund: its rounds, its applicants, and the projects that it supports."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vijfluik.core.partners.models import Organisation
from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.grants import giving
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.telling import FUND, Line
from vijfluik.demo.owner import OWNER
from vijfluik.demo.people import SINCE
from vijfluik.programme.grants.vocabulary import Scheme

# Invented makers; none of them is called so.
MAKERS = {
    "verhalenhuis": "Stichting Verhalenhuis Merrelsluis",
    "buurtpodium": "Stichting Buurtpodium Olmerwaard",
    "filmbus": "Vereniging De Rijdende Filmbus",
    "gesprekstafel": "Stichting De Lange Gesprekstafel",
    "klasgeluid": "Stichting Klasgeluid",
    "pleinradio": "Vereniging Pleinradio Nevelhoven",
    "spiegelmakers": "Stichting Spiegelmakers",
    "jongzeggers": "Stichting Jongzeggers",
}
THEMES = ("stories", "education", "dialogue", "online", "sport_arts", "youth_work")
MUNICIPALITY = "duinmeer"


def load_makers() -> None:
    """Write the organisations that apply to the fund."""
    Organisation.objects.using(OWNER).bulk_create(
        Organisation(code=code, name=name, kind="other", contact="bestuur", valid_from=SINCE)
        for code, name in MAKERS.items()
    )


def tell(given: giving.Given, *, lines: Mapping[tuple[str, int], Line]) -> None:
    """The rounds of the fund with all that came of them."""
    for year, wanted in facts()["fund"].items():
        _year(given, line=lines[Scheme.FUND, int(year)], wanted=wanted)


def _year(given: giving.Given, *, line: Line, wanted: Mapping[str, Any]) -> None:
    chance = stream(facts()["seed"], "fund", line.year)
    opens, closes = dt.date(line.year, 1, 16), dt.date(line.year, 3, 1)
    within = giving.round_of(
        line, holder="fonds", reference=f"FR-{line.year}", opens=opens, closes=closes,
        title=f"Ronde {line.year} van het fonds", chance=chance,
    )  # fmt: skip
    given.rounds.append(within.step("open", on=opens).step("close", on=closes))
    for number in range(1, wanted["projects"] + wanted["rejected"] + 1):
        refused = number > wanted["projects"]
        ask = ask_of(number, year=line.year, chance=chance)
        life = giving.application(
            ask, line=line, within=within, reference=f"FA-{line.year}-{number:02}",
            on=opens + dt.timedelta(days=chance.randrange(40)), chance=chance,
        )  # fmt: skip
        given.applications.append(life)
        given.assessments += giving.assessed(
            life, line=line, on=closes + dt.timedelta(days=12), well=not refused, chance=chance
        )
        decided = closes + dt.timedelta(days=30 + chance.randrange(10))
        giving.decided(life, line=line, amount=None if refused else ask.amount, on=decided)
        if refused:
            continue
        award = giving.award(
            ask, line=line, of=life, reference=f"FT-{line.year}-{number:02}",
            on=decided + dt.timedelta(days=5), chance=chance,
        )  # fmt: skip
        given.awards.append(award)
        given.instalments += giving.paid(award, line=line, parts=(0.7, 0.3), chance=chance)
        giving.settled(award, line=line, by=FUND.proposes)


def ask_of(number: int, *, year: int, chance: Chance) -> giving.Ask:
    """What a maker asks for; one of each year is a municipality."""
    codes = list(MAKERS)
    applicant = MUNICIPALITY if number == 1 else codes[(number + year) % len(codes)]
    return giving.Ask(
        applicant=applicant,
        by="femke" if applicant == MUNICIPALITY else FUND.proposes,
        title=f"{chance.choice(facts()['projects'][Scheme.FUND])} {number}",
        amount=chance.randrange(8, 40) * 1000,
        category="voice",
        themes=sorted(chance.sample(THEMES, 2), key=THEMES.index),
    )
