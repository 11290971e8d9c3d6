"""A private server on a copy of the data, gone on to a moment with the log that was kept."""

import contextlib
import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from vijfluik.cli.backup.making import LOG, Backup
from vijfluik.cli.backup.manifest import verify_copy
from vijfluik.cli.backup.tools import command_of, last_lines
from vijfluik.cli.embedded import process
from vijfluik.cli.embedded.place import SOCKET_BYTES, SOCKET_FILE
from vijfluik.cli.errors import CommandFailed

HBA = "pg_hba.conf"
ASIDE = "pg_hba.conf.before"
RECOVERY = "recovery.signal"
PATIENCE = 600


@dataclass(frozen=True, kw_only=True)
class Recovered:
    """A private server; its socket is its only door, and only this user can reach it."""

    sockets: Path

    def address(self, *, user: str, database: str) -> str:
        """Nobody asks for a password behind that door."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.sockets), safe='')}"


def copied(backup: Backup, *, of: Path, into: Path, using: process.Programs) -> None:
    """Copy the data of a backup and the log after it to where a server may change them.

    Args:
        backup: which.
        of: the folder of all backups.
        into: the folder to make; it must not exist, for nothing is overwritten.
        using: whose server will read it.

    Raises:
        CommandFailed: the folder exists, or the backup was changed.
    """
    if into.exists():
        raise CommandFailed(f"{into} exists already. Name a folder that is to be made.")
    verify_copy(backup.data)
    into.mkdir(mode=0o710, parents=True)
    shutil.copytree(backup.data, into / "data")
    (into / "data").chmod(0o700)
    (into / LOG).mkdir()
    if (of / LOG).exists():
        shutil.copytree(of / LOG, into / LOG, dirs_exist_ok=True)
    (into / "sockets").mkdir(mode=0o700)
    account = using.place.account
    if account is None:
        return
    os.chown(into, -1, account.gid)
    for parent, folders, files in os.walk(into):
        for path in (f"{parent}/{name}" for name in (*folders, *files)):
            os.chown(path, account.uid, account.gid, follow_symlinks=False)


@contextlib.contextmanager
def recovered(into: Path, *, until: str, using: process.Programs) -> Iterator[Recovered]:
    """Run a server on the copy, gone on until a moment, and stop it at the end.

    Args:
        into: what `copied` made.
        until: the server's setting that names the end: `recovery_target_time=…`,
            `recovery_target_lsn=…`, or `recovery_target=immediate` for the copy as it is.
        using: whose server.

    Raises:
        CommandFailed: with the server's own words; the log may end before that moment.
    """
    data, sockets = into / "data", into / "sockets"
    if len(os.fsencode(sockets / SOCKET_FILE)) >= SOCKET_BYTES:
        raise CommandFailed(f"The path {into} is too long for a socket. Name a shorter one.")
    _open_the_door(data)
    (data / RECOVERY).touch(mode=0o600)
    _owned(data, using=using)
    said = into / "server.log"
    with said.open("wb") as log:
        server = subprocess.Popen(
            [
                *command_of("postgres", "-D", str(data), "-k", str(sockets), using=using),
                *(f"--{name}={value}" for name, value in _settings(into, until=until).items()),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=process.ENVIRONMENT,
            **using.identity(),
        )
        try:
            there = Recovered(sockets=sockets)
            _wait(server, there=there, said=said)
            yield there
        finally:
            process.stop(data)
            server.wait(process.STOP_SECONDS)
            _close_the_door(data)


def _settings(into: Path, *, until: str) -> dict[str, str]:
    """Those of every embedded server, and how to go on with the log and where to stop.

    Of a segment that was being written when the follower stopped, the name says so.
    """
    log = shlex.quote(str(into / LOG))
    name, _, value = until.partition("=")
    return {
        **process.SETTINGS,
        "unix_socket_permissions": "0777",
        "hba_file": str(into / "data" / HBA),
        "archive_mode": "off",
        "restore_command": f"cp {log}/%f %p || cp {log}/%f.partial %p",
        name: value,
        "recovery_target_action": "promote",
    }


def _wait(server: "subprocess.Popen[bytes]", *, there: Recovered, said: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    address = there.address(user="postgres", database="postgres")
    while time.monotonic() < deadline:
        if server.poll() is not None:
            words = said.read_text(errors="replace")
            before = "recovery ended before configured recovery target" in words
            remedy = (
                "The log that was kept ends before that moment: name an earlier one. "
                if before
                else ""
            )
            raise CommandFailed(f"{remedy}The copy does not start. {last_lines(words)}")
        with (
            contextlib.suppress(psycopg.OperationalError),
            psycopg.connect(address, connect_timeout=5) as asked,
        ):
            if asked.execute("SELECT pg_is_in_recovery()").fetchone() == (False,):
                return
        time.sleep(0.05)
    raise CommandFailed(f"The copy is not back after {PATIENCE} s; see {said}.")


def _open_the_door(data: Path) -> None:
    """Whoever reaches the private socket may enter; who may otherwise is put aside."""
    if (data / HBA).exists():
        (data / HBA).rename(data / ASIDE)
    (data / HBA).write_text("local all all trust\n")


def _close_the_door(data: Path) -> None:
    (data / HBA).unlink(missing_ok=True)
    if (data / ASIDE).exists():
        (data / ASIDE).rename(data / HBA)


def _owned(data: Path, *, using: process.Programs) -> None:
    account = using.place.account
    if account is not None:
        for name in (HBA, RECOVERY):
            os.chown(data / name, account.uid, account.gid)
