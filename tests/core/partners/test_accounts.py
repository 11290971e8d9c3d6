"""Accounts stand behind row-level security; signing in sees one at a time."""

import contextlib

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test import Client
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Professional, Purpose
from vijfluik.core.partners.queries import (
    account,
    account_named,
    actor_for,
    demonstration_accounts,
    grants_of,
)
from vijfluik.core.versions.history import versions
from vijfluik.demo.people import accounts, key_of


def names() -> set[str]:
    return set(Professional.objects.values_list("username", flat=True))


def test_without_an_actor_no_account_and_no_mandate_is_seen(platform: str) -> None:
    assert names() == set()
    assert not Mandate.objects.exists()
    assert not versions(Mandate).exists()


def test_without_an_actor_nobody_is_changed(platform: str) -> None:
    assert Professional.objects.update(language="en") == 0


def test_whoever_may_do_nothing_sees_only_oneself(platform: str) -> None:
    for username in (people.OUTSIDER, people.EX_MEMBER):
        with acting(people.somebody(username)):
            assert names() == {username}
    with acting(people.somebody(people.PROVIDER, purpose=Purpose.OVERSIGHT)):
        assert names() == {people.PROVIDER}


def test_whoever_works_here_sees_the_names_of_colleagues(platform: str) -> None:
    with acting(people.somebody(people.PROVIDER)):
        assert names() == set(accounts())


def test_a_forged_actor_is_nobody(platform: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('vijfluik.actor', gen_random_uuid()::text, true)")
        cursor.execute("SELECT set_config('vijfluik.purpose', 'programme', true)")
        assert names() == set()


def refused(statement: str) -> bool:
    """Whether PostgreSQL refuses a statement of the application."""
    done = False
    with contextlib.suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        done = True
    return not done


@pytest.mark.parametrize(
    "change",
    [
        "username = 'x'",
        "name = 'x'",
        "is_active = true",
        "organisation_id = 'ror'",
    ],
)
def test_of_oneself_only_language_and_last_sign_in_change(platform: str, change: str) -> None:
    with acting(people.somebody(people.PROVIDER)):
        assert refused(f"UPDATE partners_professional SET {change}")
        assert Professional.objects.update(language="en") == 1
        assert refused("DELETE FROM partners_professional")


def test_nothing_that_proves_who_somebody_is_stands_beside_the_names(platform: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'partners_professional'::regclass"
            " AND attnum > 0 AND NOT attisdropped"
        )
        columns = {name for (name,) in cursor.fetchall()}
    assert columns == {field.column for field in Professional._meta.concrete_fields}
    assert not any("password" in name or "secret" in name for name in columns)


def test_signing_in_finds_one_account_by_its_whole_name(platform: str) -> None:
    found = account_named(people.PROVIDER)
    assert found is not None
    assert found.key == key_of(people.PROVIDER)
    assert found.organisation.name == "Rijksopleidingsinstituut tegengaan Radicalisering"
    assert [str(each) for each in (account(found.key),)] == [found.name]
    for wrong in ("", "r", "rub%", "RUBEN", "ruben\0", "' OR true --"):
        assert (account_named(wrong) is None) is (wrong != "ruben\0")


def test_somebody_who_left_has_no_account_and_no_mandate(committed: str) -> None:
    found = people.professional(people.PROVIDER)
    Professional.objects.using("owner").filter(key=found.key).update(is_active=False)
    assert account(found.key) is None
    assert account_named(people.PROVIDER) is None
    assert grants_of(found.key) == ()
    assert actor_for(found).grants == ()


def test_only_a_demonstration_shows_who_there_is(committed: str) -> None:
    assert demonstration_accounts() == []
    with connections["owner"].cursor() as owner:
        owner.execute("INSERT INTO versions.demonstration DEFAULT VALUES")
    assert {found.username for found in demonstration_accounts()} == set(accounts())
    page = Client().get("/aanmelden/").content.decode()
    assert "Ruben Oostra" in page
    assert "geen mandaat: ziet niets" in page


@pytest.mark.parametrize("role", ["clock", "destroyer", "report", "auditor"])
def test_no_other_role_may_ask(platform: str, role: str) -> None:
    for statement in (
        "SELECT * FROM partners.account_named('ruben')",
        "SELECT * FROM partners.grants(gen_random_uuid())",
        "SELECT * FROM partners.demonstration_accounts()",
        "SELECT * FROM partners_professional",
    ):
        with as_role(role) as other, pytest.raises(Exception, match="permission denied"):
            other.execute(statement)


def test_signing_in_notes_the_day_and_leaves_the_right_page(committed: str) -> None:
    client = Client()
    answer = client.post("/aanmelden/", {"account": people.PROVIDER})
    assert answer.headers["Location"] == "/"
    with acting(people.somebody(people.PROVIDER)):
        assert Professional.objects.get(username=people.PROVIDER).last_login is not None
    assert client.get("/").status_code == 200
    administrator = Client()
    answer = administrator.post("/aanmelden/", {"account": people.ADMINISTRATOR})
    assert answer.headers["Location"] == "/mijn-werk/"


def test_a_name_that_nobody_has_is_told_without_the_name(committed: str) -> None:
    assert Client().post("/aanmelden/", {"account": "geheim-wachtwoord"}).status_code == 404
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT action, result, actor, e::text LIKE '%%geheim%%' FROM journal_event e"
        ).fetchall()
    assert rows == [("session.signed_in", "failed", None, False)]


def test_a_session_of_somebody_whose_mandate_ended_opens_nothing(committed: str) -> None:
    client = people.browser(people.PROVIDER)
    assert client.get("/trainingen/").status_code == 200
    Mandate.objects.using("owner").filter(professional=key_of(people.PROVIDER)).update(
        ended_at="2026-01-01T00:00Z", ended_by=key_of("maarten"), end_reason="klaar"
    )
    assert client.get("/trainingen/").status_code == 404


def test_an_actor_names_its_own_mandates(platform: str) -> None:
    who: Acting = people.somebody(people.PROVIDER)
    with acting(who):
        assert [row.key for row in Mandate.objects.all()] == [who.mandate]
