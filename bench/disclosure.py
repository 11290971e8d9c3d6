"""Deciding and auditing what is hidden: the demonstration report, and grids of growing size.

    ./run demo --no-serve && ./run bench disclosure [--rounds N]
    ./run bench disclosure --grids [--places 20 100]

The report is that of the demonstration as of 15 April 2019; no pattern is kept. A grid is
municipalities × six groups with all totals, numbers drawn as in the study of the programme
(negative binomial, mean 8); `alone` is what could be worked out when only the small
numbers are hidden.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import datetime as dt

    from vijfluik.accountability.disclosure.parameters import Parameters

ROOT = Path(__file__).resolve().parents[1]
GROUPS = 6
MEAN = 8.0
Answer = TypeVar("Answer")


def main() -> None:
    """Print one line of JSON per measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--grids", action="store_true", help="also the grids")
    parser.add_argument("--places", type=int, nargs="*", default=[20, 100])
    chosen = parser.parse_args()
    os.environ.setdefault("VIJFLUIK_ROOT", str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    # The keeper of the embedded server is a process of its own, and looks there.
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    sys.path.insert(0, str(ROOT / "src"))
    if chosen.grids:
        for places in chosen.places:
            _grid(places)
        return
    from vijfluik.cli.server import use_database

    use_database()
    import django

    django.setup()
    _report(rounds=chosen.rounds)


def timed(act: Callable[[], Answer]) -> tuple[float, Answer]:
    """Milliseconds and answer."""
    begun = time.perf_counter()
    answer = act()
    return (time.perf_counter() - begun) * 1000, answer


def _report(*, rounds: int) -> None:
    from vijfluik.accountability.disclosure.stored import parameters_of
    from vijfluik.accountability.reports.library import DEFAULT
    from vijfluik.cli.acting import acting_as
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.versions.moments import parse_moment

    moment = parse_moment("2019-04-15")
    with acting(acting_as(name="noor")):
        parameters = parameters_of(moment)
        each = [_round(moment, parameters=parameters) for _ in range(rounds)]
    took = {name: round(statistics.median(one[0][name] for one in each), 1) for name in each[0][0]}
    _say(report=DEFAULT, **each[-1][1], median_ms=took)


def _round(
    moment: "dt.datetime", *, parameters: "Parameters"
) -> tuple[dict[str, float], dict[str, object]]:
    """What each step took, and what came of them."""
    from vijfluik.accountability.disclosure.audit import audit
    from vijfluik.accountability.disclosure.deciding import decide
    from vijfluik.accountability.disclosure.tables import tables_of
    from vijfluik.accountability.disclosure.weaving import weave
    from vijfluik.accountability.figures import queries
    from vijfluik.accountability.reports.library import DEFAULT, report_named

    limits, names = parameters.limits, report_named(DEFAULT).figures
    took: dict[str, float] = {}
    took["figures"], figures = timed(lambda: queries.figures(names=names, as_of=moment))
    took["tables"], tables = timed(lambda: tables_of(figures, parameters=parameters))
    took["weave"], woven = timed(lambda: weave(tables, exempt=frozenset(), earlier=()))
    network = woven.network
    took["decide"], decided = timed(lambda: decide(network, limits=limits))
    hidden = decided.primary | decided.secondary.keys()
    took["audit"], found = timed(
        lambda: audit(network, hidden=hidden, limits=limits, asked=decided.primary)
    )
    return took, {
        "tables": len(tables),
        "cells": len(network.hideable),
        "small": len(decided.primary),
        "protecting": len(decided.secondary),
        "withheld": len(decided.withheld),
        "exposed": len(decided.exposed),
        "audited": len(found),
    }


def _grid(places: int) -> None:
    from vijfluik.accountability.disclosure.audit import audit, exposed
    from vijfluik.accountability.disclosure.deciding import decide
    from vijfluik.accountability.disclosure.network import Adding, Limits, Network, Relation

    chance = random.Random(places)
    rows = [[_drawn(chance) for _ in range(GROUPS)] for _ in range(places)]
    values = {f"{at}/{of}": each for at, row in enumerate(rows) for of, each in enumerate(row)}
    cells = frozenset(values)
    relations = []
    for at, row in enumerate(rows):
        values[f"row {at}"] = sum(row)
        parts = tuple(f"{at}/{of}" for of in range(GROUPS))
        relations.append(Relation(total=f"row {at}", parts=parts, adding=Adding.EXACT))
    for of in range(GROUPS):
        parts = tuple(f"{at}/{of}" for at in range(places))
        values[f"column {of}"] = sum(values[each] for each in parts)
        relations.append(Relation(total=f"column {of}", parts=parts, adding=Adding.EXACT))
    network = Network(values=values, relations=tuple(relations), hideable=cells)
    limits = Limits(threshold=5, width=3)
    small = frozenset(each for each in cells if limits.small(values[each]))
    alone = audit(network, hidden=small, limits=limits, asked=small)
    deciding, decided = timed(lambda: decide(network, limits=limits))
    hidden = decided.primary | decided.secondary.keys()
    auditing, _ = timed(lambda: audit(network, hidden=hidden, limits=limits, asked=small))
    _say(
        grid=f"{places} x {GROUPS}",
        small=len(small),
        alone=len(exposed(alone, limits=limits)),
        protecting=len(decided.secondary),
        withheld=len(decided.withheld),
        exposed=len(decided.exposed),
        decide_ms=round(deciding),
        audit_ms=round(auditing),
    )


def _drawn(chance: random.Random) -> int:
    """A negative binomial number of mean 8 and shape 1.2, by a Poisson number of a gamma mean."""
    mean, drawn, total = chance.gammavariate(1.2, MEAN / 1.2), -1, 0.0
    while total < mean:
        drawn += 1
        total += chance.expovariate(1.0)
    return max(drawn, 0)


def _say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
