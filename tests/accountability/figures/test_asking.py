"""The question to all sources is written once a day and answered each time."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from django.db import connections
from tests.site import people

from vijfluik.accountability.figures.asking import asked_at_once
from vijfluik.accountability.figures.computing import compute, values
from vijfluik.accountability.figures.library import in_force, library
from vijfluik.core.facts.periods import Year
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.moments import closed_moment

NOON = dt.datetime(2019, 3, 1, 12, tzinfo=dt.UTC)
NAMES = ("ror-trainings-2018", "ror-participants-2018", "twbmt-in-force")


def test_the_same_day_asks_in_the_same_words_of_its_own_moment() -> None:
    asked = [in_force(name, as_of=NOON) for name in NAMES]
    first = asked_at_once(asked, as_of=NOON)
    second = asked_at_once(asked, as_of=NOON + dt.timedelta(hours=1))
    assert second.statement.sql is first.statement.sql
    assert second.totals is first.totals
    assert second.statement.parameters == {
        **first.statement.parameters,
        "as_of": NOON + dt.timedelta(hours=1),
    }


def test_another_day_definition_or_choice_is_another_question() -> None:
    asked = [in_force(name, as_of=NOON) for name in NAMES]
    first = asked_at_once(asked, as_of=NOON).statement
    tomorrow = asked_at_once(asked, as_of=NOON + dt.timedelta(days=1)).statement
    assert dict(tomorrow.parameters) != dict(first.parameters)
    fewer = asked_at_once(asked[:1], as_of=NOON)
    assert fewer.ids == ((NAMES[0],),)
    assert fewer.statement.sql != first.sql
    changed = replace(asked[0], query=replace(asked[0].query, period=Year(year=2016)))
    assert changed.id == NAMES[0]
    other = asked_at_once([changed], as_of=NOON).statement
    assert dict(other.parameters) != dict(fewer.statement.parameters)


@pytest.mark.parametrize("days", [0, 400])
def test_all_figures_at_once_say_what_each_says_alone(platform: str, days: int) -> None:
    who = people.somebody(people.POLICY_OFFICER)
    with acting(who):
        as_of = closed_moment() - dt.timedelta(days=days)
        asked = [in_force(name, as_of=as_of) for name in library()]
        together = values(asked, as_of=as_of)
        alone = compute(asked, as_of=as_of)
    assert any(each.split for each in asked)
    for at_once, by_itself in zip(together, alone, strict=True):
        for name in ("definition", "value", "records", "unstated", "fraction", "read", "supplied"):
            assert getattr(at_once, name) == getattr(by_itself, name), (name, at_once)
        if at_once.definition.split:
            assert json.dumps(at_once.value) == json.dumps(by_itself.value), "in the same order"
    assert connections["report"].connection is not None
