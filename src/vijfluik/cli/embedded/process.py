"""The server as a process: is there one, start it, stop it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vijfluik.cli.embedded.place import SOCKET_FILE, Place
from vijfluik.cli.errors import CommandFailed, DiskFull, is_full

READY_SECONDS = 120
STOP_SECONDS = 60
LOG_BYTES = 5_000_000


def shared_buffers() -> str:
    """An eighth of the memory, within bounds; PostgreSQL takes it page by page as data come in.

    A table larger than a quarter of this is read past it, from the system's own cache each time.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{min(max(memory // 8, 128 << 20), 2 << 30) >> 20}MB"


SETTINGS = {
    # By this name a check of an installation knows it, whatever address leads to it.
    "cluster_name": "vijfluik-embedded",
    "listen_addresses": "",
    "unix_socket_permissions": "0777",  # the folder around it decides who enters
    "max_connections": "120",
    "shared_buffers": shared_buffers(),
    "work_mem": "16MB",
    # Everything lies in memory or on a fast disk: a page out of order costs hardly more.
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "password_encryption": "scram-sha-256",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    # A statement that fails is not logged: it carries the values that it was to write.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_timezone": "UTC",
    "timezone": "UTC",
}
# The caller's environment (PGDATA, PGOPTIONS, LD_PRELOAD …) must not reach the server.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True, kw_only=True)
class Programs:
    """Where the programs stand and as whom they run."""

    folder: Path
    place: Place

    def identity(self, *, making: bool = False) -> dict[str, Any]:
        """Arguments for `subprocess` that give root's rights up; none for an ordinary user."""
        account = self.place.account
        if account is None:
            return {}
        user = account.maker if making else account.uid
        return {"user": user, "group": account.gid, "extra_groups": []}

    def server(self, *, sockets: Path) -> list[str]:
        """The command that is the server."""
        settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
        return [
            str(self.folder / "postgres"),
            "-D",
            str(self.place.data),
            "-k",
            str(sockets),
            *settings,
        ]


def server_pid(data: Path) -> int | None:
    """The server's process, as it says itself; None when there is none alive."""
    with contextlib.suppress(OSError, ValueError):
        pid = int(_status(data)[0])
        # After a crash the number may belong to somebody else's process by now.
        if pid in processes_in(data):
            return pid
    return None


def processes_in(data: Path) -> set[int]:
    """Every process that works in the cluster: the server and, after its death, its children."""
    folder = str(data.resolve())
    found = set()
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and str((entry / "cwd").readlink()) == folder:
                found.add(int(entry.name))
    return found


def _status(data: Path) -> list[str]:
    return (data / "postmaster.pid").read_text().split("\n")


def answers(place: Place, *, sockets: Path) -> bool:
    """Whether the server takes connections at this socket."""
    if server_pid(place.data) is None or not (sockets / SOCKET_FILE).exists():
        return False
    try:
        status = _status(place.data)
    except OSError:
        return False
    return len(status) > 7 and status[7].strip() == "ready"


def start(place: Place, *, root: Path, sockets: Path) -> None:
    """Start the server and wait until it answers; a crashed one repairs itself while starting.

    Raises:
        CommandFailed: it does not answer within two minutes, with its own words.
    """
    if server_pid(place.data) is not None and not (sockets / SOCKET_FILE).exists():
        stop(place.data)
    keeper, before = None, 0
    if server_pid(place.data) is None:
        _clear(place.data, sockets=sockets)
        before = place.log.stat().st_size if place.log.exists() else 0
        keeper = _keeper(place, root=root)
    deadline = time.monotonic() + READY_SECONDS
    while not answers(place, sockets=sockets):
        time.sleep(0.02)
        ended = keeper is not None and os.waitpid(keeper, os.WNOHANG)[0] != 0
        if ended or time.monotonic() > deadline:
            raise failed(_said(place.log, after=before), place=place)


def _said(log: Path, *, after: int) -> str:
    """What was written since; from the start when the log was begun anew."""
    content = log.read_bytes() if log.exists() else b""
    return content[after if len(content) >= after else 0 :].decode(errors="replace")


