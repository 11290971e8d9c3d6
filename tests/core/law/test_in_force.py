"""What holds on a day as known on a day: over the data that come with the software."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vijfluik.core.law.in_force import State, known_on, lapsing
from vijfluik.core.law.library import library, provisions_of
from vijfluik.core.law.provision import ProvisionVersion

EVERYTHING = [version for versions in library().values() for version in versions]
days = st.dates(min_value=dt.date(2015, 1, 1), max_value=dt.date(2030, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def text(version: ProvisionVersion | None) -> str:
    assert version is not None
    return version.text["nl"]


def test_in_2019_the_twbmt_lapses_after_five_years_and_today_on_1_march_2027() -> None:
    then = known_on(EVERYTHING, day=day("2019-04-15"))["twbmt-13"]
    now = known_on(EVERYTHING, day=day("2026-11-25"))["twbmt-13"]
    assert then.until == day("2022-03-01")
    assert "vijf jaar" in text(then.on(day("2019-04-15")))
    assert now.until == day("2027-03-01")
    assert "1 maart 2027" in text(now.on(day("2026-11-25")))
    # What we know now of the text of 2019, and what was known then of 2023.
    assert "vijf jaar" in text(now.on(day("2019-04-15")))
    assert then.state(day("2023-01-01")) == State.LAPSED
    assert now.state(day("2023-01-01")) == State.IN_FORCE


def test_every_provision_of_the_twbmt_ends_with_it() -> None:
    for known_by, until in (("2019-04-15", "2022-03-01"), ("2026-11-25", "2027-03-01")):
        found = known_on(EVERYTHING, day=day(known_by))
        ends = {each.until for slug, each in found.items() if slug.startswith("twbmt-")}
        assert ends == {day(until)}


def test_the_age_in_the_nationality_act_went_from_16_to_18() -> None:
    found = known_on(EVERYTHING, day=day("2026-11-25"))["rwn-14-4"]
    assert "16 jaar" in text(found.on(day("2017-06-01")))
    assert "18 jaar" in text(found.on(day("2026-11-25")))
    then = known_on(EVERYTHING, day=day("2019-04-15"))["rwn-14-4"]
    assert then.until == day("2022-03-01")


def test_what_was_not_known_yet_is_not_told() -> None:
    found = known_on(EVERYTHING, day=day("2019-04-15"))
    assert "wpga-2" not in found
    assert "tco-3" not in found
    assert "twbmt-7b" not in found


def test_not_recorded_is_not_the_same_as_not_in_force() -> None:
    found = known_on(EVERYTHING, day=day("2026-11-25"))
    assert found["wpg-8"].state(day("2019-04-15")) == State.NOT_RECORDED
    assert found["tco-3"].state(day("2019-04-15")) == State.NOT_YET
    assert found["twbmt-4-1"].state(day("2027-03-01")) == State.LAPSED
    assert found["twbmt-4-1"].state(day("2027-02-28")) == State.IN_FORCE


def test_what_lapses_when() -> None:
    found = known_on(EVERYTHING, day=day("2026-11-25"))
    ending = lapsing(found.values(), after=day("2026-11-25"))
    assert {each.until for each in ending} == {day("2027-03-01")}
    assert lapsing(found.values(), after=day("2027-03-01")) == []


def test_the_provisions_of_a_rule() -> None:
    assert provisions_of("R13") == ("twbmt-12", "twbmt-13")
    assert provisions_of("R51") == ()


@given(on=days, known_by=days)
def test_at_most_one_text_holds_and_it_was_known(on: dt.date, known_by: dt.date) -> None:
    for known in known_on(EVERYTHING, day=known_by).values():
        holding = [part for part in known.parts if part.holds(on)]
        assert len(holding) <= 1
        assert all(part.known_from <= known_by for part in known.parts)
        assert (known.state(on) == State.IN_FORCE) == bool(holding)
        assert known.shown(on) in known.parts
