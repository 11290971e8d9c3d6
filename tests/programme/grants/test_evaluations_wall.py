"""What the fund evaluates behind its wall, attacked: the ministry sees totals, and nothing else."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.browser.reading import read
from tests.programme.grants.conftest import Keys
from tests.programme.grants.world import SECRET
from tests.programme.knowledge import days_ago, evaluation, lesson, recorded, stepped
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.access import access_record, access_records
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.walls import walled_off
from vijfluik.core.registers.work import due_work
from vijfluik.programme.evaluations.maturity import totals_of_the_fund
from vijfluik.programme.evaluations.models import Evaluation, Finding, Lesson

THINGS = ("evaluations", "findings", "recommendations", "theories", "measurements")
OUTSIDE = ("noor", "hanneke", "marleen", "femke", "daan", "aukje")
BOXES = ("problem", "target_group", "activity", "mechanism", "outcome")


@pytest.fixture
def studied(keys: Keys) -> dict[str, Any]:
    """An evaluation of an award of the fund with all that belongs to one, by its register."""
    study = evaluation(
        by="roos", owner="fonds", subject_item="", award=keys["fund award"], item="VK-35",
        title=SECRET, commissioner="fonds", evaluators=("aef",),
    )  # fmt: skip
    of: dict[str, Any] = {
        "by": "roos", "owner": "fonds", "evaluation": study.key, "title": SECRET,
    }  # fmt: skip
    return {
        "evaluations": study,
        "findings": recorded(
            "findings", **of, study="AEF", about="practice", strength="plausible",
            found_on=days_ago(3),
        ),
        "recommendations": recorded(
            "recommendations", **of, addressee="fonds", made_on=days_ago(3)
        ),
        "theories": recorded(
            "theories", **of, begun_on=days_ago(9), **dict.fromkeys(BOXES, SECRET)
        ),
        "measurements": recorded(
            "measurements", by="roos", owner="fonds", evaluation=study.key, indicator=SECRET,
            phase="before", instrument="survey", unit="percent", planned_on=days_ago(3),
        ),
    }  # fmt: skip


def test_raw_sql_shows_no_row_of_it_to_whoever_stands_outside(studied: dict[str, Any]) -> None:
    found: dict[str, dict[str, int]] = {}
    for username in ("roos", *OUTSIDE):
        found[username] = {}
        with acting(somebody(username)), connection.cursor() as cursor:
            # Saying the word of the totals opens nothing either.
            cursor.execute("SELECT set_config('grants.totals', 'on', true)")
            for thing, record in studied.items():
                register = register_named(thing)
                table, link = register.model._meta.db_table, register.step_link
                for place, column in (
                    (table, "key"), (f"{table}_version", "key"), (f"{table}_search", "key"),
                    (register.steps._meta.db_table, f"{link}_id"), ("lifecycle_due", "object_key"),
                ):  # fmt: skip
                    cursor.execute(
                        f"SELECT count(*) FROM {place} WHERE {column} = %s", [record.key]
                    )
                    (count,) = cursor.fetchone()
                    found[username][f"{thing} {place}"] = count
    inside = found.pop("roos")
    assert {name for name, count in inside.items() if not count} <= {
        "findings lifecycle_due", "recommendations lifecycle_due", "theories lifecycle_due",
    }  # fmt: skip
    assert found == {username: dict.fromkeys(inside, 0) for username in OUTSIDE}


@pytest.mark.parametrize("thing", THINGS)
def test_the_python_layer_holds_by_itself(studied: dict[str, Any], thing: str) -> None:
    register, noor = register_named(thing), somebody("noor")
    with acting(somebody("roos")):
        record: Any = register.model._default_manager.get(key=studied[thing].key)
    assert record.compartment == "grants_fund"
    with acting(noor):
        _sql, parameters = access_records(register, who=noor).query.sql_with_params()
        assert ("grants_programme" in parameters, "grants_fund" in parameters) == (True, False)
        assert walled_off(register, record=record, who=noor, action="read")
        with pytest.raises(Refused):
            access_record(register, who=noor, key=record.key)
    for kind in ExportFormat:
        file = export_records(register, who=noor, format=kind)
        assert SECRET.encode() not in file.content


def test_no_page_tells_of_it_and_the_totals_do(studied: dict[str, Any], keys: Keys) -> None:
    visitor = browser("noor")
    for thing, record in studied.items():
        path = register_named(thing).path
        assert visitor.get(f"/{path}/{record.key}/").status_code == 404
        assert browser("roos").get(f"/{path}/{record.key}/").status_code == 200
        assert SECRET not in visitor.get(f"/{path}/").content.decode()
    for page in ("/", "/mijn-werk/", "/programma/onderdeel/vk-35/",
                 "/evaluaties/rijpheid/"):  # fmt: skip
        assert SECRET not in visitor.get(page).content.decode(), page
    assert SECRET not in visitor.post("/zoeken/", {"zoek": "podium"}).content.decode()
    told = read(visitor.get("/evaluaties/rijpheid/?soort=toekenningen")).text
    assert "Toekenningen: 1; met een plan of evaluatie: 1;" in told
    own = read(browser("roos").get("/evaluaties/rijpheid/")).text
    assert (SECRET in own, "alleen totalen" in own) == (True, False)
    for username in ("noor", "roos"):
        with acting(somebody(username)):
            found = {item.record.key for item in due_work(
                who=somebody(username), until=dt.date(2031, 1, 1))}  # fmt: skip
        assert (studied["evaluations"].key in found) is (username == "roos")
    with acting(somebody("daan")), connection.cursor() as cursor:
        assert totals_of_the_fund() is None
        cursor.execute("SELECT count(*) FROM evaluations.of_the_fund()")
        assert cursor.fetchone() == (0,)


def test_nobody_carries_an_evaluation_over_the_wall(studied: dict[str, Any], keys: Keys) -> None:
    study = studied["evaluations"]
    with acting(somebody("roos")):
        Evaluation.objects.filter(key=study.key).update(compartment="grants_programme")
        Finding.objects.filter(evaluation=study.key).update(compartment="grants_programme")
        for row in (Evaluation.objects.get(key=study.key), Finding.objects.get()):
            assert row.compartment == "grants_fund"
    # The ministry can name no award of the fund: for it there is none.
    for by in ("hanneke", "noor"):
        with pytest.raises(Invalid) as caught:
            evaluation(by=by, owner="jenv", subject_item="", award=keys["fund award"], item="VK-35")
        assert {fault.field for fault in caught.value.faults} == {"award"}
    other = evaluation(by="hanneke", owner="jenv", item="VK-35", subject_item="VK-35")
    refused = pytest.raises(DatabaseError, match="not there")
    with acting(somebody("hanneke")), refused, transaction.atomic():
        Evaluation.objects.filter(key=other.key).update(subject_item="", award=keys["fund award"])
    with pytest.raises(Refused):
        stepped("evaluations", study, "start", by="noor", started_on=days_ago(1))
    with acting(somebody("roos")):
        assert not Evaluation.objects.filter(key=other.key).exists()


def test_an_evaluator_reads_its_own_study_of_the_fund_and_no_other(keys: Keys) -> None:
    study = evaluation(
        by="roos", owner="wodc", subject_item="", award=keys["fund award"], item="VK-35"
    )
    evaluation(by="roos", owner="fonds", subject_item="", award=keys["fund award"], item="VK-35")
    with acting(somebody("marleen")):
        assert [row.key for row in Evaluation.objects.all()] == [study.key]
    assert browser("marleen").get(f"/evaluaties/{study.key}/").status_code == 200


def test_what_the_fund_learns_no_rule_of_the_ministry_reaches(studied: dict[str, Any]) -> None:
    """The fund keeps no lessons here, so that nobody outside publishes or corrects one of its."""
    told = {
        "title": SECRET, "study": "AEF", "situation": "S", "outcome": "partly", "learned": "L",
        "advice": "A", "audience": ("municipality",), "written_on": days_ago(2),
        "evaluation": studied["evaluations"].key,
    }  # fmt: skip
    with pytest.raises(Refused):
        recorded("lessons", by="roos", owner="fonds", **told)
    with pytest.raises(Invalid) as caught:
        recorded("lessons", by="noor", owner="fonds", **told)
    assert {fault.field for fault in caught.value.faults} == {"evaluation"}


def test_a_draft_of_a_lesson_is_read_where_its_study_is(keys: Keys) -> None:
    """By raw SQL too; whoever writes the row, its state says who reads it."""
    made = lesson(evaluation())
    for username, seen in (("marleen", 1), ("noor", 1), ("pieter", 0), ("daan", 0), ("roos", 0)):
        with acting(somebody(username)), connection.cursor() as cursor:
            for table in ("lesson", "lesson_version", "lesson_search"):
                cursor.execute(
                    f"SELECT count(*) FROM evaluations_{table} WHERE key = %s", [made.key]
                )
                assert cursor.fetchone() == (seen,), (username, table)
    with acting(somebody("marleen")):
        Lesson.objects.filter(key=made.key).update(compartment="lessons_public")
        assert Lesson.objects.get(key=made.key).compartment == "grants_programme"
        refused = pytest.raises(DatabaseError, match="published after the study")
        with refused, transaction.atomic():
            Lesson.objects.filter(key=made.key).update(state="published", published_on=days_ago(0))
