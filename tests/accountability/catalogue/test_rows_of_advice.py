"""The rows of requests for advice, each on the declared variation of its item."""

import itertools
from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.serving import per_item
from tests.site.people import POLICY_OFFICER, browser, somebody

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.core.items.register import items
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.programme.advice.models import Advice
from vijfluik.programme.advice.register import REGISTER, SERVED
from vijfluik.programme.advice.vocabulary import ITEM_OF, Service
from vijfluik.programme.trainings.models import Training

PATTERN, LIST, NEW = "P-REQ", "/adviezen/", "/adviezen/nieuw/"
CITIZEN = "Over BSN 111222333"
_numbers = itertools.count(1)
pytestmark = pytest.mark.usefixtures("platform")


def variation_of(item: str) -> dict[str, Any]:
    """What an item's requests are: who answers, at which service, asked by whom, about what."""
    return {**catalogue().described[item].variation[PATTERN]}


def asked(item: str, **changes: Any) -> Any:
    """A request for an item; the item itself follows from its service."""
    told = variation_of(item)
    owner = told.pop("organisation")
    content = {
        **told, "reference": f"R-{next(_numbers)}", "subject": "Gevraagd", "kind": "consultation",
        "requester": "Vragende organisatie", "requested_on": today(), **changes,
    }  # fmt: skip
    return actions.create(REGISTER, who=somebody(POLICY_OFFICER), owner=owner, content=content)


def sent(item: str, **changes: Any) -> Any:
    """The answer to the form of a new request."""
    client = browser(POLICY_OFFICER)
    told = {
        **variation_of(item), "reference": f"P-{next(_numbers)}", "subject": "Gevraagd",
        "kind": "consultation", "requester": "Vragende organisatie", **changes,
    }  # fmt: skip
    found: Any = client.post(NEW, filled(client.get(NEW), **told), follow=True)
    return found


def listed(item: str, **filters: str) -> str:
    """The list of an item's requests, narrowed."""
    return read(browser(POLICY_OFFICER).get(LIST, {"onderdeel": item.lower(), **filters})).text


def test_each_service_has_an_item_of_the_register() -> None:
    assert set(ITEM_OF) == set(Service.values)
    assert set(ITEM_OF.values()) <= set(SERVED) <= set(items())


@pytest.mark.parametrize("item", per_item("P-REQ.1"))
def test_it_is_received_assigned_and_answered_or_begun_and_then_closed(item: str) -> None:
    who = somebody(POLICY_OFFICER)
    record = asked(item, kind="trajectory")
    assert (record.item, record.state) == (item, "requested")
    with pytest.raises(EdgeRefused):
        actions.step(REGISTER, who=who, key=record.key, edge="start", changes={})
    steps: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("accept", {"answer_by": today()}, "accepted"),
        ("start", {"started_on": today()}, "running"),
        ("close", {"closed_on": today(), "outcome": "completed"}, "closed"),
    )
    for edge, changes, state in steps:
        done = actions.step(REGISTER, who=who, key=record.key, edge=edge, changes=changes)
        assert done.state == state
    with pytest.raises(EdgeRefused):
        actions.step(REGISTER, who=who, key=record.key, edge="accept", changes=steps[0][1])


@pytest.mark.parametrize("item", per_item("P-REQ.2"))
def test_information_consultation_and_trajectory_are_counted_apart(item: str) -> None:
    for kind in ("information", "consultation", "consultation", "trajectory"):
        asked(item, kind=kind)
    found = [
        counted
        for kind in ("information", "consultation", "trajectory")
        for counted in ("1 adviesvraag", "2 adviesvragen", "4 adviesvragen")
        if counted in listed(item, soort=kind)
    ]
    assert found == ["1 adviesvraag", "2 adviesvragen", "1 adviesvraag"]


