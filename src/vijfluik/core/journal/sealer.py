"""The sealer: one process that keeps the chain at most a second behind and signs its head."""

import errno
import sys
import threading
import time
from pathlib import Path

import psycopg

from vijfluik.core import services
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.connecting import Connection, Parameters, connect
from vijfluik.core.journal.hashing import NOTHING, Block
from vijfluik.core.journal.heads import HeadBook
from vijfluik.core.journal.sealing import (
    AnotherSealerError,
    become_sealer,
    check_continues,
    last_block,
    resign,
    seal_round,
    sealed_events,
)

# Seconds. Polling an empty queue costs 0.1 ms; NOTIFY would make every commit of every writer
# wait for one lock (docs/decisions/0003-journal.md).
PAUSE = 0.2
SIGN_EVERY = 45.0
OPEN_MONTHS_EVERY = 3600.0
WAIT_FOR_OTHER = 1.0
LONGEST_BACKOFF = 5.0
FULL_WAIT = 5.0
# PostgreSQL 17 ends long transactions by itself; for 15 and 16 the sealer, which is always there
# and does nothing else, asks for it (core/versions/limits.py).
LIMITS_ITSELF = 170000
END_OVERLONG_EVERY = 5.0
FULL = {errno.ENOSPC, errno.EDQUOT}


def seal_now(*, folder: Path | None = None) -> int:
    """Seal everything committed, in this process; how many events were sealed.

    Args:
        folder: where the signed head is written; None signs nothing (tests).

    Raises:
        AnotherSealerError: a sealer runs; it seals within a second by itself.
        BrokenChainError: the chain lost what was signed.
    """
    with connect(parameters()) as connection:
        if not become_sealer(connection):
            raise AnotherSealerError("Another process seals this database.")
        work = Sealing(connection, book=None if folder is None else HeadBook(folder))
        sealed = 0
        while made := work.round():
            sealed += sum(block.events for block in made)
        work.finish()
        resign(connection)
    return sealed


class Sealing:
    """The work of a sealer on one connection, whose lock it holds."""

    def __init__(self, connection: Connection, *, book: HeadBook | None) -> None:
        """Check that the chain still holds what was signed last.

        Raises:
            BrokenChainError: it does not.
        """
        self._connection = connection
        self._book = book
        if book is not None:
            check_continues(connection, head=book.last)
        self._last = last_block(connection)
        self._events = sealed_events(connection)
        self._signed_at = -SIGN_EVERY
        self._lined = False

    def round(self) -> list[Block]:
        """Seal once; the newest head is replaced when blocks were made."""
        try:
            made = seal_round(self._connection)
        except psycopg.errors.SerializationFailure:
            # A month was dropped meanwhile, which adds a block of its own.
            self._last = last_block(self._connection)
            return []
        if made:
            self._last = made[-1]
            self._events += sum(block.events for block in made)
            self.sign(line=self._minute_passed())
        return made

    def sign_when_due(self) -> None:
        """Add a line to the heads when the last one is a minute old, also when nothing happens."""
        if self._minute_passed():
            self._last = last_block(self._connection)
            self.sign(line=True)

    def sign(self, *, line: bool) -> None:
        """Sign the head of now."""
        if self._book is None:
            return
        self._book.note(
            block=0 if self._last is None else self._last.number,
            own=NOTHING if self._last is None else self._last.hash,
            events=self._events,
            line=line,
        )
        self._lined = line
        if line:
            self._signed_at = time.monotonic()

    def finish(self) -> None:
        """Leave a line that names the last block, unless the last line does."""
        if not self._lined:
            self.sign(line=True)

    def _minute_passed(self) -> bool:
        return time.monotonic() - self._signed_at >= SIGN_EVERY


class Sealer:
    """The loop around `Sealing`: waits for its turn, outlives restarts of the database and a disk
    that is full for a while, stops with a last seal."""

    def __init__(self, *, where: Parameters, folder: Path) -> None:
        """Say which database and which folder outside it."""
        self._where = where
        self._folder = folder
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let the loop end after sealing what is committed; safe in a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Seal until stopped.

        Raises:
            BrokenChainError: the chain lost what was signed.
            UnsoundHeadsError: the folder outside cannot be believed.
        """
        backoff = 0.2
        while not self._stop.is_set():
            try:
                with connect(self._where) as connection:
                    backoff = 0.2
                    if self._await_turn(connection):
                        self._work(connection)
            except psycopg.OperationalError as error:
                first = str(error).strip().splitlines()[0]
                _say(f"The database cannot be used ({first}); trying again in {backoff:.1f} s.")
                self._stop.wait(backoff)
                backoff = min(backoff * 2, LONGEST_BACKOFF)
            except OSError as error:
                if error.errno not in FULL:
                    raise
                # What is sealed stands in the database; the head is signed once there is room.
                _say(f"No room to write the head in {self._folder}; trying again in {FULL_WAIT} s.")
                self._stop.wait(FULL_WAIT)
        _say("Stopped.")

    def _await_turn(self, connection: Connection) -> bool:
        told = False
        while not become_sealer(connection):
            if not told:
                _say("Another sealer is at work on this database; waiting for it to stop.")
                told = True
            if self._stop.wait(WAIT_FOR_OTHER):
                return False
        return True

    def _work(self, connection: Connection) -> None:
        work = Sealing(connection, book=HeadBook(self._folder))
        _say("Sealing.")
        opened_at = -OPEN_MONTHS_EVERY
        limits_itself = connection.info.server_version >= LIMITS_ITSELF
        ended_at = time.monotonic()
        while not self._stop.is_set():
            if time.monotonic() - opened_at >= OPEN_MONTHS_EVERY:
                open_months(connection)
                opened_at = time.monotonic()
            if not limits_itself and time.monotonic() - ended_at >= END_OVERLONG_EVERY:
                connection.execute("SELECT versions.end_overlong()")
                ended_at = time.monotonic()
            if not work.round():
                work.sign_when_due()
                self._stop.wait(PAUSE)
        while work.round():
            pass
        work.finish()


def open_months(connection: Connection) -> None:
    """Open the months ahead; a writer that holds a table for long makes it wait until later."""
    try:
        for (month,) in connection.execute("SELECT journal.open_months(3)").fetchall():
            _say(f"Opened month {month}.")
    except psycopg.errors.LockNotAvailable:
        _say("The months ahead could not be opened now; trying again in an hour.")


def _say(text: str) -> None:
    if services.told(text):
        return
    sys.stderr.write(f"sealer: {text}\n")
    sys.stderr.flush()
