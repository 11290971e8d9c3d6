"""Nobody changes the journal: not the application, not the auditor, not even the owner."""

import datetime as dt
import random
import uuid
from itertools import product
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, transaction
from tests.core.journal.making import (
    as_administrator,
    as_role,
    entry,
    environment,
    insert,
    many,
    put_back_in_time,
    somebody,
)
from tests.sizes import part

from vijfluik.core.journal.actions import drop_month
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify, verify_at
from vijfluik.core.journal.verifying.chain import dropped_months
from vijfluik.core.partners.acting import acting

TABLES = (
    "journal_event",
    "journal_subject",
    "journal_membership",
    "journal_block",
)
CHANGES = ("UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE")
ROLES = ("app", "clock", "destroyer", "auditor", "report", "owner")
MARCH = dt.date(2026, 3, 1)
# The transactions of role report are read-only, which refuses before any right is asked.
REFUSED = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)


@pytest.fixture
def filled(committed_once: str) -> str:
    """Some sealed events; nothing below succeeds in changing them."""
    with as_role("app") as app:
        insert(app, *(entry(chance=random.Random(), subjects=1) for _ in range(3)))
    seal_now()
    return committed_once


@pytest.mark.parametrize(
    ("role", "table", "statement"), part(list(product(ROLES, TABLES, CHANGES)), quick=24)
)
def test_no_role_changes_or_removes_a_row(
    filled: str, role: str, table: str, statement: str
) -> None:
    column = "month" if table == "journal_block" else "moment"
    statement = statement.format(table, column, column)
    with as_role(role) as connection, pytest.raises(REFUSED):
        connection.execute(statement)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "owner"])
@pytest.mark.parametrize(
    "statement",
    part(
        [
            "DROP TABLE journal_event",
            "ALTER TABLE journal_event ADD extra text",
            "ALTER TABLE journal_event DISABLE TRIGGER keep",
            "CREATE INDEX ON journal_event (action)",
            "TRUNCATE journal_event_default",
            "DELETE FROM journal_queue",
            "INSERT INTO journal_queue VALUES (now(), gen_random_uuid())",
            "INSERT INTO journal_subject VALUES (now(), gen_random_uuid(), gen_random_uuid())",
            "INSERT INTO journal_membership VALUES (now(), gen_random_uuid(), 1, 1, sha256('x'))",
            "INSERT INTO journal_block VALUES"
            " (9, 'events', sha256('x'), sha256('x'), 0, '2026-01-01', now(), sha256('x'))",
            "SET session_replication_role = replica",
            "SELECT journal.append('events', sha256('x'), 1, '2026-01-01', NULL)",
            "SELECT journal.keep_whole('journal_event')",
        ],
        quick=5,
    ),
)
def test_no_role_but_the_owner_reaches_around_the_guard(
    filled: str, role: str, statement: str
) -> None:
    with as_role(role) as connection, pytest.raises(REFUSED):
        connection.execute(statement)


@pytest.mark.parametrize("role", ["app", "clock", "destroyer", "report"])
def test_who_writes_cannot_read_or_seal(filled: str, role: str) -> None:
    seal = "SELECT journal.seal(sha256('x'), sha256('x'), '2026-01-01', '{}', '{}', '{}')"
    for statement in ("SELECT 1 FROM journal_event", "SELECT 1 FROM journal_block", seal):
        with as_role(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)


def test_report_cannot_write(filled: str) -> None:
    with as_role("report") as report, pytest.raises(psycopg.Error):
        insert(report, *many(1, seed=1))


def test_a_block_that_does_not_follow_is_refused_even_from_the_owner(filled: str) -> None:
    forged = (
        "INSERT INTO journal_block SELECT number + 1, kind, previous, root, events, month,"
        " sealed_at, hash FROM journal_block ORDER BY number DESC LIMIT 1"
    )
    with as_role("owner") as owner, pytest.raises(psycopg.errors.CheckViolation):
        owner.execute(forged)


def test_the_sealer_cannot_seal_what_is_not_in_the_queue(filled: str) -> None:
    with as_role("auditor") as auditor, pytest.raises(psycopg.errors.CheckViolation):
        auditor.execute(
            "SELECT journal.seal(b.hash, sha256('x'), journal.month_of(now()), ARRAY[now()],"
            " ARRAY[gen_random_uuid()], ARRAY[sha256('x')])"
            " FROM journal_block b ORDER BY number DESC LIMIT 1"
        )


def test_an_event_of_a_month_that_nobody_opened_is_kept(committed: str) -> None:
    """In the default partition; opening months afterwards leaves it there."""
    put_back_in_time(
        committed,
        [entry(chance=random.Random(1), moment=dt.datetime(2031, 5, 5, tzinfo=dt.UTC))],
    )
    with as_role("auditor") as auditor:
        row = auditor.execute("SELECT tableoid::regclass::text FROM journal_event").fetchone()
        assert row == ("journal_event_default",)
        auditor.execute("SELECT journal.open_months(5)")
        opened = auditor.execute(
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'journal_event'::regclass"
        ).fetchone()
    assert opened == (7,)
    assert seal_now() == 1
    assert verify_at(parameters(), folder=None).fault is None


