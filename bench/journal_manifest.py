"""What the manifest of a list costs: writing and verifying events that name 50 records.

    ./run bench journal_manifest [--events 2000] [--objects 50]

The same number of events without and with a manifest, each in a transaction of its own, then a
verification of either. The peer, in the same run: the events without a manifest, and a row per
record shown in a table of its own with an index on the record. Prints JSON.
"""

import argparse
import datetime as dt
import json
import os
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--objects", type=int, default=50)
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
        print(json.dumps(measure(chosen, database=name), indent=2))
    finally:
        test_database.drop(name=name)


def measure(chosen: argparse.Namespace, *, database: str) -> dict[str, object]:
    """Milliseconds per event: none, a manifest, the peer; and events verified per second."""
    from tests.core.journal.making import as_administrator

    with as_administrator(database, unguarded=False) as admin:
        admin.execute(
            "CREATE TABLE peer_object (moment timestamptz, event uuid, object uuid,"
            " PRIMARY KEY (moment, event, object));"
            "CREATE INDEX ON peer_object (object, moment);"
            "GRANT INSERT ON peer_object TO vijfluik_app"
        )
    # A record is shown often: keys come from a register of a thousand.
    register = [uuid.uuid4() for _ in range(1000)]
    shown = [register[n : n + chosen.objects] for n in range(len(register) - chosen.objects)]
    plain = written(chosen.events, act=lambda _: list_one([]))
    verified_plain = verified()
    with_manifest = written(chosen.events, act=lambda n: list_one(shown[n % len(shown)]))
    verified_both = verified()
    peer = written(chosen.events, act=lambda n: list_beside(shown[n % len(shown)]))
    return {
        "bench": "journal_manifest",
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "events": chosen.events,
        "objects_each": chosen.objects,
        "ms_each_without": round(plain, 3),
        "ms_each_with_manifest": round(with_manifest, 3),
        "peer": "a row per record shown",
        "peer_ms_each": round(peer, 3),
        "ratio_to_peer": round((peer - plain) / max(with_manifest - plain, 0.001), 1),
        "verify_events_per_second_without": round(verified_plain),
        "verify_events_per_second_half_with": round(verified_both),
    }


def written(count: int, *, act: Callable[[int], None]) -> float:
    """Milliseconds that one transaction takes."""
    started = time.monotonic()
    for number in range(count):
        act(number)
    return (time.monotonic() - started) * 1000 / count


def verified() -> float:
    """Events that are verified per second, in one process, after sealing all of them."""
    from vijfluik.core.journal.addresses import parameters
    from vijfluik.core.journal.sealer import seal_now
    from vijfluik.core.journal.verifying import verify_at

    seal_now()
    outcome = verify_at(parameters(), folder=None, processes=1)
    assert outcome.fault is None, outcome.fault
    return outcome.events / outcome.seconds


def list_one(objects: list[uuid.UUID]) -> None:
    """The platform's own way."""
    from tests.core.journal.making import somebody

    from vijfluik.core.journal.recording import record
    from vijfluik.core.journal.vocabulary import RECORDS_LISTED
    from vijfluik.core.partners.acting import acting

    with acting(somebody()):
        record(
            action=RECORDS_LISTED,
            object_type="trainings.training",
            details={"rows": len(objects)},
            objects=objects,
        )


def list_beside(objects: list[uuid.UUID]) -> None:
    """The peer: the same event, and its manifest in rows."""
    from django.db import connection
    from tests.core.journal.making import somebody

    from vijfluik.core.journal.recording import record
    from vijfluik.core.journal.vocabulary import RECORDS_LISTED
    from vijfluik.core.partners.acting import acting

    with acting(somebody()):
        made = record(
            action=RECORDS_LISTED,
            object_type="trainings.training",
            details={"rows": len(objects)},
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO peer_object SELECT %s, %s, unnest(%s::uuid[])",
                [made.moment, made.id, objects],
            )


if __name__ == "__main__":
    main()
