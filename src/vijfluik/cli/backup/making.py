"""Making a backup: a copy of the whole server while it works, and the log of what comes after."""

import contextlib
import datetime as dt
import json
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vijfluik.cli.backup import outside
from vijfluik.cli.backup.manifest import CHECKSUM, verify_copy
from vijfluik.cli.backup.tools import command_of, last_lines, run_tool
from vijfluik.cli.embedded import process
from vijfluik.cli.errors import CommandFailed

SLOT = "vijfluik_backup"
LOG = "log"
DATA = "data"
OUTSIDE = "outside"
ABOUT = "backup.json"
NAMED = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A whole backup: its folder, and when its copying began."""

    folder: Path
    began: dt.datetime

    @property
    def data(self) -> Path:
        """The copy of the server's data."""
        return self.folder / DATA

    @property
    def outside(self) -> Path:
        """What stood outside the database then."""
        return self.folder / OUTSIDE


def make(*, using: process.Programs, address: str, state: Path, to: Path) -> Backup:
    """Copy the server and what stands outside it; nobody waits for it meanwhile.

    The folder gets its name when it is whole, so that a killed run leaves nothing that looks like
    a backup. What stands outside is copied last: it is never behind the database.

    Args:
        using: PostgreSQL's programs.
        address: of an account that may copy the server.
        state: the folder outside the database.
        to: the folder of all backups.

    Raises:
        CommandFailed: with the program's own words.
    """
    began = dt.datetime.now(dt.UTC).replace(microsecond=0)
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = to / "half"
    if half.exists():
        shutil.rmtree(half)
    half.mkdir(mode=0o700)
    run_tool(
        "pg_basebackup",
        *(f"--dbname={address}", f"--pgdata={half / DATA}", "--checkpoint=fast"),
        *("--wal-method=stream", "--no-password", f"--manifest-checksums={CHECKSUM}"),
        f"--label=vijfluik {began.isoformat()}",
        using=using,
    )
    verify_copy(half / DATA)
    kept = outside.copied(state, to=half / OUTSIDE)
    (half / ABOUT).write_text(json.dumps({"began": began.isoformat(), "outside": kept}) + "\n")
    made = Backup(folder=to / began.strftime(NAMED), began=began)
    half.rename(made.folder)
    return made


def backups_in(folder: Path) -> list[Backup]:
    """The whole backups of a folder, oldest first."""
    found = [
        Backup(
            folder=file.parent,
            began=dt.datetime.fromisoformat(json.loads(file.read_text())["began"]),
        )
        for file in folder.glob(f"*/{ABOUT}")
        if file.parent.name != "half"
    ]
    return sorted(found, key=lambda each: each.began)


def follow(*, using: process.Programs, address: str, to: Path, stopped: Callable[[], bool]) -> None:
    """Keep every change as it is committed, until stopped: with it any moment can be gone back to.

    The server keeps its log for this follower while it is away (a slot), so nothing is missed; it
    does so for ever, so a follower that is not started again fills the server's disk.

    Args:
        using: PostgreSQL's programs.
        address: of an account that may copy the server.
        to: the folder of all backups.
        stopped: whether to stop; asked ten times a second.

    Raises:
        CommandFailed: the follower ended by itself, with its own words.
    """
    folder = to / LOG
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    words = (f"--dbname={address}", f"--slot={SLOT}", "--no-password")
    run_tool("pg_receivewal", *words, "--create-slot", "--if-not-exists", using=using)
    with subprocess.Popen(
        command_of("pg_receivewal", *words, f"--directory={folder}", "--synchronous", using=using),
        stderr=subprocess.PIPE,
        text=True,
        env=process.ENVIRONMENT,
    ) as follower:
        while not stopped():
            with contextlib.suppress(subprocess.TimeoutExpired):
                follower.wait(0.1)
                said = "" if follower.stderr is None else follower.stderr.read()
                raise CommandFailed(f"The follower of the log ended. {last_lines(said)}")
        follower.send_signal(signal.SIGINT)
        follower.wait(process.STOP_SECONDS)
