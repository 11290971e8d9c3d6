"""Parameters are data with days and references, and cells are named by what they count."""

import datetime as dt
from dataclasses import replace

import pytest

from vijfluik.accountability.disclosure.cells import RECORDS, VALUE, Naming
from vijfluik.accountability.disclosure.loading import store
from vijfluik.accountability.disclosure.parameters import (
    NoParameterError,
    in_force,
    stored_parameter,
    written,
)
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.reading import DefinitionError

AS_OF = dt.datetime(2019, 4, 15, tzinfo=dt.UTC)


def test_a_parameter_holds_from_its_day_until_the_next_or_its_last() -> None:
    [threshold] = [each for each in written() if each.name == "threshold"]
    day = dt.date(2020, 1, 1)
    later = replace(threshold, value=10, valid_from=day)
    both = (later, threshold)
    assert in_force(both, on=day).value("threshold").value == 10
    assert in_force(both, on=day - dt.timedelta(days=1)).value("threshold").value == 5
    over = replace(threshold, valid_until=day)
    with pytest.raises(NoParameterError, match="threshold"):
        in_force((over,), on=day).value("threshold")


def test_each_parameter_is_read_back_from_what_is_stored_and_has_a_reference() -> None:
    for each in written():
        assert each.reference
        assert stored_parameter(each.content) == each


def test_a_stored_parameter_with_another_value_is_refused(platform: str) -> None:
    first, *_ = written()
    assert store((first,), using="owner") == 0
    with pytest.raises(DefinitionError, match="later day"):
        store((replace(first, value=3),), using="owner")


def test_a_cell_has_one_name_in_every_table_that_counts_the_same() -> None:
    trainings, people = (
        Naming(definition=library()[name][-1], as_of=AS_OF, plane=plane)
        for name, plane in (("ror-trainings-2018", VALUE), ("ror-participants-2018", RECORDS))
    )
    values = replace(people, plane=VALUE)
    for part in (
        {"dimension": "place", "member": "7"},
        {"dimension": "month", "member": "2018-03"},
    ):
        assert trainings.part(**part) == people.part(**part)
        assert trainings.part(**part) != values.part(**part)
    of_2017 = replace(trainings, definition=library()["ror-trainings-2017"][-1])
    assert trainings.whole() == people.whole() != of_2017.whole()
