"""The parts of every answer add up to the difference exactly, over random histories."""

import datetime as dt
import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from tests.accountability.figures.conftest import Who, life
from tests.accountability.figures.examples import EXAMPLES, HELD, example
from tests.accountability.figures.test_model import Life, known, random_life
from tests.sizes import sized

from vijfluik.accountability.explaining.causes import Cause, Method, Why
from vijfluik.accountability.explaining.why import explain, whole
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.partners.acting import acting

YEAR = {"year": 2018}
TRAINING = {"column": "kind", "equals": "training"}
ASKED = {"column": "state", "one_of": ["held", "requested", "cancelled"]}
READ = ("day-held", "month-held", "years", "seats-wanted", "last-number", "reached", "said")


def next_version(name: str, **query: object) -> Definition:
    """A definition that counts otherwise, as version 2 of one of the examples."""
    first = EXAMPLES[name]
    told: dict[str, Any] = {"period": YEAR, "unit": first.unit.plain()}
    told |= {"version": 2, "reason": "Anders geteld.", "valid_from": "2019-03-01"}
    base: dict[str, object] = {"filters": [ASKED, TRAINING], "event": "wanted_on"}
    return example(name, kind=str(first.kind), query=base | query, **told)


REFERENCES = example(
    "references",
    kind="flow",
    period=YEAR,
    query={"measure": {"distinct": ["reference", "provider_id"]}},
)
ENDING = example(
    "ending",
    kind="stock",
    period={"on": "2018-06-30"},
    query={"measure": {"count": "records"}, "event": "requested_on", "until": "held_on"},
)
PAIRS: Mapping[str, tuple[Definition, Definition]] = {
    **{name: (each, each) for name, each in EXAMPLES.items()},
    "references": (REFERENCES, REFERENCES),
    "ending": (ENDING, ENDING),
    "count redefined": (
        EXAMPLES["by-provider"],
        next_version("by-provider", measure={"count": "records"}),
    ),
    "ratio redefined": (
        EXAMPLES["share-from-primary"],
        next_version(
            "share-from-primary",
            measure={
                "ratio": {
                    "numerator": ["participants_primary", "participants_secondary"],
                    "denominator": ["participants"],
                }
            },
        ),
    ),
    "things redefined": (
        EXAMPLES["providers"],
        next_version("providers", measure={"distinct": ["provider_id", "kind"]}),
    ),
    "money redefined": (
        EXAMPLES["paid"],
        next_version(
            "paid",
            source="payments",
            measure={"sum": ["participants"]},
        ),
    ),
}

EXPECTED = {
    *itertools.product(
        (Method.ADDED, Method.BENNET, Method.THINGS),
        (Cause.NEW, Cause.STATE, Cause.CORRECTED, Cause.WITHDRAWN, Cause.DEFINITION),
    ),
    (Method.READ, Cause.NEW),
    (Method.READ, Cause.CORRECTED),
}


