"""What a question as of a moment costs beside the same question to the table of now.

    ./run bench as_of [--records 1000000] [--rounds 9]

A table like that of the trainings, with more than two versions to a record, is loaded through
core.versions.load_history(); its versions hold in their indexes what is counted (`ddl.cover`), as
those of the trainings do. Then, round after round and query after query in turn, the aggregate over
the business table and over the version table as of several moments; medians in ms. The goal is
judged against the table as it is; a second ratio stands beside it, against the table when it has
such an index too. At last what versions cost when rows are written. Uses the embedded server, or
the one whose administrator's address stands in VIJFLUIK_TEST_SERVER; the database is removed
afterwards.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "vijfluik_bench_as_of"
LIMIT = 1.3
START = dt.datetime(2017, 1, 1, tzinfo=dt.UTC)
SPAN = dt.timedelta(days=3 * 365)
MOMENTS = {"now": 1.0, "a month ago": 35 / 36, "a year ago": 2 / 3, "half-way": 1 / 2}
COLUMNS = """
  key uuid PRIMARY KEY, provider_id integer NOT NULL, reference varchar(40) NOT NULL,
  kind varchar(20) NOT NULL, title varchar(200) NOT NULL, state varchar(20) NOT NULL,
  requester varchar(200) NOT NULL, wanted_on date NOT NULL, held_on date, place_id integer,
  audience varchar(30)[] NOT NULL, participants integer, rating numeric(3, 1)
"""
NAMES = (
    *("key", "provider_id", "reference", "kind", "title", "state", "requester", "wanted_on"),
    *("held_on", "place_id", "audience", "participants", "rating"),
)
AGGREGATE = (
    "SELECT place_id, count(*), sum(participants) FROM {table}"
    " WHERE {at}state = 'held'{year} GROUP BY place_id ORDER BY place_id"
)
COUNTED = ("state", "held_on", "place_id", "participants")
YEARS = {
    "all years": "",
    "held in 2018": " AND held_on >= '2018-01-01' AND held_on < '2019-01-01'",
}
Maker = Callable[..., Any]


def prepare() -> None:
    """An empty migrated database and Django pointed at it."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    from vijfluik.cli import test_database

    test_database.prepare()
    test_database.fresh_copy(name=DATABASE)
    import django

    django.setup()
    from django.db import connections

    for alias in connections.settings:
        connections[alias].settings_dict["NAME"] = DATABASE


def remove() -> None:
    from django.db import connections

    from vijfluik.cli import test_database

    connections.close_all()
    test_database.drop(name=DATABASE)


