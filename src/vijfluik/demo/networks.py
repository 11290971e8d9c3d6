"""Invented networks of key figures with their meetings and members, as they stand today."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.targets import Targets
from vijfluik.programme.networks.members.terms import last_day
from vijfluik.programme.networks.registers import MEETINGS, MEMBERS, NETWORKS
from vijfluik.programme.networks.wordings import wordings

FILE = Path(__file__).with_name("networks.toml")
Told = Mapping[str, Any]


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def load_networks(*, day: dt.date, targets: Targets | None = None) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
    """
    del targets
    lives = [(told, _network(told, day=day)) for told in facts()["network"]]
    return sum(
        (
            load_lives(NETWORKS, [life for _told, life in lives]),
            load_lives(MEETINGS, _of(lives, make=_meetings, day=day)),
            load_lives(MEMBERS, _of(lives, make=_members, day=day)),
        )
    )


def _of(lives: list[tuple[Told, Life]], *, make: Any, day: dt.date) -> list[Life]:
    return [each for told, life in lives for each in make(told, of=life, day=day)]


def _network(told: Told, *, day: dt.date) -> Life:
    """Recorded when it began, looked at since, and ended where the table says so."""
    begun, confirmed = _ago(day, told["started"]), _ago(day, told["confirmed"])
    life = Life(
        NETWORKS,
        owner=told["municipality"],
        by=told["by"],
        chance=stream(facts()["seed"], "network", told["reference"]),
        on=begun,
        reference=told["reference"],
        started_on=begun,
        assessed_on=begun if told.get("assessed", True) else None,
        confirmed_on=begun,
        **{name: told[name] for name in ("name", "aim", "contact")},
        themes=tuple(told["themes"]),
    )
    # What the trigger would have filled in, told to the versions from here on.
    met = [_ago(day, days) for days, _themes, _present in told["meetings"]]
    life.record.last_met_on = max(met, default=None)
    if confirmed > begun:
        life.step("confirm", on=confirmed, confirmed_on=confirmed)
    if "ended" in told:
        on = _ago(day, told["ended"])
        life.step("end", on=on, ended_on=on, reason="opgegaan in een ander netwerk")
    return life


def _meetings(told: Told, *, of: Life, day: dt.date) -> Iterator[Life]:
    for number, (days, themes, present) in enumerate(told["meetings"], start=1):
        on = _ago(day, days)
        yield Life(
            MEETINGS,
            owner=told["municipality"],
            by=told["by"],
            chance=stream(facts()["seed"], "meeting", told["reference"], number),
            on=on,
            reference=f"{told['reference']}/{number:02}",
            network=of.record.key,
            met_on=on,
            themes=tuple(themes),
            present=present,
        )


def _members(told: Told, *, of: Life, day: dt.date) -> Iterator[Life]:
    for number, (name, role, months, consented, how, uses) in enumerate(told["members"], start=1):
        first, *anew = (_ago(day, days) for days in consented)
        life = Life(
            MEMBERS,
            owner=told["municipality"],
            by=told["by"],
            chance=stream(facts()["seed"], "member", told["reference"], number),
            on=first,
            columns={"consent_until": last_day(given=first, months=months)},
            reference=f"L-{told['reference']}-{number:02}",
            name=name,
            contact=f"{name.split()[0].lower()}@netwerk.example",
            network=of.record.key,
            role=role,
            **_consent(first, months=months, how=how, uses=uses),
        )
        for on in anew:
            life.record.consent_until = last_day(given=on, months=months)
            life.step("renew", on=on, **_consent(on, months=months, how=how, uses=uses))
        yield life


def _consent(on: dt.date, *, months: str, how: str, uses: list[str]) -> dict[str, Any]:
    shown = [version for version, words in wordings().items() if words.since <= on]
    return {
        "consent_on": on, "consent_how": how, "consent_for": tuple(uses),
        "wording": shown[-1], "consent_months": months,
    }  # fmt: skip


def _ago(day: dt.date, days: int) -> dt.date:
    return day - dt.timedelta(days=days)
