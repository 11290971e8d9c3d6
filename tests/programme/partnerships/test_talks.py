"""Dialogues, forums and other contacts: what was said and what came of it, and never of whom."""

from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.offers.doing import offer
from tests.programme.partnerships.doing import COORDINATOR, in_days, new, step
from tests.site.people import POLICY_OFFICER, browser, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.partnerships.models import Talk

pytestmark = pytest.mark.usefixtures("platform")
NEW = "/gesprekken/nieuw/"


def recorded(item: str, **values: object) -> Any:
    """The answer to the form of a new meeting of a partnership of an item."""
    number = str(values.pop("number", 1))
    parent = new("partnerships", reference=f"S-{item}-{number}", item=item)
    visitor = browser(COORDINATOR)
    told: dict[str, object] = {
        "reference": f"G-{number}", "partnership": str(parent.key), "title": "Dialoog",
        "kind": "dialogue", "counterpart": "ministerie van een partnerland",
        "agenda": "Terugkeerders en hun families", "planned_on": in_days(0).isoformat(),
    }  # fmt: skip
    return visitor.post(NEW, filled(visitor.get(NEW), **{**told, **values}), follow=True)


def held(page: Any, **values: object) -> Any:
    """The answer to the form of what came of a meeting."""
    visitor = browser(COORDINATOR)
    address = read(page).link("Opbrengst vastleggen")
    told = {"held_on": in_days(0).isoformat(), **values}
    return visitor.post(address, filled(visitor.get(address), **told), follow=True)


def listed(**asked: str) -> str:
    return read(browser(COORDINATOR).get("/gesprekken/", asked)).text


@pytest.mark.serves("VK-43.1")
def test_a_forum_has_its_agenda_themes_and_output() -> None:
    page = recorded("VK-43", kind="forum", title="Forum in het voorjaar")
    assert "Terugkeerders en hun families" in read(page).text
    with acting(somebody(COORDINATOR)):
        talk = Talk.objects.get()
    for wrong in ({"agenda": "", "reference": "G-2"}, {"counterpart": "", "reference": "G-3"}):
        with pytest.raises(Invalid):
            new("talks", partnership=talk.partnership_id, **wrong)
    with pytest.raises(Invalid):
        step(talk, "hold", held_on=in_days(0))
    assert "Een handreiking" in read(held(page, outcome="Een handreiking voor landen.")).text


@pytest.mark.serves("VK-46.1")
def test_dialogues_stand_in_a_register_by_country() -> None:
    recorded("VK-46", title="Dialoog met Marokko", country="MA")
    recorded("VK-46", title="Dialoog met Turkije", country="TR", number=2)
    text = listed(soort="dialogue", land="MA")
    assert ("Dialoog met Marokko" in text, "Dialoog met Turkije" in text) == (True, False)


@pytest.mark.serves("VV-09.1")
def test_the_themes_and_the_dutch_position_stand_beside_each_other() -> None:
    parent = new("partnerships", reference="S-9", item="VV-09")
    with pytest.raises(Invalid) as caught:
        new("talks", partnership=parent.key, agenda="")
    assert {fault.field for fault in caught.value.faults} == {"agenda"}
    page = read(recorded("VV-09", number=2, position="Vervolgen waar het kan.")).text
    assert "Agenda Terugkeerders en hun families" in page
    assert "Nederlands standpunt Vervolgen waar het kan." in page


@pytest.mark.serves("VV-09.2")
def test_what_came_of_a_meeting_is_recorded() -> None:
    page = recorded("VV-09")
    with acting(somebody(COORDINATOR)):
        talk = Talk.objects.get()
    with pytest.raises(Invalid) as caught:
        step(talk, "hold", held_on=in_days(0))
    assert {fault.field for fault in caught.value.faults} == {"outcome"}
    done = held(page, outcome="Een gedeeld overzicht van werkwijzen.")
    assert "Opbrengst Een gedeeld overzicht van werkwijzen." in read(done).text


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VV-09", marks=pytest.mark.serves("VV-09.3")),
        pytest.param("VW-16", marks=pytest.mark.serves("VW-16.2")),
    ],
)
def test_no_text_of_a_meeting_tells_of_a_person(item: str) -> None:
    said = {"agenda": "Over de man geb. 12-03-1990", "counterpart": "jan@dienst.example"}
    for number, (field, text) in enumerate(said.items(), start=1):
        assert recorded(item, number=number, **{field: text}).status_code == 422
    assert recorded(item, number=9).status_code == 200
    columns = {field.name for field in Talk._meta.concrete_fields}
    assert not {name for name in columns if "person" in name or "attendee" in name}


@pytest.mark.serves("VW-16.1")
def test_contacts_and_meetings_of_the_services_stand_in_a_register() -> None:
    recorded("VW-16", title="Kennismaking", kind="contact")
    recorded("VW-16", title="Jaarlijks overleg", kind="experts", number=2)
    recorded("VK-46", title="Van een ander", kind="contact", number=3)
    text = listed(soort="contact", onderdeel="vw-16")
    found = [
        each for each in ("Kennismaking", "Jaarlijks overleg", "Van een ander") if each in text
    ]
    assert found == ["Kennismaking"]


@pytest.mark.serves("VK-15.1")
def test_the_exploration_of_education_and_youth_work_has_its_questions() -> None:
    parent = new("partnerships", item="VK-15")
    with pytest.raises(Invalid) as caught:
        new("talks", partnership=parent.key, agenda="")
    assert {fault.field for fault in caught.value.faults} == {"agenda"}
    told = "Wat missen scholen?\nWie kent de jongere?"
    talk = new("talks", partnership=parent.key, agenda=told, kind="experts")
    text = read(browser(COORDINATOR).get(f"/gesprekken/{talk.key}/")).text
    assert "Wat missen scholen?" in text
    assert "Wie kent de jongere?" in text


@pytest.mark.serves("VK-15.2")
def test_its_actions_and_results_stand_with_it() -> None:
    parent = new("partnerships", item="VK-15")
    talk = new("talks", partnership=parent.key, title="Met scholen en jongerenwerk")
    step(talk, "hold", held_on=in_days(0), outcome="Een vast contact per school.")
    action = new("milestones", partnership=parent.key, title="Contactlijst gemaakt")
    step(action, "reach", reached_on=in_days(0))
    text = read(browser(COORDINATOR).get(f"/samenwerkingen/{parent.key}/")).text
    for words in ("Met scholen en jongerenwerk", "Contactlijst gemaakt Bereikt"):
        assert words in text


@pytest.mark.serves("VK-15.3")
def test_it_leads_to_the_coherent_offer() -> None:
    offer(name="Samen in de klas en op straat", item="VK-15")
    client = browser(POLICY_OFFICER)
    page = read(client.get("/programma/onderdeel/vk-15/"))
    assert "/programma/onderdeel/vk-07/" in page.addresses
    assert "/aanbod/?onderdeel=vk-15" in page.addresses
    found = read(client.get("/aanbod/", {"onderdeel": "vk-15"})).text
    assert "Samen in de klas en op straat" in found
