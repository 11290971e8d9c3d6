"""The acts on an evaluation, what a finding may claim, and the picture of a theory."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.browser.reading import read
from tests.programme.knowledge import (
    COORDINATOR,
    OFFICER,
    days_ago,
    evaluation,
    finding,
    public,
    published,
    recommendation,
    stepped,
    theory,
)
from tests.site.people import browser, somebody

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.evaluations.canvas import boxes_of
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.evaluations.queries import last_of_the_same

DIFFUSE = "diffuus en meestal indirect"


def due(record: Any) -> dict[str, dt.date]:
    with acting(somebody(COORDINATOR)):
        rows = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def fields(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in caught.value.faults}


def test_an_evaluation_is_of_one_thing(platform: str) -> None:
    handbook = published()
    for content in (
        {"subject_item": ""},
        {"subject_item": "VV-14", "publication": handbook.key},
    ):
        with pytest.raises(Invalid) as caught:
            evaluation(by=OFFICER, owner="nctv", **content)
        assert fields(caught) <= {"subject_item", "publication"}
    made = evaluation(by=OFFICER, owner="nctv", subject_item="", publication=handbook.key)
    assert made.publication_id == handbook.key


def test_its_deadline_is_due_until_it_is_delivered_and_then_what_follows(platform: str) -> None:
    made = evaluation(due_on=days_ago(3))
    assert due(made) == {"start": days_ago(3)}
    stepped("evaluations", made, "start", by=COORDINATOR, started_on=days_ago(9))
    assert due(made) == {"deliver": days_ago(3)}
    assert "rapport opleveren" in read(browser(COORDINATOR).get("/mijn-werk/")).text.lower()
    stepped("evaluations", made, "deliver", by=COORDINATOR, delivered_on=today())
    assert due(made) == {"publish": today() + dt.timedelta(days=42)}
    with pytest.raises(Invalid) as caught:
        stepped("evaluations", made, "publish", by=COORDINATOR, published_on=today())
    assert fields(caught) == {"maturity", "conclusions"}


def test_only_a_study_of_effect_says_that_something_works(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        public(maturity="effective")
    assert fields(caught) == {"maturity"}
    assert public(maturity="effective", kind="effect").maturity == "effective"


def test_a_claim_on_effect_needs_a_study_of_effect_and_says_how_far_it_goes(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        finding(evaluation(), about="effect")
    assert fields(caught) == {"about"}
    made = finding(evaluation(kind="effect"), about="effect")
    page = read(browser(COORDINATOR).get(f"/bevindingen/{made.key}/")).text
    assert "effect; effecten zijn diffuus en meestal indirect" in page
    # Said once more on the record, the list and in each file, whatever the finding is about.
    assert page.count(DIFFUSE) == 2
    assert DIFFUSE in read(browser(COORDINATOR).get("/bevindingen/")).text
    register = register_named("findings")
    for kind in (ExportFormat.CSV, ExportFormat.JSON):
        file = export_records(register, who=somebody(COORDINATOR), format=kind)
        assert file.content.decode("utf-8-sig").count(DIFFUSE) == 2


def test_a_part_is_of_the_same_study_and_no_more_than_its_whole(platform: str) -> None:
    study = evaluation()
    counted: dict[str, Any] = {"unit": "cases", "definition": "Wat geteld is"}
    whole = finding(study, number=189, **counted)
    assert finding(study, number=7, part_of=whole.key, **counted).part_of_id == whole.key
    for of, content, wrong in (
        (study, {"number": 190, "part_of": whole.key, **counted}, {"number"}),
        (evaluation(), {"number": 7, "part_of": whole.key, **counted}, {"part_of"}),
        (study, {"number": 7}, {"unit", "definition"}),
        (study, {"unit": "cases"}, {"number"}),
    ):
        with pytest.raises(Invalid) as caught:
            finding(of, **content)
        assert fields(caught) == wrong


def test_advice_is_followed_until_it_is_done_or_refused_with_a_reason(platform: str) -> None:
    made = recommendation(evaluation())
    assert due(made) == {"answer": days_ago(9) + dt.timedelta(days=90)}
    answer: dict[str, Any] = {"responded_on": today(), "response": "Wij doen dit."}
    with pytest.raises(Invalid) as caught:
        stepped("recommendations", made, "accept", by=COORDINATOR, **answer)
    assert fields(caught) == {"due_on"}
    promised = today() + dt.timedelta(days=60)
    stepped("recommendations", made, "accept", by=COORDINATOR, due_on=promised, **answer)
    assert due(made) == {"settle": promised}
    with pytest.raises(Invalid):
        stepped("recommendations", made, "reject", by=COORDINATOR, **answer)
    done = stepped("recommendations", made, "settle", by=COORDINATOR, done_on=today())
    assert (done.state, due(made)) == ("done", {})


def test_a_theory_is_agreed_when_each_arrow_says_what_it_assumes(platform: str) -> None:
    study = public()
    with pytest.raises(Invalid) as caught:
        theory(study, activity_evidence="compared")
    assert fields(caught) == {"activity_assumption"}
    made = theory(study, outcome_assumption="Wie durft, begint", outcome_evidence="supported")
    with pytest.raises(Invalid) as caught:
        stepped("theories", made, "agree", by=COORDINATOR, agreed_on=today())
    assert fields(caught) == {
        "target_group_assumption", "activity_assumption", "mechanism_assumption",
    }  # fmt: skip
    boxes = boxes_of(made)
    assert [box.text for box in boxes] == [
        "Wat er speelt", "Wie het aangaat", "Wat men doet", "Waardoor het werkt", "Wat verandert",
    ]  # fmt: skip
    assert [(box.before, box.tone) for box in boxes[3:]] == [
        ("Activiteit", "warning"), ("Werkend mechanisme", "positive"),
    ]  # fmt: skip
    page = read(browser(COORDINATOR).get(f"/verandertheorieen/{made.key}/")).text
    assert "Van Werkend mechanisme naar Uitkomst: Wie durft, begint" in page
    assert page.count("nog geen aanname") == 3
    assert page.count("Waardoor het werkt") == 1


def test_the_latest_public_study_of_a_thing_says_how_well_it_is_known(platform: str) -> None:
    first = public(maturity="plausible")
    other = public(maturity="tested", subject_item="VV-16")
    waiting = evaluation(title="Volgend onderzoek")
    with acting(who := somebody(COORDINATOR)):
        found = [last_of_the_same(each, who=who) for each in (waiting, first, other)]
    assert [each.key if each else None for each in found] == [first.key, first.key, other.key]
    page = read(browser(COORDINATOR).get(f"/evaluaties/{waiting.key}/")).text
    assert "Naar de laatste openbare evaluatie van hetzelfde: Onderzoek" in page
    assert (
        "Meer dan één onderzoek met een vergelijking"
        in read(browser(COORDINATOR).get("/evaluaties/hulp/")).text
    )


@pytest.mark.parametrize("wrong", [{"maturity": ""}, {"published_on": None}, {"training": "x"}])
def test_the_database_keeps_what_a_public_evaluation_states(
    platform: str, wrong: dict[str, object]
) -> None:
    made = public()
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        Evaluation.objects.filter(key=made.key).update(**wrong)


def test_the_provision_that_asks_for_it_is_one_click_away(platform: str) -> None:
    made = evaluation(provision="twbmt-12")
    page = read(browser(COORDINATOR).get(f"/evaluaties/{made.key}/"))
    assert "/recht/twbmt-12/" in page.links.values()
