"""A cumulative figure never falls by time alone: a fall is always shown with what caused it."""

import datetime as dt
import random
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from django.test import Client
from tests.accountability.figures.conftest import (
    FEBRUARY,
    JANUARY,
    MARCH,
    Who,
    issued_as_of,
    life,
    training,
)
from tests.accountability.figures.examples import EXAMPLES
from tests.accountability.figures.makers import MAKERS, fitting
from tests.accountability.figures.test_model import random_life
from tests.accountability.figures.test_pages_of_figures import words_of

from vijfluik.accountability.explaining.falling import Fallen, fallen_between
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.queries import keys
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.loading import load_history

COUNT, SEATS = EXAMPLES["since-2017"], EXAMPLES["seats-since-2017"]


def lost(fallen: Iterable[Fallen]) -> int:
    """What the records that fell took along."""
    return sum(each.before - (each.after or 0) for each in fallen)


def test_it_falls_only_by_corrections_that_are_shown(past: Callable[..., None], who: Who) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    lives = [random_life(chance) for _ in range(120)]
    past(*(life(*steps) for steps in lives))
    moments = sorted(chance.sample([since for steps in lives for since, _ in steps], 14))
    falls = 0
    with acting(who("noor")):
        for definition in (COUNT, SEATS):
            said = {each: int(compute([definition], as_of=each)[0].number or 0) for each in moments}
            for before, after in pairwise(moments):
                fallen = fallen_between(definition, before=before, after=after)
                rose = said[after] - said[before] + lost(fallen)
                # Whatever did not fall can only have added.
                assert rose >= 0, seed
                assert all(each.before > (each.after or 0) or each.after is None
                           for each in fallen), seed  # fmt: skip
                if definition is COUNT:
                    # By another way: the records that counted and do not any more.
                    was, still = (set(keys(COUNT, as_of=each)) for each in (before, after))
                    assert {each.key for each in fallen} == was - still, seed
                falls += said[after] < said[before]
                if not fallen:
                    assert said[after] >= said[before], seed
    assert falls, f"seed {seed} shows no fall at all"


def test_without_corrections_it_only_rises(past: Callable[..., None], who: Who) -> None:
    chance = random.Random(7)
    days = [dt.timedelta(days=chance.randrange(100)) for _ in range(60)]
    past(*(life((JANUARY + each, training(participants=3))) for each in days))
    moments = [JANUARY + dt.timedelta(days=day) for day in range(0, 100, 9)]
    with acting(who("noor")):
        for definition in (COUNT, SEATS):
            values = [compute([definition], as_of=each)[0].number or 0 for each in moments]
            assert values == sorted(values)
            assert values[-1] > values[0]


def test_what_is_no_count_has_no_movement(past: Callable[..., None], who: Who) -> None:
    past()
    with acting(who("noor")), pytest.raises(ValueError, match="single records"):
        fallen_between(EXAMPLES["share-for-teachers"], before=JANUARY, after=FEBRUARY)


def test_a_page_names_the_record_that_made_a_figure_fall(
    past: Callable[..., None], who: Who, visit_as: Callable[[str], Client]
) -> None:
    definition = library()["lse-information-requests-total"][-1]
    stays, gone = (fitting(definition) | {"reference": name} for name in ("BLIJFT", "WEG"))
    withdrawn = gone | dict(MAKERS["advice"].withdrawn)
    past()
    load_history(MAKERS["advice"].model, life((JANUARY, stays)))
    load_history(MAKERS["advice"].model, life((JANUARY, gone), (MARCH, withdrawn)))
    address = f"/cijfers/{definition.id}/"
    issued_as_of(who, FEBRUARY, definition.id)
    noor = visit_as("noor")
    text = words_of(noor.get(address).content)
    assert "Dit cijfer telt op en is toch gedaald" in text
    assert "was dit 2. Sindsdien is 1 registratie ingetrokken of verlaagd." in text
    assert "WEG: telt niet meer mee, stand: ingetrokken" in text
    assert "BLIJFT" not in text
    assert f'href="/adviezen/{gone["key"]}/"' in noor.get(address).content.decode()
    assert "toch gedaald" not in words_of(noor.get(f"{address}?op=2019-03-01").content)
    # Who reads figures and no requests sees how many, and not which.
    others = words_of(visit_as("aukje").get(address).content)
    assert "Sindsdien is 1 registratie" in others
    assert "WEG" not in others
