"""Publications and evaluations as the people of the demonstration record them."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from tests.site.people import EVALUATION_COORDINATOR, KNOWLEDGE_EDITOR, POLICY_OFFICER, somebody

from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.registry import register_named

_numbers = itertools.count(1)
COORDINATOR, EDITOR, OFFICER = EVALUATION_COORDINATOR, KNOWLEDGE_EDITOR, POLICY_OFFICER


def days_ago(days: int) -> dt.date:
    """A day before today."""
    return today() - dt.timedelta(days=days)


def recorded(thing: str, *, by: str, owner: str, **content: Any) -> Any:
    """A new record of a register."""
    content.setdefault("reference", f"T-{next(_numbers)}")
    register = register_named(thing)
    return actions.create(register, who=somebody(by), owner=owner, content=content)


def stepped(
    thing: str, record: Any, edge: str, *, by: str, reason: str = "", **changes: Any
) -> Any:
    """The record after a step."""
    register = register_named(thing)
    return actions.step(
        register, who=somebody(by), key=record.key, edge=edge, changes=changes, reason=reason
    )


def publication(*, by: str = EDITOR, owner: str = "nctv", **content: Any) -> Any:
    """A draft."""
    told = {
        "title": "Handreiking", "kind": "guide", "item": "VB-05", "audience": ("municipality",),
        "begun_on": days_ago(40),
    }  # fmt: skip
    return recorded("publications", by=by, owner=owner, **{**told, **content})


def published(*, on: dt.date | None = None, accessibility: str = "fully", **content: Any) -> Any:
    """One that a second person let appear."""
    made = publication(**content)
    day = on or days_ago(5)
    stepped("publications", made, "submit", by=EDITOR, submitted_on=day)
    return stepped(
        "publications", made, "publish", by=OFFICER, published_on=day,
        review_on=today() + dt.timedelta(days=300), accessibility=accessibility,
    )  # fmt: skip


def edition(of: Any, *, by: str = EDITOR, owner: str = "nctv", **content: Any) -> Any:
    """An edition in draft."""
    told = {"title": "Uitgave", "publication": of.key, "begun_on": days_ago(30)}
    return recorded("editions", by=by, owner=owner, **{**told, **content})


def reach(of: Any, **content: Any) -> Any:
    """A count still to be measured."""
    told = {
        "subject": "Bezoeken", "publication": of.key, "unit": "visits", "code": of.code,
        "period_from": days_ago(60), "period_until": days_ago(31),
    }  # fmt: skip
    return recorded("reach", by=EDITOR, owner="nctv", **{**told, **content})


def evaluation(*, by: str = COORDINATOR, owner: str = "wodc", **content: Any) -> Any:
    """An evaluation that is planned."""
    told = {
        "title": "Onderzoek", "item": "VV-15", "kind": "process", "subject_item": "VV-14",
        "commissioner": "jenv", "evaluators": ("wodc",), "commissioned_on": days_ago(200),
        "due_on": today(),
    }  # fmt: skip
    return recorded("evaluations", by=by, owner=owner, **{**told, **content})


def public(*, maturity: str = "tested", **content: Any) -> Any:
    """An evaluation that everybody can read."""
    made = evaluation(**content)
    stepped("evaluations", made, "start", by=COORDINATOR, started_on=days_ago(100))
    stepped("evaluations", made, "deliver", by=COORDINATOR, delivered_on=days_ago(20))
    return stepped(
        "evaluations", made, "publish", by=COORDINATOR, published_on=days_ago(10),
        maturity=maturity, conclusions="Wat eruit kwam.",
    )  # fmt: skip


def finding(of: Any, **content: Any) -> Any:
    """A finding of it."""
    told = {
        "title": "Bevinding", "evaluation": of.key, "study": "Onderzoek 2025",
        "about": "practice", "strength": "plausible", "found_on": days_ago(5),
    }  # fmt: skip
    return recorded("findings", by=COORDINATOR, owner="wodc", **{**told, **content})


def recommendation(of: Any, **content: Any) -> Any:
    """Advice that nobody has answered."""
    told = {"title": "Advies", "evaluation": of.key, "addressee": "jenv", "made_on": days_ago(9)}
    return recorded("recommendations", by=COORDINATOR, owner="wodc", **{**told, **content})


def theory(of: Any, **content: Any) -> Any:
    """Five boxes without assumptions."""
    told = {
        "title": "Interventie", "evaluation": of.key, "begun_on": days_ago(5),
        "problem": "Wat er speelt", "target_group": "Wie het aangaat", "activity": "Wat men doet",
        "mechanism": "Waardoor het werkt", "outcome": "Wat verandert",
    }  # fmt: skip
    return recorded("theories", by=COORDINATOR, owner="wodc", **{**told, **content})


def measurement(of: Any, **content: Any) -> Any:
    """A measurement beforehand that is still to be done."""
    told = {
        "indicator": "Zorgen besproken", "evaluation": of.key, "phase": "before",
        "instrument": "survey", "unit": "percent", "planned_on": days_ago(90),
    }  # fmt: skip
    return recorded("measurements", by=COORDINATOR, owner="wodc", **{**told, **content})


def measured(of: Any, *, on: dt.date, value: str, people: int = 40, **content: Any) -> Any:
    """One that was done."""
    made = measurement(of, planned_on=on, **content)
    return stepped(
        "measurements", made, "measure", by=COORDINATOR, measured_on=on, people=people,
        value=Decimal(value),
    )  # fmt: skip


def lesson(of: Any, **content: Any) -> Any:
    """A lesson in draft."""
    told = {
        "title": "Oefen eerst", "evaluation": of.key, "study": "Onderzoek 2025",
        "situation": "Een school oefende.", "outcome": "went_well", "learned": "Wie oefent, durft.",
        "advice": "Plan het oefenen.", "audience": ("education",), "written_on": days_ago(6),
    }  # fmt: skip
    return recorded("lessons", by=COORDINATOR, owner="wodc", **{**told, **content})
