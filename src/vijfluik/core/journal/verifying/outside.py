"""What stands outside the chain: the queue, and rows that belong to nothing."""

from dataclasses import dataclass

from vijfluik.core.journal.connecting import Connection
from vijfluik.core.journal.copying import copied
from vijfluik.core.journal.encoding import EXPRESSIONS, hashed
from vijfluik.core.journal.hashing import leaf_hash
from vijfluik.core.journal.verifying.faults import Fault, What

_QUEUE = (
    f"COPY (SELECT {EXPRESSIONS}, e.hash, m.block, q.event"
    " FROM journal_queue q LEFT JOIN journal_event e ON e.moment = q.moment AND e.id = q.event"
    " LEFT JOIN journal_membership m ON m.moment = q.moment AND m.event = q.event"
    " ORDER BY q.moment, q.event) TO STDOUT"
)
_COUNTS = (
    "SELECT (SELECT count(*) FROM journal_event), (SELECT count(*) FROM journal_membership),"
    " (SELECT count(*) FROM journal_subject)"
)
_EVENT_OUTSIDE = (
    "SELECT e.id FROM journal_event e"
    " LEFT JOIN journal_membership m ON m.moment = e.moment AND m.event = e.id"
    " LEFT JOIN journal_queue q ON q.moment = e.moment AND q.event = e.id"
    " WHERE m.event IS NULL AND q.event IS NULL ORDER BY e.moment, e.id LIMIT 1"
)
_MEMBER_OUTSIDE = (
    "SELECT m.event, m.block, m.position FROM journal_membership m"
    " LEFT JOIN journal_block b ON b.number = m.block"
    " AND b.month = journal.month_of(m.moment) AND m.position <= b.events"
    " WHERE b.number IS NULL ORDER BY m.block, m.position LIMIT 1"
)
_MANIFEST_OUTSIDE = (
    "SELECT s.event, m.block, m.position FROM journal_subject s"
    " LEFT JOIN journal_event e ON e.moment = s.moment AND e.id = s.event"
    " LEFT JOIN journal_membership m ON m.moment = s.moment AND m.event = s.event"
    " WHERE e.id IS NULL OR s.subject <> ALL (e.subjects)"
    " ORDER BY m.block, m.position, s.moment, s.event LIMIT 1"
)


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How many rows there are, from whole-table counts."""

    events: int
    members: int
    subjects: int


@dataclass(frozen=True, kw_only=True)
class Queue:
    """The events that wait to be sealed."""

    fault: Fault | None
    events: int
    subjects: int


def totals(connection: Connection) -> Totals:
    """Count the rows of the large tables."""
    row = connection.execute(_COUNTS).fetchone()
    assert row is not None  # noqa: S101 (a SELECT without FROM always answers)
    events, members, subjects = (int(str(each)) for each in row)
    return Totals(events=events, members=members, subjects=subjects)


def check_queue(connection: Connection) -> Queue:
    """Each waiting event is there, once, unchanged and not sealed already."""
    content = copied(connection, _QUEUE)
    fault = None
    events = subjects = 0
    seen: set[bytes] = set()
    for text in content.split(b"\n")[:-1]:
        encoding, stored, block, event = text.rsplit(b"\t", 3)
        sound = leaf_hash(hashed(encoding)).hex().encode() == stored[3:]
        if not sound or block != b"\\N" or event in seen:
            fault = fault or Fault(what=What.QUEUE_ALTERED, event=event.decode())
        seen.add(event)
        events += 1
        manifest = encoding[encoding.rfind(b"\t") + 1 :]
        subjects += 0 if manifest in {b"{}", b"\\N"} else manifest.count(b",") + 1
    return Queue(fault=fault, events=events, subjects=subjects)


def check_totals(
    connection: Connection, *, counted: Totals, sealed: int, waiting: Queue, subjects: int
) -> Fault | None:
    """Nothing exists beyond what is sealed or waits.

    Every sealed and every waiting event was seen to be there, so equal counts leave no room for
    another; only when they differ is the stray sought.

    Args:
        counted: the rows of the tables.
        sealed: the events of the chain without dropped months.
        waiting: the queue.
        subjects: the entries that the hashes of sealed events hold.
    """
    if counted.members != sealed:
        fault = _place(connection, query=_MEMBER_OUTSIDE, what=What.MEMBER_OUTSIDE)
        if fault is not None:
            return fault
    if counted.events != sealed + waiting.events:
        row = connection.execute(_EVENT_OUTSIDE).fetchone()
        return Fault(what=What.EVENT_OUTSIDE, event=None if row is None else str(row[0]))
    if counted.subjects != subjects + waiting.subjects:
        return _place(connection, query=_MANIFEST_OUTSIDE, what=What.MANIFEST_OUTSIDE) or Fault(
            what=What.MANIFEST_OUTSIDE
        )
    return None


def _place(connection: Connection, *, query: str, what: What) -> Fault | None:
    row = connection.execute(query).fetchone()
    if row is None:
        return None
    event, block, position = row
    return Fault(
        what=what,
        block=None if block is None else int(str(block)),
        position=None if position is None else int(str(position)),
        event=str(event),
    )
