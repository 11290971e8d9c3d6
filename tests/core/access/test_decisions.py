"""Decisions as a pure function of mandates, purpose and policy."""

import datetime as dt
import json
import uuid

import pytest
from django.db import connection
from tests.site import people

from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.policy import parse
from vijfluik.core.partners.acting import Acting, Actor, Grant, acting
from vijfluik.core.partners.models import Purpose, Role
from vijfluik.core.partners.queries import grants_of, today
from vijfluik.demo.people import key_of

POLICY = parse(
    'version = "7"\n[purposes]\ntrainings = ["programme"]\n'
    '[policy_officer.trainings]\nread = "all"\n'
    '[training_provider.trainings]\nread = "own"\n'
)


def somebody(*grants: Grant, purpose: Purpose = Purpose.PROGRAMME) -> Acting:
    actor = Actor(key=uuid.uuid4(), name="Alice", organisation="ror", grants=grants)
    return Acting(actor=actor, purpose=purpose)


def grant(role: Role, organisation: str, purpose: Purpose = Purpose.PROGRAMME) -> Grant:
    return Grant(key=uuid.uuid4(), role=role, organisation=organisation, purpose=purpose)


def may_read(who: Acting, organisation: str | None) -> bool:
    return decide(
        who=who, thing="trainings", action="read", organisation=organisation, by=POLICY
    ).allowed


def test_own_is_not_elsewhere() -> None:
    who = somebody(grant(Role.TRAINING_PROVIDER, "ror"))
    assert may_read(who, "ror")
    assert not may_read(who, "ssv")
    assert not may_read(who, None)


def test_all_is_everywhere_also_where_nobody_owns() -> None:
    who = somebody(grant(Role.POLICY_OFFICER, "jenv"))
    assert may_read(who, "ssv")
    assert may_read(who, None)


def test_without_a_mandate_nothing_is_allowed() -> None:
    assert not may_read(somebody(), "ror")


def test_what_is_not_written_is_not_allowed() -> None:
    who = somebody(grant(Role.POLICY_OFFICER, "jenv"))
    decision = decide(who=who, thing="trainings", action="destroy", organisation="ror", by=POLICY)
    assert not decision.allowed
    assert decision.rule == "no-rule"
    assert decision.policy_version == "7"


def test_a_mandate_for_another_purpose_allows_nothing() -> None:
    who = somebody(grant(Role.POLICY_OFFICER, "jenv", Purpose.OVERSIGHT))
    assert not may_read(who, "ror")
    over = somebody(
        grant(Role.POLICY_OFFICER, "jenv", Purpose.OVERSIGHT), purpose=Purpose.OVERSIGHT
    )
    assert not may_read(over, "ror")
    other = somebody(grant(Role.POLICY_OFFICER, "jenv"), purpose=Purpose.OVERSIGHT)
    assert not may_read(other, "ror")


def test_a_decision_names_the_rule_that_allowed_it() -> None:
    who = somebody(grant(Role.TRAINING_PROVIDER, "ror"))
    decision = decide(who=who, thing="trainings", action="read", organisation="ror", by=POLICY)
    assert decision.rule == "training_provider:trainings:read:own"


def test_reach_gathers_the_organisations_of_all_mandates() -> None:
    who = somebody(grant(Role.TRAINING_PROVIDER, "ror"), grant(Role.TRAINING_PROVIDER, "ssv"))
    where = reach(who=who, thing="trainings", action="read", by=POLICY)
    assert not where.everywhere
    assert where.organisations == {"ror", "ssv"}
    assert reach(who=who, thing="trainings", action="destroy", by=POLICY).nowhere


def test_a_lapsed_mandate_allows_nothing(platform: str) -> None:
    """Lieke holds one that has lapsed, and one that nobody approved yet."""
    assert grants_of(key_of("lieke")) == ()
    assert [found.role for found in grants_of(key_of("ruben"))] == [Role.TRAINING_PROVIDER]


@pytest.mark.parametrize(
    ("days_from", "days_until", "change", "expected"),
    [
        (-9, 9, {}, True),
        (0, 1, {}, True),
        (1, 9, {}, False),
        (-9, 0, {}, False),
        (-9, 9, {"approved_by_id": None}, False),
        (-9, 9, {"ended_at": "2026-01-01T00:00:00Z"}, False),
    ],
)
def test_a_mandate_works_once_approved_and_up_to_but_not_on_its_last_day(
    platform: str, days_from: int, days_until: int, change: dict[str, object], expected: bool
) -> None:
    day = today()
    row = {
        "valid_from": (day + dt.timedelta(days=days_from)).isoformat(),
        "valid_until": (day + dt.timedelta(days=days_until)).isoformat(),
        **change,
    }
    with acting(people.somebody(people.PROVIDER)), connection.cursor() as cursor:
        cursor.execute(
            "SELECT partners.in_force(jsonb_populate_record(mandate, %s)) FROM partners_mandate"
            " mandate",
            [json.dumps(row)],
        )
        assert cursor.fetchall() == [(expected,)]
