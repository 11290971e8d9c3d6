"""Who uses the server now: a shared lock per process, so that the server ends with the last one.

The locks are the operating system's own (`flock`), which a killed process gives back by itself;
a list of process ids in a file would have to be believed.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from vijfluik.cli.errors import CommandFailed

START_SECONDS = 180
STARTING = "start.lock"
USERS = "users.lock"


@contextlib.contextmanager
def starting(state: Path) -> Iterator[int]:
    """Only one process at a time makes, starts or stops the server.

    Yields:
        The lock's descriptor. A program that must be waited for, also when this process is
        killed, inherits it.

    Raises:
        CommandFailed: another process has held on to it for three minutes.
    """
    deadline = time.monotonic() + START_SECONDS
    while True:
        with (state / STARTING).open("w") as handle:
            if _taken(handle.fileno(), state / STARTING):
                yield handle.fileno()
                return
        if time.monotonic() > deadline:
            raise CommandFailed(
                "Another run has been starting PostgreSQL for three minutes. Stop that run"
                " (or its process), then run again."
            )
        time.sleep(0.05)


def _taken(handle: int, file: Path) -> bool:
    """Whether the lock is ours, and still the one that others look at (`reset` removes it)."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), file.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


class Hold:
    """A share in the running server; children made by fork hold it until they too have ended."""

    def __init__(self, state: Path) -> None:
        """Take a share. Programs that are started do not inherit it."""
        self._handle = _users(state)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def release(self) -> None:
        """Give this process's part of the share back."""
        os.close(self._handle)


def unused(state: Path) -> bool:
    """Whether no process holds a share; certain for as long as `starting` is held."""
    # A descriptor of its own: asking through one that a forked child has too would take its share.
    handle = _users(state)
    try:
        if _alone(handle):
            return True
        # The process beside the server, woken by the end of the last user, holds the lock for an
        # instant before it waits for `starting`: let it pass and ask once more.
        fcntl.flock(handle, fcntl.LOCK_SH)
        return _alone(handle)
    finally:
        os.close(handle)


def _alone(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_until_unused(state: Path) -> None:
    """Sleep until no process holds a share; one may do so again right after."""
    handle = _users(state)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def _users(state: Path) -> int:
    return os.open(state / USERS, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
