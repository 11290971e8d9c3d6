"""Only a confirmed provision in force carries a term, a ground or a refusal: in code."""

import datetime as dt

import pytest
from tests.site import people

from vijfluik.core.law.carrying import (
    NotCarried,
    NotConfirmed,
    NotInForce,
    ground,
    refusal,
    term,
)
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.engines.terms import Duration, Unit

DAY = dt.date(2026, 11, 25)


def test_a_confirmed_provision_carries_what_it_claims(reader: Acting) -> None:
    assert ground("twbmt-2-1", on=DAY).rule == "R1"
    assert refusal("rwn-14-8", on=DAY).article == "14(8)"
    rule = term("twbmt-4-1", "measure", on=DAY)
    assert rule.duration == Duration(amount=6, unit=Unit.MONTHS)
    assert rule.event == "decision"


def test_it_carries_nothing_else(reader: Acting) -> None:
    with pytest.raises(NotCarried, match="Twbmt draagt dit niet"):
        refusal("twbmt-2-1", on=DAY)
    with pytest.raises(NotCarried, match="measure"):
        term("twbmt-4-1", "forever", on=DAY)


@pytest.mark.parametrize("slug", ["awb-6-7", "bevriezing-herbeoordeling"])
def test_a_provision_that_nobody_confirmed_carries_nothing(reader: Acting, slug: str) -> None:
    with pytest.raises(NotConfirmed, match="niet bevestigd") as caught:
        term(slug, "objection", on=DAY)
    assert "met redenen" in caught.value.message


def test_nothing_rests_on_a_provision_after_its_last_day(reader: Acting) -> None:
    last = dt.date(2027, 2, 28)
    assert ground("twbmt-3", on=last).slug == "twbmt-3"
    with pytest.raises(NotInForce, match="niet meer"):
        ground("twbmt-3", on=last + dt.timedelta(days=1))


def test_as_known_then_it_ended_in_2022(reader: Acting) -> None:
    with pytest.raises(NotInForce, match="niet meer"):
        ground("twbmt-3", on=dt.date(2022, 3, 1), known_by=dt.date(2019, 4, 15))
    assert ground("twbmt-3", on=dt.date(2022, 3, 1)).slug == "twbmt-3"


def test_before_it_began_or_was_recorded_it_carries_nothing(reader: Acting) -> None:
    with pytest.raises(NotInForce, match="nog niet"):
        ground("twbmt-3", on=dt.date(2017, 2, 28))
    with pytest.raises(NotInForce, match="niet vastgelegd"):
        ground("wpg-8", on=dt.date(2019, 4, 15))
    with pytest.raises(NotInForce, match="geen bepaling"):
        ground("twbmt-99", on=DAY)


def test_in_earnest_nothing_is_confirmed(platform: str) -> None:
    with (
        acting(people.somebody(people.POLICY_OFFICER)),
        pytest.raises(NotConfirmed, match="niet bevestigd"),
    ):
        ground("twbmt-2-1", on=DAY)


def test_without_an_actor_there_is_no_law(confirmed_law: str) -> None:
    with pytest.raises(NotInForce, match="geen bepaling"):
        ground("twbmt-2-1", on=DAY)
