"""Who saw this record: acts on it, and the lists, searches and files that it stood in."""

import datetime as dt
import uuid

import pytest
from django.db import connections, transaction
from django.http import Http404
from django.test import Client
from tests.core.journal.making import as_role
from tests.programme.trainings.doing import (
    due_work,
    export_trainings,
    plain_rows,
    training_list,
    wanted,
)
from tests.site import people

from vijfluik.core.access.oversight import events
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.queries import Filter, _matching
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify_at
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.exporting.records import ExportFormat
from vijfluik.programme.trainings.actions import plan, request_training
from vijfluik.programme.trainings.vocabulary import ActivityKind

MONTH = dt.timedelta(days=30)


def made(title: str, *, provider: str = "ror") -> uuid.UUID:
    """A training of a provider, recorded by the policy officer."""
    who = people.somebody(people.POLICY_OFFICER)
    content = Content(
        reference=f"{provider}-{title}",
        kind=ActivityKind.TRAINING,
        title=title,
        requested_on=today(),
        wanted_on=today(),
    )
    return request_training(who=who, provider=provider, content=content).key


def lists() -> list[tuple[object, ...]]:
    """Action, rule, details and manifest of the lists, the oldest first."""
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT action, rule, details, objects FROM journal_event"
            " WHERE action IN ('record.listed', 'record.exported') ORDER BY moment"
        ).fetchall()


def test_a_list_is_one_event_with_its_rule_count_filters_and_records(committed: str) -> None:
    seen = sorted([made("Signalen"), made("Weerbaar")])
    made("Elders", provider="ssv")
    who = people.somebody(people.PROVIDER)
    with acting(who):
        training_list(who=who, filters=wanted())
    assert lists() == [
        ("record.listed", "training_provider:trainings:read:own", '{"filters":[],"rows":2}', seen)
    ]
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT count(*) FROM journal_event WHERE actor = %s", [who.actor.key]
        )
        assert rows.fetchone() == (1,)


def test_a_search_tells_that_was_searched_and_never_for_what(committed: str) -> None:
    key = made("Signalen")
    made("Weerbaar")
    who = people.somebody(people.POLICY_OFFICER)
    with acting(who):
        training_list(who=who, filters=wanted(search="Signalen", state="requested"))
    ((_action, _rule, details, objects),) = lists()
    assert (details, objects) == ('{"filters":["search","state"],"rows":1}', [key])
    with as_role("auditor") as auditor:
        told = auditor.execute("SELECT e::text FROM journal_event e").fetchall()
    assert not any("Signalen" in str(row[0]) for row in told)


@pytest.mark.parametrize("format", list(ExportFormat))
def test_a_file_names_what_it_holds(committed: str, format: ExportFormat) -> None:  # noqa: A002
    key = made("Signalen")
    export_trainings(who=people.somebody(people.POLICY_OFFICER), format=format)
    ((action, _rule, details, objects),) = lists()
    assert (action, objects) == ("record.exported", [key])
    assert details == f'{{"filters":[],"format":"{format}","rows":1}}'


def test_the_command_and_the_work_list_tell_too(committed: str) -> None:
    key = made("Signalen")
    who = people.somebody(people.POLICY_OFFICER)
    plain_rows(who=who, filters=wanted())
    with acting(who):
        due_work(who=who, until=today().replace(year=today().year + 1))
    assert [row[3] for row in lists()] == [[key], [key]]


def test_the_overview_tells_whose_changes_it_showed(committed: str) -> None:
    key = made("Signalen")
    plan(who=people.somebody(people.POLICY_OFFICER), key=key, planned_on=today() + MONTH)
    assert people.browser(people.POLICY_OFFICER).get("/").status_code == 200
    ((_action, _rule, details, objects),) = lists()
    assert (details, objects) == ('{"filters":["latest"],"rows":1}', [key])


def test_a_list_that_breaks_off_showed_nothing(committed: str) -> None:
    made("Signalen")
    who = people.somebody(people.POLICY_OFFICER)
    with pytest.raises(ZeroDivisionError), acting(who):
        training_list(who=who, filters=wanted(search="x"), page=1 // 0)
    assert lists() == []


def test_who_saw_this_record_is_one_question(committed: str) -> None:
    mine, other = made("Signalen"), made("Weerbaar")
    officer, auditor = (
        people.somebody(people.POLICY_OFFICER),
        people.somebody(people.AUDITOR, purpose=Purpose.OVERSIGHT),
    )
    with acting(officer):
        training_list(who=officer, filters=wanted(search="Signalen"))
        training_list(who=officer, filters=wanted(search="Weerbaar"))
    export_trainings(who=officer, format=ExportFormat.CSV)
    with acting(auditor):
        found = events(wanted=Filter(object_key=str(mine))).events
        typed = events(wanted=Filter(object_key="what-was-never-there")).events
    told = [event.action for event in found if event.action.startswith("record.")]
    assert told == ["record.exported", "record.listed", "record.created"]
    assert typed == []
    assert all(event.object_key in ("", str(mine)) for event in found)
    assert not any(str(other) == event.object_key for event in found)
    with pytest.raises(Http404), acting(officer):
        events(wanted=Filter(object_key=str(mine)))


def test_the_page_of_the_journal_answers_it(committed: str) -> None:
    key = made("Signalen")
    officer: Client = people.browser(people.POLICY_OFFICER)
    assert officer.get("/trainingen/?zoek=Signalen").status_code == 200
    page = people.browser(people.AUDITOR).get("/toezicht/", {"voorwerp": str(key)})
    assert "bekeek een lijst van 1 regels" in page.content.decode()
    absent = people.browser(people.AUDITOR).get("/toezicht/", {"voorwerp": str(uuid.uuid4())})
    assert "bekeek een lijst" not in absent.content.decode()
    seal_now()
    assert verify_at(parameters(), folder=None).fault is None


def test_both_indexes_answer_it(committed: str) -> None:
    with transaction.atomic(using="auditor"):
        with connections["auditor"].cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = _matching(Filter(object_key=str(uuid.uuid4()))).explain()
    assert "object_key_object_type" in plan
    assert "objects_idx" in plan
    assert "Seq Scan" not in plan
