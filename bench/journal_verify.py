"""How fast the journal is verified: reading, re-encoding, trees, chain and head included.

    ./run bench journal_verify [--events 300000] [--processes 2]

Prints JSON. Makes a scratch database of its own and removes it.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=300_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--times", type=int, default=3)
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    from vijfluik.cli import test_database

    test_database.prepare()
    import django

    django.setup()
    from tests.pointing import point_at

    name = f"vijfluik_bench_{os.getpid()}"
    test_database.fresh_copy(name=name)
    point_at(name)
    try:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(chosen, database=name, folder=Path(folder)), indent=2))
    finally:
        test_database.drop(name=name)


def measure(chosen: argparse.Namespace, *, database: str, folder: Path) -> dict[str, object]:
    """Write and seal the events, then verify them some times; the median counts."""
    from tests.core.journal.making import as_administrator, as_role, insert, many

    from vijfluik.core.journal.addresses import parameters
    from vijfluik.core.journal.sealer import seal_now
    from vijfluik.core.journal.verifying import verify_at

    started = time.monotonic()
    with as_role("app") as app:
        for seed in range(0, chosen.events, 10_000):
            insert(app, *many(min(10_000, chosen.events - seed), seed=seed))
    written = time.monotonic() - started
    started = time.monotonic()
    sealed = seal_now(folder=folder)
    sealing = time.monotonic() - started
    with as_administrator(database, unguarded=False) as admin:
        admin.autocommit = True
        admin.execute("VACUUM ANALYZE")
    seconds = []
    for _ in range(chosen.times):
        outcome = verify_at(parameters(), folder=folder, processes=chosen.processes)
        assert outcome.fault is None, outcome.fault
        assert outcome.events == sealed
        seconds.append(outcome.seconds)
    median = sorted(seconds)[len(seconds) // 2]
    chained = chain_of_rows()
    return {
        "bench": "journal_verify",
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "events": sealed,
        "blocks": outcome.blocks,
        "processes": chosen.processes,
        "write_events_per_second": round(sealed / written),
        "seal_events_per_second": round(sealed / sealing),
        "verify_seconds": [round(each, 2) for each in seconds],
        "verify_events_per_second": round(sealed / median),
        "peer": "one chain of SHA-256 over decoded rows",
        "peer_events_per_second": round(sealed / chained),
        "ratio_to_peer": round(chained / median, 2),
    }


def chain_of_rows() -> float:
    """Seconds that the usual way takes: fetch the rows, encode each as JSON, chain the hashes.

    It finds less: neither where a row was swapped or inserted, nor a tail that was cut off.
    """
    from tests.core.journal.making import as_role

    started = time.monotonic()
    link = b""
    with (
        as_role("auditor") as auditor,
        auditor.transaction(),
        auditor.cursor(name="rows") as rows,
    ):
        rows.itersize = 10_000
        rows.execute("SELECT * FROM journal_event ORDER BY moment, id")
        for row in rows:
            link = hashlib.sha256(link + json.dumps(row, default=str).encode()).digest()
    assert link
    return time.monotonic() - started


if __name__ == "__main__":
    main()
