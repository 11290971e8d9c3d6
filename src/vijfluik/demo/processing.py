"""Invented processing activities with their assessments, as they stand today.

The municipalities that keep networks have weighed everything, so their members may be recorded. The
ministry answers for accounts and the journal; one of its assessments waits for a colleague.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.core.registers.declaration import Register
from vijfluik.demo.chance import stream
from vijfluik.demo.histories import STEP_FIELDS, Life, load_lives
from vijfluik.demo.owner import OWNER, copied, opened
from vijfluik.demo.targets import Targets

FILE = Path(__file__).with_name("processing.toml")
ADOPTED_AFTER = dt.timedelta(days=7)
DECIDED_AFTER = dt.timedelta(days=14)
Told = Mapping[str, Any]


@cache
def facts() -> dict[str, Any]:
    """The table of the generator."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def load_processing(*, day: dt.date, targets: Targets | None = None) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        day: today.
        targets: those of the other rooms, for the loader that tells every room of them.
    """
    del targets
    lives = [(told, _activity(told, day=day)) for told in facts()["activity"]]
    assessments = [
        _assessment(words, of=life, told=told, day=day)
        for told, life in lives
        for words in told["assessments"]
    ]
    written = load_lives(ACTIVITIES, [life for _told, life in lives])
    return written + load_lives(ASSESSMENTS, assessments)


def load_opened(*, day: dt.date) -> None:
    """Only what opens the networks, as it stands and without its history, for databases of tests.

    It stands for a year and more, because a template may be used for long.
    """
    of_networks = [told for told in facts()["activity"] if told["texts"] == "networks"]
    # Under numbers of their own: the demonstration may be loaded beside them.
    lives = [
        (told, _activity({**told, "reference": f"{told['reference']}-T"}, day=day))
        for told in of_networks
    ]
    assessments = [
        _assessment(
            {**words, "valid": 400, "reference": f"{words['reference']}-T"},
            of=life,
            told=told,
            day=day,
        )
        for told, life in lives
        for words in told["assessments"]
    ]
    _put(ACTIVITIES, [life for _told, life in lives])
    _put(ASSESSMENTS, assessments)


def _put(register: Register, lives: list[Life]) -> None:
    with opened(register.model, register.steps):
        register.model._default_manager.using(OWNER).bulk_create([life.record for life in lives])
        fields = [*STEP_FIELDS, f"{register.step_link}_id", "proposed_by_id"]
        copied(register.steps, [step for life in lives for step in life.steps], fields=fields)


def _activity(told: Told, *, day: dt.date) -> Life:
    """Drawn up by one and adopted by another; looked at every year."""
    texts = facts()["texts"][told["texts"]]
    on = day - dt.timedelta(days=told["begun"])
    life = Life(
        ACTIVITIES,
        owner=told["organisation"],
        by=told["by"],
        chance=stream(facts()["seed"], "activity", told["reference"]),
        on=on,
        reference=told["reference"],
        recorded_on=on,
        **{name: texts[name] for name in texts if name != "assessments"},
    )
    adopted = on + ADOPTED_AFTER
    return life.step(
        "adopt",
        on=adopted,
        by=told["with"],
        adopted_on=adopted,
        review_on=day + dt.timedelta(days=told["review"]),
    )


def _assessment(words: Told, *, of: Life, told: Told, day: dt.date) -> Life:
    """Drawn up and put forward by one, decided on by another; one still waits for that."""
    texts = facts()["texts"][told["texts"]]["assessments"][words["kind"]]
    on = day - dt.timedelta(days=words["assessed"])
    life = Life(
        ASSESSMENTS,
        owner=told["organisation"],
        by=told["by"],
        chance=stream(facts()["seed"], "assessment", words["reference"]),
        on=on,
        reference=words["reference"],
        activity=of.record.key,
        kind=words["kind"],
        assessed_on=on,
        valid_until=day + dt.timedelta(days=words["valid"]),
        consultation="not_needed",
        **texts,
    )
    life.step("propose", on=on + dt.timedelta(days=3))
    if words.get("decided", True):
        life.step("decide", on=on + DECIDED_AFTER, by=told["with"], reason="gewogen en akkoord")
    return life
