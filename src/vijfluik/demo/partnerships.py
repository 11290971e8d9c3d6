"""Invented partnerships with all that belongs to them: those of the report, and work of today."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.partnership_checks import checks_and_deliveries
from vijfluik.demo.partnership_milestones import milestones
from vijfluik.demo.partnership_partners import partners
from vijfluik.demo.partnership_posts import posts
from vijfluik.demo.partnership_talks import talks
from vijfluik.demo.partnership_values import (
    Values,
    both_days,
    facts,
    named,
    read_values,
    years_on,
)
from vijfluik.demo.targets import Targets
from vijfluik.programme.partnerships.registers import (
    CHECKS,
    DELIVERIES,
    MILESTONES,
    PARTNERS,
    PARTNERSHIPS,
    POSTS,
    STRUCTURES,
    TALKS,
)

# Where the source names no day, the others are counted from this one.
NO_DAY = dt.date(2017, 12, 1)
PREPARING = dt.timedelta(days=45)
REVIEWED_YEARS = 3


def load_partnerships(
    *, day: dt.date, targets: Targets | None = None, values: Values | None = None
) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
        values: what the figures must come to; those of the table of targets when None.
    """
    del targets
    wanted = read_values() if values is None else values
    parents = {life.record.code or life.record.reference: life
               for life in _partnerships(wanted, day=day)}  # fmt: skip
    taking_part = list(partners(parents, values=wanted, day=day))
    checks, deliveries = checks_and_deliveries(
        {life.record.reference: life for life in taking_part}, day=day
    )
    return sum(
        (
            load_lives(PARTNERSHIPS, parents.values()),
            load_lives(PARTNERS, taking_part),
            load_lives(MILESTONES, milestones(parents, values=wanted, day=day)),
            load_lives(POSTS, posts(parents, values=wanted, day=day)),
            load_lives(CHECKS, checks),
            load_lives(DELIVERIES, deliveries),
            load_lives(STRUCTURES, _structures(day=day)),
            load_lives(TALKS, talks(parents, day=day)),
        )
    )


def _partnerships(values: Values, *, day: dt.date) -> Iterator[Life]:
    for told in facts()["partnership"]:
        yield _told(told, values=values, day=day)
    yield from _missions(values, day=day)
    yield from _current(day=day)


def _told(told: Mapping[str, Any], *, values: Values, day: dt.date) -> Life:
    chance = stream(facts()["seed"], "partnership", told["name"])
    start = told["start"]
    value = values[start] if isinstance(start, str) else start
    pilot_on, begun = both_days(value, chance=chance)
    anchor = begun or NO_DAY
    term = values[told["term"]] if "term" in told else told.get("years")
    decided = min(anchor, pilot_on or anchor) - PREPARING
    known = ("code", "name", "item", "kind", "goal", "provision", "ground", "criteria", "budget")
    life = Life(
        PARTNERSHIPS,
        owner=told["lead"],
        by=told.get("by", "noor"),
        chance=chance,
        on=decided,
        reference=told.get("reference") or f"SW-{told['code']}",
        decided_on=decided,
        pilot_on=pilot_on,
        term_years=term,
        evaluate_on=years_on(anchor, 1) if told["kind"] == "pilot" else None,
        **{name: told[name] for name in known if name in told},
    )
    return _run(life, told=told, values=values, begun=begun, value=value, term=term, day=day)


def _run(
    life: Life,
    *,
    told: Mapping[str, Any],
    values: Values,
    begun: dt.date | None,
    value: Any,
    term: int | None,
    day: dt.date,
) -> Life:
    anchor = begun or NO_DAY
    ends = years_on(anchor, term) - dt.timedelta(days=1) if term else None
    life.step(
        "start",
        on=anchor,
        # Some were written down weeks after they had begun.
        known=anchor + dt.timedelta(days=life.chance.choice((0, 0, 2, 40))),
        started_on=begun,
        started_said="" if begun else value,
        ends_on=ends,
        review_on=None if ends else years_on(anchor, REVIEWED_YEARS),
    )
    if ends is None:
        on = years_on(anchor, REVIEWED_YEARS)
        return _reviewed(life, on=on, day=day, rests=told.get("rests"))
    if "extended" in told:
        months, figure = told["extended"]
        on = min(anchor + dt.timedelta(days=30 * months), ends)
        ends = years_on(ends, values[figure])
        life.step(
            "extend",
            on=on,
            reason="De samenwerking werpt vruchten af en is nog niet klaar.",
            extended_on=on,
            extended_by=values[figure],
            ends_on=ends,
        )
    return _over(life, then=told.get("then", "end"), on=ends, day=day)


def _over(life: Life, *, then: str, on: dt.date, day: dt.date) -> Life:
    if on >= day - dt.timedelta(days=30):
        return life
    if then == "end":
        return life.step("end", on=on, reason="De termijn is voorbij.", ended_on=on)
    return life.step(
        "hand_over",
        on=on,
        reason="Het werk gaat op in dat van een vaste organisatie.",
        ended_on=on,
        handed_to=then,
    )


