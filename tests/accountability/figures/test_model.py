"""Random lives of records, counted by a plain model in Python, at random moments."""

import datetime as dt
import random
from collections.abc import Callable, Iterable

from tests.accountability.figures.conftest import JANUARY, life, training

from vijfluik.core.facts.periods import AMSTERDAM

Record = dict[str, object]
Life = list[tuple[dt.datetime, Record]]
SECTORS = ("participants_primary", "participants_secondary", "participants_vocational")


def random_life(chance: random.Random) -> Life:
    """A record with up to five versions, days around the edges of the years."""
    steps: Life = []
    moment = JANUARY + dt.timedelta(seconds=chance.randrange(10_000_000))
    record = training()
    for _ in range(chance.randrange(1, 6)):
        record = record | random_change(chance)
        steps.append((moment, record))
        moment += dt.timedelta(microseconds=chance.randrange(1, 10**13))
    return steps


def random_change(chance: random.Random) -> Record:
    """Values of any kind; constraints of the table hold."""
    edges = [dt.date(year, 1, 1) for year in (2017, 2018, 2019, 2020)]
    held = chance.choice(edges) - dt.timedelta(days=chance.randrange(3))
    sectors = {name: chance.choice((None, 1, 2)) for name in SECTORS}
    return {
        "provider_id": chance.choice(("ror", "ror", "jep", "ssv")),
        "kind": chance.choice(("training", "training", "meeting", "conference")),
        "state": chance.choice(("held", "held", "held", "requested", "cancelled", "withdrawn")),
        "held_on": held,
        "wanted_on": held + dt.timedelta(days=chance.randrange(3)),
        "audience": chance.sample(("teachers", "police", "other"), chance.randrange(3)),
        "participants": chance.randrange(6, 40),
        **sectors,
    }


def known(lives: Iterable[Life], *, moment: dt.datetime) -> list[Record]:
    """The records as known at a moment."""
    found = []
    for steps in lives:
        versions = [record for since, record in steps if since <= moment]
        found += versions[-1:]
    return found


def counted(records: list[Record], *, moment: dt.datetime) -> dict[str, int | None]:
    """Every figure as of a moment, written out plainly."""

    def held(provider: str, kind: str, year: int) -> list[Record]:
        return [
            record
            for record in records
            if (record["provider_id"], record["kind"], record["state"]) == (provider, kind, "held")
            and record["held_on"].year == year  # type: ignore[attr-defined]
        ]

    def total(chosen: list[Record], *columns: str) -> int | None:
        stated = [record[name] for record in chosen for name in columns if record.get(name)]
        return sum(stated) if stated else None  # type: ignore[arg-type]

    asked = sum(
        (r["provider_id"], r["kind"]) == ("ror", "training")
        and r["state"] != "withdrawn"
        and r["wanted_on"].year == 2019  # type: ignore[attr-defined]
        for r in records
    )
    over = moment.astimezone(AMSTERDAM).year >= 2020
    teachers = [r for r in held("ssv", "training", 2018) if "teachers" in r["audience"]]  # type: ignore[operator]
    return {
        "jep-meetings-2018": len(held("jep", "meeting", 2018)),
        "jep-professionals-reached-2018": total(held("jep", "meeting", 2018), "participants"),
        "ror-participants-2017": total(held("ror", "training", 2017), "participants"),
        "ror-participants-2018": total(held("ror", "training", 2018), "participants"),
        "ror-trainings-2017": len(held("ror", "training", 2017)),
        "ror-trainings-2018": len(held("ror", "training", 2018)),
        "ror-trainings-2019": len(held("ror", "training", 2019)) if over else asked,
        "ror-trainings-requested-2019": asked,
        "ssv-participants-2018": total(teachers, *SECTORS),
        "ssv-teacher-trainings-2018": len(teachers),
    }


def test_figures_agree_with_a_plain_model_at_every_moment(
    past: Callable[..., None], values: Callable[[dt.datetime], dict[str, int | None]]
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    lives = [random_life(chance) for _ in range(400)]
    past(*(life(*steps) for steps in lives))
    moments = [since for steps in lives for since, _ in steps]
    for moment in chance.sample(moments, 12):
        for edge in (moment, moment - dt.timedelta(microseconds=1)):
            assert values(edge) == counted(known(lives, moment=edge), moment=edge), (seed, edge)
