"""Dutch working days."""

import datetime as dt

import pytest

from vijfluik.demo.chance import stream
from vijfluik.demo.workdays import (
    AMSTERDAM,
    easter,
    is_working_day,
    moment,
    training_days,
    working_day,
)


@pytest.mark.parametrize(
    "day", ["2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2024-03-31", "2025-04-20"]
)
def test_easter_is_on_its_sunday(day: str) -> None:
    assert easter(int(day[:4])) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "day", ["2018-01-01", "2018-03-30", "2018-04-02", "2018-04-27", "2018-05-10", "2018-05-21"]
)
def test_nobody_works_on_a_holiday(day: str) -> None:
    assert not is_working_day(dt.date.fromisoformat(day))


def test_a_weekend_is_followed_by_monday() -> None:
    assert working_day(dt.date(2018, 9, 15)) == dt.date(2018, 9, 17)


def test_no_training_is_given_in_the_weeks_of_christmas() -> None:
    days = training_days(dt.date(2018, 12, 1), dt.date(2019, 1, 31))
    assert dt.date(2018, 12, 21) in days
    assert not [day for day in days if dt.date(2018, 12, 22) <= day <= dt.date(2019, 1, 5)]


@pytest.mark.parametrize("day", [dt.date(2018, 1, 9), dt.date(2018, 7, 9)])
def test_a_moment_lies_in_office_hours_in_summer_and_winter(day: dt.date) -> None:
    for seed in range(200):
        local = moment(day, chance=stream(seed)).astimezone(AMSTERDAM)
        assert local.date() == day
        assert dt.time(8, 30) <= local.time() < dt.time(17, 15)
