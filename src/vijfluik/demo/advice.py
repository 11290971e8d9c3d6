"""Invented requests for advice: those of the reporting period, and work of today."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.core.partners.models import Place
from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.grants.municipalities import further
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.owner import OWNER
from vijfluik.demo.requesters import Municipality, municipalities, place_for, requester
from vijfluik.demo.targets import FILE as TARGETS
from vijfluik.demo.targets import Targets, TargetsRefused
from vijfluik.programme.advice.register import REGISTER

FILE = Path(__file__).with_name("advice.toml")
Counts = Mapping[str, Any]
THEMES = {
    "ess": ("local_networks", "polarisation", "social_domain"),
    "forsa": ("leaving", "radicalisation"),
    "family_support": ("leaving", "radicalisation"),
    "school_safety": ("school_climate", "polarisation"),
}
# Service → the kind of requester, and what such organisations are called.
ASKED_BY = {
    "ess": ("municipality", "municipality"),
    "forsa": ("justice", "youth_probation"),
    "family_support": ("care", "social_work"),
    "school_safety": ("school", "teachers"),
}


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def read_counts() -> Counts:
    """Figure → the value it has in the demonstration, as it stands in the table of targets."""
    found: Counts = tomllib.loads(TARGETS.read_text(encoding="utf-8"))["advice"]
    return found


def load_advice(
    *,
    day: dt.date,
    targets: Targets | None = None,  # noqa: ARG001 (as every room)
    counts: Counts | None = None,
) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms.
        counts: figure → value; those of `targets.toml` when None.
    """
    places = dict(Place.objects.using(OWNER).values_list("code", "id"))
    past = _past(places, counts=read_counts() if counts is None else counts)
    return load_lives(REGISTER, [*past, *_current(places, day=day)])


def _requests(counts: Counts, *, service: str, kind: str) -> Sequence[Municipality | None]:
    """One for each request of a series: the municipality that asked, or None for any."""
    match service, kind:
        case "ess", "consultation":
            asking = _advised(counts["ess-municipalities-advised-2018"])
            return [*asking, *asking[:: facts()["asked_twice"]]]
        case "ess", _:
            return [None] * int(facts()["trajectories"])
        case "school_safety", _:
            return [None] * int(counts["ssv-advice-talks-2018"])
        case _, "information":
            return [None] * int(counts["lse-information-requests-split"][service])
        case _:
            return [None] * int(counts["lse-consultation-questions-split"][service])


def _advised(count: int) -> list[Municipality]:
    """So many different municipalities that were there throughout 2018."""
    first, last = dt.date(2018, 1, 1), dt.date(2018, 12, 31)
    there = [each for each in municipalities() if each.exists_on(first) and each.exists_on(last)]
    everybody = [*there, *further()]
    if count > len(everybody):
        raise TargetsRefused(
            f"ess-municipalities-advised-2018 is {count}, and the demonstration has"
            f" {len(everybody)} municipalities."
        )
    return everybody[:count]


def _past(places: dict[str, int], *, counts: Counts) -> Iterator[Life]:
    for service, kind, owner, by, first, last in facts()["series"]:
        chance = stream(facts()["seed"], service, kind)
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        asking = _requests(counts, service=service, kind=kind)
        for number, place in enumerate(asking, start=1):
            asked = start + dt.timedelta(days=chance.randrange((end - start).days - 45))
            life = _asked(
                service=service, kind=kind, owner=owner, by=by, chance=chance, places=places,
                on=asked, place=place,
                reference=f"{service[:2].upper()}-{kind[:1].upper()}-{number:03}",
            )  # fmt: skip
            promised = asked + dt.timedelta(days=chance.randrange(10, 25))
            life.step("accept", on=asked + dt.timedelta(days=3), answer_by=promised)
            closed = promised + dt.timedelta(days=chance.randrange(0, 10))
            if kind in ("trajectory", "talk"):
                begun = asked + dt.timedelta(days=7)
                life.step("start", on=begun, started_on=begun)
            outcome = "completed" if kind == "trajectory" else "answered"
            life.step("close", on=closed, closed_on=closed, outcome=outcome)
            if number % 25 == 0:
                life.correct(
                    known=closed + dt.timedelta(days=60),
                    reason="Thema bij de controle van het jaarcijfer rechtgezet.",
                    theme="other",
                )
            yield life


def _current(places: dict[str, int], *, day: dt.date) -> Iterator[Life]:
    """One that waits, one promised for tomorrow, one that is late, and a proposal to decide on."""
    chance = stream(facts()["seed"], "current")

    def asked(number: int, *, days: int, owner: str = "ess", by: str = "wietske") -> Life:
        service = "ess" if owner == "ess" else "forsa"
        return _asked(
            service=service, kind="consultation", owner=owner, by=by, chance=chance,
            places=places,
            on=day - dt.timedelta(days=days), reference=f"{day.year}-{owner.upper()}-{number:02}",
        )  # fmt: skip

    yield asked(1, days=4)
    yield asked(2, days=16)
    yield asked(3, days=12).step(
        "accept", on=day - dt.timedelta(days=9), answer_by=day + dt.timedelta(days=1)
    )
    yield asked(4, days=30, owner="lse", by="oscar").step(
        "accept", on=day - dt.timedelta(days=26), answer_by=day - dt.timedelta(days=3)
    )
    yield asked(5, days=8).step(
        "propose_decline",
        on=day - dt.timedelta(days=2),
        reason="De vraag gaat over een inwoner; daarvoor is het lokaal casusoverleg.",
    )


def _asked(
    *,
    service: str,
    kind: str,
    owner: str,
    by: str,
    chance: Chance,
    places: dict[str, int],
    on: dt.date,
    reference: str,
    place: Municipality | None = None,
) -> Life:
    theme = chance.choice(THEMES[service])
    requester_kind, called = ASKED_BY[service]
    place = place or place_for(first=on, last=on, chance=chance)
    return Life(
        REGISTER,
        owner=owner,
        by=by,
        chance=chance,
        on=on,
        reference=reference,
        kind=kind,
        service=service,
        theme=theme,
        subject=facts()["subjects"][theme],
        requester=requester(audience=called, place=place, chance=chance),
        requester_kind=requester_kind,
        place=places[place.code],
        requested_on=on,
    )
