"""Attacks on a sealed journal by somebody who may do anything in the database.

Each attack knows how far the attacker covers the traces, and where it must be found.
"""

import dataclasses
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from psycopg.rows import class_row
from tests.core.journal.making import COLUMNS, entry, values

from vijfluik.core.journal.connecting import Connection
from vijfluik.core.journal.encoding import EXPRESSIONS
from vijfluik.core.journal.hashing import BLOCK_COLUMNS, NOTHING, Block, leaf_hash, merkle_root

FAR = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Expected:
    """Where the first fault must be; a position of None means the block is all that can be told
    (the attacker made the block agree with itself again)."""

    block: int | None
    position: int | None
    event: str | None = None


@dataclass(frozen=True, kw_only=True)
class Target:
    """A sealed event."""

    block: int
    position: int
    event: uuid.UUID


class Attacker:
    """Somebody with every right on the database and none outside it."""

    def __init__(self, connection: Connection, *, chance: random.Random, blocks: int, size: int):
        self.connection = connection
        self.chance = chance
        self.blocks = blocks
        self.size = size

    def target(self, *, block: int | None = None) -> Target:
        number = block or self.chance.randrange(1, self.blocks + 1)
        position = self.chance.randrange(1, self.size + 1)
        row = self.connection.execute(
            "SELECT event FROM journal_membership WHERE block = %s AND position = %s",
            [number, position],
        ).fetchone()
        assert row is not None
        return Target(block=number, position=position, event=uuid.UUID(str(row[0])))

    # What was done

    def alter(self) -> Expected:
        target = self.target()
        column, value = self.chance.choice(
            [
                ("reason", "'anders'"),
                ("actor", "gen_random_uuid()"),
                ("actor_name", "'Mallory'"),
                ("result", "CASE result WHEN 'done' THEN 'failed' ELSE 'done' END"),
                ("object_key", "object_key || 'x'"),
                ("mandate", "gen_random_uuid()"),
                ("details", """'{"rows":0}'"""),
                ("subjects", "subjects || gen_random_uuid()"),
                ("objects", "objects || gen_random_uuid()"),
                ("trace", "reverse(trace)"),
                ("origin", "'clock'"),
                ("hash", "sha256('x')"),
            ]
        )
        self.connection.execute(
            f"UPDATE journal_event SET {column} = {value} WHERE id = %s", [target.event]
        )
        covering = self.chance.randrange(5)
        exact = Expected(block=target.block, position=target.position, event=str(target.event))
        if covering == 0 or column == "hash":
            return exact
        self.rehash(target)
        if covering == 1:
            return exact
        self.connection.execute(
            "UPDATE journal_membership m SET leaf = e.hash FROM journal_event e"
            " WHERE m.event = %s AND e.id = m.event",
            [target.event],
        )
        if column == "subjects":
            # The manifest still tells on it.
            return exact
        return self.cover(block=target.block, covering=covering)

    def delete(self) -> Expected:
        target = self.target()
        for table, column in (("journal_event", "id"), ("journal_subject", "event")):
            self.connection.execute(f"DELETE FROM {table} WHERE {column} = %s", [target.event])
        covering = self.chance.randrange(5)
        if covering == 0:
            return Expected(block=target.block, position=target.position, event=str(target.event))
        self.connection.execute("DELETE FROM journal_membership WHERE event = %s", [target.event])
        if covering == 1:
            return Expected(block=target.block, position=target.position)
        self.shift(block=target.block, beyond=target.position, by=-1)
        if covering > 2:
            self.connection.execute(
                "UPDATE journal_block SET events = events - 1 WHERE number = %s", [target.block]
            )
        return self.cover(block=target.block, covering=covering)

    def insert(self) -> Expected:
        """A forged event that fits in time: right behind an existing one."""
        target = self.target()
        row = self.connection.execute(
            "SELECT moment FROM journal_event WHERE id = %s", [target.event]
        ).fetchone()
        assert row is not None
        forged = dataclasses.replace(
            entry(chance=self.chance, moment=row[0]),  # type: ignore[arg-type]
            id=uuid.UUID(int=target.event.int + 1),
        )
        self.connection.execute(
            f"INSERT INTO journal_event ({COLUMNS}) VALUES ({', '.join(['%s'] * 22)})",
            values(forged),
        )
        covering = self.chance.randrange(5)
        if covering == 0:
            return Expected(block=None, position=None, event=str(forged.id))
        position = self.size + 1 if covering == 1 else target.position + 1
        if covering > 1:
            self.shift(block=target.block, beyond=target.position, by=1)
        self.connection.execute(
            "INSERT INTO journal_membership VALUES (%s, %s, %s, %s, %s)",
            [forged.moment, forged.id, target.block, position, leaf_hash(forged.line())],
        )
        if covering == 1:
            return Expected(block=target.block, position=position, event=str(forged.id))
        if covering > 2:
            self.connection.execute(
                "UPDATE journal_block SET events = events + 1 WHERE number = %s", [target.block]
            )
        return self.cover(block=target.block, covering=covering)

    def swap(self) -> Expected:
        """Two events of a block change places, with everything that goes with a place."""
        one = self.target()
        other = one
        while other.position == one.position:
            other = self.target(block=one.block)
        low, high = sorted((one, other), key=lambda each: each.position)
        for event, position in (
            (low.event, FAR),
            (high.event, low.position),
            (low.event, high.position),
        ):
            self.connection.execute(
                "UPDATE journal_membership SET position = %s WHERE event = %s", [position, event]
            )
        covering = self.chance.choice((0, 2, 3, 4))
        if covering > 1:
            self.cover(block=one.block, covering=covering)
        return Expected(block=low.block, position=low.position, event=str(high.event))

    def swap_contents(self) -> Expected:
        """Two events of any blocks change what they say and keep their id and moment."""
        one, other = self.target(), self.target()
        while other == one:
            other = self.target()
        names = COLUMNS.replace("moment, id, ", "")
        self.connection.execute(
            f"UPDATE journal_event e SET ({names}) = (SELECT {names} FROM journal_event o"
            " WHERE o.id = CASE e.id WHEN %(one)s THEN %(other)s ELSE %(one)s END)"
            " WHERE e.id IN (%(one)s, %(other)s)",
            {"one": one.event, "other": other.event},
        )
        first = min((one, other), key=lambda each: (each.block, each.position))
        return Expected(block=first.block, position=first.position, event=str(first.event))

    def bend_manifest(self) -> Expected:
        row = self.connection.execute(
            "SELECT m.block, m.position, m.event, m.moment FROM journal_subject s"
            " JOIN journal_membership m ON m.event = s.event"
            " ORDER BY md5(s.subject::text || %s) LIMIT 1",
            [str(self.chance.random())],
        ).fetchone()
        assert row is not None
        act = self.chance.choice(
            [
                "DELETE FROM journal_subject WHERE event = %(event)s",
                "UPDATE journal_subject SET subject = gen_random_uuid() WHERE event = %(event)s",
                "INSERT INTO journal_subject VALUES (%(moment)s, %(event)s, gen_random_uuid())",
            ]
        )
        self.connection.execute(act, {"event": row[2], "moment": row[3]})
        return Expected(block=int(str(row[0])), position=int(str(row[1])), event=str(row[2]))

    def drop_block(self) -> Expected:
        """A block goes with its events; sometimes the later ones move up and are chained anew."""
        number = self.chance.randrange(1, self.blocks + 1)
        self.remove(since=number, until=number)
        if self.chance.random() < 0.5:
            for table, column in (("journal_block", "number"), ("journal_membership", "block")):
                # Upwards first, so that no two are the same on the way.
                self.connection.execute(
                    f"UPDATE {table} SET {column} = {column} + 1000 WHERE {column} > %s", [number]
                )
                self.connection.execute(
                    f"UPDATE {table} SET {column} = {column} - 1001 WHERE {column} > 1000"
                )
            self.chain_anew(since=number)
        return Expected(block=number, position=None)

    def cut_tail(self) -> Expected:
        """The last blocks go with all their events."""
        since = self.chance.randrange(1, self.blocks + 1)
        self.remove(since=since, until=self.blocks)
        return Expected(block=since, position=None)

    def bend_block(self) -> Expected:
        number = self.chance.randrange(1, self.blocks + 1)
        act = self.chance.choice(
            [
                "sealed_at = sealed_at - interval '1 hour'",
                "root = sha256('x')",
                "previous = sha256('x')",
                "hash = sha256('x')",
                "events = events + 1",
            ]
        )
        self.connection.execute(f"UPDATE journal_block SET {act} WHERE number = %s", [number])
        return Expected(block=number, position=None)

    # How the traces are covered

    def rehash(self, target: Target) -> None:
        query = f"COPY (SELECT {EXPRESSIONS} FROM journal_event e WHERE id = %s) TO STDOUT"
        with self.connection.cursor() as cursor, cursor.copy(query, [target.event]) as copy:
            line = b"".join(copy).removesuffix(b"\n")
        self.connection.execute(
            "UPDATE journal_event SET hash = %s WHERE id = %s", [leaf_hash(line), target.event]
        )

    def shift(self, *, block: int, beyond: int, by: int) -> None:
        # By way of far away, because the key is unique at every step.
        self.connection.execute(
            "UPDATE journal_membership SET position = position + %s"
            " WHERE block = %s AND position > %s",
            [by + FAR, block, beyond],
        )
        self.connection.execute(
            "UPDATE journal_membership SET position = position - %s"
            " WHERE block = %s AND position > %s",
            [FAR, block, FAR],
        )

    def cover(self, *, block: int, covering: int) -> Expected:
        """2: nothing more; 3: the block agrees with itself; 4: the whole chain does."""
        if covering > 2:
            leaves = self.connection.execute(
                "SELECT leaf FROM journal_membership WHERE block = %s ORDER BY position", [block]
            ).fetchall()
            root = merkle_root([leaf for (leaf,) in leaves])  # type: ignore[misc]
            self.connection.execute(
                "UPDATE journal_block SET root = %s WHERE number = %s", [root, block]
            )
            self.chain_anew(since=block, until=block if covering == 3 else None)
        return Expected(block=block, position=None)

    def chain_anew(self, *, since: int, until: int | None = None) -> None:
        with self.connection.cursor(row_factory=class_row(Block)) as cursor:
            cursor.execute(f"SELECT {BLOCK_COLUMNS} FROM journal_block ORDER BY number")
            blocks = cursor.fetchall()
        previous = NOTHING
        for block in blocks:
            if block.number >= since and block.number <= (until or block.number):
                forged = dataclasses.replace(block, previous=previous)
                previous = forged.own_hash()
                self.connection.execute(
                    "UPDATE journal_block SET previous = %s, hash = %s WHERE number = %s",
                    [forged.previous, previous, block.number],
                )
            else:
                previous = block.hash

    def remove(self, *, since: int, until: int) -> None:
        for statement in (
            "DELETE FROM journal_event e USING journal_membership m"
            " WHERE m.event = e.id AND m.block BETWEEN %s AND %s",
            "DELETE FROM journal_subject s USING journal_membership m"
            " WHERE m.event = s.event AND m.block BETWEEN %s AND %s",
            "DELETE FROM journal_membership WHERE block BETWEEN %s AND %s",
            "DELETE FROM journal_block WHERE number BETWEEN %s AND %s",
        ):
            self.connection.execute(statement, [since, until])


ATTACKS: tuple[Callable[[Attacker], Expected], ...] = (
    Attacker.alter,
    Attacker.alter,
    Attacker.delete,
    Attacker.delete,
    Attacker.insert,
    Attacker.insert,
    Attacker.swap,
    Attacker.swap_contents,
    Attacker.bend_manifest,
    Attacker.drop_block,
    Attacker.cut_tail,
    Attacker.bend_block,
)
