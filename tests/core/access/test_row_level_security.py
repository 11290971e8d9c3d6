"""Row-level security alone, with every access function of Python left out."""

import uuid

import pytest
from django.db import connection
from tests.site import people

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.actions import request_training
from vijfluik.programme.trainings.content import Content
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind

OWNERS = {"ror": people.PROVIDER, "ssv": people.OTHER_PROVIDER}


@pytest.fixture
def two_trainings(platform: str) -> dict[str, uuid.UUID]:
    """One training of each of two providers."""
    made = {}
    for provider, username in OWNERS.items():
        who = people.somebody(username)
        content = Content(
            reference=f"{provider}-1",
            kind=ActivityKind.TRAINING,
            title="Signalen herkennen",
            requested_on=today(),
            wanted_on=today(),
        )
        with acting(who):
            made[provider] = request_training(who=who, provider=provider, content=content).key
    return made


def visible(table: str = "trainings_training") -> set[str]:
    """The providers whose rows this connection sees, by plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT provider_id FROM {table}")
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.parametrize("table", ["trainings_training", "trainings_training_version"])
def test_the_python_layer_switched_off_shows_no_foreign_rows(
    two_trainings: dict[str, uuid.UUID], table: str
) -> None:
    with acting(people.somebody(people.PROVIDER)):
        assert visible(table) == {"ror"}
    with acting(people.somebody(people.OTHER_PROVIDER)):
        assert visible(table) == {"ssv"}
    with acting(people.somebody(people.POLICY_OFFICER)):
        assert visible(table) == {"ror", "ssv"}
    for username in (people.AUDITOR, people.PRIVACY_OFFICER, people.OUTSIDER):
        with acting(people.somebody(username)):
            assert visible(table) == set()


def test_without_an_actor_no_rows(two_trainings: dict[str, uuid.UUID]) -> None:
    assert visible() == set()
    assert visible("trainings_training_version") == set()


def test_another_purpose_shows_no_rows(two_trainings: dict[str, uuid.UUID]) -> None:
    with acting(people.somebody(people.POLICY_OFFICER, purpose=Purpose.OVERSIGHT)):
        assert visible() == set()


def test_a_lapsed_mandate_shows_no_rows(two_trainings: dict[str, uuid.UUID]) -> None:
    with acting(people.somebody(people.EX_MEMBER)):
        assert visible() == set()


def test_a_foreign_row_cannot_be_changed(two_trainings: dict[str, uuid.UUID]) -> None:
    with acting(people.somebody(people.PROVIDER)):
        assert Training.objects.filter(key=two_trainings["ssv"]).update(title="van mij") == 0
        assert Training.objects.filter(key=two_trainings["ror"]).update(title="van mij") == 1


def test_steps_and_dates_due_follow_their_training(two_trainings: dict[str, uuid.UUID]) -> None:
    with acting(people.somebody(people.PROVIDER)), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT training_id FROM trainings_trainingstep")
        assert cursor.fetchall() == [(two_trainings["ror"],)]
        cursor.execute("SELECT DISTINCT organisation_id FROM lifecycle_due")
        assert cursor.fetchall() == [("ror",)]
