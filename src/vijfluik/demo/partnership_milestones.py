"""Invented milestones: those that figures read, some that slipped, and those of today."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life
from vijfluik.demo.partnership_values import Values, both_days, day_of, facts
from vijfluik.programme.partnerships.plans.model import goals
from vijfluik.programme.partnerships.registers import MILESTONES

AGREED = dt.timedelta(days=200)


def milestones(parents: Mapping[str, Life], *, values: Values, day: dt.date) -> Iterator[Life]:
    """All of them."""
    yield from _reached(parents, values=values)
    yield from _aimed_at(parents, values=values)
    yield _airports(parents["luchthavens"], values=values)
    yield _expected_soon(parents["mar"], words=values["mar-start"])
    yield from _current(parents, day=day)
    yield from _plan(parents["SW-plan-duinmeer"])


def _plan(parent: Life) -> Iterator[Life]:
    """The goals of the model, the first of them reached."""
    begun: dt.date = parent.record.started_on
    for number, goal in enumerate(goals()):
        planned = begun + dt.timedelta(days=30 * goal.months)
        life = _milestone(
            parent, title=goal.nl, agreed=begun - dt.timedelta(days=14), planned=planned,
            number=100 + number, responsible=goal.owner, target=goal.target,
        )  # fmt: skip
        yield life.step("reach", on=planned, reached_on=planned) if goal.months < 9 else life


def _reached(parents: Mapping[str, Life], *, values: Values) -> Iterator[Life]:
    for parent, code, title, figure in (
        ("gezinsscreening", "ind-gezinsscreening", "Screening van gezinsleden begonnen",
         "ind-family-screening-start"),
        ("eu-preventie", "jbz-aanbevelingen", "Aanbevelingen aangenomen door de Raad",
         "eu-recommendations-adopted"),
    ):  # fmt: skip
        chance = stream(facts()["seed"], "milestone", code)
        on = day_of(values[figure], chance=chance)
        assert on is not None  # noqa: S101 - a month is no word
        life = _milestone(parents[parent], code=code, title=title, planned=on, agreed=on - AGREED)
        yield life.step("reach", on=on, reached_on=on)


# Parent, code, title, figure, months that it slipped, why.
_AIMS = (
    ("samenhangend-aanbod", "ess-aanbod", "Samenhangend aanbod voor gemeenten",
     "ess-coherent-offer-target", (5, 4), "Gemeenten vroegen meer tijd om mee te denken."),
    ("lse", "lse-borging", "Dienstverlening geborgd",
     "lse-continuity-horizon", (), ""),
    ("toolkit", "toolkit-gereed", "Toolkit gereed voor gemeenten",
     "toolkit-ready-target", (3, 2), "De proef met twee gemeenten liep uit."),
)  # fmt: skip


def _aimed_at(parents: Mapping[str, Life], *, values: Values) -> Iterator[Life]:
    for parent, code, title, figure, slips, reason in _AIMS:
        chance = stream(facts()["seed"], "milestone", code)
        planned = day_of(values[figure], chance=chance)
        assert planned is not None  # noqa: S101 - a year or month is no word
        life = _milestone(
            parents[parent], code=code, title=title, planned=planned, agreed=planned - AGREED
        )
        yield _slipped(life, planned=planned, slips=slips, reason=reason)


def _slipped(life: Life, *, planned: dt.date, slips: tuple[int, ...], reason: str) -> Life:
    expected = planned
    for months in slips:
        told, expected = expected - dt.timedelta(days=20), expected + dt.timedelta(days=30 * months)
        life.step("forecast", on=told, reason=reason, forecast_on=expected)
    return life.step("reach", on=expected, reached_on=expected)


def _airports(parent: Life, *, values: Values) -> Life:
    chance = stream(facts()["seed"], "milestone", "luchthavens-uitrol")
    begun, done = both_days(values["aviation-rollout-years"], chance=chance)
    assert begun is not None  # noqa: S101 - a pair of years is two days
    assert done is not None  # noqa: S101 - a pair of years is two days
    planned = begun + (done - begun) / 2
    life = _milestone(
        parent,
        code="luchthavens-uitrol",
        title="Controlemiddelen op de grotere luchthavens",
        planned=planned,
        agreed=begun - AGREED,
    )
    life.step(
        "forecast",
        on=max(begun, planned - dt.timedelta(days=15)),
        reason="De certificering van de apparatuur duurde langer.",
        forecast_on=done,
    )
    return life.step("reach", on=done, started_on=begun, reached_on=done)


def _expected_soon(parent: Life, *, words: str) -> Life:
    agreed = dt.date(2019, 3, 4)
    life = _milestone(
        parent, code="mar-start", title="Eerste overleg gehouden", agreed=agreed, said=words
    )
    reached = dt.date(2019, 10, 7)
    return life.step("reach", on=reached, started_on=None, reached_on=reached)


# Work of today: parent, title, days until planned, days until the forecasts that followed.
_WORK: tuple[tuple[str, str, int, tuple[int, ...]], ...] = (
    ("SW-nu-01", "Eerste duiding met partners", -200, (-90, -2)),
    ("SW-nu-01", "Evaluatie van de proef", 60, ()),
    ("SW-nu-02", "Werkwijze vastgesteld", 0, ()),
    ("SW-nu-04", "Aansluiting van kleine betaaldiensten", 1, ()),
    ("SW-nu-04", "Handleiding voor deelnemers", -30, (45,)),
    ("luchthavens-derde-landen", "Opleiding van controleurs", 30, (90,)),
)


def _current(parents: Mapping[str, Life], *, day: dt.date) -> Iterator[Life]:
    for number, (parent, title, planned, forecasts) in enumerate(_WORK, start=1):
        first = day + dt.timedelta(days=planned)
        agreed = min(first - AGREED, day - dt.timedelta(days=100))
        life = _milestone(parents[parent], title=title, planned=first, agreed=agreed, number=number)
        on = min(first, day) - dt.timedelta(days=10)
        for days in forecasts:
            life.step(
                "forecast",
                on=on,
                reason="Een partner had meer tijd nodig.",
                forecast_on=day + dt.timedelta(days=days),
            )
            on = min(day + dt.timedelta(days=days), day) - dt.timedelta(days=10)
        yield life


def _milestone(
    parent: Life,
    *,
    title: str,
    agreed: dt.date,
    code: str = "",
    planned: dt.date | None = None,
    said: str = "",
    number: int = 0,
    **more: Any,
) -> Life:
    of: Any = parent.record
    return Life(
        MILESTONES,
        owner=of.lead_id,
        by=parent.by,
        chance=stream(facts()["seed"], "milestone", of.reference, code, number),
        on=agreed,
        reference=f"M-{code or f'nu-{number:02}'}",
        code=code,
        partnership=of.key,
        title=title,
        agreed_on=agreed,
        planned_on=planned,
        planned_said=said,
        **more,
    )