@pytest.mark.thorough
def test_parts_add_up_over_random_histories_whatever_the_kind(
    past: Callable[..., None], who: Who
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    lives = [random_life(chance) for _ in range(150)]
    lives += [
        named(chance, reference=reference, provider=provider)
        for reference in READ
        for provider in ("ror", "jep", "ssv")
    ]
    past(*(life(*steps) for steps in lives))
    all_moments = sorted(
        since for steps in chance.sample(lives, sized(quick=10, full=25)) for since, _ in steps
    )
    step = sized(quick=5, full=2)
    causes: Counter[tuple[Method, Cause]] = Counter()
    # Moments that few causes lie between, which chance may choose, are followed by others.
    for start in range(step):
        for name in PAIRS:
            causes += checked_between(all_moments[start::step], name=name, seed=seed, who=who)
        if not (missing := {each for each in EXPECTED if not causes[each]}):
            return
    pytest.fail(f"no history of seed {seed} changes by {missing}")


def checked_between(
    moments: list[dt.datetime], *, name: str, seed: int, who: Who
) -> Counter[tuple[Method, Cause]]:
    """What the parts of a pair of figures changed by, each explanation checked as a whole."""
    first, last = PAIRS[name]
    causes: Counter[tuple[Method, Cause]] = Counter()
    with acting(who("noor")):
        said = [
            (compute([whole(first)], as_of=each)[0], compute([whole(last)], as_of=each)[0])
            for each in moments
        ]
        for (before, _), (_, after) in pairwise(said):
            found = explain(first, last, before=before.as_of, after=after.as_of)
            where = (name, seed, before.as_of, after.as_of)
            assert (found.before.value, found.after.value) == (before.value, after.value), where
            check_whole(found, before=before, after=after, where=where)
            causes.update((found.method, part.cause) for part in found.parts)
    return causes


def named(chance: random.Random, *, reference: str, provider: str) -> Life:
    """A life of a record that a figure reads by its reference."""
    kept = {"reference": reference, "provider_id": provider}
    return [
        (since, record | kept | {"planned_on": record["held_on"]})
        for since, record in random_life(chance)
    ]


def check_whole(
    found: Why, *, before: Computed, after: Computed, where: tuple[object, ...]
) -> None:
    """The ends are those of two computed figures, and the parts lead from one to the other."""
    assert exact(before) == found.start, where
    assert exact(after) == found.end, where
    if found.method is Method.READ:
        check_chain(found, where=where)
    amounts = [part.amount for part in found.parts if part.amount is not None]
    if found.difference is None or len(amounts) < len(found.parts):
        return
    assert sum(amounts, Fraction(0)) == found.difference, where
    if found.method is Method.BENNET and before.fraction and after.fraction:
        gained = sum(part.numerator or 0 for part in found.parts)
        assert gained == after.fraction.numerator - before.fraction.numerator, where
        based = sum(part.denominator or 0 for part in found.parts)
        assert based == after.fraction.denominator - before.fraction.denominator, where


def check_chain(found: Why, *, where: tuple[object, ...]) -> None:
    """Each step of what is read begins where the one before ended."""
    said = [found.before.value]
    for part in found.parts:
        assert part.said is not None, where
        assert part.said[0].value == said[-1], where
        said.append(part.said[1].value)
    assert said[-1] == found.after.value, where


def exact(figure: Computed) -> Fraction | None:
    """The value of a computed figure without rounding; of a day the days since the first."""
    if figure.fraction is not None:
        part, base = figure.fraction.numerator, figure.fraction.denominator
        return Fraction(100 * part, base) if base else None
    value = figure.value
    if value is None and figure.definition.query.tallied:
        return Fraction(0)
    if isinstance(value, int):
        return Fraction(value)
    if not isinstance(value, str) or value.startswith("S"):
        return None
    if len(value) == 7:
        return Fraction(int(value[:4]) * 12 + int(value[5:]))
    return Fraction(dt.date.fromisoformat(value).toordinal())


def test_each_record_of_a_count_has_the_cause_that_a_plain_model_gives(
    past: Callable[..., None], who: Who
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    lives = [random_life(chance) for _ in range(250)]
    past(*(life(*steps) for steps in lives))
    definition = example(
        "held-in-2018",
        kind="flow",
        period=YEAR,
        query={"measure": {"sum": ["participants"]}, "filters": [HELD, TRAINING]},
    )
    moments = sorted(chance.sample([since for steps in lives for since, _ in steps], 8))
    with acting(who("noor")):
        for since, until in pairwise(moments):
            found = explain(definition, definition, before=since, after=until)
            told = {part.cause: (int(part.amount or 0), part.records) for part in found.parts}
            assert told == modelled(lives, since=since, until=until), (seed, since, until)


def modelled(
    lives: Iterable[Life], *, since: dt.datetime, until: dt.datetime
) -> dict[Cause, tuple[int, int]]:
    """Per cause what records brought in, written out plainly."""
    found: dict[Cause, tuple[int, int]] = {}
    for steps in lives:
        then = next(iter(known([steps], moment=since)), None)
        now = next(iter(known([steps], moment=until)), None)
        before, after = brought(then), brought(now)
        if before == after:
            continue
        cause = Cause.CORRECTED
        if then is None:
            cause = Cause.NEW
        elif now is not None and now["state"] == "withdrawn":
            cause = Cause.WITHDRAWN
        elif now is not None and (before is None) is not (after is None):
            cause = Cause.STATE if then["state"] != now["state"] else Cause.CORRECTED
        amount, records = found.get(cause, (0, 0))
        found[cause] = (amount + (after or 0) - (before or 0), records + 1)
    return found


def brought(record: Mapping[str, Any] | None) -> int | None:
    """What one record brings into the figure of the model; None when it does not count."""
    if record is None or (record["state"], record["kind"]) != ("held", "training"):
        return None
    return record["participants"] if record["held_on"].year == 2018 else None


def test_a_period_that_runs_on_is_a_cause_of_its_own(past: Callable[..., None], who: Who) -> None:
    """A training that is recorded ahead comes to count when its day comes, without a change."""
    from tests.accountability.figures.conftest import FEBRUARY, JANUARY, MARCH, training

    ahead = training(held_on=dt.date(2019, 3, 1), wanted_on=dt.date(2019, 3, 1))
    late = training(held_on=dt.date(2019, 3, 5), wanted_on=dt.date(2019, 3, 5))
    past(life((JANUARY, ahead)), life((MARCH, late)))
    definition = replace(EXAMPLES["since-2017"], split="")
    with acting(who("noor")):
        found = explain(definition, definition, before=FEBRUARY, after=MARCH)
    assert {part.cause: part.amount for part in found.parts} == {Cause.PERIOD: 1, Cause.NEW: 1}
    assert (found.start, found.end) == (Fraction(0), Fraction(2))
