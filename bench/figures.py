"""All figures with receipts at 100,000 records, beside two plainer ways to the same values.

    ./run bench figures [--records N] [--rounds N]

Peers, in the same run on the same data, values compared:

- `orm`: Django's own aggregates over core.versions.as_of(), one query per figure. It gives the
  value only: no breakdown, no record set, no hash, nothing that reproduces it.
- `python`: the rows as of the moment fetched once and counted in Python; values only as well.
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
DATABASE = "vijfluik_bench_figures"
ENTERED = dt.datetime(2019, 1, 5, tzinfo=dt.UTC)
AS_OF = dt.datetime(2019, 4, 15, 21, 59, 59, 999999, tzinfo=dt.UTC)
AUDIENCES = ("municipality", "police", "youth_work", "youth_care", "mental_health", "custody")
# Provider, kind, year and share of the records; the rest is other work that no figure counts.
SHARES = (
    ("ror", "training", 2017, 0.27),
    ("ror", "training", 2018, 0.24),
    ("ror", "training", 2019, 0.23),
    ("jep", "meeting", 2018, 0.03),
    ("ssv", "training", 2018, 0.03),
    ("ssv", "training", 2017, 0.10),
    ("jep", "meeting", 2017, 0.10),
)

Values = dict[str, Any]


def main() -> None:
    """Make the data, run the three ways in turn and print what they took."""
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
    from vijfluik.accountability.figures.actions import issue
    from vijfluik.accountability.figures.library import library
    from vijfluik.core.partners.acting import Acting, acting
    from vijfluik.core.partners.models import Place, Professional, Purpose
    from vijfluik.core.partners.queries import actor_for
    from vijfluik.core.versions.demonstration import mark_demonstration
    from vijfluik.core.versions.loading import load_history
    from vijfluik.programme.trainings.models import Training

    mark_demonstration(invented=["partners_mandate"])
    places = Place.objects.using("owner").filter(kind="municipality").values_list("pk", flat=True)
    versions = load_history(Training, _lives(records, places=list(places)))
    person = Professional.objects.using("owner").get(username="noor")
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")
    # A figure whose definition changed is another one as of the next moment; the peers have nine.
    counted = [
        name
        for name, (*before, last) in library().items()
        if last.query.source == "trainings" and not before
    ]
    moments = iter(AS_OF + dt.timedelta(seconds=second) for second in range(rounds + 1))

    def receipts() -> Values:
        # A moment of its own each time: every receipt is new and has to be written.
        with acting(who):
            issued = issue(figures=counted, as_of=next(moments))
        return {each.figure.definition.id: each.figure.value for each in issued}

    def orm() -> Values:
        with acting(who), acting(who, using="report"):
            return _by_orm()

    def python() -> Values:
        with acting(who), acting(who, using="report"):
            return _in_python()

    ways: dict[str, Callable[[], Values]] = {"receipts": receipts, "orm": orm, "python": python}
    answers = {name: way() for name, way in ways.items()}
    assert answers["receipts"] == answers["orm"] == answers["python"], answers
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - started) * 1000)
    median = {name: round(statistics.median(taken), 1) for name, taken in times.items()}
    result = {
        "records": records,
        "versions": versions,
        "figures": len(answers["receipts"]),
        "rounds": rounds,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "median_ms": median,
        "slowest_ms": {name: round(max(taken), 1) for name, taken in times.items()},
        "ratio_receipts_to_orm": round(median["receipts"] / median["orm"], 2),
        "ratio_receipts_to_python": round(median["receipts"] / median["python"], 2),
        "values": answers["receipts"],
    }
    print(json.dumps(result, indent=1))


def _lives(records: int, *, places: list[int]) -> Iterator["PastVersion"]:
    """45 % of the records corrected once or twice, as in the study of the as-of query."""
    from vijfluik.core.versions.loading import PastVersion

    chance = random.Random(2019)
    for number in range(records):
        values = _values(chance, number=number, records=records, places=places)
        moments = [ENTERED + dt.timedelta(seconds=number % 3600)]
        for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 1, 2))):
            moments.append(moments[-1] + dt.timedelta(days=chance.randrange(1, 60)))
        for since, until in zip(moments, [*moments[1:], None], strict=True):
            yield PastVersion(values=dict(values), tx_from=since, tx_to=until)
            values["participants"] = chance.randrange(15, 30)


def _values(
    chance: random.Random, *, number: int, records: int, places: list[int]
) -> dict[str, object]:
    provider, kind, year = _share(number / records)
    day = dt.date(year, 1, 1) + dt.timedelta(days=chance.randrange(365))
    requested = year == 2019
    audience = chance.sample(AUDIENCES, chance.randrange(1, 4))
    if provider == "ssv":
        audience = ["teachers", *audience[:1]]
    return {
        "key": uuid.UUID(int=chance.getrandbits(128), version=4),
        "provider_id": provider,
        "reference": f"{number:08d}",
        "kind": kind,
        "title": "Signalen herkennen en bespreken",
        "state": chance.choice(("requested", "planned", "cancelled")) if requested else "held",
        "requested_on": day - dt.timedelta(days=60),
        "wanted_on": day,
        "planned_on": day,
        "held_on": None if requested else day,
        "place_id": chance.choice(places),
        "audience": audience,
        "participants": None if requested else chance.randrange(15, 30),
        "participants_primary": 4 if provider == "ssv" else None,
        "participants_secondary": 5 if provider == "ssv" else None,
        "participants_vocational": 6 if provider == "ssv" else None,
    }


def _share(position: float) -> tuple[str, str, int]:
    for provider, kind, year, share in SHARES:
        if position < share:
            return provider, kind, year
        position -= share
    return SHARES[0][0], SHARES[0][1], SHARES[0][2]


def _by_orm() -> Values:
    from django.db.models import Count, F, Sum
    from django.db.models.functions import Coalesce

    from vijfluik.core.versions.history import as_of
    from vijfluik.programme.trainings.models import Training

    rows = as_of(Training, moment=AS_OF, using="report")
    held = rows.filter(state="held")
    ror = held.filter(provider_id="ror", kind="training")
    jep = held.filter(provider_id="jep", kind="meeting", held_on__year=2018)
    ssv = held.filter(
        provider_id="ssv", kind="training", held_on__year=2018, audience__overlap=["teachers"]
    )
    sectors = (
        Coalesce(F("participants_primary"), 0)
        + Coalesce(F("participants_secondary"), 0)
        + Coalesce(F("participants_vocational"), 0)
    )
    asked = rows.filter(
        provider_id="ror",
        kind="training",
        wanted_on__year=2019,
        state__in=["requested", "planned", "held", "cancelled"],
    )
    count, total = {"n": Count("vid")}, {"n": Sum("participants")}
    return {
        "ror-trainings-2017": ror.filter(held_on__year=2017).aggregate(**count)["n"],
        "ror-participants-2017": ror.filter(held_on__year=2017).aggregate(**total)["n"],
        "ror-trainings-2018": ror.filter(held_on__year=2018).aggregate(**count)["n"],
        "ror-participants-2018": ror.filter(held_on__year=2018).aggregate(**total)["n"],
        "ror-trainings-requested-2019": asked.aggregate(**count)["n"],
        "jep-meetings-2018": jep.aggregate(**count)["n"],
        "jep-professionals-reached-2018": jep.aggregate(**total)["n"],
        "ssv-teacher-trainings-2018": ssv.aggregate(**count)["n"],
        "ssv-participants-2018": ssv.aggregate(n=Sum(sectors))["n"],
    }


def _in_python() -> Values:
    from vijfluik.core.versions.history import as_of
    from vijfluik.programme.trainings.models import Training

    rows = as_of(Training, moment=AS_OF, using="report").values_list(
        "provider_id",
        "kind",
        "state",
        "held_on",
        "wanted_on",
        "audience",
        "participants",
        "participants_primary",
        "participants_secondary",
        "participants_vocational",
    )
    counts: dict[str, int] = {}
    sums: dict[str, int | None] = {}
    for provider, kind, state, held, wanted, audience, people, *sectors in rows.iterator():
        name = (provider, kind)
        year = held.year if held and state == "held" else 0
        if name == ("ror", "training") and year in (2017, 2018):
            _add(counts, sums, f"ror-trainings-{year}", f"ror-participants-{year}", people)
        if name == ("jep", "meeting") and year == 2018:
            _add(counts, sums, "jep-meetings-2018", "jep-professionals-reached-2018", people)
        if name == ("ssv", "training") and year == 2018 and "teachers" in audience:
            amount = sum(sector or 0 for sector in sectors)
            _add(counts, sums, "ssv-teacher-trainings-2018", "ssv-participants-2018", amount)
        if name == ("ror", "training") and wanted.year == 2019 and state != "withdrawn":
            _add(counts, sums, "ror-trainings-requested-2019", "", 0)
    sums.pop("", None)
    return counts | sums


def _add(
    counts: dict[str, int], sums: dict[str, int | None], counted: str, summed: str, amount: int
) -> None:
    counts[counted] = counts.get(counted, 0) + 1
    sums[summed] = (sums.get(summed) or 0) + amount


if __name__ == "__main__":
    main()
