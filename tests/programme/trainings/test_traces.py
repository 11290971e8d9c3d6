"""What acts leave in the journal: under the record itself, and also when they did not succeed."""

import contextlib
import datetime as dt
import time
import uuid

import pytest
from django.db import OperationalError, connection
from tests.programme.trainings.doing import import_file, mending, token_of
from tests.programme.trainings.files import csv_of
from tests.programme.trainings.world import People, request

from vijfluik.core.access.gate import Refused
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.journal.results import Result
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions as core_actions
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.importing.quarantine import waiting_rows
from vijfluik.core.registers.importing.writing import Choice
from vijfluik.core.registers.retried import retried
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training

Told = list[tuple[str, str, str]]


def tomorrow() -> dt.date:
    """Asked when it is needed: a run may pass midnight in Amsterdam."""
    return today() + dt.timedelta(days=1)


def told(*, key: object = "", object_type: str = "", result: Result | None = None) -> Told:
    """Action, result and reason of the events, the oldest first, without decisions."""
    wanted = Filter(object_key=str(key), object_type=object_type, result=result)
    return [
        (event.action, event.result, event.reason)
        for event in reversed(page_of_events(wanted=wanted).events)
        if event.action != "access.decided"
    ]


def failed() -> Told:
    return told(result=Result.FAILED)


def requested(people: People) -> Training:
    return actions.request_training(who=people.ror, provider="opleider", content=request())


def test_an_import_shows_under_each_record_that_it_added_or_changed(
    committed_people: People,
) -> None:
    people = committed_people
    (first,) = import_file(who=people.ror, file_name="a.csv", content=csv_of({})).added
    outcome = import_file(
        who=people.ror,
        file_name="b.csv",
        content=csv_of({"deelnemers": "15"}, {"kenmerk": "A-2"}),
        choice=Choice.CORRECT,
        reason="Nageteld",
    )
    assert told(key=first.key, object_type="trainings.training") == [
        ("record.created", "done", "Ingelezen uit a.csv"),
        ("record.changed", "done", "Nageteld"),
    ]
    assert told(key=outcome.added[0].key) == [("record.created", "done", "Nageteld")]
    assert told(key=outcome.batch.key, object_type="trainings.importbatch") == [
        ("record.imported", "done", "Nageteld")
    ]
    events = page_of_events(wanted=Filter(object_key=str(first.key))).events
    assert '{"fields":["participants"]}' in [event.details for event in events]


def test_a_move_by_a_file_names_the_state_among_what_changed(committed_people: People) -> None:
    people = committed_people
    asked = csv_of({"gegeven op": "", "deelnemers": ""})
    (first,) = import_file(who=people.ror, file_name="a.csv", content=asked).added
    import_file(
        who=people.ror, file_name="b.csv", content=csv_of({}), choice=Choice.CORRECT, reason="R"
    )
    (event,) = page_of_events(
        wanted=Filter(object_key=str(first.key), action="record.changed")
    ).events
    assert event.details == '{"fields":["state","held_on","participants"]}'


def test_a_row_put_right_shows_under_its_record(committed_people: People) -> None:
    people = committed_people
    content = csv_of({"deelnemers": "twaalf"})
    batch = import_file(who=people.ror, file_name="a.csv", content=content).batch
    (row,) = waiting_rows(batch)
    with pytest.raises(Invalid):
        mending.put_right(who=people.ror, batch=batch.key, line=2, cells=dict(row.cells))
    assert [(action, result) for action, result, _ in told(key=batch.key)] == [
        ("record.imported", "done"),
        ("record.imported", "failed"),
    ]
    cells = {**row.cells, "deelnemers": "12"}
    mended = mending.put_right(who=people.ror, batch=batch.key, line=2, cells=cells)
    assert [action for action, _, _ in told(key=mended.key)] == ["record.created"]


def test_a_cancellation_without_a_reason_is_a_failed_attempt(committed_people: People) -> None:
    key = requested(committed_people).key
    with pytest.raises(Invalid):
        actions.cancel(who=committed_people.ror, key=key, reason=" ")
    assert failed() == told(key=key)[1:] == [("record.stepped", "failed", " ")]


def test_a_step_from_the_wrong_state_is_a_failed_attempt(committed_people: People) -> None:
    key = requested(committed_people).key
    with pytest.raises(EdgeRefused):
        actions.reopen(who=committed_people.ror, key=key, reason="Toch")
    assert failed() == told(key=key)[1:] == [("record.stepped", "failed", "Toch")]


