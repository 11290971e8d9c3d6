"""A verification as a whole, in one snapshot, in this process or over several."""

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from vijfluik.core.journal import heads as head_files
from vijfluik.core.journal.connecting import Connection, Parameters, connect
from vijfluik.core.journal.heads import Head, UnsoundHeadsError
from vijfluik.core.journal.verifying import outside
from vijfluik.core.journal.verifying.chain import Chain, Chunk, dropped_months
from vijfluik.core.journal.verifying.events import Checked, check_chunk
from vijfluik.core.journal.verifying.faults import Fault, Outcome, What, first

# Events per chunk: enough to keep a process busy for a tenth of a second.
CHUNK = 16_000
# Below this number of events a second process takes longer to start than it saves.
WORTH_PROCESSES = 60_000
_AHEAD = 3


def verify_at(where: Parameters, *, folder: Path | None, processes: int = 2) -> Outcome:
    """Verify the journal of a database against the signed heads in a folder.

    Reads one snapshot, so that sealing goes on undisturbed.

    Args:
        where: the database, as a role that may read the journal.
        folder: the sealer's folder outside the database; None leaves the heads out.
        processes: how many share the work when it is much.
    """
    started = time.monotonic()
    known: list[Head] = []
    try:
        known = [] if folder is None else head_files.read(folder)
    except UnsoundHeadsError as error:
        return _only(Fault(what=What.HEADS_UNSOUND, more=str(error)), started=started)
    with connect(where, autocommit=False) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = connection.execute(
            "SELECT pg_export_snapshot(), (SELECT count(*) FROM journal_block),"
            " (SELECT coalesce(sum(events), 0) FROM journal_block)"
        ).fetchone()
        assert row is not None  # noqa: S101 (aggregates always answer)
        snapshot, blocks, events = str(row[0]), int(str(row[1])), int(str(row[2]))
        if folder is not None and blocks and not known:
            return _only(Fault(what=What.HEAD_ABSENT), started=started)
        if processes < 2 or events < WORTH_PROCESSES:
            return verify(connection, heads=known, started=started)
        with ProcessPoolExecutor(
            max_workers=processes,
            # A fork would share the connection of this process.
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_join,
            initargs=(where, snapshot),
        ) as pool:
            return verify(connection, heads=known, pool=pool, started=started)


def verify(
    connection: Connection,
    *,
    heads: Iterable[Head] = (),
    pool: ProcessPoolExecutor | None = None,
    size: int = CHUNK,
    started: float | None = None,
) -> Outcome:
    """Verify what a connection sees in its open transaction.

    Args:
        connection: in a transaction that sees one state throughout.
        heads: signed heads, oldest first.
        pool: processes that joined the same snapshot; in this process when None.
        size: about how many events are read at a time.
        started: `time.monotonic()` of the beginning, for the rate.
    """
    began = time.monotonic() if started is None else started
    known = list(heads)
    dropped, drop_fault = dropped_months(connection)
    chain = Chain(heads=known, dropped=dropped, size=size)
    counting = None if pool is None else pool.submit(_totals)
    fault = None
    events = subjects = 0
    for checked in _checked(chain.walk(connection), connection=connection, pool=pool):
        fault = checked.fault
        if fault is not None:
            break
        events += checked.events
        subjects += checked.subjects
    fault = first([fault, chain.fault, drop_fault])
    waiting = outside.Queue(fault=None, events=0, subjects=0)
    if fault is None:
        waiting = outside.check_queue(connection)
        counted = outside.totals(connection) if counting is None else counting.result()
        fault = waiting.fault or outside.check_totals(
            connection, counted=counted, sealed=chain.kept, waiting=waiting, subjects=subjects
        )
    return Outcome(
        fault=fault,
        blocks=chain.blocks,
        events=events,
        waiting=waiting.events,
        dropped=tuple(dropped),
        heads=len(known),
        head=head_files.newest(known),
        seconds=time.monotonic() - began,
    )


def _checked(
    chunks: Iterator[Chunk], *, connection: Connection, pool: ProcessPoolExecutor | None
) -> Iterator[Checked]:
    """The results in the order of the chunks, with some chunks ahead when there are processes."""
    if pool is None:
        for chunk in chunks:
            yield check_chunk(connection, chunk)
        return
    running: deque[Future[Checked]] = deque()
    for chunk in chunks:
        running.append(pool.submit(_check, chunk))
        if len(running) > 2 * _AHEAD:
            yield running.popleft().result()
    while running:
        yield running.popleft().result()


# In a process of the pool: its connection, in the snapshot of the verification.
_joined: list[Connection] = []


def _join(where: Parameters, snapshot: str) -> None:
    connection = connect(where, autocommit=False)
    connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    connection.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
    _joined.append(connection)


def _check(chunk: Chunk) -> Checked:
    return check_chunk(_joined[0], chunk)


def _totals() -> outside.Totals:
    return outside.totals(_joined[0])


def _only(fault: Fault, *, started: float) -> Outcome:
    return Outcome(
        fault=fault,
        blocks=0,
        events=0,
        waiting=0,
        dropped=(),
        heads=0,
        head=None,
        seconds=time.monotonic() - started,
    )