@pytest.mark.parametrize("item", per_item("P-REQ.3"))
def test_it_names_who_asked_and_the_theme_and_no_citizen(item: str) -> None:
    refused = sent(item, subject=CITIZEN)
    assert (refused.status_code, "gegevens van een burger" in read(refused).text) == (422, True)
    made = sent(item)
    shown = read(made).text
    with acting(somebody(POLICY_OFFICER)):
        theme = Advice.objects.get().get_theme_display()
    assert "Vragende organisatie" in shown
    assert theme.lower() in shown.lower()


@pytest.mark.serves("VK-04.1")
def test_advice_to_municipalities_stands_by_municipality_and_theme() -> None:
    places = dict(Place.objects.values_list("name", "pk"))
    for place, theme in (("Wolverdam", "polarisation"), ("Duinmeer", "local_networks")):
        assert sent("VK-04", subject=f"Vraag van {place}", place=places[place], theme=theme)
    by_place = listed("VK-04", gemeente=str(places["Wolverdam"]))
    by_theme = listed("VK-04", thema="local_networks")
    assert ("Vraag van Wolverdam" in by_place, "Vraag van Duinmeer" in by_place) == (True, False)
    assert ("Vraag van Wolverdam" in by_theme, "Vraag van Duinmeer" in by_theme) == (False, True)


@pytest.mark.serves("VK-04.3")
def test_no_text_of_a_file_of_advice_tells_of_a_citizen() -> None:
    for field in ("subject", "requester"):
        assert sent("VK-04", **{field: CITIZEN}).status_code == 422
    client = browser(POLICY_OFFICER)
    accept = read(sent("VK-04")).link("Aannemen")
    close = read(client.post(accept, filled(client.get(accept)), follow=True)).link("Afronden")
    form = {**filled(client.get(close), outcome="answered"), "answer": [CITIZEN]}
    assert client.post(close, form).status_code == 422
    right = client.post(close, {**form, "answer": ["Begin klein."]}, follow=True)
    assert "Begin klein." in read(right).text


@pytest.mark.serves("VK-10.2")
def test_talks_stand_by_the_school_that_asked() -> None:
    sent("VK-10", kind="talk", requester="Scholengroep Wolverdam")
    sent("VK-10", kind="talk", requester="Jongerenwerk Duinmeer", requester_kind="care")
    found = listed("VK-10", soort="talk", aanvrager="school")
    assert "Scholengroep Wolverdam" in found
    assert "Jongerenwerk Duinmeer" not in found
    assert "Scholengroep Wolverdam" in listed("VK-10", zoek="scholengroep")


@pytest.mark.serves("VK-10.3")
def test_of_pupils_there_is_no_field_and_no_text() -> None:
    for text in ("Leerling, geb. 12-03-2008", "Leerling met mail x@school.nl", CITIZEN):
        assert sent("VK-10", subject=text).status_code == 422
    assert sent("VK-10", subject="Moeilijke gesprekken in de klas").status_code == 200
    columns = {field.name for model in (Advice, Training) for field in model._meta.fields}
    assert not {name for name in columns if "pupil" in name or "student" in name}


@pytest.mark.serves("VD-05.4")
def test_support_for_religious_institutions_is_asked_and_found_under_its_item() -> None:
    sent("VD-05", subject="Beveiliging van de ingang")
    sent("VK-04", subject="Netwerk in de wijk")
    found = listed("VD-05")
    assert "Beveiliging van de ingang" in found
    assert "Netwerk in de wijk" not in found


@pytest.mark.serves("VK-51.1")
def test_requests_for_a_strategy_stand_by_the_country_that_asked() -> None:
    sent("VK-51", requester="Tunesië", subject="Een eigen strategie")
    sent("VK-51", requester="Jordanië", subject="Een plan van aanpak")
    found = listed("VK-51", aanvrager="state", zoek="tunesie")
    assert ("Een eigen strategie" in found, "Een plan van aanpak" in found) == (True, False)
