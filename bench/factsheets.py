"""Sheets of 342 municipalities, from records to files, beside one sheet after the other.

    ./run bench factsheets [--municipalities N] [--records N]

Goal: 342 sheets, PDF and web page each, at most 60 s. The records are trainings over all
municipalities, so that most of them have small numbers to hide. Peer, in the same run: `one`, the
same documents written by one process (extrapolated from 20 of them).
"""

import argparse
import datetime as dt
import json
import os
import random
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vijfluik.core.versions.loading import PastVersion

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "vijfluik_bench_factsheets"
ENTERED = dt.datetime(2019, 1, 5, tzinfo=dt.UTC)
AS_OF = dt.datetime(2019, 4, 15, 21, 59, 59, 999999, tzinfo=dt.UTC)
SITE = "https://vijfluik.test"
SAMPLE = 20
# Provider, kind and year of what figures about places count.
KINDS = (
    ("ror", "training", 2017),
    ("ror", "training", 2018),
    ("jep", "meeting", 2018),
    ("ssv", "training", 2018),
)


def main() -> None:
    """Make the data, write the sheets and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--municipalities", type=int, default=342)
    parser.add_argument("--records", type=int, default=8_000)
    chosen = parser.parse_args()
    os.environ.setdefault("VIJFLUIK_ROOT", str(ROOT))
    sys.path.insert(0, str(ROOT / "src"))
    from vijfluik.cli.scratch import scratch_database

    with scratch_database(DATABASE):
        _measure(municipalities=chosen.municipalities, records=chosen.records)


def _measure(*, municipalities: int, records: int) -> None:
    from vijfluik.accountability.factsheets.actions import make_sheets
    from vijfluik.accountability.factsheets.writing import Work, write_all, write_one
    from vijfluik.core.documents.structure import Language
    from vijfluik.core.partners.acting import Acting, acting
    from vijfluik.core.partners.models import Place, Professional, Purpose
    from vijfluik.core.partners.queries import actor_for
    from vijfluik.core.versions.demonstration import mark_demonstration
    from vijfluik.core.versions.loading import load_history
    from vijfluik.programme.trainings.models import Training

    mark_demonstration(invented=["partners_mandate"])
    living = Place.objects.using("owner").filter(kind="municipality", valid_until=None)
    Place.objects.using("owner").bulk_create(
        Place(
            code=f"GM{7000 + number}",
            kind="municipality",
            name=f"Gemeente {number:03}",
            valid_from=dt.date(1994, 1, 1),
        )
        for number in range(municipalities - living.count())
    )
    places = list(living.values_list("pk", flat=True))
    load_history(Training, _past(records, places=places))
    person = Professional.objects.using("owner").get(username="noor")
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")
    begun = time.perf_counter()
    with acting(who):
        sheets, found = make_sheets(as_of=AS_OF, language=Language.DUTCH, demonstration=True)
    computed = time.perf_counter() - begun
    works = [Work(stem=each.code, document=sheets.document(each)) for each in found]
    composed = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        written = list(write_all(works, folder=Path(folder), base_url=SITE))
    whole = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        alone = time.perf_counter()
        for work in works[:SAMPLE]:
            write_one(work, folder=Path(folder), base_url=SITE)
        alone = (time.perf_counter() - alone) / len(works[:SAMPLE]) * len(works)
    hidden = sum(cell.hidden is not None for line in sheets.lines for cell in line.cells.values())
    result = {
        "sheets": len(written),
        "records": records,
        "figures": len(sheets.lines),
        "hidden_cells": hidden,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "figures_and_disclosure_s": round(computed, 1),
        "documents_s": round(composed - computed, 1),
        "writing_s": round(whole - composed, 1),
        "whole_s": round(whole, 1),
        "goal_s": 60,
        "ratio_one_to_writing": round(alone / (whole - composed), 2),
    }
    print(json.dumps(result, indent=1))


def _past(records: int, *, places: list[int]) -> Iterator["PastVersion"]:
    """Trainings over all municipalities, unevenly: half of them in a tenth of the places."""
    from vijfluik.core.versions.loading import PastVersion

    chance = random.Random(342)
    large = places[: max(1, len(places) // 10)]
    for number in range(records):
        provider, kind, year = chance.choice(KINDS)
        day = dt.date(year, 1, 1) + dt.timedelta(days=chance.randrange(365))
        values = {
            "key": uuid.UUID(int=chance.getrandbits(128), version=4),
            "provider_id": provider,
            "reference": f"{number:08d}",
            "kind": kind,
            "title": "Signalen herkennen en bespreken",
            "state": "held",
            "requested_on": dt.date(2016, 12, 1),
            "wanted_on": day,
            "planned_on": day,
            "held_on": day,
            "place_id": chance.choice(large if chance.random() < 0.5 else places),
            "audience": ["teachers"] if provider == "ssv" else ["municipality"],
            "participants": chance.randrange(5, 30),
        }
        yield PastVersion(values=values, tx_from=ENTERED, tx_to=None)


if __name__ == "__main__":
    main()
