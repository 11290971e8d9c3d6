"""The gate journals what it decides, and a refusal outlives the rollback."""

import pytest
from django.db import connection, transaction
from tests.site import people

from vijfluik.core.access import gate
from vijfluik.core.access.gate import Refused, require, require_somewhere
from vijfluik.core.partners.acting import acting


def decisions(result: str) -> int:
    """How many decisions stand in the journal; counted by the auditor's connection's twin."""
    from django.db import connections

    with connections["auditor"].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM journal_event WHERE action = 'access.decided' AND result = %s",
            [result],
        )
        return int(cursor.fetchone()[0])


def test_without_an_actor_nothing_opens(platform: str) -> None:
    with pytest.raises(Refused):
        require(thing="programme", action="read")


def test_an_allowed_decision_is_journalled_with_rule_and_policy(committed: str) -> None:
    before = decisions("allowed")
    with acting(people.somebody(people.POLICY_OFFICER)):
        decision = require(thing="programme", action="read")
    assert decision.rule == "policy_officer:programme:read:all"
    assert decisions("allowed") == before + 1


def refused_request() -> None:
    """A request whose refusal rolls everything back."""
    with acting(people.somebody(people.OUTSIDER)):
        require(thing="programme", action="read")


def test_a_refusal_is_journalled_though_its_transaction_is_rolled_back(committed: str) -> None:
    before = decisions("denied")
    with pytest.raises(Refused):
        refused_request()
    assert decisions("denied") == before + 1


def test_a_list_opens_where_one_organisation_is_in_reach(platform: str) -> None:
    with acting(people.somebody(people.PROVIDER)):
        where = require_somewhere(thing="trainings", action="read")
    assert where.organisations == {"ror"}
    with transaction.atomic(), pytest.raises(Refused), acting(people.somebody(people.AUDITOR)):
        require_somewhere(thing="trainings", action="read")


def test_a_refusal_is_a_page_that_does_not_exist() -> None:
    from django.http import Http404

    assert issubclass(gate.Refused, Http404)
    assert connection.vendor == "postgresql"
