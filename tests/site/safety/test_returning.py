"""A copy of the database from before is not served until what was destroyed since is gone again."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from pytest_django.fixtures import Settings
from tests.core.journal.making import as_administrator
from tests.programme.networks.doing import member, network, withdraw

from vijfluik.core.retention import returning
from vijfluik.core.retention.book import FILE, run
from vijfluik.site.safety import checking, refusing
from vijfluik.site.safety.findings import Finding
from vijfluik.site.watching import readiness

BACK = "1 records stand in the database that were destroyed"


def found() -> list[Finding]:
    """What is found of records that are back."""
    return [each for each in checking.examine() if each.check == "destroyed"]


def put_back(database: str, *, folder: Path) -> None:
    """Somebody withdraws, it stands in the book, and a copy from before is put in place by hand."""
    of = network()
    goes, _ = member(of), member(of, reference="L-2")
    with as_administrator(database) as admin:
        admin.execute("CREATE TABLE a_copy AS SELECT * FROM networks_member")
        admin.execute("DELETE FROM a_copy WHERE key <> %s", [goes.key])
    withdraw(goes)
    assert run(folder) == 0
    assert found() == []
    with as_administrator(database, unguarded=False) as admin:
        admin.execute("INSERT INTO networks_member SELECT * FROM a_copy")
        admin.execute("DROP TABLE a_copy")
        # As after any restore: the server was started anew, or the database is another.
        returning._asked.clear()


def test_it_is_refused_with_the_remedy_until_the_book_was_gone_through(
    committed: str, safe: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_back(committed, folder=safe.STATE)
    (finding,) = found()
    assert finding.what.startswith(BACK)
    assert "./run destroyer --once" in finding.remedy
    # Each process asks through a role that it has the address of; the destroyer mends it.
    for role in returning.ASKS:
        monkeypatch.setattr(returning, "ASKS", (role,))
        with pytest.raises(ImproperlyConfigured, match=BACK):
            refusing.refuse_unsafe(web=role == "auditor")
        with pytest.raises(ImproperlyConfigured) as others:
            refusing.refuse_unsafe(mends={"destroyed"})
        assert BACK not in str(others.value)
    assert readiness.ready()["destroyed"] is False
    assert run(safe.STATE) == 1
    assert found() == []
    assert readiness.ready()["destroyed"] is True


def test_the_book_is_asked_again_when_it_grew(
    committed: str, safe: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_back(committed, folder=safe.STATE)
    book = safe.STATE / FILE
    lines = book.read_text()
    book.write_text("")
    assert found() == []
    book.write_text(lines)
    assert [each.what[: len(BACK)] for each in found()] == [BACK]
    # What was well is not asked twice of the same server.
    run(safe.STATE)
    assert found() == []
    monkeypatch.setattr(returning, "read", lambda _folder: pytest.fail("read again"))
    assert found() == []


def test_a_book_that_cannot_be_read_is_said_and_no_book_is_none(
    committed: str, safe: Settings
) -> None:
    assert found() == []
    (safe.STATE / FILE).write_text("{}\n")
    (finding,) = found()
    assert f"{FILE}:1" in finding.what
    assert readiness.ready()["destroyed"] is False


def test_what_serves_pages_learns_of_no_key_whether_it_exists(platform: str) -> None:
    for role in ("default", "report"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            connections[role].cursor() as cursor,
        ):
            cursor.execute("SELECT retention.came_back('{networks_member}', '{}')")