def execute(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return list(cursor.fetchall()) if cursor.description else []


def make_tables() -> Any:
    """The versioned table, an equal one without versions, and a model of the first."""
    from django.apps.registry import Apps
    from django.contrib.postgres.fields import ArrayField
    from django.db import models

    from vijfluik.core.versions import ddl

    execute(f"CREATE TABLE bench_training ({COLUMNS}); CREATE TABLE bench_plain ({COLUMNS})")
    for name in ("bench_training", "bench_plain"):
        execute(f"CREATE INDEX ON {name} (wanted_on, key)")
    from django.db import connections, transaction

    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        ddl.attach(cursor, name="bench_training")
        ddl.cover(cursor, name="bench_training", columns=COUNTED)
    text, number = models.TextField, models.IntegerField
    kinds: dict[str, Any] = {
        name: text() for name in ("reference", "kind", "title", "state", "requester")
    }
    kinds |= {name: number(null=True) for name in ("provider_id", "place_id", "participants")}
    kinds |= {
        "key": models.UUIDField(primary_key=True),
        "wanted_on": models.DateField(),
        "held_on": models.DateField(null=True),
        "audience": ArrayField(models.TextField()),
        "rating": models.DecimalField(max_digits=3, decimal_places=1, null=True),
    }
    meta = type("Meta", (), {"app_label": "partners", "apps": Apps(), "db_table": "bench_training"})
    return type("Training", (models.Model,), {"__module__": __name__, "Meta": meta, **kinds})


def history(records: int, past_version: Maker) -> Iterator[Any]:
    """Versions: 45 % of the records corrected one to four times, 4 % of those deleted."""
    chance = random.Random(20190415)
    actor = uuid.UUID(int=chance.getrandbits(128))
    for number in range(records):
        begin = START + SPAN * (number / records)
        changes = chance.randint(1, 4) if chance.random() < 0.45 else 0
        deleted = changes > 0 and chance.random() < 0.04
        moments = sorted(begin + (START + SPAN - begin) * chance.random() for _ in range(changes))
        starts = [begin, *moments]
        values = row(number, begin=begin, chance=chance)
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            gone = deleted and end is None
            yield past_version(
                values=dict(values),
                tx_from=start,
                tx_to=None if gone else end,
                deletion=gone,
                actor=actor,
                purpose="programme",
                reason="" if start == begin else "correctie",
            )
            values["participants"] = chance.randint(4, 40)


def row(number: int, *, begin: dt.datetime, chance: random.Random) -> dict[str, object]:
    """The values of one record."""
    return {
        "key": uuid.UUID(int=chance.getrandbits(128)),
        "provider_id": number % 3,
        "reference": f"R-{number:08d}",
        "kind": "training",
        "title": f"Omgaan met signalen in de wijk, groep {number % 5000}",
        "state": "held" if number % 10 else "cancelled",
        "requester": f"Gemeente {number % 342}",
        "wanted_on": begin.date(),
        "held_on": begin.date() + dt.timedelta(days=number % 60),
        "place_id": number % 342,
        "audience": ["municipality", "police"],
        "participants": chance.randint(4, 40),
        "rating": None,
    }


def timed(statement: str, *parameters: object) -> tuple[float, list[tuple[Any, ...]]]:
    began = time.perf_counter()
    rows = execute(statement, *parameters)
    return (time.perf_counter() - began) * 1000, rows


def measure_reading(rounds: int) -> float:
    """Print the table of questions; returns the worst ratio of all of them to the table."""
    questions = {}
    for year, condition in YEARS.items():
        questions[year, "table"] = AGGREGATE.format(table="bench_training", year=condition, at="")
        for name, share in MOMENTS.items():
            moment = START + SPAN * share
            at = f"tx_from <= '{moment}' AND tx_to > '{moment}' AND "
            questions[year, name] = AGGREGATE.format(
                table="bench_training_version", year=condition, at=at
            )
    took: dict[tuple[str, str], list[float]] = {key: [] for key in questions}
    answers = {}
    for _ in range(rounds):
        for key, statement in questions.items():
            spent, answers[key] = timed(statement)
            took[key].append(spent)
    peers = {year: questions[year, "table"] for year in YEARS}
    indexed = measure_indexed(peers, rounds=rounds)
    print(f"{'aggregate':<14}{'as of':<14}{'rows':>10}{'ms':>9}{'ratio':>8}{'to indexed':>12}")
    worst = 0.0
    for (year, name), times in took.items():
        median = statistics.median(times)
        ratio = median / statistics.median(took[year, "table"])
        counted = sum(line[1] for line in answers[year, name])
        beside = median / indexed[year]
        print(f"{year:<14}{name:<14}{counted:>10}{median:>9.1f}{ratio:>8.2f}{beside:>12.2f}")
        worst = max(worst, 0.0 if name == "table" else ratio)
    for year in YEARS:
        assert answers[year, "now"] == answers[year, "table"], "as of now is what the table says"
    return worst


def measure_indexed(peers: dict[str, str], *, rounds: int) -> dict[str, float]:
    """The median of each question to the table when it has an index like that of its versions."""
    state, *others = COUNTED
    execute(f"CREATE INDEX bench_peer ON bench_training ({state}) INCLUDE ({', '.join(others)})")
    execute("VACUUM ANALYZE bench_training")
    took: dict[str, list[float]] = {year: [] for year in peers}
    for _ in range(rounds):
        for year, statement in peers.items():
            took[year].append(timed(statement)[0])
    execute("DROP INDEX bench_peer")
    return {year: statistics.median(times) for year, times in took.items()}


def measure_writing(rows: int) -> None:
    """Print what versions cost when rows are written, in bulk and one by one."""
    from django.db import connections, transaction

    print(f"\n{'writing':<34}{'plain':>10}{'versions':>10}{'ratio':>8}")
    names = ", ".join(NAMES)
    fresh = names.replace("key", "gen_random_uuid()", 1)
    execute(f"INSERT INTO bench_plain SELECT {names} FROM bench_training")
    execute("VACUUM ANALYZE bench_plain")
    keys = [found[0] for found in execute(f"SELECT key FROM bench_plain LIMIT {2 * rows}")]
    kinds = {
        f"insert {rows} rows in bulk (s)": (
            f"INSERT INTO {{0}} ({names}) SELECT {fresh} FROM bench_plain LIMIT {rows}", None, 1e3,
        ),
        f"update {rows} rows in bulk (s)": (
            "UPDATE {0} SET participants = participants + 1 WHERE key = ANY (%s)", keys[:rows], 1e3,
        ),
        "insert one row (ms)": (
            f"INSERT INTO {{0}} ({names}) SELECT {fresh} FROM bench_plain"
            " WHERE key = %s",
            "each",
            1,
        ),
        "update one row (ms)": (
            "UPDATE {0} SET participants = participants + 1 WHERE key = %s", "each", 1,
        ),
    }  # fmt: skip
    for kind, (statement, parameter, unit) in kinds.items():
        times = {}
        for name in ("bench_plain", "bench_training"):
            if parameter == "each":
                chosen = keys[rows : rows + 2000]
                with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
                    began = time.perf_counter()
                    for key in chosen:
                        cursor.execute(statement.format(name), [key])
                    times[name] = (time.perf_counter() - began) * 1000 / len(chosen)
            else:
                parameters = () if parameter is None else (parameter,)
                times[name] = timed(statement.format(name), *parameters)[0] / unit
        plain, versioned = times["bench_plain"], times["bench_training"]
        print(f"{kind:<34}{plain:>10.3f}{versioned:>10.3f}{versioned / plain:>8.1f}")


def main() -> int:
    """Load, measure, print; 1 when a question costs more than the limit."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--writes", type=int, default=100_000)
    chosen = parser.parse_args()
    prepare()
    from vijfluik.core.versions.demonstration import mark_demonstration
    from vijfluik.core.versions.loading import PastVersion, load_history

    try:
        model = make_tables()
        mark_demonstration(invented=["partners_mandate"])
        began = time.perf_counter()
        count = load_history(model, history(chosen.records, PastVersion))
        print(
            f"{chosen.records} records with {count} versions"
            f" loaded in {time.perf_counter() - began:.1f} s"
        )
        for name in ("bench_training", "bench_training_version"):
            execute(f"VACUUM ANALYZE {name}")
        sizes = execute(
            "SELECT relname, pg_size_pretty(pg_table_size(oid)),"
            " pg_size_pretty(pg_indexes_size(oid))"
            " FROM pg_class WHERE relkind = 'r' AND relname LIKE 'bench_training%' ORDER BY 1"
        )
        print("\n".join(f"  {name}: {table}, indexes {index}" for name, table, index in sizes))
        ratio = measure_reading(chosen.rounds)
        measure_writing(min(chosen.writes, chosen.records // 2))
    finally:
        remove()
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
