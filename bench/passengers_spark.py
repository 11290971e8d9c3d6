"""Passenger messages on Apache Spark: MB per second of the clock on clusters of this machine.

    .venv/bin/python -m pip install --require-hashes -r requirements/spark.txt
    ./run bench passengers_spark [--megabytes 60] [--workers 2]

Needs Java 17. A cluster is a master and so many workers of one core, each a process. Files of
about 2 MB are read three ways: the travellers alone, with `Reader` inside `mapInArrow`; and, a
quarter of the files because it takes so much longer, the rows of all tables under one schema, as
`spark.read_frame` gives them, and joined, the newest view of every flight. The first run, in which
the processes start, is not counted. Prints JSON.
"""

import argparse
import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from vijfluik.engines.edifact.batching import schema
from vijfluik.engines.edifact.distribution import interchanges
from vijfluik.engines.edifact.generating import flights, pnrgov_of
from vijfluik.engines.edifact.writing import write_pnrgov

MEGA = 1_000_000
# A folder of files, and how many bytes they are.
Corpus = tuple[Path, int]


def travellers(batches: Iterable[Any]) -> Iterator[Any]:
    """The travellers of interchanges, and nothing else of them."""
    from vijfluik.engines.edifact import Reader

    for batch in batches:
        for content in batch.column("content"):
            for made in Reader().batches(memoryview(content.as_buffer())):
                yield made["traveller"]


def files(folder: Path, megabytes: float) -> int:
    """Write invented pushes to a new folder; how many bytes."""
    folder.mkdir()
    pushes = [
        write_pnrgov(pnrgov_of(flight, part_size=8))
        for flight in flights(count=12, seed=1, travellers=1_700)
    ]
    times = max(1, round(megabytes * MEGA / sum(map(len, pushes))))
    size = 0
    for number, piece in enumerate(interchanges(b"\n".join(pushes * times), at_least=2 << 20)):
        (folder / f"{number:05}.edi").write_bytes(piece)
        size += len(piece)
    return size


def speeds(session: Any, corpora: tuple[Corpus, Corpus]) -> dict[str, float]:
    """MB per second of the clock, the best of two behind one that is not counted."""
    whole, part = corpora
    from vijfluik.engines.edifact.spark import join_frame, read_frame, spark_schema

    def raw(corpus: Corpus) -> Any:
        frame: Any = session.read.format("binaryFile").load(str(corpus[0]))
        return frame.selectExpr("monotonically_increasing_id() AS stream", "content")

    def counted(frame: Any) -> int:
        return int(frame.count())

    ways: dict[str, tuple[int, Any]] = {
        "travellers alone": (
            whole[1],
            lambda: counted(raw(whole).mapInArrow(travellers, spark_schema(schema("traveller")))),
        ),
        "all tables": (part[1], lambda: counted(read_frame(raw(part)))),
        "joined": (part[1], lambda: counted(join_frame(read_frame(raw(part))))),
    }
    made = {}
    for name, (size, work) in ways.items():
        best = 0.0
        for run in range(3):
            began = time.monotonic()
            assert work()
            if run:
                best = max(best, size / MEGA / (time.monotonic() - began))
        made[name] = round(best, 1)
    return made


def main() -> None:
    from tests.engines.edifact.spark_cluster import cluster

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    found: dict[str, object] = {
        "bench": "passengers_spark",
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
    with tempfile.TemporaryDirectory() as scratch:
        whole, part = Path(scratch) / "whole", Path(scratch) / "part"
        corpora = (
            (whole, files(whole, chosen.megabytes)),
            (part, files(part, chosen.megabytes / 4)),
        )
        found["bytes"] = [size for _, size in corpora]
        for workers in range(1, chosen.workers + 1):
            place = Path(scratch) / str(workers)
            place.mkdir()
            with cluster(place, workers=workers) as session:
                found[f"{workers} workers"] = speeds(session, corpora)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
