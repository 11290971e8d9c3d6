"""In this process, over a pool and on Spark: the same rows."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import Reader, tables_of
from vijfluik.engines.edifact.distribution import (
    interchanges,
    join_rows,
    narrowed,
    raw,
    read_rows,
    wide_schema,
)
from vijfluik.engines.edifact.generating import flights, paxlst_of, pnrgov_of
from vijfluik.engines.edifact.pooling import MESSAGES_A_STREAM, PoolEnded, ReadingPool, pooled
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov


def contents() -> list[bytes]:
    """Pushes and lists of some flights, and broken ones."""
    made = [samples.CORPUS_FAULTY]
    for flight in flights(count=3, seed=5, travellers=36):
        made.append(write_pnrgov(pnrgov_of(flight, part_size=4)))
        made.append(write_paxlst([paxlst_of(flight)]))
    return made


def rows_here() -> Any:
    import pyarrow as pa

    return pa.Table.from_batches(list(read_rows([raw(contents())])), wide_schema())


def test_a_pool_gives_the_rows_of_one_process() -> None:
    here = tables_of(
        batches
        for stream, content in enumerate(contents())
        for batches in Reader(first_message=stream * MESSAGES_A_STREAM).batches(content)
    )
    over_there = tables_of(pooled(contents()))
    for name, rows in here.items():
        assert rows.equals(over_there[name]), name


@pytest.mark.thorough
def test_batches_outlive_the_memory_that_processes_share() -> None:
    contents = [write_pnrgov(pnrgov_of(flight)) for flight in flights(count=2, seed=8)] * 8
    with ReadingPool(processes=1) as pool:
        # Whoever looks no further leaves the pool as it was.
        given_up = pool.read(contents)
        next(given_up)
        given_up.close()
        assert len(pool.free) == len(pool.slots)
        held = list(pool.read(contents))
        # More than there are slots: the rest was copied.
        assert len(held) == len(contents) > len(pool.slots)
        assert pool.free
        again = list(pool.read([*contents, b""]))
    here = [one for content in contents for one in Reader().batches(content)]
    for own, other, third in zip(here, held, again, strict=True):
        travellers = own["traveller"].drop_columns("message")
        assert travellers.equals(other["traveller"].drop_columns("message"))
        assert travellers.equals(third["traveller"].drop_columns("message"))


def test_a_piece_that_is_too_large_for_shared_memory_is_read_all_the_same() -> None:
    from vijfluik.engines.edifact.shared_memory import SHARE, SIZE

    one = write_pnrgov(pnrgov_of(next(flights(count=1, seed=9, travellers=300)), part_size=400))
    large = one * (SIZE // SHARE // len(one) + 1)
    with ReadingPool(processes=1) as pool:
        made = sum(batches["traveller"].num_rows for batches in pool.read([large, one]))
    own = sum(batches["traveller"].num_rows for batches in Reader().batches(one))
    assert made == own * (large.count(b"UNZ+") + 1)


def test_a_process_that_ends_is_told() -> None:
    with ReadingPool(processes=1) as pool:
        pool.workers[0].terminate()
        with pytest.raises(PoolEnded, match="ended"):
            list(pool.read(contents()))
    with pytest.raises(ValueError, match="at least one"):
        ReadingPool(processes=0)


def test_a_stream_is_cut_between_interchanges_only() -> None:
    whole = contents()[1:]
    pieces = list(interchanges(b"\r\n".join(whole), at_least=2000))
    assert b"".join(pieces) == b"\r\n".join(whole)
    assert len(pieces) > 2
    assert all(piece.lstrip().startswith((b"UNA", b"UNB")) for piece in pieces)


def joined_here() -> dict[str, int]:
    import pyarrow.compute as pc

    rows = rows_here()
    made = {}
    for key in sorted(set(rows["flight_key"].to_pylist())):
        made[key] = join_rows(rows.filter(pc.equal(rows["flight_key"], key))).num_rows
    return made


def test_joining_by_flight_takes_nothing_of_another_flight() -> None:
    counts = joined_here()
    assert len(counts) >= 4
    assert all(count > 0 for count in counts.values())


@pytest.mark.spark
def test_spark_with_two_workers_gives_the_rows_of_one_process(tmp_path: Path) -> None:
    from tests.engines.edifact.spark_cluster import cluster

    with cluster(tmp_path, workers=2) as session:
        from vijfluik.engines.edifact.spark import collected, frame, join_frame, read_frame

        read = collected(read_frame(frame(session, contents(), partitions=2)))
        here, there = narrowed(rows_here().to_batches()), narrowed(read.to_batches())
        for name, rows in here.items():
            assert rows.equals(there[name]), name
        joined = collected(join_frame(read_frame(frame(session, contents(), partitions=2))))
        counts: dict[str, int] = {}
        for key in joined["flight_key"].to_pylist():
            counts[key] = counts.get(key, 0) + 1
        assert counts == joined_here()
        assert sys.executable
        assert os.environ["SPARK_LOCAL_IP"] == "127.0.0.1"
