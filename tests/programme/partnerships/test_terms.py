"""A term lapses by itself, whatever sort it is of, and asks for a decision."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.programme.partnerships.doing import (
    COORDINATOR,
    correct,
    due,
    in_days,
    new,
    register_of,
    running,
    step,
)
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.reading import record_detail
from vijfluik.programme.partnerships.models import Partnership

LAPSED = "sis-2006-20"


def standing(record: Any) -> str:
    return str(register_of(record).standing(record).label)


def test_a_term_that_is_over_shows_as_lapsed_and_asks_a_decision(platform: str) -> None:
    record = running(ends=0)
    assert standing(record) == "lopend"
    assert due(record) == {"decide_active": in_days(0)}
    record = correct(record, ends_on=in_days(-1))
    assert (record.state, standing(record)) == ("active", "termijn verlopen")
    assert due(record) == {"decide_active": in_days(-1)}


def test_a_term_is_prolonged_by_a_decision_with_day_years_and_reason(committed: str) -> None:
    record = running(ends=-1)
    with pytest.raises(Invalid) as caught:
        step(record, "extend")
    assert {fault.field for fault in caught.value.faults} == {"extended_on", "extended_by"}
    decision: dict[str, Any] = {"extended_on": in_days(-1), "extended_by": 2}
    with pytest.raises(Invalid):
        step(record, "extend", reason=" ", ends_on=in_days(700), **decision)
    with pytest.raises(Invalid) as caught:
        step(record, "extend", ends_on=in_days(-1), **decision)
    assert [fault.field for fault in caught.value.faults] == ["ends_on"]
    extended = step(record, "extend", reason="Nog niet klaar", ends_on=in_days(700), **decision)
    assert (extended.state, standing(extended)) == ("extended", "verlengd")
    assert due(record) == {"decide_extended": in_days(700)}
    who = somebody(COORDINATOR)
    with acting(who):
        told = record_detail(register_of(record), who=who, key=record.key).timeline[0]
    assert (told.edge, told.on, told.reason) == ("extend", in_days(-1), "Nog niet klaar")
    assert {"verlengd met jaren", "loopt tot en met"} <= {each.label for each in told.changes}


def test_what_has_no_end_is_looked_at_again(platform: str) -> None:
    record = running(ends=None, review=0)
    assert due(record) == {"review": in_days(0)}
    again = step(record, "review", review_on=in_days(400))
    assert again.state == "active"
    assert due(record) == {"review": in_days(400)}
    assert standing(correct(again, review_on=in_days(-2))) == "herziening verlopen"


def test_nothing_runs_without_a_day_on_which_it_stops_or_is_looked_at(platform: str) -> None:
    record = new("partnerships")
    with pytest.raises(Invalid) as caught:
        step(record, "start", started_on=in_days(-1))
    assert [fault.field for fault in caught.value.faults] == ["ends_on"]
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        Partnership.objects.filter(key=record.key).update(state="active")


def test_nobody_extends_without_a_decision_in_raw_sql_either(platform: str) -> None:
    record = running(ends=5)
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        Partnership.objects.filter(key=record.key).update(state="extended")


def test_a_pilot_says_how_and_when_it_is_evaluated(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        new("partnerships", kind="pilot")
    assert {fault.field for fault in caught.value.faults} == {"criteria", "evaluate_on"}


def test_a_ground_is_a_provision_or_words(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        new("partnerships", ground="")
    assert [fault.field for fault in caught.value.faults] == ["provision"]
    assert new("partnerships", ground="", provision="wgs-1-4").provision == "wgs-1-4"


@pytest.mark.serves("X-10.3")
def test_nothing_starts_on_a_provision_that_is_not_in_force_that_day(platform: str) -> None:
    """The Wgs is law from 1 March 2025 on; the SIS decision was until 7 March 2023."""
    early, in_time = dt.date(2025, 2, 28), dt.date(2025, 3, 1)
    record = new("partnerships", ground="", provision="wgs-1-4", decided_on=early)
    until: dict[str, Any] = {"ends_on": in_days(300)}
    with pytest.raises(Invalid, match="geldt op die dag nog niet") as caught:
        step(record, "start", started_on=early, **until)
    assert [fault.field for fault in caught.value.faults] == ["provision"]
    refused = pytest.raises(DatabaseError, match="not in force that day")
    with acting(somebody(COORDINATOR)), refused, transaction.atomic():
        Partnership.objects.filter(key=record.key).update(state="active", started_on=early, **until)
    assert step(record, "start", started_on=in_time, **until).state == "active"
    # It goes on as it is, and takes no other ground that is no law today.
    assert correct(record, goal="Ander doel").goal == "Ander doel"
    with pytest.raises(Invalid, match="geldt op die dag niet meer"):
        correct(record, provision=LAPSED)
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        Partnership.objects.filter(key=record.key).update(provision=LAPSED)
    assert correct(record, provision="", ground="Convenant").provision == ""


def test_a_post_ends_unless_somebody_decides(platform: str) -> None:
    post = new("posts")
    with pytest.raises(Invalid) as caught:
        step(post, "fill", from_on=in_days(-10))
    assert [fault.field for fault in caught.value.faults] == ["until_on"]
    filled = step(post, "fill", from_on=in_days(-10), until_on=in_days(-1))
    assert standing(filled) == "termijn verlopen"
    with pytest.raises(Invalid):
        step(post, "end", until_on=in_days(-1))
    ended = step(post, "end", until_on=in_days(-1), handover="Het ministerie")
    assert ended.state == "ended"
    assert due(post) == {}


def test_a_post_with_words_for_its_end_is_looked_at_after_its_years(platform: str) -> None:
    filled = step(
        new("posts"), "fill", from_on=in_days(-400), until_said="zomer 2027", term_years=1
    )
    assert standing(filled) == "termijn verlopen"
    assert list(due(filled)) == ["end"]


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Mevr. Verzonnen, deskundige"},
        {"host": "post@voorbeeld.nl"},
        {"country": ""},
        {"kind": "regional"},
    ],
)
def test_a_post_has_a_place_and_nobodys_name(platform: str, values: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        new("posts", **values)


def test_a_structure_that_nobody_confirmed_for_a_year_stands_out(platform: str) -> None:
    structure = new("structures", confirmed_on=in_days(-366))
    assert standing(structure) == "verouderd"
    assert due(structure) == {"confirm": in_days(-1)}
    fresh = step(structure, "confirm", confirmed_on=in_days(0), contact="Nieuw loket")
    assert (standing(fresh), fresh.contact) == ("staat", "Nieuw loket")
    assert due(structure) == {"confirm": in_days(365)}
