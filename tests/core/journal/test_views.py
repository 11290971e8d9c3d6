"""The journal in the shapes that others ask: a line per person, a record per decision, all acts."""

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import Http404
from jsonschema import Draft202012Validator
from tests.core.journal.making import as_role, somebody

from vijfluik.core.access.oversight import export
from vijfluik.core.journal.queries import Filter
from vijfluik.core.journal.recording import Stranger, record, record_apart
from vijfluik.core.journal.results import Origin, Result
from vijfluik.core.journal.views.exporting import VIEWS
from vijfluik.core.journal.views.shape import Served
from vijfluik.core.journal.vocabulary import (
    ACCESS_DECIDED,
    RECORD_VIEWED,
    RECORDS_LISTED,
    SIGNED_IN,
)
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose, Role

SERVED = Served(register="https://voorbeeld.test/verwerkingen/")
PERSONS = [uuid.UUID(int=number) for number in (1, 2, 3)]
NAME = "Alice de Vries"


@pytest.fixture
def written(committed: str) -> Acting:
    """Acts on persons and on none, decisions both ways, a fault and a stranger's attempt."""
    who = somebody()
    with acting(who):
        record(action=RECORD_VIEWED, object_type="networks.member", subjects=PERSONS[:1])
        record(
            action=RECORDS_LISTED,
            object_type="networks.member",
            details={"rows": 3},
            subjects=PERSONS,
        )
        record(action=RECORD_VIEWED, object_type="trainings.training", object_key="abc")
    for result, rule in ((Result.ALLOWED, "own-records"), (Result.DENIED, "no-rule")):
        record_apart(
            action=ACCESS_DECIDED,
            result=result,
            rule=rule,
            policy_version="12",
            details={"act": "read"},
            object_type="trainings",
            subjects=PERSONS[:1],
            who=who,
        )
    record_apart(action=RECORD_VIEWED, result=Result.FAILED, subjects=PERSONS[1:2], who=who)
    record_apart(
        action=SIGNED_IN,
        result=Result.DENIED,
        rule="no-actor",
        policy_version="12",
        object_type="session",
        who=Stranger(origin=Origin.WEB),
    )
    return who


def lines(view: str) -> list[dict[str, Any]]:
    """The view as an auditor exports it, each line valid."""
    check = Draft202012Validator(VIEWS[view].schema)
    written = list(texts(view))
    made = list(map(json.loads, written))
    # One text per line, whoever writes it.
    assert written == [
        json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for line in made
    ]
    for line in made:
        check.validate(line)
    return made


def asked_of(line: dict[str, Any]) -> dict[str, Any]:
    return dict(line["body"]["adl.core.request"])


def told_of(line: dict[str, Any]) -> dict[str, Any]:
    return dict(line["body"]["adl.core.response"])


def texts(view: str, wanted: Filter | None = None) -> Iterator[str]:
    with acting(somebody(role=Role.AUDITOR, purpose=Purpose.OVERSIGHT)):
        return export(view=view, wanted=wanted or Filter(), served=SERVED)


def test_the_ldv_has_a_line_per_person_and_no_user(written: Acting) -> None:
    made = lines("ldv")
    told = Counter(
        (line["name"], line["attributes"]["dpl.core.data_subject_id"], line["status_code"])
        for line in made
    )
    first, second, third = map(str, PERSONS)
    assert told == {
        ("record.viewed", first, "Ok"): 1,
        ("record.listed", first, "Ok"): 1,
        ("record.listed", second, "Ok"): 1,
        ("record.listed", third, "Ok"): 1,
        ("access.decided", first, "Unset"): 2,
        ("record.viewed", second, "Error"): 1,
    }
    assert {line["attributes"]["dpl.core.processing_activity_id"] for line in made} == {
        "https://voorbeeld.test/verwerkingen/networks.member",
        "https://voorbeeld.test/verwerkingen/trainings",
        "https://voorbeeld.test/verwerkingen/record",
    }
    # An act on several people is an action of its own for each, below the act.
    of_list = [line for line in made if line["name"] == "record.listed"]
    assert len({line["span_id"] for line in of_list}) == 3
    assert len({line["parent_span_id"] for line in of_list}) == 1
    assert not any("parent_span_id" in line for line in made if line not in of_list)
    everything = "\n".join(texts("ldv"))
    for about in (written.actor.key, written.mandate, NAME, "jenv", "nctv", written.reason):
        assert not about or str(about) not in everything


def test_the_adl_has_one_record_per_decision(written: Acting) -> None:
    made = [line for line in lines("adl") if line["trace_id"] == written.trace]
    assert [
        (told_of(line)["decision"], told_of(line)["context"]["rule"], line["status"])
        for line in made
    ] == [(True, "own-records", "Unset"), (False, "no-rule", "Unset")]
    assert {asked_of(line)["action"]["name"] for line in made} == {"read"}
    assert {line["attributes"]["adl.core.policies"]["vijfluik"] for line in made} == {"12"}
    with as_role("auditor") as auditor:
        decided = auditor.execute(
            "SELECT id FROM journal_event WHERE result IN ('allowed', 'denied')"
        ).fetchall()
    # Asking for the export is a decision of its own.
    assert len(list(texts("adl"))) == len(decided) + 1
    assert NAME not in "\n".join(texts("adl"))
    nobody = [line for line in lines("adl") if asked_of(line)["subject"]["id"] == ""]
    assert [asked_of(line)["subject"]["type"] for line in nobody] == ["anoniem"]


def test_the_bio_view_has_every_event_and_no_name(written: Acting) -> None:
    made = lines("bio2")
    with as_role("auditor") as auditor:
        ids = auditor.execute("SELECT id FROM journal_event ORDER BY moment, id").fetchall()
    assert [line["id"] for line in made] == [str(key) for (key,) in ids]
    everything = "\n".join(texts("bio2"))
    assert NAME not in everything
    assert written.reason not in everything


def test_an_export_is_an_event_before_its_first_line(written: Acting) -> None:
    waiting = texts("bio2", Filter(action="record.viewed"))
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT details FROM journal_event WHERE action = 'journal.exported'"
        ).fetchall()
    assert rows == [('{"filters":["action"],"view":"bio2"}',)]
    assert len(list(waiting)) == 3


@pytest.mark.parametrize("purpose", [Purpose.PROGRAMME, Purpose.OVERSIGHT])
def test_who_does_not_oversee_exports_nothing(committed: str, purpose: Purpose) -> None:
    with pytest.raises(Http404), acting(somebody(purpose=purpose)):
        export(view="bio2", wanted=Filter(), served=SERVED)
