"""Search over everything at 100,000 records, beside the search of one register.

    ./run bench search [--scale 100000] [--rounds 20]

Makes a demonstration of that many records in a scratch database (one to two minutes) and asks
`/zoeken/` for words that are common, rare and absent, as the policy officer, who may enter every
register. The peer in the same run is the list of the trainings searched for the same words. Time of
the process is counted apart from that of the clock, so that a busy machine tells too; what the
database does for one register stands in the plan at the end.
"""

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "vijfluik_bench_search"
WORDS = ("signalen", "jongeren", "Oosterlo", "ROR-2018", "polarisatie", "coördinatie", "zeppelin")
GOAL_P95_MS = 300


def main() -> None:
    """Make the data, ask in turn and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scale", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    os.environ.setdefault("VIJFLUIK_ROOT", str(ROOT))
    sys.path.insert(0, str(ROOT / "src"))
    from vijfluik.cli.scratch import scratch_database

    with scratch_database(DATABASE):
        print(json.dumps(_measure(scale=chosen.scale, rounds=chosen.rounds), indent=1))


def _measure(*, scale: int, rounds: int) -> dict[str, Any]:
    from django.test import Client, override_settings

    from vijfluik.demo.load import load

    load(scale=scale)
    ways = {"everything": "/zoeken/", "trainings": "/trainingen/"}
    clock: dict[str, list[float]] = {name: [] for name in ways}
    process: dict[str, list[float]] = {name: [] for name in ways}
    with override_settings(
        ALLOWED_HOSTS=["testserver"],
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    ):
        client = Client()
        client.post("/aanmelden/", {"account": "noor"})
        for number in range(rounds + 1):
            for word in WORDS:
                for name, address in ways.items():
                    began, busy = time.perf_counter(), time.process_time()
                    answer = client.get(address, {"zoek": word})
                    assert answer.status_code == 200
                    if number:  # the first round warms up
                        clock[name].append((time.perf_counter() - began) * 1000)
                        process[name].append((time.process_time() - busy) * 1000)
    return {
        "records": scale,
        "asked": len(clock["everything"]),
        "goal_p95_ms": GOAL_P95_MS,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "median_ms": {name: round(statistics.median(taken), 1) for name, taken in clock.items()},
        "p95_ms": {name: round(_p95(taken), 1) for name, taken in clock.items()},
        "process_median_ms": {
            name: round(statistics.median(taken), 1) for name, taken in process.items()
        },
        "plan": _plan("coördinatie"),
    }


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def _plan(word: str) -> list[str]:
    """What the database does to find a word that is not on the first pages of the trainings."""
    from django.db import connection

    from vijfluik.core.partners.acting import Acting, acting
    from vijfluik.core.partners.models import Professional, Purpose
    from vijfluik.core.partners.queries import actor_for
    from vijfluik.core.registers.filtering import Wanted
    from vijfluik.core.registers.registry import register_named

    person = Professional.objects.using("owner").get(username="noor")
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")
    register = register_named("trainings")
    with acting(who):
        rows = Wanted(search=word).apply(register, rows=register.model._default_manager.all())
        statement, values = rows.order_by().values("key").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF) {statement}", values)
            return [row[0] for row in cursor.fetchall()]


if __name__ == "__main__":
    main()
