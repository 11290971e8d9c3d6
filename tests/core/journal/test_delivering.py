"""The journal over OpenTelemetry: in the order of the chain, at least once, nothing passed by."""

import random
import uuid
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.core.journal.collecting import Took, collector
from tests.core.journal.making import as_role, insert, many, somebody

from vijfluik.core.journal import queries
from vijfluik.core.journal.delivering import delivery
from vijfluik.core.journal.delivering.collector import Collector, Fault, NotTaken
from vijfluik.core.journal.delivering.delivery import deliver, note_forwarding, standings
from vijfluik.core.journal.queries import Filter, Only, in_order
from vijfluik.core.journal.recording import record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.views.shape import Served
from vijfluik.core.journal.vocabulary import ACCESS_DECIDED, RECORD_VIEWED
from vijfluik.site import collecting

SERVED = Served(register="urn:test:")


def written(count: int, *, seed: int = 1) -> None:
    """Events of which one in ten names persons, sealed."""
    with as_role("app") as app:
        insert(app, *many(count, seed=seed))
    seal_now()


def sent(view: str, took: Took, **options: Any) -> delivery.Delivered:
    return deliver(view, to=Collector(url=took.url, **options), served=SERVED)


def ids(took: Took) -> list[str]:
    """The ids of the events of the bio2 view, in the order in which they were taken."""
    return [
        pair["value"]["stringValue"]
        for each in took.records("logRecords")
        for pair in each["attributes"]
        if pair["key"] == "bio2.id"
    ]


def sealed() -> list[str]:
    """The ids of all sealed events in the order of the chain."""
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT event FROM journal_membership ORDER BY block, position"
        ).fetchall()
    return [str(key) for (key,) in rows]


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_BEHIND", delivery._BEHIND.replace("LIMIT 500", "LIMIT 7"))
    monkeypatch.setattr(delivery, "LINES_AT_ONCE", 5)


@pytest.mark.usefixtures("in_small_parts")
def test_each_sealed_event_is_delivered_and_what_failed_is_kept(committed: str) -> None:
    written(20)
    with collector() as took:
        # Five requests are taken; then the collector is away.
        took.after, took.status = 5, 503
        with pytest.raises(NotTaken) as refused:
            sent("bio2", took)
        assert (refused.value.fault, refused.value.again) == (Fault.LATER, 7.0)
        (standing,) = standings()
        assert (standing.delivery.fault, standing.behind) == ("later", 6)
        since = standing.delivery.failing_since
        assert since is not None
        written(3, seed=2)
        with pytest.raises(NotTaken):
            deliver("bio2", to=Collector(url="http://127.0.0.1:9"), served=SERVED)
        (standing,) = standings()
        assert (standing.delivery.fault, standing.delivery.failing_since, standing.behind) == (
            "unreachable",
            since,
            9,
        )
        took.status = 200
        done = sent("bio2", took)
        assert (done.events, done.lines, done.rejected) == (9, 9, 0)
        (standing,) = standings()
        assert (standing.delivery.fault, standing.delivery.failing_since, standing.behind) == (
            "",
            None,
            0,
        )
        # At least once: the part that was broken off came again, and nothing is missing.
        told = ids(took)
        assert list(dict.fromkeys(told)) == sealed()
        assert len(told) - len(set(told)) == 5
        assert sent("bio2", took).events == 0


@pytest.mark.usefixtures("in_small_parts")
def test_acts_on_persons_are_spans_and_decisions_are_records(committed: str) -> None:
    who, persons = somebody(), [uuid.UUID(int=number) for number in (1, 2)]
    record_apart(action=RECORD_VIEWED, result=Result.FAILED, subjects=persons, who=who)
    record_apart(
        action=ACCESS_DECIDED, result=Result.DENIED, rule="no-rule", policy_version="12",
        details={"act": "read"}, object_type="trainings", who=who,
    )  # fmt: skip
    seal_now()
    with collector() as took:
        assert sent("ldv", took, headers={"Authorization": "Bearer x"}).lines == 2
        assert sent("adl", took).lines == 1
        assert [path for path, _body in took.requests] == ["/v1/traces", "/v1/logs"]
        assert took.headers[0]["Authorization"] == "Bearer x"
        spans, (decision,) = took.records("spans"), took.records("logRecords")
    assert {each["traceId"] for each in spans} == {who.trace}
    assert len({each["spanId"] for each in spans}) == 2
    assert {each["status"]["code"] for each in spans} == {2}
    assert decision["eventName"] == "adl.access_evaluation"
    assert decision["traceId"] == who.trace
    everything = str((spans, decision))
    assert who.actor.name not in everything
    assert str(who.actor.key) not in str(spans)


def test_what_a_collector_rejects_is_counted_and_a_refusal_is_told(committed: str) -> None:
    written(3)
    with collector() as took:
        took.answer = b'{"partialSuccess": {"rejectedLogRecords": "2", "errorMessage": "oud"}}'
        assert sent("bio2", took).rejected == 2
        assert standings()[0].delivery.rejected == 2
        written(1, seed=3)
        for status, fault in (
            (300, Fault.REFUSED),
            (400, Fault.REFUSED),
            (401, Fault.ACCESS),
            (403, Fault.ACCESS),
            (404, Fault.REFUSED),
            (429, Fault.LATER),
        ):
            took.status = status
            with pytest.raises(NotTaken, match=fault.value):
                sent("bio2", took)
    note_forwarding(["bio2"])
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT actor, details FROM journal_event WHERE action = 'journal.forwarded'"
        ).fetchall()
    assert told == [(None, '{"views":["bio2"]}')]


def test_reading_in_parts_gives_every_event_once_in_order(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(random.Random(5).randrange(40, 60))
    whole = [each.id for each in in_order(wanted=Filter(), only=Only.ALL)]
    # Also in parts of which the last one is full.
    for size in (7, len(whole)):
        monkeypatch.setattr(queries, "AT_ONCE", size)
        assert [each.id for each in in_order(wanted=Filter(), only=Only.ALL)] == whole
    assert len(set(whole)) == len(whole) > 7
    persons = [each.id for each in in_order(wanted=Filter(), only=Only.SUBJECTS)]
    assert 0 < len(persons) < len(whole)


@pytest.mark.parametrize(
    ("name", "value", "proof"),
    [
        (collecting.URL, "ftp://elders.test", False),
        (collecting.URL, "http://elders.test", True),
        (collecting.VIEWS, "ldv,alles", False),
        (collecting.HEADERS, "sleutel zonder waarde", False),
    ],
)
def test_a_collector_that_cannot_be_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, proof: bool
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        collecting.read(proof=proof)
