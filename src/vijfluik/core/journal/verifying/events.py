"""The events of some blocks: hashed anew from their columns and held against what was sealed."""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from vijfluik.core.journal.connecting import Connection
from vijfluik.core.journal.copying import copied
from vijfluik.core.journal.encoding import EXPRESSIONS, KEY, hashed, microseconds, month_bounds
from vijfluik.core.journal.hashing import Block, merkle_root
from vijfluik.core.journal.verifying.chain import Chunk
from vijfluik.core.journal.verifying.faults import Fault, What

# After the encoding: the sealed leaf, whether the stored hash is the same and the manifest that of
# the event, and the place. The hash travels once; these two equalities are the server's to tell.
_EVENTS = (
    f"COPY (SELECT {EXPRESSIONS},"
    " m.leaf, e.hash = m.leaf, CASE WHEN e.subjects = '{{}}' THEN true ELSE e.subjects IS NOT"
    " DISTINCT FROM (SELECT array_agg(s.subject ORDER BY s.subject) FROM journal_subject s"
    " WHERE s.moment = m.moment AND s.event = m.event AND s.moment >= {} AND s.moment < {}) END,"
    " m.event, m.position, m.block"
    " FROM journal_membership m LEFT JOIN journal_event e"
    " ON e.moment = m.moment AND e.id = m.event AND e.moment >= {} AND e.moment < {}"
    " WHERE m.block BETWEEN {} AND {} AND m.moment >= {} AND m.moment < {}"
    " ORDER BY m.block, m.position) TO STDOUT"
)
_ALONG_THE_INDEX = (
    "SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off"
)
_AS_PLANNED = (
    "SET LOCAL enable_sort TO DEFAULT; SET LOCAL enable_hashjoin TO DEFAULT;"
    " SET LOCAL enable_mergejoin TO DEFAULT"
)
_ABSENT = b"\\N"

# encoding, leaf, whether the hash and the manifest are equal, event, position
Row = list[bytes]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What verifying a chunk gave; `subjects` counts the entries of its events' manifests."""

    fault: Fault | None
    events: int
    subjects: int


def check_chunk(connection: Connection, chunk: Chunk) -> Checked:
    """Verify the events of consecutive blocks; the fault is the first by block and position."""
    since, until = chunk.bounds()
    months = [since, until]
    blocks = [chunk.blocks[0].number, chunk.blocks[-1].number]
    # Along the index of places, an index lookup per event: both lie in the order of time. The
    # planner would sort whole rows, which takes three times as long.
    connection.execute(_ALONG_THE_INDEX)
    content = copied(connection, _EVENTS, [*months, *months, *blocks, *months])
    connection.execute(_AS_PLANNED)
    rows: dict[bytes, list[Row]] = defaultdict(list)
    subjects = 0
    # A row holds no raw line end: COPY escapes those.
    for text in content.split(b"\n")[:-1]:
        row = text.rsplit(b"\t", 6)
        if not row[0].endswith(b"{}"):
            subjects += _subjects(row[0])
        rows[row.pop()].append(row)
    fault = None
    for block in chunk.blocks:
        fault = check_block(block, rows.pop(b"%d" % block.number, []))
        if fault is not None:
            break
    if fault is None and rows:
        number, strays = next(iter(rows.items()))
        fault = Fault(
            what=What.MEMBER_OUTSIDE,
            block=int(number),
            position=int(strays[0][5]),
            event=strays[0][4].decode(),
        )
    return Checked(
        fault=fault, events=sum(block.events for block in chunk.blocks), subjects=subjects
    )


def check_block(block: Block, rows: list[Row]) -> Fault | None:
    """Verify the events of one block, whose rows come in the order of their positions.

    The whole block is compared at once; only when something differs is the first place sought.
    """
    leaves = [sha256(b"\x00" + hashed(row[0])).digest() for row in rows]
    keys = [row[0][KEY] for row in rows]
    since, until = (b"%d" % microseconds(bound) for bound in month_bounds(block.month))
    if (
        len(rows) == block.events
        and b"".join([row[1][3:] for row in rows]) == b"".join(leaves).hex().encode()
        and all(row[2] == row[3] == b"t" for row in rows)
        and [int(row[5]) for row in rows] == list(range(1, block.events + 1))
        and all(left < right for left, right in pairwise(keys))
        and since <= keys[0][: len(since)]
        and keys[-1][: len(until)] < until
        and merkle_root(leaves) == block.root
    ):
        return None
    return _first_of_block(block, rows, leaves=leaves, keys=keys)


def _first_of_block(
    block: Block, rows: list[Row], *, leaves: list[bytes], keys: list[bytes]
) -> Fault:
    since, until = (b"%d" % microseconds(bound) for bound in month_bounds(block.month))
    # A row beyond the block is told as such, not as the end of an order.
    ordered = min(len(rows), block.events)
    for index, (encoding, sealed, equal, manifest, key, stated) in enumerate(rows):
        position = int(stated)
        if position > index + 1:
            return Fault(what=What.EVENT_MISSING, block=block.number, position=index + 1)
        if position <= index or position > block.events:
            what = What.EVENT_INSERTED
        elif equal == _ABSENT:
            what = What.EVENT_MISSING
        elif sealed[3:] != leaves[index].hex().encode() or equal != b"t":
            what = What.EVENT_ALTERED
        elif manifest != b"t":
            what = What.MANIFEST_ALTERED
        elif index + 1 < ordered and keys[index + 1] <= keys[index] and _sound(rows[index + 1]):
            what = What.EVENTS_SWAPPED
        elif not since <= encoding[KEY][: len(since)] < until:
            what = What.EVENT_IN_WRONG_MONTH
        else:
            continue
        return Fault(what=what, block=block.number, position=position, event=key.decode())
    if len(rows) < block.events:
        return Fault(what=What.EVENT_MISSING, block=block.number, position=len(rows) + 1)
    return Fault(what=What.BLOCK_CONTENT, block=block.number)


def _sound(row: Row) -> bool:
    """Whether the row is as it was sealed, so that its place is at fault and not its content."""
    return row[1][3:] == sha256(b"\x00" + hashed(row[0])).hexdigest().encode()


def _subjects(encoding: bytes) -> int:
    """The number of subjects at the end of an encoding; 0 when the event is gone."""
    manifest = encoding[encoding.rfind(b"\t") + 1 :]
    return 0 if manifest == _ABSENT else manifest.count(b",") + 1