def _clear(data: Path, *, sockets: Path) -> None:
    """After a kill: wait for the dead server's children, then take its marks away.

    PostgreSQL sees through a stale mark itself, but not when the number in it is that of another
    process of this user by now, or of a dead one that nobody has waited for. Without a process in
    the cluster the marks guard nothing.
    """
    deadline = time.monotonic() + STOP_SECONDS
    while left := processes_in(data):
        if time.monotonic() > deadline:
            raise CommandFailed(
                f"Processes of a killed PostgreSQL are still busy in {data}: {sorted(left)}."
                " Wait for them or end them, then run again."
            )
        time.sleep(0.05)
    for mark in (data / "postmaster.pid", sockets / SOCKET_FILE, sockets / f"{SOCKET_FILE}.lock"):
        mark.unlink(missing_ok=True)


def _keeper(place: Place, *, root: Path) -> int:
    """Start the process that starts the server and ends it with its last user."""
    if place.log.exists() and place.log.stat().st_size > LOG_BYTES:
        place.log.unlink()
    writing = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    return os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "vijfluik.cli.embedded.keeper", str(root)],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(place.log), writing, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
    )


def stop(data: Path) -> bool:
    """Stop the server in an orderly way and wait for it; False when it did not run.

    Raises:
        CommandFailed: it does not stop within a minute.
    """
    pid = server_pid(data)
    if pid is None:
        return False
    deadline = time.monotonic() + STOP_SECONDS
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    while processes_in(data):
        if time.monotonic() > deadline:
            raise CommandFailed(f"The embedded PostgreSQL (process {pid}) does not stop.")
        time.sleep(0.02)
    return True


def make(programs: Programs, *, password: str, lock: int) -> None:
    """Make the cluster; it gets its name only when it is whole.

    Args:
        programs: whose `initdb`.
        password: the administrator's.
        lock: the descriptor of `starting`; `initdb` holds it too, so that the next run waits for
            one that outlives its killed parent.

    Raises:
        CommandFailed: with the program's own words.
    """
    place = programs.place
    half = place.data.with_name(f"{place.data.name}.half")
    secret = place.server / "initial.password"
    if half.exists():
        shutil.rmtree(half)
    secret.unlink(missing_ok=True)
    half.mkdir(mode=0o700)
    secret.touch(mode=0o600)
    secret.write_text(password)
    if place.account is not None:
        for path in (half, secret):
            os.chown(path, place.account.maker, place.account.gid)
    made = subprocess.run(
        [
            *(str(programs.folder / "initdb"), "--pgdata", str(half), "--username", "postgres"),
            *("--pwfile", str(secret), "--encoding", "UTF8", "--locale", "C.UTF-8"),
            *("--auth", "scram-sha-256", "--no-instructions"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=ENVIRONMENT,
        pass_fds=[lock],
        **programs.identity(making=True),
    )
    secret.unlink()
    if made.returncode != 0:
        raise failed(made.stderr, place=place)
    if place.account is not None:
        _hand_over(half, uid=place.account.uid)
    half.rename(place.data)


def _hand_over(folder: Path, *, uid: int) -> None:
    for parent, _folders, files in os.walk(folder):
        for path in (parent, *(f"{parent}/{name}" for name in files)):
            os.chown(path, uid, -1, follow_symlinks=False)


def failed(words: str, *, place: Place) -> CommandFailed:
    """What a person can do about it, and the last of what PostgreSQL said."""
    said = words[-1500:].strip()
    if is_full(words, folder=place.server):
        return DiskFull(place.server, own_words=said)
    return CommandFailed(f"{remedy(words)}\n\n{said}")


def remedy(words: str) -> str:
    """What a person can do about what PostgreSQL said."""
    if "shared memory" in words:
        return "PostgreSQL lacks shared memory. Mount /dev/shm, then run again."
    if "could not look up effective user ID" in words:
        return (
            "PostgreSQL needs a user with a name, and this one has none in the machine's list of"
            " users (a container started with a bare number?). Run as another user."
        )
    if "lock file" in words:
        return "Another PostgreSQL works in the same folder. Stop it, then run again."
    return "The embedded PostgreSQL did not start. Its own words follow. Mend that, then run again."
