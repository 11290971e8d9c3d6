"""The bound figures of the report at 100,000 records, with their receipts, and verifying those.

    ./run bench report_figures [--scale 100000] [--rounds 5]

Makes a demonstration of that many records in a scratch database (one to two minutes). The peer, in
the same run on the same data, values compared: `apart`, the same figures asked one by one, as a
page of one figure asks for it. Goals: figures 2 s (they are of more than 75), verifying 10 s.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "vijfluik_bench_report_figures"
GOAL_FIGURES_S = 2
GOAL_VERIFY_S = 10


def main() -> None:
    """Make the data, ask in turn and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scale", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    os.environ.setdefault("VIJFLUIK_ROOT", str(ROOT))
    sys.path.insert(0, str(ROOT / "src"))
    from vijfluik.cli.scratch import scratch_database

    with scratch_database(DATABASE):
        print(json.dumps(_measure(scale=chosen.scale, rounds=chosen.rounds), indent=1))


def _measure(*, scale: int, rounds: int) -> dict[str, Any]:
    from vijfluik.accountability.figures import queries
    from vijfluik.accountability.figures.actions import issue
    from vijfluik.accountability.figures.models import FigureReceipt
    from vijfluik.accountability.figures.verifying import verify
    from vijfluik.accountability.reports.library import DEFAULT, report_named
    from vijfluik.core.partners.acting import Acting, acting
    from vijfluik.core.partners.models import Purpose
    from vijfluik.core.partners.queries import account_named, actor_for
    from vijfluik.core.versions.moments import closed_moment
    from vijfluik.demo.load import load

    load(scale=scale)
    person = account_named("noor")
    assert person is not None
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")
    names = report_named(DEFAULT).figures
    as_of = closed_moment()

    def together() -> dict[str, Any]:
        return {
            each.figure.definition.id: each.figure.value
            for each in issue(figures=names, as_of=as_of)
        }

    def apart() -> dict[str, Any]:
        return {name: queries.figures(names=[name], as_of=as_of)[0].value for name in names}

    with acting(who):
        receipts = {name: _timed(way, rounds=rounds) for name, way in
                    (("together", together), ("apart", apart))}  # fmt: skip
        assert receipts["together"][1] == receipts["apart"][1]
        kept = list(FigureReceipt.objects.all())
        verifying, verdicts = _timed(lambda: verify(kept), rounds=1)
    assert all(each.difference is None for each in verdicts)
    took, peer = receipts["together"][0], receipts["apart"][0]
    return {
        "records": scale,
        "figures": len(names),
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "figures_s": round(took, 2),
        "goal_figures_s": GOAL_FIGURES_S,
        "one_by_one_s": round(peer, 2),
        "ratio": round(took / peer, 2),
        "receipts_verified": len(kept),
        "verify_s": round(verifying, 2),
        "goal_verify_s": GOAL_VERIFY_S,
    }


def _timed(way: Callable[[], Any], *, rounds: int) -> tuple[float, Any]:
    """The median in seconds, and what the last round gave."""
    taken, found = [], None
    for _ in range(rounds):
        began = time.perf_counter()
        found = way()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken), found


if __name__ == "__main__":
    main()
