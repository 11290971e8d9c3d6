"""Invented reach: visits to the platform, pupils and schools of the module, downloads of guides."""

import calendar
import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.targets import Targets
from vijfluik.programme.publications.reach.register import REACH

SEED = 20190419
Keys = Mapping[str, uuid.UUID]


def load_reach(keys: Keys, *, targets: Targets, day: dt.date) -> int:
    """Write it, in the transaction that the caller opened.

    Args:
        keys: code → key of the publications that were counted.
        day: today.
    """
    chance = stream(SEED, "reach")
    lives = [
        *_visits(keys["jep-platform"], targets=targets, chance=chance),
        *_module(keys["module-digitale-weerbaarheid"], targets=targets, day=day, chance=chance),
        *_downloads(keys["handreiking-netwerken"], day=day, chance=chance),
    ]
    return load_lives(REACH, lives)


def parts(total: int, *, of: int, chance: Chance) -> list[int]:
    """A total in so many parts that add up to it."""
    cuts = sorted(chance.randint(0, total) for _ in range(of - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


def _visits(key: uuid.UUID, *, targets: Targets, chance: Chance) -> Iterator[Life]:
    """Each month of 2018; March was first told wrong and put right in January."""
    total = int(targets.rooms["jep-online-visits-2018"])
    for month, visits in enumerate(parts(total, of=12, chance=chance), start=1):
        last = dt.date(2018, month, calendar.monthrange(2018, month)[1])
        counted = last + dt.timedelta(days=9)
        life = _count(
            key, chance=chance, owner="jep", by="noor", on=last, reference=f"JEP-2018-{month:02}",
            subject=f"Bezoeken aan het platform, maand {month}", code="jep-platform",
            unit="visits", period_from=last.replace(day=1), period_until=last,
        )  # fmt: skip
        wrong = month == 3
        life.step(
            "measure", on=counted, measured_on=counted, method="server",
            realised=visits + 120 if wrong else visits,
        )  # fmt: skip
        if wrong:
            life.correct(
                known=dt.date(2019, 1, 15),
                reason="Bezoeken van de beheerders zelf telden mee.",
                realised=visits,
            )
        yield life


def _module(key: uuid.UUID, *, targets: Targets, day: dt.date, chance: Chance) -> Iterator[Life]:
    """What could be reached in a school year, and the schools that really took part."""
    potential = int(targets.rooms["module-pupils-per-year"])
    code = "module-digitale-weerbaarheid"
    yield _count(
        key, chance=chance, on=dt.date(2018, 9, 3), reference="MDW-2018-L", code=code,
        subject="Leerlingen per jaar, mbo en voortgezet onderwijs", unit="pupils",
        period_from=dt.date(2018, 8, 1), period_until=dt.date(day.year + 2, 7, 31),
        potential=potential, explanation="Wie bereikt kan worden; geteld zijn alleen scholen.",
    )  # fmt: skip
    schools = _count(
        key, chance=chance, on=dt.date(2018, 9, 3), reference="MDW-2018-S", code=code,
        subject="Scholen die de module gebruikten, schooljaar 2018–2019", unit="schools",
        period_from=dt.date(2018, 8, 1), period_until=dt.date(2019, 7, 31), potential=710,
    )  # fmt: skip
    counted = dt.date(2019, 9, 12)
    yield schools.step("measure", on=counted, measured_on=counted, realised=143, method="stated")


def _downloads(key: uuid.UUID, *, day: dt.date, chance: Chance) -> Iterator[Life]:
    """Two quarters of work at hand: one to be counted by tomorrow, one that is late."""
    for number, ended in enumerate((59, 66), start=1):
        until = day - dt.timedelta(days=ended)
        yield _count(
            key, chance=chance, owner="ess", by="jorrit", on=until - dt.timedelta(days=80),
            reference=f"{day.year}-D-{number}", subject=f"Downloads, periode {number}",
            code="handreiking-netwerken", unit="downloads", potential=900,
            period_from=until - dt.timedelta(days=89), period_until=until,
        )  # fmt: skip


def _count(
    key: uuid.UUID,
    *,
    chance: Chance,
    on: dt.date,
    owner: str = "nctv",
    by: str = "ilse",
    **values: Any,
) -> Life:
    return Life(REACH, owner=owner, by=by, chance=chance, on=on, publication=key, **values)
