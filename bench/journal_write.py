"""How fast eight writers write with the journal on, beside a chain inside the transaction.

    ./run bench journal_write [--seconds 10] [--writers 8]

Each transaction acts as somebody, records one event and then waits 10 ms in the database, as
business work does. The sealer runs beside it. The peer, in the same run: the same event behind a
single hash chain whose last hash each transaction reads FOR UPDATE, the classic audit chain.
Lock waits of the writers are sampled every 20 ms. Prints JSON.
"""

import argparse
import datetime as dt
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

ROOT = Path(__file__).resolve().parent.parent
WAIT = "SELECT pg_sleep(0.01)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--writers", type=int, default=8)
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
    with administrator(name) as admin:
        # A copy for tests does not wait for the disk; a platform does.
        admin.execute(f"ALTER DATABASE {name} RESET synchronous_commit")
    point_at(name)
    try:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(chosen, database=name, folder=Path(folder))
        print(json.dumps(found, indent=2))
    finally:
        test_database.drop(name=name)


def administrator(name: str) -> "psycopg.Connection[tuple[Any, ...]]":
    """An administrator's connection to a database, committing by itself."""
    import psycopg

    from vijfluik.cli import test_database

    address = test_database.address(os.environ["VIJFLUIK_TEST_ADMIN"], database=name)
    return psycopg.connect(address, autocommit=True)


def measure(chosen: argparse.Namespace, *, database: str, folder: Path) -> dict[str, object]:
    """The journal with its sealer first, then the peer."""
    from vijfluik.core.journal.addresses import parameters
    from vijfluik.core.journal.sealer import Sealer
    from vijfluik.core.journal.verifying import verify_at

    with administrator(database) as admin:
        admin.execute(
            "CREATE TABLE peer_head (one boolean PRIMARY KEY DEFAULT true, hash bytea NOT NULL);"
            "INSERT INTO peer_head (hash) VALUES (sha256('x'));"
            "CREATE TABLE peer_event (id uuid PRIMARY KEY, line text, hash bytea, chained bytea);"
            "GRANT SELECT, UPDATE ON peer_head TO vijfluik_app;"
            "GRANT INSERT ON peer_event TO vijfluik_app"
        )
    sealer = Sealer(where=parameters(), folder=folder)
    thread = threading.Thread(target=sealer.run)
    thread.start()
    time.sleep(0.5)
    ours = run(chosen, database=database, act=record_one)
    sealer.stop()
    thread.join()
    outcome = verify_at(parameters(), folder=folder)
    peer = run(chosen, database=database, act=chain_one)
    return {
        "bench": "journal_write",
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "writers": chosen.writers,
        "journal": {**ours, "sealed_and_verified": outcome.events, "fault": str(outcome.fault)},
        "chain_inside_the_transaction": peer,
        "ratio": round(float(str(ours["per_second"])) / float(str(peer["per_second"])), 1),
    }


def run(chosen: argparse.Namespace, *, database: str, act: Callable[[], None]) -> dict[str, object]:
    """Let the writers write for a while, and look at their locks meanwhile."""
    from django.db import connections

    until = time.monotonic() + chosen.seconds
    done: list[int] = []

    def write() -> None:
        count = 0
        while time.monotonic() < until:
            act()
            count += 1
        done.append(count)
        connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(chosen.writers)]
    started, used = time.monotonic(), time.process_time()
    for writer in writers:
        writer.start()
    waits, samples, oldest = watch(database, until=until)
    for writer in writers:
        writer.join()
    return {
        "transactions": sum(done),
        "per_second": round(sum(done) / (time.monotonic() - started)),
        "client_cpu_ms_each": round((time.process_time() - used) * 1000 / sum(done), 2),
        "lock_waits_seen": waits,
        "samples": samples,
        "longest_unsealed_seconds": round(oldest, 2),
    }


def watch(database: str, *, until: float) -> tuple[int, int, float]:
    """Writers that wait for a lock (of any sort but the disk), and the oldest unsealed event."""
    waits = samples = 0
    oldest = 0.0
    with administrator(database) as admin:
        while time.monotonic() < until:
            row = admin.execute(
                "SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND usename = 'vijfluik_app' AND wait_event_type = 'Lock'),"
                " (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(moment)), 0)::float8"
                "  FROM journal_queue)"
            ).fetchone()
            assert row is not None
            waits += row[0]
            oldest = max(oldest, row[1])
            samples += 1
            time.sleep(0.02)
    return waits, samples, oldest


def record_one() -> None:
    """The platform's own way."""
    from django.db import connection
    from tests.core.journal.making import somebody

    from vijfluik.core.journal.recording import record
    from vijfluik.core.journal.vocabulary import RECORD_VIEWED
    from vijfluik.core.partners.acting import acting

    with acting(somebody()):
        record(action=RECORD_VIEWED, object_type="trainings.training", object_key="abc")
        with connection.cursor() as cursor:
            cursor.execute(WAIT)


def chain_one() -> None:
    """The peer: the chain's last hash is locked until the business transaction commits."""
    import random
    import uuid

    from django.db import connection
    from tests.core.journal.making import entry, somebody

    from vijfluik.core.partners.acting import acting

    with acting(somebody()), connection.cursor() as cursor:
        line = entry(chance=random.Random()).line()
        cursor.execute("SELECT hash FROM peer_head FOR UPDATE")
        (previous,) = cursor.fetchone()
        own = sha256(line).digest()
        chained = sha256(bytes(previous) + own).digest()
        cursor.execute(
            "INSERT INTO peer_event VALUES (%s, %s, %s, %s)",
            [uuid.uuid4(), line.decode(), own, chained],
        )
        cursor.execute("UPDATE peer_head SET hash = %s", [chained])
        cursor.execute(WAIT)


if __name__ == "__main__":
    main()
