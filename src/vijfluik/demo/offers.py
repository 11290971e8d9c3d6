"""Invented offers, trajectories and rounds of needs: those of 2018 and 2019, and work of today."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.targets import Targets
from vijfluik.programme.needs.registers import NEEDS, ROUNDS
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES

FILE = Path(__file__).with_name("offers.toml")
YEAR = dt.timedelta(days=365)
LEVELS = {"n": "now", "s": "soon", "-": "none"}
# Which theme is asked for whom, and by whom of these nothing is offered: undermining stays unmet.
WANTED_FOR = {
    "inclusion": ("municipality",),
    "polarisation": ("municipality", "teachers"),
    "problem_behaviour": ("youth_work",),
    "undermining": ("municipality", "police"),
    "radicalisation": ("youth_work", "social_work"),
    "extremism": ("municipality",),
}
# Nobody has looked at these for more than a year.
STALE = ("meetings", "talks")


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def load_offers(*, day: dt.date, targets: Targets | None = None) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
    """
    del targets
    offers = dict(_offers(day=day))
    trajectories = list(_trajectories(offers, day=day))
    rounds = [*_past_rounds(), _current_round(day=day)]
    needs = [life for found, told in rounds for life in _needs(found, told=told, offers=offers)]
    return sum(
        (
            load_lives(OFFERS, offers.values()),
            load_lives(TRAJECTORIES, trajectories),
            load_lives(ROUNDS, [found for found, _told in rounds]),
            load_lives(NEEDS, needs),
        )
    )


def _offers(*, day: dt.date) -> Iterator[tuple[str, Life]]:
    for number, row in enumerate(facts()["offers"], start=1):
        (word, provider, by, item, kind, themes, audience, forms, sectors, duration, cents, since,
         ended, name) = row  # fmt: skip
        first = dt.date.fromisoformat(since)
        chance = stream(facts()["seed"], "offer", word)
        life = Life(
            OFFERS, owner=provider, by=by, chance=chance, on=first, name=name, item=item,
            reference=f"{provider.upper()}-AB-{number:02}", kind=kind, themes=tuple(themes),
            audience=tuple(audience), forms=tuple(forms), sectors=tuple(sectors),
            duration=duration, cost_cents=None if cents == "" else cents,
            contact="loket van het aanbod", valid_from=first,
            summary="Voorbeeld uit de demonstratie.",
        )  # fmt: skip
        life.step("offer", on=first, review_on=first + YEAR)
        until = dt.date.fromisoformat(ended) if ended else day
        _reviewed(life, first=first, until=until, stale=word in STALE)
        if ended:
            life.step("end", on=until, ended_on=until, reason="De leerkring is afgerond.")
        yield word, life
    yield "draft", _draft(day=day)


def _reviewed(life: Life, *, first: dt.date, until: dt.date, stale: bool) -> None:
    """Somebody looked at it each year; at a stale one not the last time."""
    looked = first + YEAR
    last = until - YEAR if stale else until
    while looked <= last:
        life.step("confirm", on=looked, review_on=looked + YEAR)
        looked += YEAR


def _draft(*, day: dt.date) -> Life:
    """One that is being prepared."""
    chance = stream(facts()["seed"], "offer", "draft")
    return Life(
        OFFERS, owner="ess", by="bram", chance=chance, on=day - dt.timedelta(days=6),
        name="Werkbezoek bij een ervaren gemeente", reference="ESS-AB-20", kind="exchange",
        themes=("undermining",), audience=("municipality",), contact="adviesloket gemeenten",
        valid_from=day - dt.timedelta(days=6),
    )  # fmt: skip


def _trajectories(offers: Mapping[str, Life], *, day: dt.date) -> Iterator[Life]:
    for number, row in enumerate(facts()["trajectories"], start=1):
        name, provider, by, item, goal, audience, parts = row
        on = dt.date(2019, 3, 4)
        chance = stream(facts()["seed"], "trajectory", name)
        keys = tuple(offers[word].record.key for word in parts)
        life = Life(
            TRAJECTORIES, owner=provider, by=by, chance=chance, on=on, name=name, item=item,
            reference=f"{provider.upper()}-TR-{number:02}", goal=goal, audience=tuple(audience),
            parts=keys[1:] + keys[:1], composed_on=on, review_on=on + YEAR,
        )  # fmt: skip
        # First composed otherwise; that order stays in its history.
        life.step("arrange", on=on + dt.timedelta(days=70), parts=keys)
        _reviewed(life, first=on, until=day, stale=False)
        yield life


def _past_rounds() -> Iterator[tuple[Life, Mapping[str, Any]]]:
    for told in facts()["rounds"]:
        first, last = (dt.date.fromisoformat(told[name]) for name in ("first", "last"))
        life = _round(told["title"], reference=told["reference"], first=first, last=last)
        life.step("close", on=last, closed_on=last)
        yield life, told


def _current_round(*, day: dt.date) -> tuple[Life, Mapping[str, Any]]:
    told = facts()["current"]
    first, last = day - dt.timedelta(days=20), day + dt.timedelta(days=25)
    return _round(told["title"], reference=f"PEILING-{day.year}", first=first, last=last), told


def _round(title: str, *, reference: str, first: dt.date, last: dt.date) -> Life:
    asked = facts()["question"]
    return Life(
        ROUNDS, owner="ess", by="wietske", chance=stream(facts()["seed"], "round", title), on=first,
        title=title, reference=reference, themes=tuple(asked["themes"]), question=asked["text"],
        opens_on=first, closes_on=last,
    )  # fmt: skip


def _needs(found: Life, *, told: Mapping[str, Any], offers: Mapping[str, Life]) -> Iterator[Life]:
    """What each municipality said, and what it chose of it in the rounds that are closed."""
    record = found.record
    for owner, (by, letters) in told["answers"].items():
        chance = stream(facts()["seed"], "needs", record.reference, owner)
        for theme, letter in zip(record.themes, letters, strict=False):
            day = record.opens_on + dt.timedelta(days=chance.randrange(3, 18))
            level = LEVELS[letter]
            life = Life(
                NEEDS, owner=owner, by=by, chance=chance, on=day, need_round=record.key,
                reference=f"{record.reference[:15]}-{record.key.hex[:4]}-{theme}", theme=theme,
                level=level, answered_on=day,
                audience=WANTED_FOR[theme] if level != "none" else (),
                forms=("right_wing", "left_wing") if theme == "extremism" and letter == "n" else (),
                capacity=chance.randrange(4, 40) if level != "none" else None,
            )  # fmt: skip
            chosen = _offered(theme, offers=offers) if letter == "n" else None
            if record.state == "closed" and chosen is not None:
                on = record.closes_on + dt.timedelta(days=chance.randrange(5, 40))
                life.step("choose", on=on, chosen_offer=chosen.record.key, chosen_on=on)
            yield life


def _offered(theme: str, *, offers: Mapping[str, Life]) -> Life | None:
    """The first offer in the table that fits what is asked of a theme."""
    wanted: Sequence[str] = WANTED_FOR[theme]
    for life in offers.values():
        if theme in life.record.themes and set(wanted) & set(life.record.audience):
            return life
    return None
