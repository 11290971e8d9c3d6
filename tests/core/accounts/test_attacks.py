"""Row-level security, guards and constraints alone: raw SQL as the application."""

import contextlib

import pytest
from django.db import DatabaseError, connection, transaction
from tests.core.accounts.doing import administrator, invited, other, taken_in_use, with_proof
from tests.site import people

from vijfluik.core.accounts import recovery
from vijfluik.core.accounts.models import Authenticator, Link, Passkey, Password, Visit
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.demo.people import key_of

TABLES = ("account", "link", "password", "authenticator", "passkey", "visit")


def done(statement: str, *, who: Acting | None) -> int:
    """Rows that the statement touched; -1 when PostgreSQL refuses. It is undone either way."""
    touched = -1
    within = contextlib.nullcontext() if who is None else acting(who)
    with within, contextlib.suppress(DatabaseError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement)
            touched = cursor.rowcount
        transaction.set_rollback(True)
    return touched


@pytest.fixture
def in_use(committed: str) -> str:
    """Somebody with a password, an app and a visit; the key as SQL writes it."""
    with with_proof():
        person = taken_in_use(invited())
    return f"'{person.key}'"


def test_nobody_acts_and_nothing_is_seen_or_written(in_use: str) -> None:
    for table in TABLES:
        assert done(f"SELECT 1 FROM accounts_{table}", who=None) == 0
        assert done(f"DELETE FROM accounts_{table}", who=None) <= 0
    assert done("SELECT 1 FROM accounts_attempt", who=None) == -1


def test_what_proves_somebody_is_seen_by_nobody_else_administrators_included(in_use: str) -> None:
    everybody = [people.somebody(name) for name in people.EVERYBODY]
    for who in (administrator(), other(), *everybody):
        for table in ("password", "authenticator", "passkey"):
            of = f"accounts_{table} WHERE professional_id = {in_use}"
            assert done(f"SELECT 1 FROM {of}", who=who) == 0
            assert done(f"DELETE FROM {of}", who=who) == 0
    forged = (
        f"INSERT INTO accounts_password (professional_id, encoded, set_at)"
        f" VALUES ('{key_of(people.PROVIDER)}', 'x', now())"
    )
    assert done(forged, who=administrator()) == -1


def test_others_see_no_account_link_or_visit_but_their_own(in_use: str) -> None:
    for name in (people.POLICY_OFFICER, people.ADMINISTRATOR, people.AUDITOR):
        who = people.somebody(name)
        assert done("SELECT 1 FROM accounts_account", who=who) == 1
        assert done("SELECT 1 FROM accounts_link", who=who) == 0
        assert done("UPDATE accounts_account SET reviewed_on = partners.today()", who=who) == -1
    # The right role for another purpose sees as little.
    assert done("SELECT 1 FROM accounts_account",
                who=people.somebody(people.ACCOUNT_ADMINISTRATOR)) == 1  # fmt: skip


LEAVE = (
    "UPDATE accounts_account SET left_at = now(), left_by_id = {by}, leave_reason = 'x'"
    " WHERE professional_id = {whose}"
)
REVIEW = (
    "UPDATE accounts_account SET reviewed_on = {on}, reviewed_by_id = partners.actor()"
    " WHERE professional_id = {whose}"
)


def test_an_account_is_changed_in_ones_own_name_of_today_and_never_ones_own(in_use: str) -> None:
    who, own = administrator(), f"'{key_of(people.ACCOUNT_ADMINISTRATOR)}'"
    assert done(LEAVE.format(by="partners.actor()", whose=in_use), who=who) == 1
    assert done(LEAVE.format(by=f"'{key_of('amina')}'", whose=in_use), who=who) == -1
    assert done(LEAVE.format(by="partners.actor()", whose=own), who=who) == -1
    assert done(REVIEW.format(on="partners.today()", whose=in_use), who=who) == 1
    assert done(REVIEW.format(on="partners.today() + 900", whose=in_use), who=who) == -1
    assert done(REVIEW.format(on="partners.today()", whose=own), who=who) == -1
    again = f"UPDATE accounts_account SET activated_at = now() WHERE professional_id = {in_use}"
    assert done(again, who=who) == -1
    assert done("UPDATE partners_professional SET is_active = false", who=who) == -1


INVITE = (
    "INSERT INTO partners_professional (key, username, name, organisation_id, language, is_active)"
    " VALUES (gen_random_uuid(), 'sluip', 'Sluip', 'jenv', 'nl', true)"
)
LINK = (
    "INSERT INTO accounts_link (key, professional_id, kind, reason, proposed_by_id, proposed_at,"
    " digest, expires_at{more}) VALUES (gen_random_uuid(), {whose}, '{kind}', 'x', {by}, now(),"
    " '\\x01', now() + interval '1 day'{values})"
)


def link(
    *, whose: str, kind: str, by: str = "partners.actor()", more: str = "", values: str = ""
) -> str:
    return LINK.format(whose=whose, kind=kind, by=by, more=more, values=values)


def test_no_link_is_made_to_an_account_in_use_by_one_person(in_use: str) -> None:
    who = administrator()
    assert done(INVITE, who=who) == 1
    assert done(INVITE, who=people.somebody(people.ADMINISTRATOR)) == -1
    # Somebody's access by one hand: as an invitation, unapproved, or approved by the same person.
    assert done(link(whose=in_use, kind="invitation"), who=who) == -1
    assert done(link(whose=in_use, kind="recovery"), who=who) == -1
    both = {"more": ", approved_by_id, approved_at", "values": ", partners.actor(), now()"}
    assert done(link(whose=in_use, kind="recovery", **both), who=who) == -1
    forged = {"more": both["more"], "values": f", '{key_of('amina')}', now()"}
    assert done(link(whose=in_use, kind="recovery", **forged), who=who) == -1


def test_a_recovery_is_approved_by_another_once_and_used_by_nobody_else(in_use: str) -> None:
    with with_proof():
        recovery.propose(who=administrator(), key=key_of(people.PROVIDER), reason="kwijt")
    whose = key_of(people.PROVIDER)
    approve = (
        "UPDATE accounts_link SET approved_by_id = {by}, approved_at = now(), digest = '\\x02',"
        f" expires_at = now() + interval '1 day' WHERE professional_id = '{whose}'"
    )
    assert done(approve.format(by="partners.actor()"), who=administrator()) == -1
    assert done(approve.format(by=f"'{key_of('amina')}'"), who=administrator()) == -1
    assert done(approve.format(by="partners.actor()"), who=other()) == 1
    use = "UPDATE accounts_link SET used_at = now() WHERE kind = 'recovery'"
    assert done(use, who=other()) == -1


def test_no_other_role_reads_what_proves_somebody(in_use: str) -> None:
    from tests.core.journal.making import as_role

    for role in ("clock", "destroyer", "auditor", "report"):
        for statement in (
            "SELECT * FROM accounts_password",
            "SELECT * FROM accounts_visit",
            "SELECT * FROM accounts.proof_named('nieuw')",
        ):
            with as_role(role) as connected, pytest.raises(Exception, match="permission denied"):
                connected.execute(statement)


def test_the_database_alone_gives_no_code(in_use: str) -> None:
    stored = bytes(Authenticator.objects.using("owner").get().sealed)
    assert b"12345678901234567890" not in stored
    assert Password.objects.using("owner").get().encoded.startswith("md5$")
    digest = Link.objects.using("owner").exclude(digest=None).get().digest
    assert digest is not None
    assert len(digest) == 32
    assert not Passkey.objects.using("owner").exists()
    assert not Visit.objects.using("owner").exists()
