"""Committed events become blocks: all of them, once, within a second."""

import datetime as dt
import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.errors import LockNotAvailable
from tests.core.journal.making import (
    as_administrator,
    as_role,
    entry,
    environment,
    insert,
    many,
    put_back_in_time,
)

from vijfluik.core.journal import sealing
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.connecting import Connection, connect
from vijfluik.core.journal.heads import read
from vijfluik.core.journal.sealer import Sealer, seal_now
from vijfluik.core.journal.sealing import AnotherSealerError, BrokenChainError, become_sealer
from vijfluik.core.journal.verifying import verify_at
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.people import INVENTED


def counts(connection: Connection) -> tuple[object, ...] | None:
    return connection.execute(
        "SELECT (SELECT count(*) FROM journal_event), (SELECT count(*) FROM journal_membership),"
        " (SELECT count(*) FROM journal_queue)"
    ).fetchone()


def wait_until_sealed(connection: Connection, *, events: int, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while counts(connection) != (events, events, 0):
        assert time.monotonic() < deadline, counts(connection)
        time.sleep(0.02)


def wait_until_signed(folder: Path, *, events: int, seconds: float = 60) -> None:
    """The head outside the database follows the commit of a block, not with it."""
    deadline = time.monotonic() + seconds
    while not any(head.events == events for head in read(folder)):
        assert time.monotonic() < deadline, read(folder)
        time.sleep(0.02)


@pytest.fixture
def auditor(committed: str) -> Iterator[Connection]:
    with as_role("auditor") as connection:
        yield connection


@pytest.fixture
def app(committed: str) -> Iterator[Connection]:
    with as_role("app") as connection:
        yield connection


@pytest.fixture
def running(committed: str, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A real sealer process."""
    process = start(committed, state=tmp_path)
    yield process
    finish(process)


def finish(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    if process.stderr is not None:
        process.stderr.close()


def sealer_process(database: str, *, state: Path) -> subprocess.Popen[str]:
    code = "from vijfluik.cli.commands import sealer; sealer.run([])"
    # Another database is that of an installation, and has to be safe first.
    mark_demonstration(invented=INVENTED)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment(database, state=str(state)),
        stderr=subprocess.PIPE,
        text=True,
    )


def start(database: str, *, state: Path) -> subprocess.Popen[str]:
    process = sealer_process(database, state=state)
    assert process.stderr is not None
    assert process.stderr.readline().startswith("sealer: ")
    return process


def test_sealing_empties_the_queue_and_the_whole_verifies(
    auditor: Connection, app: Connection, tmp_path: Path
) -> None:
    insert(app, *many(300, seed=1))
    assert seal_now(folder=tmp_path) == 300
    assert counts(auditor) == (300, 300, 0)
    outcome = verify_at(parameters(), folder=tmp_path)
    assert (outcome.fault, outcome.events, outcome.blocks) == (None, 300, 1)


def test_a_late_commit_is_sealed_whatever_its_order(auditor: Connection, app: Connection) -> None:
    late = many(1, seed=2)[0]
    with as_role("app") as slow, slow.transaction():
        insert(slow, late)
        time.sleep(0.01)
        insert(app, *many(3, seed=3))
        assert seal_now() == 3
    assert seal_now() == 1
    row = auditor.execute("SELECT event FROM journal_membership WHERE block = 2").fetchone()
    assert row == (late.id,)
    assert verify_at(parameters(), folder=None).fault is None


def test_no_writer_waits_for_another_that_has_not_committed(
    auditor: Connection, app: Connection
) -> None:
    first, second = many(2, seed=6)
    app.execute("SET lock_timeout = '200ms'")
    with as_role("app") as slow, slow.transaction():
        insert(slow, first)
        insert(app, second)
        # Committed and sealed while the other one is still at work.
        assert seal_now() == 1
        # Had it waited, it would have been seen: the same event once more does wait.
        with pytest.raises(LockNotAvailable):
            insert(app, first)
    assert seal_now() == 1
    assert counts(auditor) == (2, 2, 0)


def test_what_is_rolled_back_is_never_sealed(auditor: Connection, app: Connection) -> None:
    with app.transaction(force_rollback=True):
        insert(app, *many(5, seed=4))
    assert seal_now() == 0
    assert counts(auditor) == (0, 0, 0)


def test_a_month_has_blocks_of_its_own(committed: str, auditor: Connection) -> None:
    months = [dt.datetime(2026, 3, 31, 23, tzinfo=dt.UTC), dt.datetime(2026, 4, 1, tzinfo=dt.UTC)]
    chance = random.Random(5)
    put_back_in_time(committed, [entry(chance=chance, moment=moment) for moment in months])
    assert seal_now() == 2
    rows = auditor.execute("SELECT month, events FROM journal_block ORDER BY number").fetchall()
    assert rows == [(dt.date(2026, 3, 1), 1), (dt.date(2026, 4, 1), 1)]
    assert verify_at(parameters(), folder=None).fault is None


def test_an_altered_waiting_event_is_left_out_and_the_others_are_sealed(
    committed: str, app: Connection
) -> None:
    events = many(3, seed=6)
    insert(app, *events)
    with as_administrator(committed) as admin:
        admin.execute("UPDATE journal_event SET reason = 'x' WHERE id = %s", [events[1].id])
    assert seal_now() == 2
    fault = verify_at(parameters(), folder=None).fault
    assert fault is not None
    assert (fault.what, fault.event) == ("queue_altered", str(events[1].id))


def test_a_sealer_killed_between_insert_and_seal_loses_and_doubles_nothing(
    auditor: Connection, app: Connection, committed: str, tmp_path: Path
) -> None:
    """Killed in the middle of its transaction as well: the block is made, not committed."""
    insert(app, *many(50, seed=7))
    code = (
        "import os, signal, sys, time\n"
        "from vijfluik.core.journal import sealing\n"
        "from vijfluik.core.journal.connecting import connect\n"
        "connection = connect(dict(arg.split('=', 1) for arg in sys.argv[1:]), autocommit=False)\n"
        "made = sealing.seal_round(connection)\n"
        "print(made[0].events, flush=True)\n"
        "time.sleep(60)\n"
    )
    words = [f"{name}={value}" for name, value in parameters().items()]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "50\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert counts(auditor) == (50, 0, 50)
    assert seal_now(folder=tmp_path) == 50
    assert seal_now(folder=tmp_path) == 0
    assert verify_at(parameters(), folder=tmp_path).fault is None


@pytest.mark.thorough
def test_a_writer_killed_after_its_commit_leaves_an_event_that_is_sealed_once(
    auditor: Connection, committed: str, tmp_path: Path
) -> None:
    code = (
        "import os, signal, django\n"
        "django.setup()\n"
        "from vijfluik.core.journal.recording import record_apart, Stranger\n"
        "from vijfluik.core.journal.results import Result\n"
        "from vijfluik.core.journal.vocabulary import SIGNED_IN\n"
        "record_apart(action=SIGNED_IN, result=Result.FAILED, who=Stranger())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    found = environment(committed, state=str(tmp_path))
    killed = subprocess.run([sys.executable, "-c", code], env=found, check=False)
    assert killed.returncode == -signal.SIGKILL
    process = start(committed, state=tmp_path)
    wait_until_sealed(auditor, events=1)
    wait_until_signed(tmp_path, events=1)
    finish(process)
    assert verify_at(parameters(), folder=tmp_path).fault is None


def test_under_load_everything_is_sealed_within_a_second(
    running: subprocess.Popen[str], auditor: Connection, tmp_path: Path
) -> None:
    committed_at: dict[object, float] = {}
    # A machine that is busy with something else keeps the sealer waiting as it keeps this thread.
    delays = [0.0]
    done = threading.Event()

    def measure_the_machine() -> None:
        while not done.is_set():
            before = time.monotonic()
            time.sleep(0.01)
            delays.append(time.monotonic() - before - 0.01)

    meter = threading.Thread(target=measure_the_machine)
    meter.start()

    def write(seed: int) -> None:
        with as_role("app") as connection:
            for event in many(100, seed=seed):
                insert(connection, event)
                committed_at[event.id] = time.time()
                time.sleep(0.005)

    writers = [threading.Thread(target=write, args=[100 + n]) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    wait_until_sealed(auditor, events=400)
    done.set()
    meter.join()
    rows = auditor.execute(
        "SELECT m.event, extract(epoch FROM b.sealed_at)::float8 FROM journal_membership m"
        " JOIN journal_block b ON b.number = m.block"
    ).fetchall()
    slowest = max(float(str(sealed)) - committed_at[event] for event, sealed in rows)
    assert slowest < 1.0 + 10 * max(delays)
    assert verify_at(parameters(), folder=tmp_path).fault is None


def test_a_sealer_stops_with_a_last_seal_and_a_signed_head(
    running: subprocess.Popen[str], auditor: Connection, app: Connection, tmp_path: Path
) -> None:
    wait_for_key(tmp_path)
    insert(app, *many(7, seed=8))
    running.send_signal(signal.SIGTERM)
    _, words = running.communicate(timeout=20)
    assert running.returncode == 0
    assert words.endswith("sealer: Stopped.\n")
    assert counts(auditor) == (7, 7, 0)
    assert read(tmp_path)[-1].events == 7


def wait_for_key(folder: Path) -> None:
    deadline = time.monotonic() + 10
    while not (folder / "head.json").exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_key_is_the_sealers_alone(running: subprocess.Popen[str], tmp_path: Path) -> None:
    wait_for_key(tmp_path)
    assert (tmp_path / "sealer.key").stat().st_mode & 0o777 == 0o600


def test_a_second_sealer_waits_and_takes_over(
    running: subprocess.Popen[str],
    auditor: Connection,
    app: Connection,
    committed: str,
    tmp_path: Path,
) -> None:
    wait_for_key(tmp_path)
    with pytest.raises(AnotherSealerError):
        seal_now()
    second = Sealer(where=parameters(), folder=tmp_path)
    thread = threading.Thread(target=second.run)
    thread.start()
    running.send_signal(signal.SIGKILL)
    running.wait()
    insert(app, *many(4, seed=9))
    wait_until_sealed(auditor, events=4)
    second.stop()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert verify_at(parameters(), folder=tmp_path).fault is None


def test_a_second_sealer_that_waits_can_be_stopped(
    committed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("vijfluik.core.journal.sealer.WAIT_FOR_OTHER", 0.05)
    with connect(parameters()) as first:
        assert become_sealer(first)
        second = Sealer(where=parameters(), folder=tmp_path)
        thread = threading.Thread(target=second.run)
        thread.start()
        time.sleep(0.2)
        second.stop()
        thread.join(timeout=10)
        assert not thread.is_alive()
    assert capfd.readouterr().err.count("Another sealer is at work") == 1


def test_a_sealer_outlives_the_loss_of_its_connection(
    running: subprocess.Popen[str], auditor: Connection, app: Connection, committed: str
) -> None:
    insert(app, *many(2, seed=10))
    wait_until_sealed(auditor, events=2)
    with as_administrator(committed, unguarded=False) as admin:
        ended = admin.execute(
            "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d"
            " ON d.oid = l.database WHERE l.locktype = 'advisory' AND d.datname = %s"
            " AND l.classid = 7451 AND l.objid = 2",
            [committed],
        ).fetchall()
    assert ended == [(True,)]
    insert(app, *many(3, seed=11))
    wait_until_sealed(auditor, events=5)
    assert running.poll() is None


def test_a_sealer_does_not_seal_over_a_lost_tail(
    committed: str, app: Connection, tmp_path: Path
) -> None:
    for seed in (12, 13):
        insert(app, *many(2, seed=seed))
        seal_now(folder=tmp_path)
    with as_administrator(committed) as admin:
        admin.execute("DELETE FROM journal_block WHERE number = 2")
    insert(app, *many(2, seed=14))
    with pytest.raises(BrokenChainError, match="Block 2"):
        seal_now(folder=tmp_path)


def test_a_large_backlog_is_sealed_in_blocks_of_a_bounded_size(
    auditor: Connection, app: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "_WAITING", sealing._WAITING.replace("8192", "64"))
    insert(app, *many(200, seed=15))
    assert seal_now() == 200
    rows = auditor.execute("SELECT events FROM journal_block ORDER BY number").fetchall()
    assert rows == [(64,), (64,), (64,), (8,)]


def test_the_process_ends_with_an_error_when_the_heads_cannot_be_believed(
    committed: str, tmp_path: Path
) -> None:
    (tmp_path / "heads.jsonl").write_text("{}\n")
    process = sealer_process(committed, state=tmp_path)
    _, words = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "sealer.key is gone" in words


def test_a_full_disk_holds_the_heads_up_and_loses_nothing(
    committed: str,
    auditor: Connection,
    app: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    insert(app, *many(3, seed=16))
    seal_now(folder=tmp_path)
    real, refused = os.fsync, threading.Event()

    def full(descriptor: int) -> None:
        """The last line comes to stand there half, once."""
        if refused.is_set():
            real(descriptor)
            return
        refused.set()
        os.ftruncate(descriptor, os.fstat(descriptor).st_size - 30)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr("vijfluik.core.journal.sealer.FULL_WAIT", 0.1)
    insert(app, *many(4, seed=17))
    sealer = Sealer(where=parameters(), folder=tmp_path)
    thread = threading.Thread(target=sealer.run)
    thread.start()
    wait_until_signed(tmp_path, events=7)
    sealer.stop()
    thread.join(20)
    assert refused.is_set()
    assert "No room to write the head" in capfd.readouterr().err
    outcome = verify_at(parameters(), folder=tmp_path)
    assert (outcome.fault, outcome.events) == (None, 7)


def test_a_clock_that_is_put_back_leaves_heads_that_are_believed(
    committed: str, app: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed, jump in ((18, 3600), (19, -3600)):
        insert(app, *many(2, seed=seed))
        there = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=jump)
        with monkeypatch.context() as jumped:
            jumped.setattr("vijfluik.core.journal.heads.dt", Clock(there))
            seal_now(folder=tmp_path)
    heads = read(tmp_path)
    assert heads[-1].events == 4
    assert min(head.time for head in heads[-2:]) < heads[0].time
    assert verify_at(parameters(), folder=tmp_path).fault is None


class Clock:
    """The module of dates, in which it is always the same moment."""

    def __init__(self, moment: dt.datetime) -> None:
        self.datetime = self
        self.moment = moment

    def __getattr__(self, name: str) -> object:
        return getattr(dt, name)

    def now(self, _zone: dt.tzinfo) -> dt.datetime:
        """The moment."""
        return self.moment

    def fromisoformat(self, text: str) -> dt.datetime:
        """As ever."""
        return dt.datetime.fromisoformat(text)
