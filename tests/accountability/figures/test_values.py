"""One record moves each figure by the stated amount and no other, and the past stays."""

import datetime as dt
from collections.abc import Callable

import pytest
from tests.accountability.figures.conftest import (
    APRIL,
    FEBRUARY,
    JANUARY,
    MARCH,
    life,
    moment,
    training,
)

Values = Callable[[dt.datetime], dict[str, int | None]]
Past = Callable[..., None]

Moved = dict[str, int | None]

NOTHING: Moved = {
    "jep-meetings-2018": 0,
    "jep-professionals-reached-2018": None,
    "ror-participants-2017": None,
    "ror-participants-2018": None,
    "ror-trainings-2017": 0,
    "ror-trainings-2018": 0,
    "ror-trainings-2019": 0,
    "ror-trainings-requested-2019": 0,
    "ssv-participants-2018": None,
    "ssv-teacher-trainings-2018": 0,
}
# Record → what it adds to which figure, and to which when its participants become `corrected`.
CASES: dict[str, tuple[dict[str, object], dict[str, object], Moved, Moved]] = {
    "ror 2017": (
        training(held_on=dt.date(2017, 6, 1), wanted_on=dt.date(2017, 6, 1)),
        {"participants": 20},
        {"ror-trainings-2017": 1, "ror-participants-2017": 12},
        {"ror-trainings-2017": 1, "ror-participants-2017": 20},
    ),
    "ror 2018": (
        training(),
        {"participants": 5},
        {"ror-trainings-2018": 1, "ror-participants-2018": 12},
        {"ror-trainings-2018": 1, "ror-participants-2018": 5},
    ),
    "ror moved to the year before": (
        training(),
        {"held_on": dt.date(2017, 12, 31)},
        {"ror-trainings-2018": 1, "ror-participants-2018": 12},
        {"ror-trainings-2017": 1, "ror-participants-2017": 12},
    ),
    "ror requested for 2019": (
        training(state="requested", wanted_on=dt.date(2019, 9, 1), held_on=None, participants=None),
        {"state": "cancelled"},
        {"ror-trainings-requested-2019": 1, "ror-trainings-2019": 1},
        {"ror-trainings-requested-2019": 1, "ror-trainings-2019": 1},
    ),
    "jep meeting": (
        training(provider_id="jep", kind="meeting", participants=40),
        {"participants": 41},
        {"jep-meetings-2018": 1, "jep-professionals-reached-2018": 40},
        {"jep-meetings-2018": 1, "jep-professionals-reached-2018": 41},
    ),
    "jep conference": (
        training(provider_id="jep", kind="conference", participants=400),
        {"kind": "meeting"},
        {},
        {"jep-meetings-2018": 1, "jep-professionals-reached-2018": 400},
    ),
    "ssv for teachers": (
        training(
            provider_id="ssv",
            audience=["teachers", "administrators"],
            participants=30,
            participants_primary=10,
            participants_secondary=8,
            participants_vocational=None,
        ),
        {"participants_vocational": 2},
        {"ssv-teacher-trainings-2018": 1, "ssv-participants-2018": 18},
        {"ssv-teacher-trainings-2018": 1, "ssv-participants-2018": 20},
    ),
    "ssv for others": (
        training(provider_id="ssv", audience=["administrators"], participants_primary=3),
        {"audience": ["teachers"]},
        {},
        {"ssv-teacher-trainings-2018": 1, "ssv-participants-2018": 3},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_record_moves_its_figures_and_no_other(case: str, past: Past, values: Values) -> None:
    record, correction, added, corrected = CASES[case]
    gone = record | correction | {"state": "withdrawn"}
    past(life((FEBRUARY, record), (MARCH, record | correction), (APRIL, gone)))
    assert values(JANUARY) == NOTHING
    assert values(FEBRUARY) == NOTHING | added
    assert values(MARCH) == NOTHING | corrected
    assert values(APRIL) == NOTHING


def test_records_of_other_years_states_kinds_and_providers_count_nowhere(
    past: Past, values: Values
) -> None:
    past(
        life((JANUARY, training(held_on=dt.date(2016, 12, 31)))),
        life((JANUARY, training(held_on=dt.date(2019, 1, 1)))),
        life((JANUARY, training(state="cancelled"))),
        life((JANUARY, training(kind="meeting"))),
        life((JANUARY, training(provider_id="jep"))),
        life((JANUARY, training(provider_id="ssv", audience=[]))),
    )
    assert values(APRIL) == NOTHING


def test_the_first_and_the_last_day_of_a_year_belong_to_it(past: Past, values: Values) -> None:
    days = (dt.date(2017, 1, 1), dt.date(2017, 12, 31), dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    past(*(life((JANUARY, training(held_on=day))) for day in days))
    found = values(APRIL)
    assert (found["ror-trainings-2017"], found["ror-trainings-2018"]) == (2, 2)


def test_a_version_holds_from_its_moment_up_to_the_next(past: Past, values: Values) -> None:
    record = training()
    past(life((FEBRUARY, record), (MARCH, record | {"participants": 99})))
    tick = dt.timedelta(microseconds=1)
    assert values(FEBRUARY - tick)["ror-participants-2018"] is None
    assert values(FEBRUARY)["ror-participants-2018"] == 12
    assert values(MARCH - tick)["ror-participants-2018"] == 12
    assert values(MARCH)["ror-participants-2018"] == 99


def test_a_past_moment_keeps_its_values_whatever_is_recorded_later(
    past: Past, values: Values
) -> None:
    record = training()
    past(life((JANUARY, record), (APRIL, record | {"participants": 7})))
    before = [values(each) for each in (JANUARY, FEBRUARY)]
    past(life((MARCH, training(participants=500))))
    assert [values(each) for each in (JANUARY, FEBRUARY)] == before
    assert values(moment("2019-05-01T00:00:00"))["ror-participants-2018"] == 507
