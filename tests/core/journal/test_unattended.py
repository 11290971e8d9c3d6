"""What the journal takes while nobody acts: each room says it of its own events, and no others."""

import dataclasses
from pathlib import Path

import psycopg
import pytest
from tests.core.journal.making import as_administrator, as_role, insert, stranger

import vijfluik

# Where nobody acts and the journal is told all the same → the action, its origin and its role.
WRITTEN = {
    "cli/commands/journal.py": ("journal.verified", "command", "app"),
    "cli/proving.py": ("session.signed_in", "command", "app"),
    "core/journal/delivering/delivery.py": ("journal.forwarded", "clock", "auditor"),
    "core/lifecycle/lapsing.py": ("due.lapsed", "clock", "clock"),
    "core/notices/sending.py": ("notice.mailed", "clock", "clock"),
    "core/registers/importing/forgetting.py": ("import.forgotten", "clock", "clock"),
    "core/retention/destroying.py": ("record.destroyed", "clock", "destroyer"),
    "programme/attachments/keeping.py": ("document.scanned", "clock", "clock"),
    "site/accounts/proving.py": ("session.signed_in", "web", "app"),
    "site/accounts/via_faults.py": ("session.signed_in", "web", "app"),
    "site/pages/sign_in.py": ("session.signed_in", "web", "app"),
}
ROOMS = {"journal", "lifecycle", "notices", "imports", "retention", "attachments"}
# It needs a tombstone as well, which tests/programme/networks/test_destruction.py leaves.
WITH_A_STONE = "record.destroyed"


def tell(action: str, *, origin: str, role: str) -> None:
    """An event of nobody's, written as a role.

    Raises:
        psycopg.errors.CheckViolation: the journal does not take it.
    """
    result = "failed" if action == "session.signed_in" else "done"
    event = dataclasses.replace(
        stranger(), action=action, origin=origin, result=result, object_key=""
    )
    with as_role(role) as connection:
        insert(connection, event)


def test_every_place_in_the_code_where_nobody_acts_has_its_line() -> None:
    package = Path(vijfluik.__file__).parent
    found = {
        str(file.relative_to(package))
        for file in package.rglob("*.py")
        if "Stranger(" in file.read_text(encoding="utf-8") and file.name != "recording.py"
    }
    assert found == set(WRITTEN)


def test_each_line_is_taken_of_its_own_role_and_of_no_other(committed: str) -> None:
    for action, origin, role in sorted(set(WRITTEN.values())):
        if action != WITH_A_STONE:
            tell(action, origin=origin, role=role)
        others = {"app", "clock", "auditor", "destroyer"} - {role}
        for other in sorted(others) if origin == "clock" else ():
            with pytest.raises(psycopg.errors.CheckViolation):
                tell(action, origin=origin, role=other)
    with pytest.raises(psycopg.errors.CheckViolation):
        tell(WITH_A_STONE, origin="clock", role="destroyer")
    with pytest.raises(psycopg.errors.CheckViolation):
        tell("record.viewed", origin="clock", role="clock")


def test_a_room_that_goes_takes_its_own_line_only_and_nobody_else_adds_one(committed: str) -> None:
    with as_administrator(committed, unguarded=False) as admin:
        rooms = admin.execute(
            "SELECT pronamespace::regnamespace::text FROM pg_proc WHERE proname = 'unattended'"
        ).fetchall()
        assert {room for (room,) in rooms} == ROOMS
        admin.execute("DROP FUNCTION attachments.unattended(journal_event)")
        # One of another owner is not asked, whatever it says.
        admin.execute(
            "CREATE FUNCTION public.unattended(e journal_event) RETURNS boolean LANGUAGE sql"
            " RETURN true"
        )
    tell("notice.mailed", origin="clock", role="clock")
    with pytest.raises(psycopg.errors.CheckViolation):
        tell("document.scanned", origin="clock", role="clock")
