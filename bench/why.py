"""Why a figure over 100,000 records changed, beside a plain way to the same parts.

    ./run bench why [--records N] [--rounds N]

Half of the records came, were corrected, changed their state or were withdrawn between the two
moments. The peer, in the same run on the same data, its parts compared: `python`, the rows as of
both moments fetched by Django and told apart in Python, as one would write it first.
"""

import argparse
import datetime as dt
import json
import os
import random
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vijfluik.core.versions.loading import PastVersion

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "vijfluik_bench_why"
FIGURE = "ror-participants-2018"
ENTERED = dt.datetime(2019, 1, 5, tzinfo=dt.UTC)
SINCE = dt.datetime(2019, 2, 1, tzinfo=dt.UTC)
CHANGED = dt.datetime(2019, 2, 20, tzinfo=dt.UTC)
UNTIL = dt.datetime(2019, 4, 15, tzinfo=dt.UTC)
FIELDS = ("key", "provider_id", "kind", "state", "held_on", "participants")

Parts = dict[str, tuple[int, int]]


def main() -> None:
    """Make the data, run both ways in turn and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    os.environ.setdefault("VIJFLUIK_ROOT", str(ROOT))
    sys.path.insert(0, str(ROOT / "src"))
    from vijfluik.cli.scratch import scratch_database

    with scratch_database(DATABASE):
        _measure(records=chosen.records, rounds=chosen.rounds)


def _measure(*, records: int, rounds: int) -> None:
    from vijfluik.accountability.explaining.why import why
    from vijfluik.core.partners.acting import Acting, acting
    from vijfluik.core.partners.models import Professional, Purpose
    from vijfluik.core.partners.queries import actor_for
    from vijfluik.core.versions.demonstration import mark_demonstration
    from vijfluik.core.versions.loading import load_history
    from vijfluik.programme.trainings.models import Training

    mark_demonstration(invented=["partners_mandate"])
    versions = load_history(Training, _lives(records))
    person = Professional.objects.using("owner").get(username="noor")
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")

    def explained() -> Parts:
        with acting(who):
            found = why(FIGURE, before=SINCE, after=UNTIL)
        return {str(part.cause): (part.records, int(part.amount or 0)) for part in found.parts}

    def python() -> Parts:
        with acting(who), acting(who, using="report"):
            return _in_python()

    ways: dict[str, Callable[[], Parts]] = {"why": explained, "python": python}
    answers = {name: way() for name, way in ways.items()}
    assert answers["why"] == answers["python"], answers
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - started) * 1000)
    others = _others(who, rounds=rounds)
    median = {name: round(statistics.median(taken), 1) for name, taken in times.items()}
    result = {
        "records": records,
        "versions": versions,
        "rounds": rounds,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "median_ms": median,
        "slowest_ms": {name: round(max(taken), 1) for name, taken in times.items()},
        "ratio_why_to_python": round(median["why"] / median["python"], 2),
        "median_ms_of_other_kinds": others,
        "parts": answers["why"],
    }
    print(json.dumps(result, indent=1))


def _others(who: Any, *, rounds: int) -> dict[str, float]:
    """What the other sorts of measure take over the same records; they have no peer here."""
    from vijfluik.accountability.explaining.why import explain
    from vijfluik.accountability.figures.definition import definition_from
    from vijfluik.accountability.figures.library import library
    from vijfluik.core.partners.acting import acting

    first = library()[FIGURE][0].data()
    query = {
        name: value
        for name, value in dict(first["query"]).items()  # type: ignore[call-overload]
        if name not in {"over_time", "over_place", "dimensions"}
    }
    part = [{"column": "audience", "overlaps": ["police"]}]
    asked = [{"column": "state", "one_of": ["held", "cancelled"]}, *query["filters"][:2]]
    kinds: dict[str, tuple[str, dict[str, Any]]] = {
        "count": ("flow", {"measure": {"count": "records"}}),
        "ratio": ("ratio", {"measure": {"ratio": {"part": part}}}),
        "different things": ("flow", {"measure": {"distinct": ["reference"]}}),
    }
    found = {
        name: definition_from(
            {**first, "kind": kind, "query": query | changes, "hedge": "exact"}, place=name
        )
        for name, (kind, changes) in kinds.items()
    }
    pairs = {name: (each, each) for name, each in found.items()}
    wider = {
        **found["count"].data(),
        "version": 2,
        "query": query | {"measure": {"count": "records"}, "event": "wanted_on", "filters": asked},
    }
    pairs["count, redefined"] = (found["count"], definition_from(wider, place="redefined"))
    times: dict[str, list[float]] = {name: [] for name in pairs}
    for _ in range(rounds):
        for name, (before, after) in pairs.items():
            started = time.perf_counter()
            with acting(who):
                explain(before, after, before=SINCE, after=UNTIL)
            times[name].append((time.perf_counter() - started) * 1000)
    return {name: round(statistics.median(taken), 1) for name, taken in times.items()}


def _lives(records: int) -> Iterator["PastVersion"]:
    """Records that the figure counts: half of them the same at both moments, half changed."""
    from vijfluik.core.versions.loading import PastVersion

    chance = random.Random(2018)
    for number in range(records):
        values: dict[str, Any] = _values(chance, number=number)
        change = chance.choice(("", "", "", "", "", "late", "better", "better", "state", "gone"))
        if change == "late":
            yield PastVersion(values=values, tx_from=CHANGED, tx_to=None)
            continue
        after = {
            "": values,
            "better": values | {"participants": chance.randrange(15, 30)},
            "state": values | {"state": "cancelled", "held_on": None, "participants": None},
            "gone": values | {"state": "withdrawn"},
        }[change]
        if not change:
            yield PastVersion(values=values, tx_from=ENTERED, tx_to=None)
            continue
        yield PastVersion(values=values, tx_from=ENTERED, tx_to=CHANGED)
        yield PastVersion(values=after, tx_from=CHANGED, tx_to=None)


def _values(chance: random.Random, *, number: int) -> dict[str, Any]:
    day = dt.date(2018, 1, 1) + dt.timedelta(days=chance.randrange(365))
    return {
        "key": uuid.UUID(int=chance.getrandbits(128), version=4),
        "provider_id": "ror",
        "reference": f"{number:08d}",
        "kind": "training",
        "title": "Signalen herkennen en bespreken",
        "state": "held",
        "requested_on": day - dt.timedelta(days=60),
        "wanted_on": day,
        "planned_on": day,
        "held_on": day,
        "audience": ["police"],
        "participants": chance.randrange(15, 30),
    }


def _in_python() -> Parts:
    from vijfluik.core.versions.history import as_of
    from vijfluik.programme.trainings.models import Training

    then, now = (
        {
            row[0]: row[1:]
            for row in as_of(Training, moment=each, using="report").values_list(*FIELDS)
        }
        for each in (SINCE, UNTIL)
    )
    parts: Parts = {}
    for key in then.keys() | now.keys():
        was, is_now = then.get(key), now.get(key)
        before, after = _brought(was), _brought(is_now)
        if before == after:
            continue
        cause = "corrected"
        if was is None:
            cause = "new"
        elif is_now is None or is_now[2] == "withdrawn":
            cause = "withdrawn"
        elif (before is None) is not (after is None) and was[2] != is_now[2]:
            cause = "state"
        records, amount = parts.get(cause, (0, 0))
        parts[cause] = (records + 1, amount + (after or 0) - (before or 0))
    return parts


def _brought(row: Any) -> int | None:
    """What a row brings into the figure; None when it does not count."""
    if row is None:
        return None
    provider, kind, state, held, people = row
    counts = (provider, kind, state) == ("ror", "training", "held") and held.year == 2018
    return int(people) if counts else None


if __name__ == "__main__":
    main()
