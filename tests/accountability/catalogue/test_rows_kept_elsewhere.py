"""Items of which little or nothing stands here: what is recorded, what the reader is told."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.grants import world
from tests.programme.knowledge import publication
from tests.programme.partnerships.doing import COORDINATOR, due, in_days, new, step
from tests.registers.examples import made
from tests.site.people import POLICY_OFFICER, browser, somebody

from vijfluik.core.items.register import items
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named, registers
from vijfluik.core.registers.work import due_work

pytestmark = pytest.mark.usefixtures("platform")


def page_of(item: str, *, language: str = "nl") -> str:
    """The page of an item, in words."""
    client = browser(POLICY_OFFICER)
    client.cookies["vijfluik_taal"] = language
    return read(client.get(f"/programma/onderdeel/{item.lower()}/")).text


def refused_of(item: str) -> set[str]:
    """The registers that say an item and would hold nothing of it."""
    return {
        register.thing
        for register in registers()
        if "item" in register.by_name and not items()[item].takes(register.thing)
    }


def nothing_is_recorded(item: str) -> None:
    """A publication and a partnership of it are refused, with the field that is wrong."""
    with pytest.raises(Invalid) as caught:
        publication(item=item)
    assert {fault.field for fault in caught.value.faults} == {"item"}
    if "partnerships" in refused_of(item):
        with pytest.raises(Invalid) as caught:
            new("partnerships", item=item)
        assert {fault.field for fault in caught.value.faults} == {"item"}


@pytest.mark.serves("VW-01.1")
def test_of_the_service_only_a_line_of_money_stands_here() -> None:
    line = world.line(holder="jenv", scheme="aivd-zicht", reference="L-AIVD", amount_cents=None)
    assert line.item == "VW-01"
    assert "Begrotingsregels 1" in page_of("VW-01")
    assert {"partnerships", "publications", "evaluations"} <= refused_of("VW-01")
    nothing_is_recorded("VW-01")


@pytest.mark.serves("VW-01.2")
def test_no_content_of_intelligence_and_no_connection() -> None:
    assert "er is geen koppeling met systemen van de AIVD" in page_of("VW-01")
    assert "no connection to systems of the AIVD" in page_of("VW-01", language="en")


@pytest.mark.serves("VW-01.3")
def test_the_classification_is_seen() -> None:
    assert "Rubricering Ongerubriceerd." in page_of("VW-01")


@pytest.mark.serves("VW-01.4")
def test_the_reader_is_told_what_does_not_belong_here() -> None:
    assert "Wat hier niet hoort Inhoud van inlichtingen" in page_of("VW-01")
    assert "Wat hier niet hoort" not in page_of("VK-13")


@pytest.mark.serves("VW-05.1")
def test_of_the_group_of_services_there_is_a_place_in_the_catalogue_only() -> None:
    assert "Voor dit onderdeel is nog geen register in gebruik" in page_of("VW-05")
    assert {"partnerships", "structures", "evaluations"} <= refused_of("VW-05")
    nothing_is_recorded("VW-05")


@pytest.mark.serves("VW-05.2")
def test_contact_and_documents_stand_with_it() -> None:
    text = page_of("VW-05")
    assert "Contact Via de AIVD (aivd.nl)" in text
    assert "nr. 436 (integrale aanpak)" in text


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Operationele gegevens", marks=pytest.mark.serves("VW-05.3")),
        pytest.param("een koppeling met systemen", marks=pytest.mark.serves("VW-05.4")),
    ],
)
def test_no_operational_data_and_no_integration(words: str) -> None:
    text = page_of("VW-05")
    assert words in text[text.index("Wat hier niet hoort") :][:140]


def team(**values: Any) -> Any:
    """A joint investigation team that runs until a day."""
    record = new("partnerships", item="VW-04", kind="task_force", **values)
    return step(record, "start", started_on=in_days(-20), ends_on=in_days(9))


@pytest.mark.serves("VW-04.1")
def test_agreement_members_term_and_purpose_of_a_team_are_recorded() -> None:
    visitor = browser(COORDINATOR)
    told = filled(
        visitor.get("/samenwerkingen/nieuw/"), reference="T-1", name="Team Noord", item="VW-04",
        kind="task_force", goal="Samen onderzoeken", ground="Overeenkomst van 2018", provision="",
    )  # fmt: skip
    page = read(visitor.post("/samenwerkingen/nieuw/", told, follow=True))
    adding = page.link("Partner toevoegen")
    member = filled(
        visitor.get(adding), reference="D-1", name="Politie van het buurland", kind="foreign",
        country="DE", sector="public",
    )  # fmt: skip
    assert visitor.post(adding, member).status_code == 302
    begin = page.link("Beginnen")
    begun: dict[str, Any] = {"started_on": in_days(-1).isoformat(), "term_years": "1"}
    assert visitor.post(begin, filled(visitor.get(begin), **begun)).status_code == 422
    begun["ends_on"] = in_days(364).isoformat()
    done = visitor.post(begin, filled(visitor.get(begin), **begun), follow=True)
    for words in ("Samen onderzoeken", "Overeenkomst van 2018", "Politie van het buurland"):
        assert words in read(done).text


@pytest.mark.serves("VW-04.2")
def test_evidence_of_a_team_stays_in_its_own_domain() -> None:
    assert "Wat hier niet hoort Bewijs" in page_of("VW-04")
    nothing_is_recorded("VW-04")


@pytest.mark.serves("VW-04.3")
def test_a_team_warns_before_its_term_ends() -> None:
    record = team()
    assert due(record) == {"decide_active": in_days(9)}
    with acting(who := somebody(COORDINATOR)):
        found = due_work(who=who, until=in_days(14))
    assert record.key in {each.record.key for each in found}


@pytest.mark.serves("VW-04.4")
def test_the_teams_that_run_are_counted() -> None:
    team(reference="T-1", name="Team Noord")
    team(reference="T-2", name="Team Zuid")
    new("partnerships", item="VW-04", reference="T-3", name="Team in voorbereiding")
    new("partnerships", item="VW-16", reference="T-4", name="Van een ander")
    asked = {"onderdeel": "VW-04", "stand": "active"}
    text = read(browser(COORDINATOR).get("/samenwerkingen/", asked)).text
    assert "2 samenwerkingen" in text


@pytest.mark.serves("VK-53.1")
def test_a_mission_has_its_mandate_its_period_and_its_papers() -> None:
    papers = register_named("papers")
    visitor = browser(POLICY_OFFICER)
    paper = made(papers, who=somebody("anouk"), reference="KST-53")
    with acting(somebody("anouk")):
        type(paper).objects.filter(key=paper.key).update(item="VK-53", title="Brief over de missie")
    found = read(browser("anouk").get("/kamerstukken/", {"onderdeel": "vk-53"})).text
    assert "Brief over de missie" in found
    told: dict[str, Any] = {
        "reference": "MI-1", "name": "Missie", "item": "VK-53", "kind": "mission",
        "lead": "bz", "goal": "Bijdragen aan stabiliteit", "provision": "", "ground": "",
    }  # fmt: skip
    form = filled(visitor.get("/samenwerkingen/nieuw/"), **told)
    assert visitor.post("/samenwerkingen/nieuw/", form).status_code == 422
    form["ground"] = "Mandaat van de Veiligheidsraad"
    page = read(visitor.post("/samenwerkingen/nieuw/", form, follow=True))
    begin = page.link("Beginnen")
    begun = {"started_on": dt.date(2018, 1, 1).isoformat(), "ends_on": in_days(60).isoformat()}
    done = visitor.post(begin, filled(visitor.get(begin), **begun), follow=True)
    for words in ("Mandaat van de Veiligheidsraad", "1 januari 2018"):
        assert words in read(done).text


@pytest.mark.serves("VK-53.2")
def test_no_operational_data_of_a_mission() -> None:
    assert "Wat hier niet hoort Operationele gegevens van een missie" in page_of("VK-53")
