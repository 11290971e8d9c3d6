"""`./run clock` as an operator runs it: killed, cut off from its server, and with a wrong clock."""

import signal
from pathlib import Path

import pytest
from tests.cli.runs import eventually
from tests.cli.test_notifier import HAS, started
from tests.core.journal.making import as_administrator
from tests.programme.networks.doing import dated_back, member, network
from tests.site.test_clock import put

from vijfluik.cli.checkout import root
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.people import INVENTED
from vijfluik.programme.networks.members.terms import NOTICE_DAYS
from vijfluik.site.clock.going import LOCK

# What a Python looks for as it starts: the time that this process reads is shifted from then on.
SHIFTED = """
import os, time
_real, _by = time.time, float(os.environ["SHIFTED_BY"])
time.time = lambda: _real() + _by
"""


def counted(database: str, statement: str) -> int:
    with as_administrator(database) as admin:
        row = admin.execute(statement).fetchone()
    assert row is not None
    return int(str(row[0]))


def lapsed(database: str) -> tuple[int, int]:
    """How many tasks were closed, and how many events tell of it."""
    return (
        counted(database, "SELECT count(*) FROM lifecycle_due WHERE closed_at IS NOT NULL"),
        counted(database, "SELECT count(*) FROM journal_event WHERE action = 'due.lapsed'"),
    )


SESSIONS = "SELECT count(*) FROM django_session WHERE session_data = 'x'"
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE usename = 'vijfluik_clock'"
    " AND wait_event_type = 'Lock'"
)
LOCKED = (
    f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {LOCK[0]}"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
CUT_OFF = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE usename = 'vijfluik_clock' AND datname = current_database()"
)


@pytest.mark.drill
def test_a_clock_that_is_killed_or_loses_its_server_goes_on_once(
    committed: str, tmp_path: Path
) -> None:
    mark_demonstration(invented=INVENTED)
    put(committed)
    with as_administrator(committed) as holding:
        # It comes as far as the sessions, and waits.
        holding.execute("LOCK TABLE django_session IN ACCESS EXCLUSIVE MODE")
        clock = started(committed, "clock", state=tmp_path, has=HAS)
        assert eventually(lambda: counted(committed, WAITING))
        assert lapsed(committed) == (1, 1)
        # Its connection is gone, as when PostgreSQL starts anew; it says so and lives.
        assert counted(committed, CUT_OFF) >= 1
        assert eventually(lambda: counted(committed, WAITING))
        clock.send_signal(signal.SIGKILL)
        _out, said = clock.communicate(timeout=30)
        assert "A round failed (OperationalError); again in 2 s." in said
        assert "Traceback" not in said
    # What its server was at is done as a whole or not at all, and takes the lock along.
    assert eventually(lambda: counted(committed, LOCKED) == 0)
    again = started(committed, "clock", "--once", state=tmp_path, has=HAS)
    _out, said = again.communicate(timeout=60)
    assert (again.returncode, "Traceback" in said) == (0, False), said
    assert (lapsed(committed), counted(committed, SESSIONS)) == ((1, 1), 1)


@pytest.mark.drill
def test_a_process_whose_clock_differs_does_nothing_until_it_is_right(
    committed: str, tmp_path: Path
) -> None:
    mark_demonstration(invented=INVENTED)
    put(committed)
    dated_back(committed, member(network()), days_over=NOTICE_DAYS + 1)
    shift = tmp_path / "shift"
    shift.mkdir()
    (shift / "sitecustomize.py").write_text(SHIFTED)
    year, destroys = 366 * 86400, ("DATABASE_URL", "DATABASE_URL_DESTROYER")
    for command, has, by in (("clock", HAS, -year), ("destroyer", destroys, year)):
        ended = started(
            committed, command, "--once", state=tmp_path, has=has,
            PYTHONPATH=f"{shift}:{root() / 'src'}", SHIFTED_BY=str(by),
        )  # fmt: skip
        _out, said = ended.communicate(timeout=60)
        assert (ended.returncode, "differ by 3162" in said) == (1, True), said
    assert lapsed(committed) == (0, 0)
    assert counted(committed, "SELECT count(*) FROM networks_member") == 1
    right = started(committed, "clock", "--once", state=tmp_path, has=HAS)
    _out, said = right.communicate(timeout=60)
    assert (right.returncode, "1 due dates ended with their day" in said) == (0, True), said
    assert lapsed(committed) == (1, 1)
