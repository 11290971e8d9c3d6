"""A small world of money: one round of the programme and one of the fund, each with all of it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.programme.knowledge import evaluation
from tests.site.people import somebody

from vijfluik.core.partners.models import Place
from vijfluik.core.registers import actions
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.grants.actions import Verdict, assess
from vijfluik.programme.grants.registers import (
    APPLICATIONS,
    AWARDS,
    BUDGET_LINES,
    INSTALMENTS,
    ROUNDS,
)

CRITERIA = "Past bij de aanpak.\nHet resultaat is te volgen."
# What stands in each text of the fund, so that a page that shows any of it can be caught.
SECRET = "Podium van het fonds"
DAY = dt.date(2018, 5, 1)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who works on the money of a compartment: one proposes, another decides."""

    proposes: str
    decides: str


MINISTRY = Desk(proposes="hanneke", decides="noor")
FUND = Desk(proposes="roos", decides="thirza")


def line(*, holder: str, scheme: str, reference: str, **values: Any) -> Any:
    """A budget line of 2018 that is adopted."""
    made = actions.create(
        BUDGET_LINES, who=somebody("noor"), owner=holder,
        content={
            "title": f"Regel {reference}", "reference": reference, "scheme": scheme,
            "budget_year": 2018, "adopt_by": dt.date(2017, 12, 15), **values,
        },
    )  # fmt: skip
    return actions.step(
        BUDGET_LINES, who=somebody("noor"), key=made.key, edge="adopt",
        changes={"adopted_on": dt.date(2017, 12, 15)},
    )  # fmt: skip


def round_of(line: Any, *, desk: Desk, **values: Any) -> Any:
    """A round of a budget line."""
    return actions.create(
        ROUNDS, who=somebody(desk.proposes), owner=line.organisation_id,
        content={
            "title": f"Ronde {line.reference}", "reference": f"R-{line.reference}",
            "budget_line": line.key, "opens_on": dt.date(2017, 11, 1),
            "closes_on": dt.date(2017, 12, 15), "criteria": CRITERIA, **values,
        },
    )  # fmt: skip


def applied(within: Any, *, by: str, owner: str, title: str, **values: Any) -> Any:
    """An application in a round."""
    lead = Place.objects.using("owner").get(name="Wolverdam").pk
    return actions.create(
        APPLICATIONS, who=somebody(by), owner=owner,
        content={
            "title": title, "reference": f"A-{uuid.uuid4().hex[:6]}", "round": within.key,
            "lead": lead, "category": "prevention", "themes": ("youth_work",),
            "asked_cents": 200_000_00, "applied_on": dt.date(2017, 12, 1), **values,
        },
    )  # fmt: skip


def judged(application: Any, *, desk: Desk) -> Any:
    """Assessed on each criterion."""
    verdicts = {
        number: Verdict(finding="meets", grounds=f"Motivering {application.title}")
        for number in (1, 2)
    }
    return assess(who=somebody(desk.proposes), key=application.key, verdicts=verdicts)


def decided(application: Any, *, desk: Desk) -> Any:
    """Assessed, proposed and awarded, by two people."""
    judged(application, desk=desk)
    actions.step(
        APPLICATIONS, who=somebody(desk.proposes), key=application.key, edge="propose_award",
        changes={"proposed_cents": application.asked_cents}, reason="Voldoet.",
    )  # fmt: skip
    return actions.step(
        APPLICATIONS, who=somebody(desk.decides), key=application.key, edge="award",
        changes={"decided_on": dt.date(2018, 1, 20)},
    )  # fmt: skip


def prepared(application: Any, *, line: Any, desk: Desk, **values: Any) -> Any:
    """An award that waits for its signature."""
    return actions.create(
        AWARDS, who=somebody(desk.proposes), owner=application.applicant_id,
        content={
            "title": application.title, "reference": f"T-{uuid.uuid4().hex[:6]}",
            "budget_line": line.key, "application": application.key,
            "lead": application.lead_id, "amount_cents": application.asked_cents,
            "prepared_on": DAY, "report_by": dt.date(2019, 4, 1), **values,
        },
    )  # fmt: skip


def evaluated(award: Any, *, canvas: bool = True, desk: Desk = MINISTRY, **content: Any) -> Any:
    """An evaluation of an award, planned by who gave it, with the canvas of the toolkit."""
    by, owner = desk.proposes, {MINISTRY: "jenv", FUND: "fonds"}[desk]
    told: dict[str, Any] = {"item": "VK-02", **content}
    study = evaluation(by=by, owner=owner, subject_item="", award=award.key, **told)
    if canvas:
        register = register_named("theories")
        actions.create(
            register, who=somebody(by), owner=owner,
            content={
                "title": "Interventie", "reference": f"V-{uuid.uuid4().hex[:6]}",
                "evaluation": study.key, "begun_on": DAY, "problem": "P", "target_group": "D",
                "activity": "A", "mechanism": "M", "outcome": "U",
            },
        )  # fmt: skip
    return study


def signed(award: Any, *, desk: Desk) -> Any:
    """The award after its signature."""
    return actions.step(
        AWARDS, who=somebody(desk.decides), key=award.key, edge="grant",
        changes={"awarded_on": DAY, "report_by": dt.date(2019, 4, 1)},
    )  # fmt: skip


def instalment(award: Any, *, desk: Desk, cents: int) -> Any:
    """An instalment that is paid."""
    made = actions.create(
        INSTALMENTS, who=somebody(desk.proposes), owner=award.recipient_id,
        content={
            "title": f"Voorschot {award.title}", "reference": f"I-{uuid.uuid4().hex[:6]}",
            "award": award.key, "amount_cents": cents, "planned_on": dt.date(2018, 6, 1),
        },
    )  # fmt: skip
    return actions.step(
        INSTALMENTS, who=somebody(desk.proposes), key=made.key, edge="pay",
        changes={"paid_on": dt.date(2018, 6, 1)},
    )  # fmt: skip


def build() -> Mapping[str, uuid.UUID]:
    """Both chains; answers the keys by name."""
    keys: dict[str, uuid.UUID] = {}
    for name, holder, scheme, desk, by, owner, title in (
        ("programme", "jenv", "versterkingsgelden", MINISTRY, "daan", "wolverdam", "Samen"),
        ("fund", "fonds", "fonds-tegengeluid", FUND, "femke", "duinmeer", SECRET),
    ):
        money = line(holder=holder, scheme=scheme, reference=f"L-{name}", amount_cents=None)
        within = round_of(money, desk=desk)
        asked = decided(applied(within, by=by, owner=owner, title=title), desk=desk)
        waiting = applied(within, by=by, owner=owner, title=f"{title} 2", plan=title)
        award = signed(prepared(asked, line=money, desk=desk), desk=desk)
        paid = instalment(award, desk=desk, cents=150_000_00)
        keys |= {
            f"{name} line": money.key, f"{name} round": within.key,
            f"{name} application": asked.key, f"{name} waiting": waiting.key,
            f"{name} award": award.key, f"{name} instalment": paid.key,
        }  # fmt: skip
    return keys
