"""The chain of blocks: links, hashes and signed heads; and the work it leaves to `events`."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from psycopg.rows import class_row

from vijfluik.core.journal.connecting import Connection
from vijfluik.core.journal.encoding import month_bounds
from vijfluik.core.journal.hashing import BLOCK_COLUMNS, NOTHING, Block, leaf_hash
from vijfluik.core.journal.heads import Head
from vijfluik.core.journal.verifying.faults import DroppedMonth, Fault, What

_BATCH = 5000


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """Consecutive blocks whose events are verified together, and the months they lie in."""

    blocks: tuple[Block, ...]

    def bounds(self) -> tuple[dt.datetime, dt.datetime]:
        """The half-open interval of all months of its blocks: keeps other partitions out."""
        months = [block.month for block in self.blocks]
        return month_bounds(min(months))[0], month_bounds(max(months))[1]


@dataclass(kw_only=True)
class Chain:
    """The chain as far as it has been walked.

    Attributes:
        fault: the first fault of the chain itself.
        blocks: how many blocks were sound.
        sealed: how many events they seal, dropped months included.
        kept: the same without dropped months.
    """

    heads: Sequence[Head]
    dropped: Sequence[DroppedMonth]
    size: int
    fault: Fault | None = None
    blocks: int = 0
    sealed: int = 0
    kept: int = 0
    _agreed: int = 0
    _waiting: list[Block] = field(default_factory=list)

    def walk(self, connection: Connection) -> Iterator[Chunk]:
        """Check block after block and hand out their events in chunks of about `size`.

        Stops at the first fault; events of the blocks before it are handed out still.
        """
        gone = {each.month: each.block for each in self.dropped}
        heads = list(self.heads)
        previous = NOTHING
        for block in _blocks(connection):
            self.fault = self._check(block, previous=previous)
            if self.fault is not None:
                break
            previous = block.hash
            self.blocks += 1
            self.sealed += block.events
            while heads and heads[0].block <= block.number:
                head = heads.pop(0)
                self.fault = self.fault or self._compare(head, block=block)
            if block.number < gone.get(block.month, 0):
                continue
            self.kept += block.events
            if block.kind == "events":
                self._waiting.append(block)
            if sum(each.events for each in self._waiting) >= self.size:
                yield self._chunk()
            if self.fault is not None:
                break
        if self._waiting:
            yield self._chunk()
        if self.fault is None and heads:
            self.fault = Fault(
                what=What.TAIL_MISSING,
                block=self.blocks + 1,
                more=f"the head of {heads[-1].time:%Y-%m-%d %H:%M:%S} UTC holds"
                f" {heads[-1].block} blocks and {heads[-1].events} events;"
                f" {heads[-1].block - self.blocks} blocks and"
                f" {heads[-1].events - self.sealed} events are gone",
            )

    def _chunk(self) -> Chunk:
        blocks, self._waiting = tuple(self._waiting), []
        return Chunk(blocks=blocks)

    def _check(self, block: Block, *, previous: bytes) -> Fault | None:
        if block.number != self.blocks + 1:
            return Fault(what=What.BLOCK_MISSING, block=self.blocks + 1)
        if block.previous != previous:
            return Fault(what=What.BLOCK_LINK, block=block.number)
        if block.own_hash() != block.hash:
            return Fault(what=What.BLOCK_ALTERED, block=block.number)
        return None

    def _compare(self, head: Head, *, block: Block) -> Fault | None:
        if head.block == 0:
            return None
        if (head.hash, head.events) == (block.hash, self.sealed):
            self._agreed = head.block
            return None
        return Fault(
            what=What.HEAD_CONTRADICTED,
            block=self._agreed + 1,
            more=f"at the latest from block {head.block}, signed {head.time:%Y-%m-%d %H:%M:%S} UTC",
        )


def _blocks(connection: Connection) -> Iterator[Block]:
    """The chain in order, a batch at a time."""
    last = 0
    with connection.cursor(row_factory=class_row(Block)) as cursor:
        while True:
            cursor.execute(
                f"SELECT {BLOCK_COLUMNS} FROM journal_block WHERE number > %s"
                " ORDER BY number LIMIT %s",
                [last, _BATCH],
            )
            batch = cursor.fetchall()
            if not batch:
                return
            yield from batch
            last = batch[-1].number


def dropped_months(connection: Connection) -> tuple[list[DroppedMonth], Fault | None]:
    """The months that the chain itself says were dropped, and the first statement that it denies.

    A denied statement excuses nothing: the events of its month then count as missing.
    """
    rows = connection.execute(
        "SELECT d.month, d.block, d.dropped_at, d.actor_name, d.reason, d.events,"
        " journal.drop_line(d), b.root, b.kind, b.month"
        " FROM journal_drop d LEFT JOIN journal_block b ON b.number = d.block ORDER BY d.block"
    ).fetchall()
    found = []
    fault = None
    for month, block, at, name, reason, events, line, root, kind, sealed_month in rows:
        number = int(str(block))
        if (leaf_hash(str(line).encode()), "drop", month) != (root, kind, sealed_month):
            fault = fault or Fault(what=What.DROP_ALTERED, block=number)
            continue
        assert isinstance(month, dt.date)  # noqa: S101 (the column's type)
        assert isinstance(at, dt.datetime)  # noqa: S101
        found.append(
            DroppedMonth(
                month=month,
                block=number,
                dropped_at=at,
                actor_name=str(name),
                reason=str(reason),
                events=int(str(events)),
            )
        )
    unstated = connection.execute(
        "SELECT b.number FROM journal_block b LEFT JOIN journal_drop d ON d.block = b.number"
        " WHERE b.kind = 'drop' AND d.block IS NULL ORDER BY b.number LIMIT 1"
    ).fetchone()
    if unstated is not None and fault is None:
        fault = Fault(what=What.DROP_ALTERED, block=int(str(unstated[0])))
    return found, fault
