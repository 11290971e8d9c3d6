"""Invented checks of human rights, and what was delivered on them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.histories import Life
from vijfluik.demo.partnership_values import facts
from vijfluik.programme.partnerships.registers import CHECKS, DELIVERIES

REASONS = "Openbare rapporten, de ambassade en twee maatschappelijke organisaties, gewogen."
APPROVER = "noor"
# Partner by its reference, days until the present check ends, and its conclusion.
_NOW = (
    ("P-luchthavens-derde-landen-01", 200, "positive"),
    ("P-luchthavens-derde-landen-02", 1, "conditional"),
    ("P-bilateraal-03", 90, "negative"),
)


def checks_and_deliveries(
    partners: Mapping[str, Life], *, day: dt.date
) -> tuple[list[Life], list[Life]]:
    """Checks of the past, of now and to decide on; deliveries of the past and to come."""
    checks: list[Life] = []
    deliveries: list[Life] = []
    for number, (reference, days, conclusion) in enumerate(_NOW, start=1):
        partner = partners[reference]
        checks.append(_past(partner, number=number))
        deliveries.append(_delivered(partner, number=number, on=dt.date(2018, 9, 10)))
        until = day + dt.timedelta(days=days)
        check = _check(partner, number=10 + number, on=until - dt.timedelta(days=364),
                       conclusion=conclusion)  # fmt: skip
        checks.append(_approved(check))
    waiting = _check(partners["P-bilateraal-04"], number=20, on=day - dt.timedelta(days=15))
    checks.append(waiting.step("propose", on=day - dt.timedelta(days=14)))
    for number, (reference, days, kind, title) in enumerate(
        (
            ("P-luchthavens-derde-landen-01", 1, "training", "Training van controleurs"),
            ("P-luchthavens-derde-landen-02", 0, "data", "Werkwijze voor handbagage"),
            ("P-bilateraal-04", 20, "training", "Lesreeks voor docenten"),
        ),
        start=30,
    ):
        on = day + dt.timedelta(days=days)
        deliveries.append(_delivery(partners[reference], number=number, kind=kind, title=title,
                                    planned=on, known=day - dt.timedelta(days=30)))  # fmt: skip
    return checks, deliveries


def _past(partner: Life, *, number: int) -> Life:
    check = _approved(_check(partner, number=number, on=dt.date(2018, 3, 5)))
    closed = dt.date(2019, 3, 5)
    return check.step(
        "close", on=closed, reason="Na een jaar gesloten; opnieuw getoetst.", closed_on=closed
    )


def _approved(check: Life) -> Life:
    on: dt.date = check.record.assessed_on + dt.timedelta(days=3)
    check.step("propose", on=on)
    reason = "Het oordeel rust op genoeg bronnen."
    return check.step("approve", on=on + dt.timedelta(days=4), by=APPROVER, reason=reason)


def _check(partner: Life, *, number: int, on: dt.date, conclusion: str = "positive") -> Life:
    of: Any = partner.record
    return Life(
        CHECKS,
        owner=of.lead_id,
        by=partner.by,
        chance=stream(facts()["seed"], "check", number),
        on=on,
        reference=f"T-{number:02}",
        title=of.name,
        partnership=of.partnership_id,
        partner=of.key,
        country=of.country,
        conclusion=conclusion,
        conditions="Alleen aan de burgerluchtvaart." if conclusion == "conditional" else "",
        reasons=REASONS,
        assessed_on=on,
        valid_until=on + dt.timedelta(days=364),
    )


def _delivered(partner: Life, *, number: int, on: dt.date) -> Life:
    money = number == 1
    life = _delivery(
        partner,
        number=number,
        kind="money" if money else "training",
        title="Bijdrage aan opleidingen" if money else "Training van leidinggevenden",
        planned=on,
        known=on - dt.timedelta(days=60),
    )
    return life.step("deliver", on=on, delivered_on=on, amount=4_500_000 if money else None)


def _delivery(
    partner: Life, *, number: int, kind: str, title: str, planned: dt.date, known: dt.date
) -> Life:
    of: Any = partner.record
    return Life(
        DELIVERIES,
        owner=of.lead_id,
        by=partner.by,
        chance=stream(facts()["seed"], "delivery", number),
        on=known,
        reference=f"L-{number:02}",
        title=title,
        partnership=of.partnership_id,
        partner=of.key,
        kind=kind,
        planned_on=planned,
    )
