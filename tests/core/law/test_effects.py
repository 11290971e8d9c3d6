"""A shorter validity lists what falls and makes tasks; it edits nothing."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.law.dependants import Dependant, DependantKind, dependants, forget, tell
from vijfluik.core.law.effects import (
    TASK,
    CaseRegister,
    Falling,
    NoShortening,
    case_registers,
    declare_cases,
    effects,
    forget_cases,
    make_tasks,
)
from vijfluik.core.law.models import Provision
from vijfluik.core.law.own_dependants import terms_of
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting

LAPSE = dt.date(2027, 1, 1)
KEYS = [uuid.UUID(int=number) for number in (11, 12)]


def find(slug: str, on: dt.date) -> list[Falling]:
    """Two measures on article 4, of which one runs beyond any day."""
    if slug != "twbmt-4-1":
        return []
    ends = [dt.date(2027, 2, 1), None]
    return [
        Falling(register="trainings", object_key=key, organisation="ror", until=until)
        for key, until in zip(KEYS, ends, strict=True)
        if until is None or until > on
    ]


@pytest.fixture
def cases() -> Iterator[None]:
    """A register with cases; today no room has any."""
    assert case_registers() == []
    declare_cases(CaseRegister(register="trainings", find=find))
    yield
    forget_cases("trainings")


def test_what_falls_is_listed_and_nothing_is_edited(reader: Acting, cases: None) -> None:
    before = list(Provision.objects.values())
    found = effects("twbmt-4-1", lapse_on=LAPSE)
    assert [case.object_key for case in found.cases] == KEYS
    assert found.until == dt.date(2027, 3, 1)
    terms = [each.key for each in found.dependants if each.kind == DependantKind.TERM]
    assert terms == ["twbmt-4-1/measure"]
    assert list(Provision.objects.values()) == before
    assert Due.objects.filter(kind=TASK).count() == 0


def test_each_case_gets_one_task_due_on_the_last_day_of_the_provision(
    reader: Acting, cases: None
) -> None:
    found = effects("twbmt-4-1", lapse_on=LAPSE)
    assert make_tasks(found) == 2
    assert make_tasks(found) == 0
    tasks = Due.objects.filter(kind=TASK).order_by("object_key")
    assert [task.object_key for task in tasks] == KEYS
    assert {task.due_on for task in tasks} == {dt.date(2026, 12, 31)}
    assert all("Twbmt" in task.provision for task in tasks)
    assert len(effects("twbmt-4-1", lapse_on=dt.date(2027, 2, 15)).cases) == 1


def test_another_provision_has_no_cases(reader: Acting, cases: None) -> None:
    found = effects("twbmt-3", lapse_on=LAPSE)
    assert found.cases == []
    assert make_tasks(found) == 0


@pytest.mark.parametrize("day", ["2017-03-01", "2016-01-01", "2027-03-01", "2030-01-01"])
def test_a_day_outside_the_validity_shortens_nothing(reader: Acting, day: str) -> None:
    with pytest.raises(NoShortening, match="valid from 2017-03-01 until 2027-03-01"):
        effects("twbmt-4-1", lapse_on=dt.date.fromisoformat(day))


def test_an_unknown_provision_is_told(reader: Acting) -> None:
    with pytest.raises(LookupError, match="twbmt-99"):
        effects("twbmt-99", lapse_on=LAPSE)


def test_who_may_only_read_does_not_assess(confirmed_law: str, cases: None) -> None:
    with acting(people.somebody(people.PROVIDER)), pytest.raises(Refused):
        effects("twbmt-4-1", lapse_on=LAPSE)


def test_cases_are_declared_once(cases: None) -> None:
    with pytest.raises(ValueError, match="declared twice"):
        declare_cases(CaseRegister(register="trainings", find=find))


def test_what_depends_is_told_by_rooms(reader: Acting) -> None:
    def letters(version: ProvisionVersion) -> list[Dependant]:
        named = version.slug == "twbmt-4-1"
        kind = DependantKind.TEMPLATE
        made = Dependant(kind=kind, key="besluit", nl="Besluitbrief", en="Decision letter")
        return [made] if named else []

    tell("letters", letters)
    try:
        found = effects("twbmt-4-1", lapse_on=LAPSE)
        assert {each.key for each in found.dependants} >= {"besluit", "twbmt-4-1/measure"}
        names = [each.name("en") for each in dependants(found.version)]
        assert "Decision letter" in names
        with pytest.raises(ValueError, match="told twice"):
            tell("letters", terms_of)
    finally:
        forget("letters")