def _reviewed(
    life: Life, *, on: dt.date, day: dt.date, rests: tuple[str, dt.date] | None = None
) -> Life:
    """Looked at again every few years; `rests`: on which provision, from which day on."""
    while on < day - dt.timedelta(days=30):
        following = years_on(on, REVIEWED_YEARS)
        if rests is not None and rests[1] < on:
            _rested(life, rests=rests)
            rests = None
        life.step(
            "review",
            on=on,
            reason="Opnieuw bekeken met de partners; het doel en de bezetting staan nog.",
            review_on=following,
        )
        on = following
    return life if rests is None else _rested(life, rests=rests)


def _rested(life: Life, *, rests: tuple[str, dt.date]) -> Life:
    provision, since = rests
    return life.correct(
        known=since,
        provision=provision,
        ground="",
        reason="De samenwerking rust voortaan op de wet.",
    )


def _missions(values: Values, *, day: dt.date) -> Iterator[Life]:
    """Those of 2018, and two of other years that look alike."""
    names = named(
        facts()["missions"]["names"],
        count=values["expeditionary-missions-2018"],
        otherwise="Voorbeeldmissie",
    )
    spans = [(name, dt.date(2014, 9, 1), 7) for name in names]
    spans += [
        ("Afgeronde missie", dt.date(2012, 3, 1), 3),
        ("Latere missie", dt.date(2020, 5, 4), 3),
    ]
    for number, (name, first, years) in enumerate(spans, start=1):
        chance = stream(facts()["seed"], "mission", number)
        begun = first + dt.timedelta(days=chance.randrange(300))
        ends = years_on(begun, years)
        life = Life(
            PARTNERSHIPS,
            owner="jenv",
            by="noor",
            chance=chance,
            on=begun - PREPARING,
            reference=f"SW-missie-{number:02}",
            name=name,
            item="VK-53",
            kind="mission",
            goal="Bijdragen aan de internationale rechtsorde.",
            ground="Brief aan de Kamer op grond van artikel 100 van de Grondwet",
            decided_on=begun - PREPARING,
        )
        life.step("start", on=begun, started_on=begun, ends_on=ends)
        yield _over(life, then="end", on=ends, day=day)


# Work of today: name, kind, days until its term ends, or until its review.
_WORK = (
    ("Proef signalen in de haven", "pilot", "VK-37", -3, None),
    ("Taskforce vrije handelszone", "task_force", "VK-40", 0, None),
    ("Netwerk kennis over financiering", "network", "VK-37", None, 1),
    ("Programma kleine betaaldiensten", "programme", "VK-38", 120, None),
)


def _current(*, day: dt.date) -> Iterator[Life]:
    for number, (name, kind, item, ends, review) in enumerate(_WORK, start=1):
        chance = stream(facts()["seed"], "current", number)
        begun = day - dt.timedelta(days=360)
        life = _prepared(name, kind=kind, item=item, number=number, on=begun - PREPARING,
                         chance=chance)  # fmt: skip
        yield life.step(
            "start",
            on=begun,
            started_on=begun,
            ends_on=None if ends is None else day + dt.timedelta(days=ends),
            review_on=None if review is None else day + dt.timedelta(days=review),
        )
    chance = stream(facts()["seed"], "current", "prepared")
    yield _prepared(
        "Samenwerking geldstromen online", kind="project", item="VK-37", number=5,
        on=day - dt.timedelta(days=12), chance=chance,
    )  # fmt: skip


def _prepared(name: str, *, kind: str, item: str, number: int, on: dt.date, chance: Any) -> Life:
    pilot = kind == "pilot"
    return Life(
        PARTNERSHIPS,
        owner="fec",
        by="koen",
        chance=chance,
        on=on,
        reference=f"SW-nu-{number:02}",
        name=name,
        item=item,
        kind=kind,
        goal="Partners brengen samen in beeld wat ieder voor zich mist.",
        ground="Convenant van de deelnemers",
        criteria="Vinden de partners er iets mee wat zij anders misten?" if pilot else "",
        evaluate_on=on + dt.timedelta(days=500) if pilot else None,
        decided_on=on,
    )


def _structures(*, day: dt.date) -> Iterator[Life]:
    for number, told in enumerate(facts()["structure"], start=1):
        chance = stream(facts()["seed"], "structure", number)
        confirmed = day - dt.timedelta(days=told["confirmed"])
        first = confirmed - dt.timedelta(days=380)
        exercised = day - dt.timedelta(days=told["exercised"]) if "exercised" in told else None
        life = Life(
            STRUCTURES,
            owner=told["lead"],
            by=told.get("by", "noor"),
            chance=chance,
            on=first,
            reference=f"ST-{number:02}",
            members=tuple(told["members"]),
            others=told.get("others", ""),
            confirmed_on=first,
            **{name: told[name] for name in ("name", "item", "kind", "remit", "contact")},
        )
        yield life.step("confirm", on=confirmed, confirmed_on=confirmed, exercised_on=exercised)