@pytest.fixture
def march(committed: str, tmp_path: Path) -> str:
    """Two sealed events of a month long ago, and two of today."""
    moment = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
    chance = random.Random(2)
    put_back_in_time(
        committed,
        [entry(chance=chance, moment=moment + dt.timedelta(days=n), subjects=1) for n in range(2)],
    )
    seal_now(folder=tmp_path)
    with as_role("app") as app:
        insert(app, *many(2, seed=3))
    seal_now(folder=tmp_path)
    return committed


def test_a_dropped_month_keeps_its_seal_and_verification_says_so(
    march: str, tmp_path: Path
) -> None:
    who = somebody()
    with acting(who, using="destroyer"):
        dropped = drop_month(month=MARCH, reason="bewaartermijn verstreken, besluit 7")
    assert (dropped.block, dropped.events) == (3, 2)
    seal_now(folder=tmp_path)
    outcome = verify_at(parameters(), folder=tmp_path)
    assert outcome.fault is None
    assert outcome.events == 3
    (told,) = outcome.dropped
    assert (told.month, told.actor_name, told.events) == (MARCH, "Alice de Vries", 2)
    with as_role("auditor") as auditor:
        rows = auditor.execute("SELECT count(*) FROM journal_event WHERE moment < '2026-04-01'")
        assert rows.fetchone() == (0,)
        actions = auditor.execute(
            "SELECT object_key FROM journal_event WHERE actor = %s", [who.actor.key]
        )
        assert actions.fetchall() == [("2026-03",)]
    with as_administrator(march) as admin:
        # Said to stand in the block that says what went, which holds no events.
        admin.execute(
            "INSERT INTO journal_membership SELECT moment, gen_random_uuid(), 3, 1, leaf"
            " FROM journal_membership WHERE block = 2 LIMIT 1"
        )
        fault = verify(admin).fault
        assert fault is not None
        assert (fault.what, fault.block, fault.position) == ("member_outside", 3, 1)
        for statement in ("UPDATE journal_drop SET reason = 'x'", "DELETE FROM journal_drop"):
            admin.execute(statement)
            found, fault = dropped_months(admin)
            assert fault is not None
            assert (found, fault.what, fault.block) == ([], "drop_altered", 3)
        admin.rollback()
    for statement in (
        "UPDATE journal_drop SET reason = 'x'",
        "DELETE FROM journal_drop",
        "TRUNCATE journal_drop",
    ):
        with as_role("owner") as owner, pytest.raises(psycopg.errors.InsufficientPrivilege):
            owner.execute(statement)


def test_a_month_that_goes_without_a_sealed_statement_is_missing(
    march: str, tmp_path: Path
) -> None:
    with as_administrator(march) as admin:
        for table in ("journal_event", "journal_subject", "journal_membership"):
            admin.execute(f"DELETE FROM {table} WHERE moment < '2026-04-01'")
        admin.execute(
            "INSERT INTO journal_drop VALUES (2, '2026-03-01', now(), %s, 'Mallory', 'x', 1, 2)",
            [uuid.uuid4()],
        )
    fault = verify_at(parameters(), folder=tmp_path).fault
    assert fault is not None
    assert (fault.what, fault.block, fault.position) == ("event_missing", 1, 1)


def test_the_statement_of_a_dropped_month_cannot_be_changed(march: str, tmp_path: Path) -> None:
    with acting(somebody(), using="destroyer"):
        drop_month(month=MARCH, reason="bewaartermijn verstreken")
    with as_administrator(march) as admin:
        admin.execute("UPDATE journal_drop SET actor_name = 'Bob'")
    fault = verify_at(parameters(), folder=None).fault
    assert fault is not None
    assert fault.block == 1


@pytest.mark.parametrize("month", [dt.date(2026, 2, 1), dt.date(2026, 3, 2), dt.date(2090, 1, 1)])
def test_a_month_without_events_or_not_over_is_not_dropped(march: str, month: dt.date) -> None:
    with (
        pytest.raises(DatabaseError),
        acting(somebody(), using="destroyer"),
        transaction.atomic(using="destroyer"),
    ):
        drop_month(month=month, reason="proef")


def test_the_application_cannot_drop_a_month(march: str) -> None:
    with as_role("app") as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("SELECT journal.drop_month('2026-03-01', 'x', 'x')")


def test_nobody_drops_a_month(march: str) -> None:
    with pytest.raises(LookupError):
        drop_month(month=MARCH, reason="proef")
    with as_role("destroyer") as destroyer, pytest.raises(psycopg.errors.CheckViolation):
        destroyer.execute("SELECT journal.drop_month('2026-03-01', 'x', 'x')")


def test_the_command_verifies_prints_json_and_tells_the_first_fault(
    march: str, tmp_path: Path
) -> None:
    import json
    import subprocess
    import sys

    code = (
        "import sys; from vijfluik.cli.commands import journal; sys.exit(journal.run(['verify']))"
    )
    found = environment(march, state=str(tmp_path))
    sound = subprocess.run([sys.executable, "-c", code], env=found, capture_output=True, text=True)
    assert sound.returncode == 0, sound.stderr
    assert json.loads(sound.stdout)["events"] == 4
    with as_administrator(march) as admin:
        admin.execute("UPDATE journal_event SET reason = 'x' WHERE moment < '2026-03-06'")
    bad = subprocess.run([sys.executable, "-c", code], env=found, capture_output=True, text=True)
    assert bad.returncode == 1
    told = json.loads(bad.stdout)["fault"]
    assert (told["what"], told["block"], told["position"]) == ("event_altered", 1, 1)
