"""An allowed decision is in the journal once per transaction, and never lost for it."""

from dataclasses import replace

import pytest
from django.db import connections, transaction
from tests.core.journal.making import as_role
from tests.programme.trainings.doing import due_work
from tests.site import people

from vijfluik.core.access.gate import Refused, require, require_somewhere
from vijfluik.core.partners.acting import acting, said_before
from vijfluik.programme.trainings.queries import overview


def decisions() -> list[tuple[object, ...]]:
    """Object, key, result and details of the decisions, the oldest first."""
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT object_type, object_key, result, details FROM journal_event"
            " WHERE action = 'access.decided' ORDER BY moment"
        ).fetchall()


def allow(key: str = "", *, action: str = "read") -> None:
    require(thing="trainings", action=action, organisation="ror", object_key=key)


def test_the_same_decision_is_journalled_once_per_transaction(committed: str) -> None:
    who = people.somebody(people.PROVIDER)
    with acting(who):
        allow("a")
        allow("a")
        with acting(who):
            allow("a")
    assert len(decisions()) == 1
    with acting(who):
        allow("a")
    assert len(decisions()) == 2


def test_another_object_act_list_or_actor_is_another_decision(committed: str) -> None:
    who = people.somebody(people.PROVIDER)
    with acting(who):
        allow("a")
        allow("b")
        allow("a", action="correct")
        require_somewhere(thing="trainings", action="read")
        require_somewhere(thing="trainings", action="read")
        with acting(people.somebody(people.POLICY_OFFICER)):
            allow("a")
        with acting(replace(who, purpose=who.purpose, used=None)):
            allow("a")
    assert len(decisions()) == 5


def test_a_decision_that_went_with_its_savepoint_is_journalled_again(committed: str) -> None:
    who = people.somebody(people.PROVIDER)

    def undone() -> None:
        with acting(who):
            allow("a")
            raise ValueError

    with acting(who):
        with pytest.raises(ValueError):  # noqa: PT011 (raised three lines above)
            undone()
        allow("a")
    assert [row[1] for row in decisions()] == ["a"]


def test_a_decision_before_a_savepoint_that_is_undone_stays(committed: str) -> None:
    with acting(people.somebody(people.PROVIDER)):
        allow("a")
        with transaction.atomic():
            allow("a")
            transaction.set_rollback(True)
        allow("a")
    assert [row[1] for row in decisions()] == ["a"]


def test_every_refusal_is_journalled(committed: str) -> None:
    with acting(people.somebody(people.OUTSIDER)):
        for _ in range(3):
            with pytest.raises(Refused):
                allow("a")
    assert [row[2] for row in decisions()] == ["denied"] * 3


def test_a_transaction_that_is_begun_anew_journals_anew(committed: str) -> None:
    who = people.somebody(people.PROVIDER)

    def undone() -> None:
        with acting(who):
            allow("a")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        undone()
    with acting(who):
        allow("a")
    assert len(decisions()) == 1


def test_a_page_that_asks_often_journals_once(committed: str) -> None:
    who = people.somebody(people.POLICY_OFFICER)
    with acting(who):
        overview(who=who)
        due_work(who=who)
        require_somewhere(thing="trainings", action="read")
    read = [row for row in decisions() if row[0] == "trainings"]
    assert len(read) == 1


def test_outside_a_transaction_nothing_was_said(platform: str) -> None:
    assert not said_before("x")
    assert not said_before("x")
    with acting(people.somebody(people.PROVIDER)):
        assert not said_before("x")
        assert said_before("x")
        assert not said_before("x", using="attempts")
    assert connections["default"].in_atomic_block
