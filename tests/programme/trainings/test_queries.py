"""Lists, details and work at hand: what is in them, who sees it, and in how many queries."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.programme.trainings.doing import (
    access_training,
    due_work,
    former_values,
    training_detail,
    training_list,
    wanted,
)
from tests.programme.trainings.world import People, request

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import paging
from vijfluik.core.registers.filtering import sorts_of
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.queries import overview
from vijfluik.programme.trainings.register import REGISTER


def add(who: Acting, **changes: object) -> Training:
    return actions.request_training(
        who=who, provider=who.actor.organisation, content=request(**changes)
    )


def listed(who: Acting, **filters: Any) -> list[str]:
    with acting(who):
        page = training_list(who=who, filters=wanted(**filters))
        return [training.reference for training in page.object_list]


def detail(who: Acting, training: Training) -> Detail:
    with acting(who):
        return training_detail(who=who, key=training.key)


def some(people: People) -> None:
    add(people.ror, reference="A", course="basis", audience=("police",))
    add(people.ror, reference="B", title="Polarisatie op school", wanted_on=dt.date(2019, 1, 1))
    add(people.ssv, reference="C", requester="ROC Zeestad", kind="meeting")
    gone = add(people.ror, reference="D")
    actions.withdraw(who=people.officer, key=gone.key, reason="Fout")
    held = add(people.ror, reference="E", wanted_on=dt.date(2018, 6, 1))
    actions.hold(who=people.ror, key=held.key, held_on=today(), participants=9)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["B", "E", "A", "C"]),
        ({"provider": "school"}, ["C"]),
        ({"kind": "meeting"}, ["C"]),
        ({"state": "withdrawn"}, ["D"]),
        ({"state": "held"}, ["E"]),
        ({"year": 2019}, ["B"]),
        ({"audience": "police"}, ["B", "E", "A", "C"]),
        ({"theme": "recognising_signals"}, ["A"]),
        ({"search": "POLARISATIE"}, ["B"]),
        ({"search": "roc zeestad"}, ["C"]),
        ({"search": "100%"}, []),
        ({"search": "_"}, []),
        ({"search": "\\"}, []),
        ({"search": "zeestäd"}, ["A", "B", "C", "E"]),
        ({"place": 1_000_000}, []),
    ],
)
def test_a_list_holds_what_was_asked_for(
    people: People, filters: dict[str, Any], found: list[str]
) -> None:
    some(people)
    assert sorted(listed(people.officer, **filters)) == sorted(found)


def test_the_latest_wanted_day_comes_first(people: People) -> None:
    some(people)
    assert listed(people.ror)[:2] == ["B", "E"]


def test_a_provider_sees_its_own(people: People) -> None:
    some(people)
    assert listed(people.ssv) == ["C"]
    with pytest.raises(Refused):
        listed(people.privacy)


def test_nobody_looks_with_anothers_rights(people: People) -> None:
    training = add(people.ror)
    with acting(people.ssv), pytest.raises(Refused):
        access_training(who=people.ror, key=training.key)


@pytest.mark.parametrize("sort", [*sorts_of(REGISTER), "", "onzin"])
def test_every_order_is_a_total_one(people: People, sort: str) -> None:
    some(people)
    with acting(people.officer):
        page = training_list(who=people.officer, filters=wanted(), sort=sort)
        assert len(page.object_list) == 4


def test_pages_follow_each_other(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 2)
    some(people)
    with acting(people.officer):
        pages = [
            training_list(who=people.officer, filters=wanted(), page=number)
            for number in (1, 2, 99)
        ]
    found = [[training.reference for training in page.object_list] for page in pages]
    assert found[0][0] == "B"
    assert sorted(found[0] + found[1]) == ["A", "B", "C", "E"]
    assert found[1] == found[2]
    assert pages[0].has_next()
    assert not pages[1].has_next()


def test_beyond_the_bound_a_list_says_that_there_are_more(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNTED", 3)
    some(people)
    with acting(people.officer):
        whole = training_list(who=people.officer, filters=wanted())
        part = training_list(who=people.officer, filters=wanted(year=2019))
    assert (whole.paginator.count, whole.more) == (3, True)
    assert (part.paginator.count, part.more) == (1, False)


def queries_of(call: Any) -> int:
    with CaptureQueriesContext(connection) as caught:
        call()
    return len([query for query in caught if "set_config" not in query["sql"]])


def test_a_list_takes_as_many_queries_whatever_its_length(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look() -> None:
        training_list(who=people.officer, filters=wanted())

    add(people.ror, course="basis")
    with acting(people.officer):
        few = queries_of(look)
    for _ in range(5):
        add(people.ror, course="basis")
    with acting(people.officer):
        # The decision in the journal, the keys, the rows; the count is known.
        assert (few, queries_of(look)) == (3, 3)
        # A full page is counted as well.
        monkeypatch.setattr(paging, "SIZE", 2)
        assert queries_of(look) == 4


def test_a_detail_takes_as_many_queries_whatever_its_history(people: People) -> None:
    training = add(people.ror, course="basis")
    with acting(people.ror):
        few = queries_of(lambda: training_detail(who=people.ror, key=training.key))
    actions.plan(who=people.ror, key=training.key, planned_on=today())
    for number in range(4):
        actions.replan(
            who=people.ror,
            key=training.key,
            planned_on=today() + dt.timedelta(days=number),
            reason="Verzet",
        )
    with acting(people.ror):
        many = queries_of(lambda: training_detail(who=people.ror, key=training.key))
    assert few == many
    assert many <= 10


def test_work_and_counts_take_a_fixed_number_of_queries(people: People) -> None:
    for _ in range(3):
        add(people.ror)
    with acting(people.ror):
        assert queries_of(lambda: due_work(who=people.ror)) == 3
        # The decision stands in the journal already.
        assert queries_of(lambda: overview(who=people.ror)) == 2


def test_a_detail_says_what_can_be_done(people: People) -> None:
    training = add(people.ror)
    own = detail(people.ror, training)
    assert [edge.name for edge in own.acts] == ["plan", "hold", "cancel"]
    assert own.correctable
    officer = detail(people.officer, training)
    assert [edge.name for edge in officer.acts] == ["plan", "hold", "cancel", "withdraw"]


def test_the_timeline_joins_steps_and_changes(committed_people: People) -> None:
    people = committed_people
    training = add(people.ror)
    seen = detail(people.ror, training).seen
    actions.correct(
        who=people.officer,
        key=training.key,
        changes={"title": "Beter", "audience": ("teachers",)},
        reason="Op verzoek",
        seen=seen,
    )
    actions.hold(who=people.ror, key=training.key, held_on=dt.date(2018, 3, 15), participants=4)
    timeline = detail(people.ror, training).timeline
    assert [moment.edge for moment in timeline] == ["hold", "correct", "request"]
    corrected = timeline[1]
    assert (corrected.actor, corrected.reason) == ("Beleid", "Op verzoek")
    assert {(change.label, change.before, change.after) for change in corrected.changes} == {
        ("titel", "Signalen herkennen", "Beter"),
        ("doelgroepen", "gemeente, politie", "docenten"),
    }
    assert timeline[0].on == dt.date(2018, 3, 15)
    assert timeline[0].at > timeline[1].at


def test_a_correction_can_be_undone(committed_people: People) -> None:
    people = committed_people
    training = add(people.ror)
    seen = detail(people.ror, training).seen
    actions.correct(
        who=people.ror, key=training.key, changes={"title": "Mis"}, reason="R", seen=seen
    )
    with acting(people.ror):
        former = former_values(who=people.ror, key=training.key)
    assert former == {"title": "Signalen herkennen"}
    undone = actions.correct(
        who=people.ror,
        key=training.key,
        changes=former,
        reason="Toch niet",
        seen=detail(people.ror, training).seen,
    )
    assert undone.title == "Signalen herkennen"


def test_what_is_due_says_how_to_do_it(people: People) -> None:
    late = add(people.ror, requested_on=today() - dt.timedelta(days=20))
    now = add(people.ror, requested_on=today() - dt.timedelta(days=14))
    add(people.ror, requested_on=today())
    held = add(people.ror, requested_on=today() - dt.timedelta(days=20))
    actions.plan(who=people.ror, key=held.key, planned_on=today() - dt.timedelta(days=7))
    with acting(people.ror):
        work = due_work(who=people.ror)
    assert [(item.record.key, item.act, item.days) for item in work[:1]] == [(late.key, "plan", -6)]
    assert {(item.record.key, item.act, item.days) for item in work[1:]} == {
        (now.key, "plan", 0),
        (held.key, "hold", 0),
    }
    assert [item.overdue for item in work] == [True, False, False]


def test_the_work_of_another_provider_is_not_ours(people: People) -> None:
    add(people.ror)
    with acting(people.ssv):
        assert due_work(who=people.ssv) == []


def test_counts_are_of_what_the_person_may_see(people: People) -> None:
    some(people)
    with acting(people.ror):
        own = overview(who=people.ror)
    with acting(people.officer):
        all_ = overview(who=people.officer)
    assert (own.requested_open, own.planned_open) == (2, 0)
    assert all_.requested_open == 3
    assert (own.overdue, all_.overdue) == (2, 3)


@pytest.mark.parametrize("sort", ["gegeven", "-gegeven", "deelnemers", "-deelnemers"])
def test_what_is_not_filled_in_yet_stands_last(people: People, sort: str) -> None:
    some(people)
    with acting(people.officer):
        page = training_list(who=people.officer, filters=wanted(), sort=sort)
        filled = [row.held_on is not None for row in page.object_list]
    assert True in filled
    assert False in filled
    assert filled == sorted(filled, reverse=True)
