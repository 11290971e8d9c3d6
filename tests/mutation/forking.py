"""A process per mutant, split off from one in which everything is loaded and the database ready."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a split-off process ended: None where it had to be ended."""

    code: int | None
    seconds: float
    words: str


def apart(work: Callable[[int], int], *, limit: float) -> Ended:
    """Run `work` in a process of its own, which everything it started ends with.

    Args:
        work: answers the exit code; what it writes to the descriptor it gets is kept.
        limit: seconds after which it is ended.
    """
    reading, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setpgid(0, 0)
            os.close(reading)
            _silence()
            code = work(writing)
        finally:
            os._exit(code)
    os.close(writing)
    try:
        told, done = _read(reading, until=began + limit)
        words = told.decode(errors="replace")
    finally:
        os.close(reading)
        _end(child)
        _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status) if done else None
    return Ended(code=ended, seconds=time.monotonic() - began, words=words)


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def _read(descriptor: int, *, until: float) -> tuple[bytes, bool]:
    """What was written until the other end was closed, or until it is too late."""
    parts: list[bytes] = []
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([descriptor], [], [], left)
        if ready:
            part = os.read(descriptor, 65536)
            if not part:
                return b"".join(parts), True
            parts.append(part)
    return b"".join(parts), False


def _end(child: int) -> None:
    """End what the process started and, where it still runs, itself."""
    for ending in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):
            ending(child, signal.SIGKILL)
