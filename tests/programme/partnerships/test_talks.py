"""Dialogues, forums and other contacts: what was said and what came of it, and never of whom."""

from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.partnerships.doing import COORDINATOR, in_days, new
from tests.site.people import browser

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
    assert recorded("VK-43", kind="forum", agenda="").status_code == 422
    page = recorded("VK-43", kind="forum", number=2, title="Forum in het voorjaar")
    assert "Terugkeerders en hun families" in read(page).text
    assert held(page, outcome="").status_code == 422
    assert "Een handreiking" in read(held(page, outcome="Een handreiking voor landen.")).text


@pytest.mark.serves("VK-46.1")
def test_dialogues_stand_in_a_register_by_country() -> None:
    recorded("VK-46", title="Dialoog met Marokko", country="MA")
    recorded("VK-46", title="Dialoog met Turkije", country="TR", number=2)
    text = listed(soort="dialogue", land="MA")
    assert ("Dialoog met Marokko" in text, "Dialoog met Turkije" in text) == (True, False)


@pytest.mark.serves("VV-09.1")
def test_the_themes_and_the_dutch_position_stand_beside_each_other() -> None:
    assert recorded("VV-09", agenda="").status_code == 422
    page = read(recorded("VV-09", number=2, position="Vervolgen waar het kan.")).text
    assert "Agenda Terugkeerders en hun families" in page
    assert "Nederlands standpunt Vervolgen waar het kan." in page


@pytest.mark.serves("VV-09.2")
def test_what_came_of_a_meeting_is_recorded() -> None:
    page = recorded("VV-09")
    assert held(page, outcome="").status_code == 422
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
