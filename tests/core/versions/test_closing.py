"""Writers at once, slow ones and ones that give up: what a closed moment shows never changes."""

import datetime as dt
import random
import threading
import time
from collections.abc import Callable

import psycopg
import pytest
from tests.core.versions.scratch import Connection, connect, query
from tests.sizes import part, sized

from vijfluik.core.versions.moments import close, closed_moment

TOTAL = 100
ACCOUNTS = 10
WRITERS = 4
SECONDS = sized(quick=3, full=8)
AGAIN = (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected)


def rows_at(moment: dt.datetime) -> list[tuple[object, ...]]:
    return query(
        "SELECT key, balance, tx_from FROM scratch_account_version"
        " WHERE tx_from <= %s AND tx_to > %s ORDER BY key",
        moment,
        moment,
    )


def total(rows: list[tuple[object, ...]]) -> int:
    return sum(row[1] for row in rows if isinstance(row[1], int))


class Writer(threading.Thread):
    """Moves amounts between accounts, in transactions of very different lengths."""

    def __init__(self, *, database: str, seed: int, until: float) -> None:
        super().__init__()
        self.database, self.until = database, until
        self.connection: Connection
        self.chance = random.Random(seed)
        self.done = {"committed": 0, "undone": 0, "again": 0}
        self.number = seed
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            with connect(database=self.database) as connection:
                self.connection = connection
                while time.monotonic() < self.until:
                    self.done[self.one()] += 1
        except Exception as error:  # noqa: BLE001 (told by the test, which looks at it)
            self.error = error

    def one(self) -> str:
        """One transaction: begin, dawdle, move once or twice, then commit or give up."""
        connection = self.connection
        try:
            connection.execute("SELECT 1")
            self.dawdle()
            for _ in range(self.chance.choice((1, 1, 2))):
                self.move()
                self.dawdle()
        except AGAIN:
            connection.rollback()
            return "again"
        self.number += 1
        # One in five, wherever a writer begins: also of few transactions on a busy machine.
        if self.number % 5 == 1:
            connection.rollback()
            return "undone"
        connection.commit()
        return "committed"

    def dawdle(self) -> None:
        time.sleep(self.chance.choice((0, 0, 0, 0, 0, 0, 0.01, 0.05, 0.3)))

    def change(self, amount: int, key: int) -> None:
        """Add to one account. A row that another one deleted and made again meanwhile is not seen
        by a statement that waited for it: then this transaction is run again too."""
        done = self.connection.execute(
            "UPDATE scratch_account SET balance = balance + %s WHERE key = %s", [amount, key]
        )
        if done.rowcount != 1:
            raise psycopg.errors.SerializationFailure("the account was not there")

    def move(self) -> None:
        source, target = self.chance.sample(range(ACCOUNTS), 2)
        amount = self.chance.randint(1, 9)
        match self.chance.randrange(4):
            case 0:  # one account is closed, its balance goes elsewhere; and it is opened again
                gone = self.connection.execute(
                    "DELETE FROM scratch_account WHERE key = %s RETURNING balance", [source]
                ).fetchone()
                if gone is None:
                    raise psycopg.errors.SerializationFailure("the account was not there")
                assert isinstance(gone[0], int)
                self.change(gone[0], target)
                self.connection.execute("INSERT INTO scratch_account VALUES (%s, 0)", [source])
            case 1:  # in one statement
                done = self.connection.execute(
                    "UPDATE scratch_account SET balance = balance + CASE key WHEN %s THEN %s"
                    " ELSE %s END WHERE key IN (%s, %s)",
                    [source, -amount, amount, source, target],
                )
                if done.rowcount != 2:
                    raise psycopg.errors.SerializationFailure("an account was not there")
            case _:
                self.change(-amount, source)
                self.dawdle()
                self.change(amount, target)


def watched(
    pick: Callable[[], dt.datetime], *, until: float
) -> dict[dt.datetime, list[tuple[object, ...]]]:
    """Moments picked meanwhile, each with what it showed at once."""
    seen = {}
    while time.monotonic() < until:
        moment = pick()
        seen[moment] = rows_at(moment)
        time.sleep(0.02)
    return seen


@pytest.mark.parametrize("seed", part([1, 2], quick=1))
def test_a_closed_moment_shows_the_same_for_ever_and_never_half_a_transaction(
    accounts: str, seed: int
) -> None:
    query(
        "INSERT INTO scratch_account SELECT n, %s FROM generate_series(0, %s) n",
        TOTAL // ACCOUNTS,
        ACCOUNTS - 1,
    )
    ((opened,),) = query("SELECT DISTINCT tx_from FROM scratch_account_version")
    assert isinstance(opened, dt.datetime)
    close(query("SELECT clock_timestamp()")[0][0])  # type: ignore[arg-type]
    until = time.monotonic() + SECONDS
    writers = [Writer(database=accounts, seed=seed * 100 + n, until=until) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    seen = watched(closed_moment, until=until)
    for writer in writers:
        writer.join()
    assert [writer.error for writer in writers] == [None] * WRITERS
    assert len(seen) > 10
    for moment, rows in seen.items():
        assert rows == rows_at(moment)
        # Before the accounts were opened there is nothing at all, not half of it.
        assert total(rows) == (TOTAL if moment >= opened else 0), moment - opened
    done = {kind: sum(writer.done[kind] for writer in writers) for kind in ("committed", "undone")}
    assert min(done.values()) > 0
    assert faults() == []
    # Every moment that anything ever happened at is whole as well, now that all are closed.
    for (start,) in query("SELECT DISTINCT tx_from FROM scratch_account_version"):
        assert isinstance(start, dt.datetime)
        assert total(rows_at(start)) == TOTAL


def faults() -> list[tuple[object, ...]]:
    """Keys with a gap or an overlap between versions, or another row than the table."""
    return query(
        "SELECT key FROM (SELECT key, tx_to, lead(tx_from, 1, 'infinity') OVER"
        "  (PARTITION BY key ORDER BY tx_from) AS next_from FROM scratch_account_version"
        "  WHERE op <> 'D') v WHERE tx_to <> next_from"
        " UNION ALL SELECT key FROM scratch_account a FULL JOIN scratch_account_version v"
        "  USING (key) WHERE coalesce(v.tx_to, 'infinity') = 'infinity'"
        "  AND a.balance IS DISTINCT FROM v.balance"
    )


@pytest.mark.thorough
def test_the_same_test_bites_when_the_moment_is_not_closed(accounts: str) -> None:
    """A transfer that began before the moment and is committed after it was asked for."""
    query("INSERT INTO scratch_account VALUES (0, 60), (1, 40)")
    close(query("SELECT clock_timestamp()")[0][0])  # type: ignore[arg-type]
    with connect(database=accounts) as slow:
        slow.execute("UPDATE scratch_account SET balance = 10 WHERE key = 0")
        time.sleep(1.1)
        (unclosed,) = query("SELECT clock_timestamp() - interval '1 second'")[0]
        assert isinstance(unclosed, dt.datetime)
        closed = closed_moment()
        at_once = {moment: rows_at(moment) for moment in (unclosed, closed)}
        slow.execute("UPDATE scratch_account SET balance = 90 WHERE key = 1")
        slow.commit()
    assert closed < unclosed
    assert rows_at(unclosed) != at_once[unclosed]
    assert rows_at(closed) == at_once[closed]
    assert total(rows_at(closed)) == TOTAL