def test_a_correction_that_is_not_right_is_a_failed_attempt(committed_people: People) -> None:
    people = committed_people
    key = requested(people).key
    with acting(people.ror):
        seen = token_of(key)
    with pytest.raises(Invalid):
        actions.correct(
            who=people.ror, key=key, changes={"title": ""}, reason="Weg ermee", seen=seen
        )
    assert failed() == told(key=key)[1:] == [("record.changed", "failed", "Weg ermee")]


def test_a_result_of_a_day_to_come_is_a_failed_attempt(committed_people: People) -> None:
    key = requested(committed_people).key
    with pytest.raises(Invalid):
        actions.hold(who=committed_people.ror, key=key, held_on=tomorrow(), participants=3)
    assert failed() == told(key=key)[1:] == [("record.stepped", "failed", "")]


def test_a_withdrawal_with_too_long_a_reason_is_a_failed_attempt(committed_people: People) -> None:
    people = committed_people
    key = requested(people).key
    with pytest.raises(Invalid):
        actions.withdraw(who=people.officer, key=key, reason="x" * 501)
    assert failed() == [("record.withdrawn", "failed", "x" * 500)]


def test_a_step_on_what_somebody_changed_is_a_failed_attempt(committed_people: People) -> None:
    people = committed_people
    key = requested(people).key
    with acting(people.ror):
        seen = token_of(key)
    actions.plan(who=people.officer, key=key, planned_on=tomorrow())
    with pytest.raises(Conflict):
        actions.cancel(who=people.ror, key=key, reason="R", seen=seen)
    assert failed() == [("record.stepped", "failed", "R")]


def test_a_request_that_is_not_right_is_a_failed_attempt(committed_people: People) -> None:
    with pytest.raises(Invalid):
        actions.request_training(
            who=committed_people.ror, provider="opleider", content=request(title="")
        )
    assert failed() == [("record.created", "failed", "")]


def test_an_import_that_did_not_come_about_is_a_failed_attempt(committed_people: People) -> None:
    with pytest.raises(Invalid):
        import_file(
            who=committed_people.ror,
            file_name="a.csv",
            content=csv_of({}),
            choice=Choice.CORRECT,
        )
    assert failed() == told(object_type="trainings.importbatch")
    assert failed() == [("record.imported", "failed", "")]


def test_a_refusal_is_on_record_once_and_not_as_a_failure(committed_people: People) -> None:
    people = committed_people
    key = requested(people).key
    with pytest.raises(Refused):
        actions.plan(who=people.ssv, key=key, planned_on=tomorrow())
    assert failed() == []
    wanted = Filter(object_key=str(key), result=Result.DENIED)
    assert len(page_of_events(wanted=wanted).events) == 1


@pytest.mark.parametrize("in_request", [False, True])
@pytest.mark.parametrize(("failures", "left"), [(2, 0), (3, 1)])
def test_of_attempts_that_are_begun_anew_only_the_last_counts(
    committed_people: People,
    monkeypatch: pytest.MonkeyPatch,
    failures: int,
    left: int,
    in_request: bool,
) -> None:
    people = committed_people
    key = requested(people).key
    tries: list[int] = []

    def met(_register: object, *, record: Training, adding: bool = False) -> None:
        tries.append(1)
        if len(tries) > failures:
            record.save()
            return
        with connection.cursor() as cursor:
            cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'met' USING ERRCODE = '40001'; END $$")

    monkeypatch.setattr(core_actions, "save", met)

    def plan() -> Training:
        return actions.plan(who=people.ror, key=key, planned_on=tomorrow())

    def within_a_request() -> Training:
        with acting(people.ror):
            return plan()

    run = retried(within_a_request) if in_request else plan
    with pytest.raises(OperationalError) if left else contextlib.nullcontext():
        run()
    assert len(tries) == 3
    assert len(failed()) == left


def test_many_records_are_imported_within_a_transaction_of_a_request(
    committed_people: People,
) -> None:
    few = 2000
    content = csv_of(*({"kenmerk": f"V-{number}"} for number in range(few)))
    start = time.monotonic()
    outcome = import_file(who=committed_people.ror, file_name="veel.csv", content=content)
    # Twenty thousand rows have thirty seconds.
    assert time.monotonic() - start < 30 * few / 20_000 * 3
    assert len(outcome.added) == few
    assert told(key=outcome.added[-1].key) == [("record.created", "done", "Ingelezen uit veel.csv")]
    assert isinstance(outcome.added[-1].key, uuid.UUID)
