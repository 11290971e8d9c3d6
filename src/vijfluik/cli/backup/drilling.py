"""The drill: a backup is worth what its restore was seen to be worth."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from vijfluik.cli.backup.comparing import differences, parts_as_of
from vijfluik.cli.backup.making import LOG, follow, make
from vijfluik.cli.backup.restoring import Restored, restored
from vijfluik.cli.embedded import process
from vijfluik.cli.errors import CommandFailed

PATIENCE = 120


@dataclass(frozen=True, kw_only=True)
class Drilled:
    """What was compared, what differed, and how long it took in seconds."""

    moment: dt.datetime
    compared: int
    different: list[str]
    restored: Restored
    seconds: dict[str, float]


def drill(
    *,
    using: process.Programs,
    address: str,
    database: str,
    state: Path,
    scratch: Path,
    meanwhile: Callable[[], None] = lambda: None,
) -> Drilled:
    """Back up, go on working, go back to a moment in between, and compare with what stood then.

    The running server is asked for its data and its log and nothing is changed in it, but that one
    transaction without content marks the log.

    Args:
        using: PostgreSQL's programs.
        address: of an account that may copy the server; the administrator's.
        database: the platform's.
        state: the folder outside it.
        scratch: a folder to make, on a disk with room for twice the data.
        meanwhile: what happens after the moment, which the restored copy must not know.

    Raises:
        CommandFailed: a step failed.
    """
    there = psycopg.conninfo.make_conninfo(address, dbname=database)
    done = threading.Event()
    failed: list[CommandFailed] = []
    backups = scratch / "backups"
    follower = threading.Thread(
        target=_follow, args=(using, address, backups, done, failed), daemon=True
    )
    began = time.monotonic()
    follower.start()
    try:
        make(using=using, address=address, state=state, to=backups)
        made = time.monotonic()
        moment, until = _closed(there)
        before = parts_as_of(moment, of=there)
        meanwhile()
        _await_log(there, folder=backups / LOG, failed=failed)
    finally:
        done.set()
        follower.join()
    taken = time.monotonic()
    with restored(
        using=using,
        folder=backups,
        until=until,
        into=scratch / "restored",
        state=state,
        database=database,
    ) as (server, what):
        back = time.monotonic()
        after = parts_as_of(moment, of=server.address(user="postgres", database=database))
    return Drilled(
        moment=moment,
        compared=len(before),
        different=differences(before, after),
        restored=what,
        seconds={
            "backup": round(made - began, 1),
            "restore": round(back - taken, 1),
            "in all": round(time.monotonic() - began, 1),
        },
    )


def _follow(
    using: process.Programs,
    address: str,
    backups: Path,
    done: threading.Event,
    failed: list[CommandFailed],
) -> None:
    try:
        follow(using=using, address=address, to=backups, stopped=done.is_set)
    except CommandFailed as failure:
        failed.append(failure)


def _closed(address: str) -> tuple[dt.datetime, dt.datetime]:
    """A closed moment, and a later one at which all that began before the first had committed."""
    with psycopg.connect(address, autocommit=True) as asked:
        row = asked.execute("SELECT versions.closed_moment(), clock_timestamp()").fetchone()
    assert row is not None  # noqa: S101 (a function always answers)
    return row[0], row[1]


def _await_log(address: str, *, folder: Path, failed: list[CommandFailed]) -> None:
    """Mark the log by a transaction, and wait until the follower has all of it up to there.

    A moment is only known to be past when something was committed after it.
    """
    with psycopg.connect(address, autocommit=True) as asked:
        asked.execute("SELECT pg_current_xact_id()")
        row = asked.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
    assert row is not None  # noqa: S101 (a function always answers)
    deadline = time.monotonic() + PATIENCE
    while not (folder / str(row[0])).exists():
        if failed:
            raise failed[0]
        if time.monotonic() > deadline:
            raise CommandFailed(f"The log {row[0]} did not arrive in {PATIENCE} s.")
        time.sleep(0.05)
