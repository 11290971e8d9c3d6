"""A backup brought back to a moment, and made fit to serve before anybody sees it."""

import contextlib
import datetime as dt
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from vijfluik.cli import roles
from vijfluik.cli.backup import outside
from vijfluik.cli.backup.making import Backup, backups_in
from vijfluik.cli.backup.recovering import Recovered, copied, recovered
from vijfluik.cli.embedded import process
from vijfluik.cli.errors import CommandFailed

STATE = "outside"


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What a restore did.

    Attributes:
        backup: which.
        data: the folder for the server.
        state: the folder outside the database that belongs to it.
        blocks_lost: of the journal, signed after the moment.
        destroyed_again: what the destroyer said.
        journal: what verifying it found.
        seconds: how long each step took, and all of them together, until it was fit to serve.
    """

    backup: str
    data: Path
    state: Path
    blocks_lost: int
    destroyed_again: str
    journal: str
    seconds: dict[str, float]


@dataclass(kw_only=True)
class Stopwatch:
    """How long one step after another takes."""

    began: float = field(default_factory=time.monotonic)
    seconds: dict[str, float] = field(default_factory=dict)

    def ended(self, step: str) -> None:
        """This step ended; the next one begins."""
        self.seconds[step] = round(time.monotonic() - self.began - sum(self.seconds.values()), 2)

    def told(self) -> dict[str, float]:
        """The steps, and all together."""
        return {**self.seconds, "in all": round(sum(self.seconds.values()), 2)}


def chosen(folder: Path, *, until: dt.datetime | None) -> Backup:
    """The last backup whose copying began before a moment; the last of all without a moment.

    Raises:
        CommandFailed: there is none.
    """
    found = [each for each in backups_in(folder) if until is None or each.began < until]
    if not found:
        when = "" if until is None else f" from before {until.isoformat()}"
        raise CommandFailed(f"{folder} has no whole backup{when}. Make one: ./run backup make")
    return found[-1]


@contextlib.contextmanager
def restored(
    *,
    using: process.Programs,
    folder: Path,
    until: dt.datetime | None,
    into: Path,
    state: Path | None,
    database: str,
) -> Iterator[tuple[Recovered, Restored]]:
    """Bring a backup back in a folder of its own; a server runs on it while the block does.

    What was destroyed after the moment is destroyed again before this yields: a backup would
    otherwise bring people back who have withdrawn. And the journal is verified.

    Args:
        using: PostgreSQL's programs.
        folder: of all backups.
        until: the moment; None goes on as far as the log that was kept.
        into: the folder to make.
        state: the folder outside the running database, for what was signed and destroyed since;
            None takes what the backup kept of it.
        database: the platform's.

    Raises:
        CommandFailed: there is no such backup, it does not come back, or it is not sound.
    """
    watch = Stopwatch()
    backup = chosen(folder, until=until)
    copied(backup, of=folder, into=into, using=using)
    watch.ended("copying")
    end = "recovery_target_timeline=latest"
    if until is not None:
        end = f"recovery_target_time={until.astimezone(dt.UTC).isoformat()}"
    with recovered(into, until=end, using=using) as there:
        watch.ended("going on with the log")
        outside.copied(state or backup.outside, to=into / STATE)
        yield there, _made_fit(there, backup=backup, into=into, database=database, watch=watch)


def _made_fit(
    there: Recovered, *, backup: Backup, into: Path, database: str, watch: Stopwatch
) -> Restored:
    from vijfluik.core.journal.rewinding import set_apart

    state = into / STATE
    with psycopg.connect(there.address(user="postgres", database=database)) as asked:
        row = asked.execute("SELECT coalesce(max(number), 0) FROM journal_block").fetchone()
    lost = set_apart(state, last_block=int(str(row[0])) if row else 0)
    addresses = {
        variable: there.address(user=roles.PREFIX + role, database=database)
        for role, variable in roles.VARIABLES.items()
    }
    environment = {**os.environ, **addresses, "VIJFLUIK_STATE": str(state)}
    environment.setdefault("SECRET_KEY", os.urandom(32).hex())
    again = _run("destroyer", "--once", environment=environment)
    watch.ended("destroying again")
    journal = _run("journal", "verify", environment=environment)
    watch.ended("verifying the journal")
    return Restored(
        backup=backup.folder.name,
        data=into / "data",
        state=state,
        blocks_lost=lost,
        destroyed_again=again.strip(),
        journal=journal.strip(),
        seconds=watch.told(),
    )


def _run(*words: str, environment: dict[str, str]) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "vijfluik", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        raise CommandFailed(
            f"The restored database is not fit to serve: `{' '.join(words)}` failed."
            f"\n{ended.stdout.strip()}\n{ended.stderr.strip()}"
        )
    return ended.stderr if words[0] == "destroyer" else ended.stdout


def forgotten(into: Path) -> None:
    """Remove a restored copy that was only for trying."""
    shutil.rmtree(into, ignore_errors=True)
