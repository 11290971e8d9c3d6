"""The acts on a training: what they write, what they leave behind, what they refuse."""

import datetime as dt
import os
import uuid
from collections.abc import Callable
from decimal import Decimal

import psycopg
import pytest
from django.db import connection
from tests.programme.trainings.doing import token_of
from tests.programme.trainings.world import People, request

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.vocabulary import State


def tomorrow() -> dt.date:
    """Asked when it is needed: a run may pass midnight in Amsterdam."""
    return today() + dt.timedelta(days=1)


def requested(who: Acting, **changes: object) -> Training:
    return actions.request_training(who=who, provider="opleider", content=request(**changes))


def open_dues(who: Acting, key: uuid.UUID) -> dict[str, dt.date]:
    with acting(who):
        rows = Due.objects.filter(object_key=key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def faults(invalid: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in invalid.value.faults}


def test_a_request_is_a_record_a_step_and_a_due_date(people: People) -> None:
    training = requested(people.ror)
    with acting(people.ror):
        step = TrainingStep.objects.get(training=training.key)
    assert training.state == State.REQUESTED
    assert (step.edge, step.from_state, step.to_state) == ("request", "", "requested")
    assert step.business_date == dt.date(2018, 1, 8)
    assert step.registered_at.date() == dt.datetime.now(dt.UTC).date()
    assert open_dues(people.ror, training.key) == {"respond": dt.date(2018, 1, 22)}


def test_a_plan_moves_the_due_date_to_the_result(people: People) -> None:
    training = requested(people.ror)
    planned = actions.plan(who=people.ror, key=training.key, planned_on=dt.date(2018, 3, 20))
    assert planned.state == State.PLANNED
    assert open_dues(people.ror, training.key) == {"register_result": dt.date(2018, 3, 27)}


def test_moving_the_day_moves_what_is_due(people: People) -> None:
    training = requested(people.ror)
    actions.plan(who=people.ror, key=training.key, planned_on=dt.date(2018, 3, 20))
    actions.replan(
        who=people.ror, key=training.key, planned_on=dt.date(2018, 4, 3), reason="Zaal dicht"
    )
    assert open_dues(people.ror, training.key) == {"register_result": dt.date(2018, 4, 10)}


def test_a_result_closes_what_was_due(people: People) -> None:
    training = requested(people.ror)
    held = actions.hold(
        who=people.ror,
        key=training.key,
        held_on=dt.date(2018, 3, 15),
        participants=24,
        participants_primary=10,
        participants_secondary=14,
        rating=Decimal("8.1"),
        rating_responses=20,
    )
    assert (held.state, held.participants) == (State.HELD, 24)
    assert open_dues(people.ror, training.key) == {}
    with acting(people.ror):
        step = TrainingStep.objects.get(training=training.key, edge="hold")
    assert step.business_date == dt.date(2018, 3, 15)


def test_a_cancelled_training_may_be_opened_again(people: People) -> None:
    training = requested(people.ror)
    actions.plan(who=people.ror, key=training.key, planned_on=tomorrow())
    actions.cancel(who=people.ror, key=training.key, reason="Te weinig animo")
    assert open_dues(people.ror, training.key) == {}
    opened = actions.reopen(who=people.ror, key=training.key, reason="Verkeerde training")
    assert (opened.state, opened.planned_on) == (State.REQUESTED, None)
    assert open_dues(people.ror, training.key) == {"respond": dt.date(2018, 1, 22)}


def test_a_withdrawn_training_takes_no_step_and_no_correction(people: People) -> None:
    training = requested(people.officer)
    actions.withdraw(who=people.officer, key=training.key, reason="Dubbel ingevoerd")
    with pytest.raises(EdgeRefused):
        actions.plan(who=people.officer, key=training.key, planned_on=tomorrow())
    with acting(people.officer):
        seen = token_of(training.key)
    with pytest.raises(EdgeRefused):
        actions.correct(
            who=people.officer,
            key=training.key,
            changes={"title": "Anders"},
            reason="Toch",
            seen=seen,
        )


def test_a_provider_may_not_withdraw(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(Refused):
        actions.withdraw(who=people.ror, key=training.key, reason="Weg ermee")


def test_another_providers_training_does_not_exist(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(Refused):
        actions.plan(who=people.ssv, key=training.key, planned_on=tomorrow())
    with pytest.raises(Refused):
        actions.plan(who=people.ssv, key=uuid.uuid4(), planned_on=tomorrow())


def test_nobody_requests_at_another_provider(people: People) -> None:
    with pytest.raises(Refused):
        actions.request_training(who=people.ssv, provider="opleider", content=request())


def test_a_result_that_is_still_to_come_is_refused(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(Invalid) as caught:
        actions.hold(who=people.ror, key=training.key, held_on=tomorrow(), participants=3)
    assert faults(caught) == {"held_on"}


def test_sectors_above_the_total_are_refused(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(Invalid) as caught:
        actions.hold(
            who=people.ror,
            key=training.key,
            held_on=dt.date(2018, 3, 1),
            participants=10,
            participants_primary=6,
            participants_vocational=5,
        )
    assert faults(caught) == {"participants"}
    assert "11" in str(caught.value)


@pytest.mark.parametrize("act", [actions.cancel, actions.withdraw])
@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_a_step_that_needs_a_reason_is_refused_without(
    people: People, act: Callable[..., Training], reason: str
) -> None:
    training = requested(people.officer)
    with pytest.raises(Invalid) as caught:
        act(who=people.officer, key=training.key, reason=reason)
    assert faults(caught) == {"reason"}


def test_a_reference_that_is_taken_is_named(people: People) -> None:
    first = requested(people.ror, reference="ROR-1")
    with pytest.raises(Invalid) as caught:
        requested(people.ror, reference=first.reference)
    assert faults(caught) == {"reference"}
    assert "ROR-1" in str(caught.value)


def test_another_provider_may_use_the_same_reference(people: People) -> None:
    requested(people.ror, reference="2018-1")
    training = actions.request_training(
        who=people.ssv, provider="school", content=request(reference="2018-1")
    )
    assert training.provider_id == "school"


def test_a_course_of_another_provider_or_kind_is_refused(people: People) -> None:
    with pytest.raises(Invalid) as caught:
        requested(people.ror, course="docent")
    assert faults(caught) == {"course"}
    with pytest.raises(Invalid) as caught:
        requested(people.ror, course="themadag")
    assert faults(caught) == {"kind"}


def test_a_correction_changes_values_and_leaves_its_reason(people: People) -> None:
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    corrected = actions.correct(
        who=people.ror,
        key=training.key,
        changes={"title": "Nieuwe titel", "requester": training.requester},
        reason="Tikfout",
        seen=seen,
    )
    assert corrected.title == "Nieuwe titel"
    with acting(people.ror):
        step = TrainingStep.objects.get(training=training.key, edge="correct")
    assert step.reason == "Tikfout"


def test_a_correction_of_the_request_day_moves_what_is_due(people: People) -> None:
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    actions.correct(
        who=people.ror,
        key=training.key,
        changes={"requested_on": dt.date(2018, 2, 1)},
        reason="Verkeerde dag",
        seen=seen,
    )
    assert open_dues(people.ror, training.key) == {"respond": dt.date(2018, 2, 15)}


def test_a_correction_that_changes_nothing_is_refused(people: People) -> None:
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    with pytest.raises(Invalid):
        actions.correct(
            who=people.ror,
            key=training.key,
            changes={"title": training.title},
            reason="Zomaar",
            seen=seen,
        )


@pytest.mark.parametrize("token", ["", "x", "0", "99999999999999999999", "-1", "١"])
def test_a_token_of_no_version_is_refused(people: People, token: str) -> None:
    training = requested(people.ror)
    with pytest.raises(Invalid) as caught:
        actions.correct(
            who=people.ror, key=training.key, changes={"title": "X"}, reason="R", seen=token
        )
    assert faults(caught) == {"seen"}


def test_the_provider_is_no_field_of_a_correction(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(ValueError, match="provider"):
        actions.correct(
            who=people.ror, key=training.key, changes={"provider": "school"}, reason="R", seen="1"
        )


def test_a_change_after_it_was_seen_is_shown_as_a_merge(committed_people: People) -> None:
    people = committed_people
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    actions.correct(
        who=people.officer,
        key=training.key,
        changes={"title": "Van de ander", "requester": "Politie"},
        reason="Beter",
        seen=seen,
    )
    with pytest.raises(Conflict) as caught:
        actions.correct(
            who=people.ror,
            key=training.key,
            changes={"title": "Van mij", "wanted_on": dt.date(2018, 5, 1)},
            reason="Ook beter",
            seen=seen,
        )
    found = {difference.field: difference for difference in caught.value.differences}
    assert set(found) == {"title", "requester", "wanted_on"}
    assert (found["title"].was, found["title"].theirs, found["title"].yours) == (
        "Signalen herkennen",
        "Van de ander",
        "Van mij",
    )
    assert [name for name, difference in found.items() if difference.clash] == ["title"]
    assert caught.value.changed_by == "Beleid"
    assert caught.value.merged == {
        "title": "Van mij",
        "requester": "Politie",
        "wanted_on": dt.date(2018, 5, 1),
    }
    again = actions.correct(
        who=people.ror,
        key=training.key,
        changes=caught.value.merged,
        reason="Ook beter",
        seen=caught.value.seen,
    )
    assert (again.title, again.requester) == ("Van mij", "Politie")


def test_a_step_on_a_record_that_changed_is_a_conflict(committed_people: People) -> None:
    people = committed_people
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    actions.plan(who=people.officer, key=training.key, planned_on=tomorrow())
    with pytest.raises(Conflict):
        actions.hold(
            who=people.ror,
            key=training.key,
            held_on=dt.date(2018, 3, 1),
            participants=4,
            seen=seen,
        )


def test_a_double_click_on_a_correction_is_harmless(committed_people: People) -> None:
    people = committed_people
    training = requested(people.ror)
    with acting(people.ror):
        seen = token_of(training.key)
    for _ in range(2):
        actions.correct(
            who=people.ror, key=training.key, changes={"title": "Eens"}, reason="R", seen=seen
        )
    with acting(people.ror):
        assert TrainingStep.objects.filter(training=training.key, edge="correct").count() == 1


def test_a_refused_step_writes_nothing(people: People) -> None:
    training = requested(people.ror)
    with pytest.raises(Invalid):
        actions.plan(who=people.ror, key=training.key, planned_on=dt.date(1999, 1, 1))
    with acting(people.ror):
        assert Training.objects.get(key=training.key).state == State.REQUESTED
        assert TrainingStep.objects.filter(training=training.key).count() == 1


def test_each_act_leaves_one_event(committed_people: People) -> None:
    people = committed_people
    training = requested(people.officer)
    actions.plan(who=people.officer, key=training.key, planned_on=tomorrow())
    with acting(people.officer):
        seen = token_of(training.key)
    actions.correct(
        who=people.officer, key=training.key, changes={"title": "Z"}, reason="R", seen=seen
    )
    actions.withdraw(who=people.officer, key=training.key, reason="Dubbel")
    with psycopg.connect(os.environ["VIJFLUIK_TEST_ADMIN"], dbname=committed_name()) as admin:
        rows = admin.execute(
            "SELECT action, reason FROM journal_event"
            " WHERE object_key = %s AND action <> 'access.decided' ORDER BY moment",
            [str(training.key)],
        ).fetchall()
    assert rows == [
        ("record.created", ""),
        ("record.stepped", ""),
        ("record.changed", "R"),
        ("record.withdrawn", "Dubbel"),
    ]


def committed_name() -> str:
    return str(connection.settings_dict["NAME"])
