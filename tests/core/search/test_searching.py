"""Words are found whatever their capitals and accents, and only in what one may see."""

import datetime as dt
import uuid

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections, transaction
from tests.core.access.test_row_level_security import make_two_trainings, two_trainings
from tests.site import people

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.filtering import Wanted, ordering
from vijfluik.core.registers.looking import answers_alone
from vijfluik.core.registers.reading import record_list
from vijfluik.core.registers.searching import says
from vijfluik.core.search import ddl
from vijfluik.core.search.rows import carried, search_model
from vijfluik.core.versions.policies import policies_of
from vijfluik.programme.trainings.actions import request_training
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.vocabulary import ActivityKind

__all__ = ["two_trainings"]


def asked(statement: str, *values: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coördinatie ÉÉN", "coordinatie een"),
        ("COORDINATIE", "coordinatie"),
        ("coo\u0308rdinatie", "coordinatie"),
        ("Ĳmond IJmond ĳ", "ijmond ijmond ij"),
        ("Straße Æsir Œuvre Þór", "strasse aesir oeuvre thor"),
        ("Łódź Søren Đorđe", "lodz soren dorde"),
        ("’s-Hertogenbosch – 2018", "'s-hertogenbosch - 2018"),
        ("ﬁnanciën", "financien"),
        ("Ωmega", "Ωmega"),
        ("", ""),
    ],
)
def test_a_text_is_folded(database: str, text: str, folded: str) -> None:
    assert asked("SELECT search.folded(%s)", text) == [(folded,)]


@pytest.mark.parametrize(
    ("word", "pattern"),
    [("Één", "%een%"), ("50%", r"%50\%%"), ("a_b", r"%a\_b%"), ("c:\\", r"%c:\\%")],
)
def test_a_word_becomes_a_pattern(database: str, word: str, pattern: str) -> None:
    assert asked("SELECT search.pattern(%s)", word) == [(pattern,)]


def found(text: str) -> set[str]:
    return set(
        Training.objects.filter(says(REGISTER, text=text)).values_list("reference", flat=True)
    )


def test_a_change_is_found_at_once_and_what_it_replaced_no_longer(
    two_trainings: dict[str, uuid.UUID],
) -> None:
    with acting(people.somebody(people.PROVIDER)):
        assert found("sígnalen HERKENNEN") == {"ror-1"}
        assert found("signalen ontbreekt") == set()
        # By whatever statement: the trigger sees them all.
        Training.objects.filter(key=two_trainings["ror"]).update(title="Wijkgesprek")
        assert found("wijkgesprek ror-1") == {"ror-1"}
        assert found("herkennen") == set()


def test_the_search_table_shows_no_foreign_rows(two_trainings: dict[str, uuid.UUID]) -> None:
    statement = "SELECT provider_id FROM trainings_training_search ORDER BY 1"
    assert asked(statement) == []
    with acting(people.somebody(people.PROVIDER)):
        assert asked(statement) == [("ror",)]
    with acting(people.somebody(people.POLICY_OFFICER)):
        assert asked(statement) == [("ror",), ("ssv",)]
    with acting(people.somebody(people.AUDITOR)):
        assert asked(statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trainings_training_search SET words = ''",
        "DELETE FROM trainings_training_search",
        "INSERT INTO trainings_training_search (key, provider_id, words)"
        " VALUES (gen_random_uuid(), 'ror', '')",
        "TRUNCATE trainings_training_search",
    ],
)
def test_nobody_but_the_trigger_writes_it(
    two_trainings: dict[str, uuid.UUID], statement: str
) -> None:
    with (
        acting(people.somebody(people.POLICY_OFFICER)),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        asked(statement)


NOT_SOUGHT = {
    "frame_read", "evaluated", "open_read", "early_read", "admitted_read", "deviation_own",
}  # fmt: skip


def test_each_search_table_is_read_by_the_policies_of_its_table(database: str) -> None:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname = 'search_insert'"
        )
        searched = [row[0] for row in cursor.fetchall()]
        assert "trainings_training" in searched
        for name in searched:
            beside = ddl.search_table(name)
            cursor.execute(
                "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s",
                [beside],
            )
            assert cursor.fetchall() == [(True,)]
            wanted = [
                policy.moved(source=name, target=beside)
                for policy in policies_of(cursor, name=name)
                if ddl.READER in policy.roles
                and policy.command in "r*"
                # The edition of the day and what an evaluation is of are shown on a page of
                # another register, and found by nobody else; a release that was published or may be
                # read beforehand stands among the reports.
                and policy.name not in NOT_SOUGHT
            ]
            own = policies_of(cursor, name=beside)
            assert [policy for policy in own if policy.name != "search_trigger"] == wanted


