"""The invented money comes out as its table says, and nobody decides on it alone."""

import datetime as dt

import pytest

from vijfluik.demo.grants import capacity, current, fund, strengthening
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.giving import Given
from vijfluik.demo.grants.lines import past_lines
from vijfluik.demo.grants.municipalities import names
from vijfluik.demo.grants.telling import line_of
from vijfluik.demo.histories import Life
from vijfluik.demo.requesters import municipalities
from vijfluik.programme.grants.vocabulary import COMMITTED

DAY = dt.date(2026, 11, 26)


@pytest.fixture(scope="module")
def given() -> Given:
    """All of it, without a database."""
    places = {name: number for number, name in enumerate(names(), start=100)}
    places |= {place.name: number for number, place in enumerate(municipalities(), start=1)}
    lines = {
        (line.scheme, line.year): line
        for line in (line_of(life) for life in past_lines() if life.record.overlap != "repeats")
    }
    found = Given()
    strengthening.tell(found, lines=lines, places=places)
    fund.tell(found, lines=lines)
    capacity.tell(found, lines=lines)
    current.tell(found, lines=current.current_lines(day=DAY), places=places, day=DAY)
    return found


def committed(given: Given, *, scheme: str, year: int) -> list[Life]:
    return [
        life
        for life in given.awards
        if life.record.state in COMMITTED
        and (life.record.scheme, life.record.budget_year) == (scheme, year)
    ]


@pytest.mark.parametrize("year", ["2017", "2018", "2019"])
def test_amounts_leads_and_municipalities_reached_are_those_of_the_table(
    given: Given, year: str
) -> None:
    wanted = facts()["strengthening"][year]
    awards = committed(given, scheme="versterkingsgelden", year=int(year))
    assert sum(life.record.amount_cents for life in awards) == wanted["amount"] * 100
    leads = {life.record.lead_id for life in awards}
    reached = leads.union(*(life.record.participants for life in awards))
    assert (len(leads), len(reached)) == (wanted["leads"], wanted["reached"])
    projects = facts()["fund"][year]["projects"]
    assert len(committed(given, scheme="fonds-tegengeluid", year=int(year))) == projects


def test_no_step_that_asks_four_eyes_is_taken_by_who_brought_it_there(given: Given) -> None:
    for life in (*given.applications, *given.awards):
        for step in life.steps:
            assert step[-1] != step[6], (life.record.reference, step[1])


def test_every_award_above_the_threshold_has_a_plan(given: Given) -> None:
    awards = committed(given, scheme="versterkingsgelden", year=2019)
    limit = facts()["strengthening"]["2019"]["threshold"] * 100
    above = [life.record for life in awards if life.record.amount_cents > limit]
    assert above
    assert all(record.evaluation_plan for record in above)


def test_no_invented_municipality_is_called_twice() -> None:
    real = {place.name for place in municipalities()}
    assert len(set(names())) == len(names()) >= 150
    assert not real & set(names())
