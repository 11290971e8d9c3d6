"""Moments: the latest closed one, waiting for one, and reading one from the command line.

A moment is closed when no transaction that may still write began at or before it. What was known at
a closed moment never changes again, so a receipt, a publication or an export may name it.
"""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connections, transaction

from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.versions.limits import KNOWS_TRANSACTIONS

LONGEST_WAIT = 5.0
PAUSE = 0.05


@dataclass(frozen=True, kw_only=True)
class Blocker:
    """An open transaction that began at or before the moment asked for and may still write."""

    pid: int
    role: str
    started: dt.datetime
    application: str
    mine: bool

    def __str__(self) -> str:
        name = f" ({self.application})" if self.application else ""
        mine = ", this very transaction" if self.mine else ""
        return f"process {self.pid} of {self.role}{name} since {self.started.isoformat()}{mine}"


class NotClosed(Exception):
    """The moment is not closed; `blockers` says who keeps it open (nobody: it lies ahead)."""

    def __init__(self, *, moment: dt.datetime, blockers: tuple[Blocker, ...]) -> None:
        self.moment = moment
        self.blockers = blockers
        who = "; ".join(str(blocker) for blocker in blockers)
        reason = f"kept open by {who}" if blockers else "it lies in the future or too little back"
        super().__init__(f"{moment.isoformat()} is not closed: {reason}")


def closed_moment(*, using: str = "default") -> dt.datetime:
    """The latest closed moment, at once: at least 1 s past, by the server's clock.

    Ask before the query that uses it, not within it; and not in a transaction whose snapshot
    stands still.

    Raises:
        DatabaseError: PostgreSQL cannot tell (REPEATABLE READ; a prepared transaction; a connection
            that hides its transactions).
    """
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT versions.closed_moment()")
        moment: dt.datetime = cursor.fetchone()[0]
    return moment


def close(
    moment: dt.datetime, *, longest_wait: float = LONGEST_WAIT, using: str = "default"
) -> dt.datetime:
    """The moment itself, as soon as it is closed.

    Args:
        moment: with its offset.
        longest_wait: seconds; a moment that cannot be closed by then is refused at once.
        using: the connection.

    Raises:
        NotClosed: naming the transactions that keep it open.
        ValueError: the moment has no offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    deadline = time.monotonic() + longest_wait
    while closed_moment(using=using) < moment:
        found = blockers(moment, using=using)
        hopeless = any(blocker.mine for blocker in found)
        if not found:
            hopeless = _seconds_ahead(moment, using=using) > deadline - time.monotonic()
        if hopeless or time.monotonic() >= deadline:
            raise NotClosed(moment=moment, blockers=found)
        time.sleep(PAUSE)
    return moment


def blockers(moment: dt.datetime, *, using: str = "default") -> tuple[Blocker, ...]:
    """The transactions that keep a moment open, the oldest first."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM versions.blockers(%s)", [moment])
        found = [
            Blocker(pid=row[0], role=row[1], started=row[2], application=row[3], mine=row[4])
            for row in cursor.fetchall()
        ]
    # A question outside a transaction is a transaction of its own, over by the time it is answered.
    return tuple(one for one in found if connection.in_atomic_block or not one.mine)


def _seconds_ahead(moment: dt.datetime, *, using: str) -> float:
    """How long the moment still needs until it is 1 s past, by the server's clock."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT %s - clock_timestamp() + interval '1 second'", [moment])
        ahead: dt.timedelta = cursor.fetchone()[0]
    return ahead.total_seconds()


@contextmanager
def reading(*, using: str = "default") -> Iterator[None]:
    """One outermost transaction that reads only, and for which no moment waits, however long.

    For exports and long reports. PostgreSQL refuses every write in it.
    """
    connection = connections[using]
    with transaction.atomic(using=using, durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SHOW server_version_num")
        if int(cursor.fetchone()[0]) >= KNOWS_TRANSACTIONS:
            cursor.execute("SET LOCAL transaction_timeout = 0")
        cursor.execute("SELECT versions.reading()")
        yield


def parse_moment(text: str) -> dt.datetime:
    """A moment as written on the command line, in UTC.

    Args:
        text: `2019-03-01T12:00:00+01:00` (or with Z), or `2019-03-01` for the end of that day in
            Amsterdam. Versions hold from `tx_from` up to but not including `tx_to`, and a question
            asks for `tx_from <= moment`; so the end of a day is its last microsecond, and a change
            of exactly midnight belongs to the day that begins.

    Raises:
        ValueError: it is neither, or a time without an offset.
    """
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        pass
    else:
        last = dt.datetime.combine(day, dt.time.max, tzinfo=AMSTERDAM)
        return last.astimezone(dt.UTC)
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"{text!r} is no moment. Write 2019-03-01, or 2019-03-01T12:00:00+01:00."
        ) from None
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no offset. Write for example {text}+01:00, or {text}Z.")
    return moment.astimezone(dt.UTC)
