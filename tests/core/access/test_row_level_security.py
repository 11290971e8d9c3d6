"""Row-level security alone, with every access function of Python left out."""

import contextlib
import uuid
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, connections, transaction
from tests.site import people

from vijfluik.core.access import gate as access
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.programme.trainings.actions import request_training
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind

OWNERS = {"ror": people.PROVIDER, "ssv": people.OTHER_PROVIDER}
OF_ANOTHER_PURPOSE = (
    people.PRIVACY_OFFICER,
    people.AUDITOR,
    people.ADMINISTRATOR,
    people.OTHER_ADMINISTRATOR,
    people.ACCOUNT_ADMINISTRATOR,
)


@pytest.fixture
def two_trainings(platform: str) -> dict[str, uuid.UUID]:
    """One training of each of two providers."""
    return make_two_trainings()


def make_two_trainings() -> dict[str, uuid.UUID]:
    """The key of the training per provider."""
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


def refused(statement: str, parameters: list[uuid.UUID]) -> bool:
    """Whether PostgreSQL refuses a statement of the application; it is undone either way."""
    done = False
    with contextlib.suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        done = True
        transaction.set_rollback(True)
    return not done


@pytest.mark.parametrize(
    ("username", "change", "expected"),
    [
        (people.PROVIDER, "state = 'withdrawn'", True),
        (people.POLICY_OFFICER, "state = 'withdrawn'", False),
        (people.POLICY_OFFICER, "state = 'banana'", True),
        (people.POLICY_OFFICER, "provider_id = 'ssv'", True),
        (people.PROVIDER, "title = 'anders'", False),
    ],
)
def test_the_database_repeats_what_may_become_of_a_training(
    two_trainings: dict[str, uuid.UUID], username: str, change: str, expected: bool
) -> None:
    with acting(people.somebody(username)):
        statement = f"UPDATE trainings_training SET {change} WHERE key = %s"
        assert refused(statement, [two_trainings["ror"]]) is expected


def test_a_withdrawn_training_stays_withdrawn(two_trainings: dict[str, uuid.UUID]) -> None:
    key = two_trainings["ror"]
    with acting(people.somebody(people.POLICY_OFFICER)):
        Training.objects.filter(key=key).update(state="withdrawn")
        back = "UPDATE trainings_training SET state = 'requested' WHERE key = %s"
        assert refused(back, [key])


def test_a_step_cannot_be_dated_back(two_trainings: dict[str, uuid.UUID]) -> None:
    statement = (
        "INSERT INTO trainings_trainingstep (key, edge, from_state, to_state, business_date,"
        " registered_at, taken_by_id, reason, training_id) VALUES"
        " (gen_random_uuid(), 'plan', 'requested', 'planned', '2018-01-01', {moment},"
        " partners.actor(), '', %s)"
    )
    with acting(people.somebody(people.PROVIDER)):
        assert refused(statement.format(moment="'2018-01-01'"), [two_trainings["ror"]])
        assert not refused(statement.format(moment="now()"), [two_trainings["ror"]])


def test_only_who_may_import_keeps_a_batch(platform: str) -> None:
    statement = (
        "INSERT INTO registers_importbatch (key, register, file_name, sha256, imported_by_id,"
        " imported_at, added, known, corrected, skipped, held_back) VALUES"
        " (gen_random_uuid(), 'trainings', 'x', 'x', partners.actor(), now(), 0, 0, 0, 0, '[]')"
    )
    with acting(people.somebody(people.PROVIDER)):
        assert not refused(statement, [])
    with acting(people.somebody(people.OUTSIDER)):
        assert refused(statement, [])


def test_the_clock_closes_a_date_and_sees_no_more_than_it_needs(committed: str) -> None:
    who = people.somebody(people.PROVIDER)
    content = Content(
        reference="ror-9",
        kind=ActivityKind.TRAINING,
        title="Signalen herkennen",
        requested_on=today(),
        wanted_on=today(),
    )
    made = request_training(who=who, provider="ror", content=content)
    with connections["clock"].cursor() as clock:
        close = "UPDATE lifecycle_due SET closed_at = now() WHERE object_key = %s"
        clock.execute(close, [made.key])
        assert clock.rowcount == 1
        for table in ("partners_professional", "trainings_training", "partners_mandate"):
            with pytest.raises(DatabaseError, match="permission denied"):
                clock.execute(f"SELECT 1 FROM {table}")


def test_versions_and_journal_name_the_mandate_that_allowed_it(committed: str) -> None:
    ruben = people.somebody(people.PROVIDER)
    (own,) = ruben.actor.grants
    other = replace(own, key=uuid.uuid4(), organisation="ssv")
    who = replace(ruben, actor=replace(ruben.actor, grants=(other, own)))
    with acting(who):
        access.require(thing="trainings", action="read", organisation="ror")
        with connection.cursor() as cursor:
            cursor.execute("SELECT partners.mandate()")
            assert cursor.fetchone() == (own.key,)
    with connections["auditor"].cursor() as auditor:
        auditor.execute("SELECT mandate, organisation FROM journal_event ORDER BY moment DESC")
        assert auditor.fetchone() == (own.key, "ror")


@pytest.mark.parametrize("username", people.EVERYBODY)
def test_asking_for_one_act_is_answered_as_all_rules_say(database: str, username: str) -> None:
    with acting(people.somebody(username)), connection.cursor() as cursor:
        cursor.execute(
            "SELECT thing, action, access.everywhere(thing, action),"
            " access.organisations(thing, action) FROM access_rule GROUP BY thing, action"
        )
        asked = {(thing, action): answer for thing, action, *answer in cursor.fetchall()}
        cursor.execute("SELECT thing, action, scope, organisation FROM access.rules()")
        rules = cursor.fetchall()
    expected: dict[tuple[str, str], list[object]] = {each: [False, []] for each in asked}
    for thing, action, scope, organisation in rules:
        everywhere, own = expected[thing, action]
        assert isinstance(own, list)
        found = {*own, organisation} if scope == "own" else own
        expected[thing, action] = [everywhere or scope == "all", sorted(found)]
    assert asked == expected
    assert rules or username in (people.OUTSIDER, people.EX_MEMBER, *OF_ANOTHER_PURPOSE)


def test_only_roles_that_may_know_all_rules_ask_for_one(database: str) -> None:
    with connections["owner"].cursor() as cursor:
        for function in ("access.rules()", "access.everywhere(text, text)",
                         "access.organisations(text, text)"):  # fmt: skip
            cursor.execute(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE 'vijfluik%%'"
                " AND has_function_privilege(rolname, %s, 'EXECUTE') ORDER BY 1",
                [function],
            )
            may = {row[0] for row in cursor.fetchall()} - {"vijfluik_owner"}
            assert may == {"vijfluik_app", "vijfluik_auditor", "vijfluik_report"}
        cursor.execute("SELECT has_table_privilege('vijfluik_app', 'access.granted', 'SELECT')")
        assert cursor.fetchall() == [(False,)]
