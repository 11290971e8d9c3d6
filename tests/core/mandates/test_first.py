"""The owner gives the first mandates, and only while nobody else can."""

import datetime as dt
import re
from typing import Any

import pytest
from tests.core.journal.making import as_role
from tests.core.mandates.test_actions import administrator, other, proposed
from tests.site import people

from vijfluik.core.mandates import actions
from vijfluik.core.mandates.first import NotGiven, give_first
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.core.partners.queries import grants_of, today
from vijfluik.demo.people import key_of

DAY = dt.timedelta(days=1)
THREE = (people.POLICY_OFFICER, people.OUTSIDER, people.AUDITOR)


def given(*names: str, days: int = 90, reason: str = "Niemand beheert meer") -> list[Mandate]:
    one, two, witness = names or THREE
    until = today() + days * DAY
    return give_first(administrators=(one, two), witness=witness, until=until, reason=reason)


def leave() -> None:
    """Both administrators end their own mandates."""
    for who in (administrator(), other()):
        with acting(who):
            (mine,) = Mandate.objects.filter(
                professional=who.actor.key, purpose=Purpose.ADMINISTRATION
            )
        actions.end(who=who, key=mine.key, reason="Andere baan")


def test_the_first_administrators_can_work_at_once_and_are_in_the_journal(committed: str) -> None:
    leave()
    first, second = given()
    for username, mandate in zip(THREE, (first, second), strict=False):
        roles = {grant.role for grant in grants_of(key_of(username)) if grant.key == mandate.key}
        assert roles == {Role.MANDATE_ADMINISTRATOR}
    made = proposed(who=administrator(people.POLICY_OFFICER), professional=people.EX_MEMBER)
    actions.approve(who=administrator(people.OUTSIDER), key=made.key)
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT action, actor, reason FROM journal_event WHERE object_key = %s ORDER BY moment",
            [str(first.key)],
        ).fetchall()
    why = "Door de eigenaar van de installatie: Niemand beheert meer"
    assert told == [
        ("mandate.proposed", key_of(people.OUTSIDER), why),
        ("mandate.approved", key_of(people.AUDITOR), why),
    ]


def test_nothing_is_given_while_somebody_can(committed: str) -> None:
    with pytest.raises(NotGiven, match="There is a mandate administrator"):
        given()


def test_what_cannot_be_given_is_refused(committed: str) -> None:
    leave()
    outsider, auditor = people.OUTSIDER, people.AUDITOR
    cases: tuple[tuple[tuple[str, ...], dict[str, Any], str], ...] = (
        ((outsider, outsider, auditor), {}, "three different"),
        ((outsider, auditor, auditor), {}, "three different"),
        ((outsider, auditor, "niemand"), {}, "no account in service named 'niemand'"),
        (THREE, {"days": 0}, "has passed or is today"),
        (THREE, {"reason": " "}, "Say why"),
    )
    for names, changes, said in cases:
        with pytest.raises(NotGiven, match=re.escape(said)):
            given(*names, **changes)
    assert grants_of(key_of(outsider)) == ()
