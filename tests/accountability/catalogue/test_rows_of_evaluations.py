"""The rows of evaluations, with an evaluation of each item that has them."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.knowledge import (
    COORDINATOR,
    days_ago,
    evaluation,
    finding,
    lesson,
    measured,
    measurement,
    public,
    recommendation,
    recorded,
    stepped,
    theory,
)
from tests.programme.offers.doing import offer
from tests.serving import per_item
from tests.site.people import (
    ADVISER,
    MUNICIPALITY,
    PARTNERSHIP_COORDINATOR,
    POLICY_OFFICER,
    browser,
    somebody,
)

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.work import due_work

pytestmark = pytest.mark.usefixtures("platform")


def answer() -> dict[str, Any]:
    """What the organisation says of a recommendation, today."""
    return {"responded_on": today(), "response": "Wij doen dit."}


def fields(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in caught.value.faults}


def to_do() -> set[object]:
    """The records about which something is due now."""
    with acting(who := somebody(COORDINATOR)):
        return {each.record.key for each in due_work(who=who)}


@pytest.mark.parametrize("item", per_item("P-EVAL.1"))
def test_it_says_what_is_studied_for_whom_by_whom_and_over_what_time(item: str) -> None:
    told: dict[str, Any] = {
        "questions": "Werkt het zoals bedacht?", "evaluators": ("wodc", "ijenv"),
        "period_from": days_ago(900), "period_until": days_ago(400), "commissioner": "szw",
    }  # fmt: skip
    made = evaluation(item=item, subject_item=item, **told)
    assert (made.subject_item, made.commissioner_id) == (item, "szw")
    assert (made.evaluators, made.questions) == (["wodc", "ijenv"], told["questions"])
    with pytest.raises(Invalid) as caught:
        evaluation(item=item, subject_item="", **told)
    assert fields(caught) == {"subject_item"}


@pytest.mark.parametrize("item", per_item("P-EVAL.2"))
def test_it_is_due_on_a_day_and_becomes_public_on_another(item: str) -> None:
    waiting = evaluation(item=item, due_on=today())
    assert waiting.key in to_do()
    assert public(item=item).published_on == days_ago(10)


@pytest.mark.parametrize("item", per_item("P-EVAL.3"))
def test_its_advice_has_an_owner_and_a_state_of_follow_up(item: str) -> None:
    study = public(item=item)
    assert study.conclusions
    made = recommendation(study, addressee="szw")
    assert (made.addressee_id, made.state) == ("szw", "open")
    with pytest.raises(Invalid) as caught:
        stepped("recommendations", made, "accept", by=COORDINATOR, **answer())
    assert fields(caught) == {"due_on"}
    told = stepped("recommendations", made, "accept", by=COORDINATOR, due_on=today(), **answer())
    assert told.state == "accepted"


@pytest.mark.parametrize("item", per_item("P-EVAL.4"))
def test_what_it_says_of_effect_carries_how_far_that_goes(item: str) -> None:
    finding(evaluation(item=item, kind="effect"), about="effect", title="Er is een verschil")
    file = export_records(
        register_named("findings"), who=somebody(COORDINATOR), format=ExportFormat.CSV
    )
    (line,) = [each for each in file.content.decode().splitlines() if "Er is een verschil" in each]
    assert "effecten zijn diffuus en meestal indirect" in line
    with pytest.raises(Invalid) as caught:
        finding(evaluation(item=item, kind="process"), about="effect")
    assert fields(caught) == {"about"}


@pytest.mark.serves("X-08.1")
def test_one_register_warns_before_the_day_of_each() -> None:
    late, soon = evaluation(due_on=days_ago(4)), evaluation(due_on=today(), item="X-08")
    later = evaluation(due_on=today().replace(year=today().year + 2))
    assert to_do() & {late.key, soon.key, later.key} == {late.key, soon.key}


@pytest.mark.serves("X-08.2")
def test_advice_is_followed_until_it_is_closed() -> None:
    made = recommendation(evaluation(item="X-08"))
    with pytest.raises(EdgeRefused):
        stepped("recommendations", made, "settle", by=COORDINATOR, done_on=today())
    stepped("recommendations", made, "accept", by=COORDINATOR, due_on=today(), **answer())
    assert made.key in to_do()
    stepped("recommendations", made, "settle", by=COORDINATOR, done_on=today())
    assert made.key not in to_do()


@pytest.mark.serves("X-08.3")
def test_an_evaluation_leads_to_the_provision_that_asks_for_it() -> None:
    made = evaluation(item="X-08", provision="twbmt-12")
    page = read(browser(COORDINATOR).get(f"/evaluaties/{made.key}/"))
    assert "/recht/twbmt-12/" in page.links.values()


@pytest.mark.serves("VK-11.1")
def test_the_canvas_shows_goal_group_working_parts_and_indicators() -> None:
    made = theory(evaluation(item="VK-11"), indicators="aantal gesprekken\naantal doorverwijzingen")
    page = read(browser(COORDINATOR).get(f"/verandertheorieen/{made.key}/")).text
    for words in ("Wie het aangaat", "Waardoor het werkt", "Wat verandert", "aantal gesprekken"):
        assert words in page


@pytest.mark.serves("VK-11.3")
def test_evidence_is_found_by_words_item_and_strength() -> None:
    study = evaluation(item="VK-11")
    finding(study, title="Oefenen geeft vertrouwen", strength="supported")
    visitor = browser(COORDINATOR)
    asked = {"onderdeel": "vk-11", "zoek": "vertrouwen", "kracht": "supported"}
    assert "Oefenen geeft vertrouwen" in read(visitor.get("/bevindingen/", asked)).text
    for other in ({"onderdeel": "vk-20"}, {"zoek": "wantrouwen"}, {"kracht": "compared"}):
        found = read(visitor.get("/bevindingen/", {**asked, **other})).text
        assert "Oefenen geeft vertrouwen" not in found


@pytest.mark.serves("VK-20.1")
def test_research_on_identity_stands_in_the_register() -> None:
    evaluation(item="VK-20", title="Veerkrachtige identiteit", subject_item="VK-20")
    visitor = browser(COORDINATOR)
    assert "Veerkrachtige" in read(visitor.get("/evaluaties/", {"onderdeel": "vk-20"})).text
    assert "Veerkrachtige" not in read(visitor.get("/evaluaties/", {"onderdeel": "vk-26"})).text


@pytest.mark.serves("VK-20.2")
def test_what_research_found_stands_with_the_offer_that_it_is_about() -> None:
    about = offer(name="Weerbaar in de klas", item="VK-20")
    study = evaluation(by=POLICY_OFFICER, owner="jenv", item="VK-20", subject_item="VK-20")
    for title, of in (("Praten helpt", about), ("Van een ander", offer(name="Iets anders"))):
        recorded(
            "findings", by=POLICY_OFFICER, owner="jenv", title=title, evaluation=study.key,
            study="Onderzoek 2025", about="practice", strength="plausible", found_on=days_ago(5),
            offer=of.key,
        )  # fmt: skip
    text = read(browser(POLICY_OFFICER).get(f"/aanbod/{about.key}/")).text
    assert ("Praten helpt" in text, "Van een ander" in text) == (True, False)


@pytest.mark.serves("VK-26.2")
def test_the_evaluation_of_the_act_warns_before_its_day() -> None:
    made = evaluation(item="VK-26", due_on=today(), provision="twbmt-12")
    assert made.key in to_do()


@pytest.mark.serves("VK-26.3")
def test_the_later_duty_to_report_on_the_act_is_due_with_its_provision() -> None:
    by = dt.date(2024, 8, 31)
    made = evaluation(
        item="VK-26", title="Verslag over doeltreffendheid en effecten", provision="twbmt-12",
        commissioned_on=dt.date(2023, 1, 9), due_on=by,
    )  # fmt: skip
    page = read(browser(COORDINATOR).get(f"/evaluaties/{made.key}/"))
    assert "31 augustus 2024" in page.text
    assert "/recht/twbmt-12/" in page.links.values()
    assert made.key in to_do()


@pytest.mark.serves("VV-15.1")
def test_recidivism_is_defined_and_its_numbers_lie_within_one_another() -> None:
    study = evaluation(item="VV-15")
    told: dict[str, Any] = {
        "unit": "cases", "definition": "Wat er geteld is", "about": "outcome",
        "period_from": days_ago(900), "period_until": days_ago(300),
    }  # fmt: skip
    cases = finding(study, number=189, **told)
    again = finding(study, number=7, part_of=cases.key, **told)
    made = finding(study, number=4, part_of=again.key, **told)
    assert (made.number, made.part_of_id, made.period_until) == (4, again.key, days_ago(300))
    with pytest.raises(Invalid) as caught:
        finding(study, number=8, part_of=again.key, **told)
    assert fields(caught) == {"number"}


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VV-15", marks=pytest.mark.serves("VV-15.2")),
        pytest.param("VB-09", marks=pytest.mark.serves("VB-09.2")),
    ],
)
def test_advice_is_tracked_until_it_is_answered(item: str) -> None:
    made = recommendation(evaluation(item=item))
    told = stepped("recommendations", made, "accept", by=COORDINATOR, due_on=today(), **answer())
    assert told.state == "accepted"
    with pytest.raises(EdgeRefused):
        stepped("recommendations", made, "reopen", by=COORDINATOR, reason="Nog niet klaar")


@pytest.mark.serves("VK-11.2")
def test_process_and_effect_are_planned_each_with_its_own_deadline() -> None:
    visitor = browser(COORDINATOR)
    for kind in ("process", "effect"):
        page = visitor.get("/evaluaties/nieuw/")
        form = filled(
            page, title=f"Toolkit {kind}", reference=f"T11-{kind}", item="VK-11", kind=kind,
            subject_item="VK-11", commissioner="jenv", evaluators="leiden",
            commissioned_on=days_ago(3).isoformat(), due_on=today().isoformat(),
        )  # fmt: skip
        answer = visitor.post("/evaluaties/nieuw/", form, follow=True)
        assert "Vastgelegd als" in answer.content.decode()
    listed = read(visitor.get("/evaluaties/?soort=effect&onderdeel=vk-11")).text
    assert "Toolkit effect" in listed
    assert "Toolkit process" not in listed


@pytest.mark.serves("VK-11.5")
def test_before_and_after_are_measured_of_a_group_and_of_nobody() -> None:
    study = evaluation(item="VK-11")
    before = measured(study, on=days_ago(90), value="41.2", people=148)
    told: dict[str, Any] = {"phase": "after", "baseline": before.key}
    measured(study, on=days_ago(10), value="57.3", people=131, **told)
    page = read(browser(COORDINATOR).get(f"/evaluaties/{study.key}/")).text
    assert "41,2% (148 mensen) 57,3% (131 mensen) +16,1 procentpunt" in page
    # One person has no place in it: too few to be recognised, no name, nothing to compare with.
    few = measurement(study, planned_on=days_ago(5), **told)
    with pytest.raises(Invalid) as caught:
        stepped(
            "measurements", few, "measure", by=COORDINATOR, measured_on=days_ago(5), people=9,
            value=50,
        )  # fmt: skip
    assert fields(caught) == {"people"}
    for wrong, at in (
        ({"remark": "geboren op 3 mei 1999"}, "remark"),
        ({"phase": "after"}, "baseline"),
        ({**told, "unit": "mark", "planned_on": days_ago(8)}, "unit"),
        ({**told, "planned_on": days_ago(91)}, "planned_on"),
    ):
        with pytest.raises(Invalid) as caught:
            measurement(study, **wrong)
        assert fields(caught) == {at}


@pytest.mark.serves("VK-11.6")
def test_a_lesson_is_published_after_its_study_and_then_every_partner_reads_it() -> None:
    early = lesson(evaluation(item="VK-11"))
    with pytest.raises(Invalid) as caught:
        stepped("lessons", early, "publish", by=COORDINATOR, published_on=today())
    assert fields(caught) == {"published_on"}
    made = lesson(public(item="VK-11"), title="Plan de terugkomdag")
    readers = [browser(each) for each in (MUNICIPALITY, ADVISER, PARTNERSHIP_COORDINATOR)]
    for reader in readers:
        assert "Plan de terugkomdag" not in read(reader.get("/lessen/")).text
        assert reader.get(f"/lessen/{made.key}/").status_code == 404
    stepped("lessons", made, "publish", by=COORDINATOR, published_on=today())
    for reader in readers:
        assert "Plan de terugkomdag" in read(reader.get("/lessen/", {"zoek": "terugkomdag"})).text
        page = read(reader.get(f"/lessen/{made.key}/"))
        assert "Plan het oefenen." in page.text
        assert "Wijzigen" not in page.text
        # The study itself is not theirs: it is named as it is cited, and neither linked nor keyed.
        assert "Onderzoek 2025" in page.text
        assert str(made.evaluation_id) not in page.text
    assert "Oefen eerst" not in read(readers[0].get("/lessen/")).text
