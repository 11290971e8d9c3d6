"""Words are found whatever their capitals and accents, and only in what one may see."""

import uuid

import pytest
from django.db import DatabaseError, connection, connections, transaction
from tests.core.access.test_row_level_security import make_two_trainings, two_trainings
from tests.site import people

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.searching import says
from vijfluik.core.search import ddl
from vijfluik.core.versions.policies import policies_of
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER

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
        "INSERT INTO trainings_training_search VALUES (gen_random_uuid(), 'ror', '')",
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
                # The edition of the day is shown to everybody on a page, and found by nobody else.
                and policy.name != "frame_read"
            ]
            own = policies_of(cursor, name=beside)
            assert [policy for policy in own if policy.name != "search_trigger"] == wanted


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
        )
    with acting(people.somebody(people.POLICY_OFFICER)):
        assert found("signalen") == {"ror-1", "ssv-1"}