def test_a_search_table_holds_what_its_model_says(database: str) -> None:
    told = [model for model in apps.get_models() if carried(model)]
    assert Training in told
    for model in told:
        fields = search_model(model)._meta.local_concrete_fields
        assert {field.name for field in fields} == {*carried(model), "words"}
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0",
                [ddl.search_table(model._meta.db_table)],
            )
            assert {row[0] for row in cursor.fetchall()} == {field.column for field in fields}


@pytest.mark.parametrize("username", [people.PROVIDER, people.POLICY_OFFICER])
@pytest.mark.parametrize("text", ["signalen", "HERKÉNNEN signalen", "ssv-1", "elders", "100%"])
def test_the_search_table_alone_finds_what_the_records_would(
    two_trainings: dict[str, uuid.UUID], username: str, text: str
) -> None:
    provider = people.somebody(people.PROVIDER)
    for number, (state, days) in enumerate([("requested", 9), ("withdrawn", 3), ("cancelled", 5)]):
        content = Content(
            reference=f"extra-{number}",
            kind=ActivityKind.TRAINING,
            title="Signalen herkennen, 100%",
            requested_on=today(),
            wanted_on=today(),
        )
        with acting(provider):
            made = request_training(who=provider, provider="ror", content=content)
        with acting(people.somebody(people.POLICY_OFFICER)):
            # By a later change, so that what stands beside the words has to follow.
            later = today() + dt.timedelta(days=days)
            Training.objects.filter(key=made.key).update(state=state, wanted_on=later)
    wanted = Wanted(search=text)
    with acting(people.somebody(username)) as who:
        assert answers_alone(REGISTER, wanted=wanted, order=ordering(REGISTER, sort=""))
        page = record_list(REGISTER, who=who, wanted=wanted)
        joined = wanted.apply(REGISTER, rows=Training.objects.order_by("-wanted_on", "key"))
        expected = [record.reference for record in joined]
        assert [record.reference for record in page.object_list] == expected
        assert page.paginator.count == len(expected)
        asked = [
            Wanted(search=text, values={"state": "withdrawn"}),
            Wanted(values={}),
        ]
        for each in asked:
            assert not answers_alone(REGISTER, wanted=each, order=ordering(REGISTER, sort=""))
        assert not answers_alone(REGISTER, wanted=wanted, order=ordering(REGISTER, sort="titel"))
        withdrawn = record_list(REGISTER, who=who, wanted=asked[0]).object_list
        assert {record.reference for record in withdrawn} <= {"extra-1"}


def test_the_operation_can_be_taken_back_and_folds_what_is_there(committed: str) -> None:
    make_two_trainings()
    with connections["owner"].cursor() as cursor:
        ddl.detach(cursor, name="trainings_training")
        cursor.execute("SELECT to_regclass('trainings_training_search')")
        assert cursor.fetchall() == [(None,)]
        ddl.attach(
            cursor,
            name="trainings_training",
            key="key",
            scope=["provider_id"],
            texts=("reference", "title", "requester"),
            carried=("state", "wanted_on"),
        )
    with acting(people.somebody(people.POLICY_OFFICER)):
        assert found("signalen") == {"ror-1", "ssv-1"}
