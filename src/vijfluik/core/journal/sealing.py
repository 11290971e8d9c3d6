"""Sealing: committed events leave the queue and become blocks of the chain.

The sealer hashes each event anew from its columns, never trusting the hash that stands beside
them. An event that does not match stays in the queue, where verification finds it; the others do
not wait for it. Knows no Django.
"""

import datetime as dt
import itertools
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import psycopg
from psycopg.rows import class_row

from vijfluik.core.journal.connecting import Connection
from vijfluik.core.journal.copying import copied
from vijfluik.core.journal.encoding import EXPRESSIONS, KEY, hashed, moment_of, month_of
from vijfluik.core.journal.hashing import BLOCK_COLUMNS, NOTHING, Block, leaf_hash, merkle_root
from vijfluik.core.journal.heads import Head

MOST_IN_A_BLOCK = 8192
LOCK = (7451, 2)
_WAITING = (
    f"COPY (SELECT {EXPRESSIONS}, e.hash FROM journal_queue q JOIN journal_event e"
    f" ON e.moment = q.moment AND e.id = q.event LIMIT {MOST_IN_A_BLOCK}) TO STDOUT"
)
_SEAL = (
    "SELECT number, kind, previous, root, events, month, sealed_at, hash"
    " FROM journal.seal(%s, %s, %s, %s, %s, %s)"
)


class AnotherSealerError(RuntimeError):
    """Another process seals this database."""


class BrokenChainError(RuntimeError):
    """The database does not hold the block that the last signed head names."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """An event of the queue: its sort key, moment, id and leaf."""

    key: bytes
    moment: dt.datetime
    event: uuid.UUID
    leaf: bytes


def become_sealer(connection: Connection) -> bool:
    """Take the lock that one sealer holds as long as its connection lives; False when taken."""
    row = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", LOCK).fetchone()
    return row == (True,)


def resign(connection: Connection) -> None:
    """Give the lock back; PostgreSQL would do so some moments after the connection is closed."""
    connection.execute("SELECT pg_advisory_unlock(%s, %s)", LOCK)


def last_block(connection: Connection) -> Block | None:
    """The block at the end of the chain."""
    with connection.cursor(row_factory=class_row(Block)) as cursor:
        cursor.execute(f"SELECT {BLOCK_COLUMNS} FROM journal_block ORDER BY number DESC LIMIT 1")
        return cursor.fetchone()


def sealed_events(connection: Connection) -> int:
    """How many events the chain seals, dropped months included."""
    row = connection.execute(
        "SELECT coalesce(sum(events), 0)::bigint FROM journal_block"
    ).fetchone()
    assert row is not None  # noqa: S101 (an aggregate always answers)
    return int(str(row[0]))


def check_continues(connection: Connection, *, head: Head | None) -> None:
    """Refuse to seal behind a chain that lost what was signed: that would hide the loss.

    Raises:
        BrokenChainError: with the block and what to do.
    """
    if head is None or head.block == 0:
        return
    row = connection.execute(
        "SELECT hash FROM journal_block WHERE number = %s", [head.block]
    ).fetchone()
    if row == (head.hash,):
        return
    what = "is gone" if row is None else "is another one"
    raise BrokenChainError(
        f"Block {head.block}, signed on {head.time:%Y-%m-%d %H:%M:%S} UTC, {what} in the database."
        " Nothing was sealed; new events wait in the queue. Run ./run journal verify and find out"
        " what happened; after restoring an older copy on purpose, archive heads.jsonl and"
        " head.json together, with the decision."
    )


def seal_round(connection: Connection) -> list[Block]:
    """Seal what is committed now, at most one block per month; empty when nothing waited.

    Raises:
        psycopg.errors.SerializationFailure: the chain grew meanwhile; run again.
    """
    waiting = sorted(_waiting(connection), key=lambda each: each.key)
    made = []
    for month, group in itertools.groupby(waiting, key=lambda each: month_of(each.moment)):
        made.append(_seal(connection, month=month, events=list(group)))
    return made


def _waiting(connection: Connection) -> Iterable[Waiting]:
    for row in copied(connection, _WAITING).split(b"\n")[:-1]:
        line, _, stored = row.rpartition(b"\t")
        leaf = leaf_hash(hashed(line))
        if stored[3:] != leaf.hex().encode():
            continue
        _, micros, key, _ = line.split(b"\t", 3)
        yield Waiting(
            key=line[KEY],
            moment=moment_of(int(micros)),
            event=uuid.UUID(key.decode()),
            leaf=leaf,
        )


def _seal(connection: Connection, *, month: dt.date, events: list[Waiting]) -> Block:
    last = last_block(connection)
    leaves = [event.leaf for event in events]
    with connection.cursor(row_factory=class_row(Block)) as cursor:
        cursor.execute(
            _SEAL,
            [
                NOTHING if last is None else last.hash,
                merkle_root(leaves),
                month,
                [event.moment for event in events],
                [event.event for event in events],
                leaves,
            ],
        )
        made = cursor.fetchone()
    if made is None or made.own_hash() != made.hash:
        raise psycopg.DataError("the database and the sealer disagree on the hash of a block")
    return made
