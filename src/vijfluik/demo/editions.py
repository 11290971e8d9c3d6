"""Invented editions: of the threat assessment, of the strategy, and first ones of the guides."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from vijfluik.demo.chance import Chance, stream
from vijfluik.demo.histories import Life, load_lives
from vijfluik.demo.targets import Targets
from vijfluik.programme.publications.editions.register import EDITIONS

# When the edition that the report speaks of appeared.
THREAT_DAY = dt.date(2019, 2, 26)
SEED = 20190418
Keys = Mapping[str, uuid.UUID]


def load_editions(keys: Keys, *, targets: Targets, day: dt.date) -> int:
    """Write them, in the transaction that the caller opened.

    Args:
        keys: code → key of the publications that have them.
        day: today.
    """
    from vijfluik.demo.publications import facts

    chance = stream(SEED, "editions")
    lives = [
        *_threats(keys["dtn"], facts=facts()["threats"], targets=targets, day=day, chance=chance),
        *_strategies(keys["ct-strategie"], targets=targets, day=day, chance=chance),
    ]
    return load_lives(EDITIONS, lives)


def _threats(
    key: uuid.UUID, *, facts: Mapping[str, Any], targets: Targets, day: dt.date, chance: Chance
) -> Iterator[Life]:
    """Each edition follows the one before; the last one is still the one of the day."""
    number = int(targets.rooms["dtn-edition"])
    first = -min(facts["before"], number)
    last = (day - dt.timedelta(days=20) - THREAT_DAY).days // facts["every"]
    for at in range(first, last + 1):
        on = THREAT_DAY + dt.timedelta(days=at * facts["every"])
        life = _edition(
            key, chance=chance, on=on, number=number + at, title=f"DTN {number + at}",
            frame="threat", level=facts["levels"][(at - first) % len(facts["levels"])],
            themes=facts["themes"][(at - first) % len(facts["themes"])],
            reference=f"DTN-{number + at}",
        )  # fmt: skip
        if at < last:
            life.step("supersede", on=on + dt.timedelta(days=facts["every"]))
        yield life


def _strategies(
    key: uuid.UUID, *, targets: Targets, day: dt.date, chance: Chance
) -> Iterator[Life]:
    """The strategy of the report, the one before it, and those that followed without a gap."""
    start, end = targets.rooms["ct-strategy-term"]
    terms = [(dt.date(start.year - 5, 1, 1), start - dt.timedelta(days=1)), (start, end)]
    while terms[-1][1] < day:
        begins = terms[-1][1] + dt.timedelta(days=1)
        terms.append((begins, dt.date(begins.year + 4, 12, 31)))
    for number, (begins, ends) in enumerate(terms, start=1):
        life = _edition(
            key, chance=chance, on=min(begins, day - dt.timedelta(days=30)), number=number,
            title=f"Nationale CT-strategie {begins.year}–{ends.year}", frame="strategy",
            valid_from=begins, valid_until=ends, reference=f"CTS-{begins.year}",
        )  # fmt: skip
        if ends < day - dt.timedelta(days=3):
            life.step("supersede", on=ends + dt.timedelta(days=1))
        yield life


def _edition(key: uuid.UUID, *, chance: Chance, on: dt.date, reference: str, **values: Any) -> Life:
    begun = on - dt.timedelta(days=40)
    life = Life(
        EDITIONS, owner="nctv", by="ilse", chance=chance, on=begun, begun_on=begun,
        publication=key, reference=reference, **values,
    )  # fmt: skip
    return life.step("publish", on=on, published_on=on)
