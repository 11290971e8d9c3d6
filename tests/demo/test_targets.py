"""The table of targets refuses what no records can have."""

import datetime as dt

import pytest
from tests.demo.recounting import DAY, NOW, recounted

from vijfluik.demo.generator import generate
from vijfluik.demo.scaling import scaled
from vijfluik.demo.targets import TargetsRefused, read_targets

TARGETS = read_targets()


def test_participants_without_a_training_are_refused_by_name() -> None:
    with pytest.raises(TargetsRefused, match=r"jep-professionals-reached-2018 is 1043 while"):
        TARGETS.changed({"jep-meetings-2018": 0})


def test_a_negative_target_is_refused() -> None:
    with pytest.raises(TargetsRefused, match=r"ror-trainings-2017 must be a whole number"):
        TARGETS.changed({"ror-trainings-2017": -1})


def test_an_unknown_target_is_refused() -> None:
    with pytest.raises(TargetsRefused, match="no targets named ror-trainings-2016"):
        TARGETS.changed({"ror-trainings-2016": 3})


def test_a_day_before_the_years_of_the_report_are_complete_is_refused() -> None:
    with pytest.raises(TargetsRefused, match="can be loaded from 2020-04-01 on"):
        next(generate(targets=TARGETS, day=dt.date(2019, 4, 15)))


@pytest.mark.parametrize("size", [50, 400, 1000, 3210])
def test_another_size_has_exactly_so_many_records_and_its_own_figures(size: int) -> None:
    targets = scaled(TARGETS, to=size, day=DAY)
    records = list(generate(targets=targets, day=DAY))
    assert len(records) == size == targets.size(day=DAY)
    assert recounted(records, as_of=NOW) == targets.figures


def test_a_size_without_room_for_current_work_is_refused() -> None:
    with pytest.raises(TargetsRefused, match="has at least 42 records"):
        scaled(TARGETS, to=5, day=DAY)
