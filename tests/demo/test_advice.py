"""The invented requests for advice come to the counts of the table, whatever these are."""

import random

import pytest
from django.db import transaction
from tests.demo.conftest import Figures

from vijfluik.core.partners.queries import today
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.advice import Counts, load_advice, read_counts
from vijfluik.demo.grants.municipalities import load_municipalities
from vijfluik.demo.owner import OWNER
from vijfluik.demo.people import INVENTED
from vijfluik.demo.targets import TargetsRefused


def changed_at_random(counts: Counts, *, seed: int) -> Counts:
    chance = random.Random(seed)
    return {
        figure: {part: chance.randint(1, 40) for part in value}
        if isinstance(value, dict)
        else chance.choice([each for each in range(1, 160) if each != value])
        for figure, value in counts.items()
    }


def loaded(counts: Counts) -> None:
    with transaction.atomic(using=OWNER):
        mark_demonstration(using=OWNER, invented=INVENTED)
        load_municipalities()
        load_advice(day=today(), counts=counts)


@pytest.mark.parametrize("seed", [None, 7])
def test_every_figure_counts_what_the_table_says(
    committed: str, printed: Figures, seed: int | None
) -> None:
    counts = read_counts() if seed is None else changed_at_random(read_counts(), seed=seed)
    print(f"seed {seed}: {counts}")  # noqa: T201 (shown when it fails)
    loaded(counts)
    seen = printed()
    totals = {
        name.replace("-split", "-total"): sum(parts.values())
        for name, parts in counts.items()
        if name.endswith("-split")
    }
    wanted = {**counts, **totals}
    assert {name: seen[name].value for name in wanted} == wanted
    assert wanted.keys() == {
        name for name, figure in seen.items() if figure.definition.query.source == "advice"
    }


def test_more_municipalities_than_there_are_is_refused(committed: str) -> None:
    with pytest.raises(TargetsRefused, match="municipalities"):
        loaded({**read_counts(), "ess-municipalities-advised-2018": 5000})
