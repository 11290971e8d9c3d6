"""The rows of the catalogue that the room serves, each with data of its item."""

from typing import Any

import pytest
from django.test import Client
from tests.browser.reading import filled, read
from tests.programme.partnerships.doing import COORDINATOR, OFFICER, in_days, new, step
from tests.serving import per_item
from tests.site.people import browser, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.partnerships.models import Milestone

pytestmark = pytest.mark.usefixtures("platform")


def of_item(item: str, **values: Any) -> Any:
    """A partnership of an item."""
    return new("partnerships", reference=f"S-{item}", item=item, **values)


def recorded(visitor: Client, path: str, **values: object) -> Any:
    """The answer to the form of a new record with these values."""
    address = f"/{path}/nieuw/"
    return visitor.post(address, filled(visitor.get(address), **values), follow=True)


def stepped(visitor: Client, path: str, record: Any, word: str, **values: object) -> Any:
    """The answer to the form of a step with these values."""
    address = f"/{path}/{record.key}/{word}/"
    return visitor.post(address, filled(visitor.get(address), **values), follow=True)


def child(thing: str, item: str, **values: Any) -> Any:
    """A record that belongs to a partnership of an item."""
    return new(thing, reference="K-1", partnership=of_item(item).key, **values)


@pytest.mark.parametrize("item", per_item("P-PART.1"))
def test_goal_partners_and_ground_are_recorded(item: str) -> None:
    visitor = browser(COORDINATOR)
    values = {
        "reference": "P-1", "name": "Samen optrekken", "item": item, "kind": "network",
        "goal": "Elkaar vinden", "provision": "", "ground": "",
    }  # fmt: skip
    refused = recorded(visitor, "samenwerkingen", **values)
    assert refused.status_code == 422
    page = read(recorded(visitor, "samenwerkingen", **{**values, "ground": "Convenant van 2018"}))
    adding = visitor.get(page.link("Partner toevoegen"))
    partner = filled(
        adding, reference="D-1", name="Grootbank Zuid", kind="large_bank", country="NL",
        sector="private",
    )  # fmt: skip
    assert visitor.post(page.link("Partner toevoegen"), partner).status_code == 302
    found = read(visitor.get(read(visitor.get("/samenwerkingen/")).link("Samen optrekken"))).text
    for told in ("Elkaar vinden", "Convenant van 2018", "Niet bevestigd", "Grootbank Zuid"):
        assert told in found


@pytest.mark.parametrize("item", per_item("P-PART.2"))
def test_start_term_and_extension_are_recorded(item: str) -> None:
    visitor, record = browser(COORDINATOR), of_item(item)
    begun: dict[str, object] = {"started_on": in_days(-40).isoformat(), "term_years": "1"}
    assert stepped(visitor, "samenwerkingen", record, "beginnen", **begun).status_code == 422
    ends = in_days(-1).isoformat()
    text = read(stepped(visitor, "samenwerkingen", record, "beginnen", **begun, ends_on=ends)).text
    assert "Termijn verlopen" in text
    decided = {
        "extended_on": in_days(0).isoformat(), "extended_by": "2",
        "ends_on": in_days(700).isoformat(), "reason": "Nog niet klaar",
    }  # fmt: skip
    extended = read(stepped(visitor, "samenwerkingen", record, "verlengen", **decided)).text
    assert "Verlengd" in extended
    assert "“Nog niet klaar”" in extended


@pytest.mark.parametrize("item", per_item("P-PART.3"))
def test_money_milestones_and_standing_are_recorded(item: str) -> None:
    record = of_item(item, budget=125_000_00)
    new("milestones", reference="M-1", partnership=record.key, title="Handreiking af")
    text = read(browser(COORDINATOR).get(f"/samenwerkingen/{record.key}/")).text
    assert "125.000" in text
    assert "In voorbereiding" in text
    assert "Mijlpalen in de tijd" in text
    assert "Handreiking af Dag voorbij" in text


@pytest.mark.serves("VK-07.4")
def test_a_milestone_that_slips_says_why() -> None:
    visitor, milestone = browser(COORDINATOR), child("milestones", "VK-07")
    moved = stepped(
        visitor, "mijlpalen", milestone, "bijstellen",
        forecast_on=in_days(30).isoformat(), reason="Ziekte",
    )  # fmt: skip
    assert "“Ziekte”" in read(moved).text
    with pytest.raises(Invalid):
        step(milestone, "forecast", reason="", forecast_on=in_days(60))


@pytest.mark.serves("VK-42.1")
def test_each_recommendation_is_followed_until_it_is_reached_or_dropped_with_a_reason() -> None:
    visitor, parent = browser(COORDINATOR), of_item("VK-42")
    values: dict[str, object] = {
        "reference": "M-1", "title": "Aanbeveling 3: lokaal netwerk",
        "partnership": str(parent.key), "planned_on": in_days(40).isoformat(),
    }  # fmt: skip
    page = recorded(visitor, "mijlpalen", **values)
    milestone = child_of(read(page).text)
    with pytest.raises(Invalid):
        step(milestone, "drop", reason="")
    dropped = stepped(visitor, "mijlpalen", milestone, "vervallen", reason="Ging op in een ander")
    assert "“Ging op in een ander”" in read(dropped).text


def child_of(text: str) -> Milestone:
    """The milestone that a page tells of."""
    assert "Aanbeveling 3" in text
    with acting(somebody(COORDINATOR)):
        return Milestone.objects.get(title="Aanbeveling 3: lokaal netwerk")


@pytest.mark.serves("VK-08.1")
def test_a_plan_of_action_begins_with_goals_owners_and_days_of_the_model() -> None:
    visitor = browser("daan")
    page = recorded(
        visitor, "samenwerkingen", reference="PLAN-1", name="Plan van aanpak", item="VK-08",
        kind="action_plan", goal="Vroeg zien en passend helpen", ground="Besluit van het college",
    )  # fmt: skip
    begin = read(page).link("Beginnen")
    begun = {"started_on": in_days(0).isoformat(), "ends_on": in_days(700).isoformat()}
    refused = visitor.post(begin, filled(visitor.get(begin), **begun))
    assert refused.status_code == 422
    assert "het plan heeft nog geen doelen" in read(refused).text
    address = read(page).link("Doelen uit het model")
    taken = visitor.post(address, filled(visitor.get(address)), follow=True)
    text = read(taken).text
    assert "5 doelen overgenomen" in text
    assert "Sociaal domein is volwaardig partner" in text
    goal = read(visitor.get(read(taken).link("Sociaal domein is volwaardig"))).text
    assert "team sociaal domein" in goal
    assert visitor.post(begin, filled(visitor.get(begin), **begun)).status_code == 302
    again = visitor.post(address, filled(visitor.get(address)), follow=True)
    assert "0 doelen overgenomen" in read(again).text


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VK-19", marks=pytest.mark.serves("VK-19.1")),
        pytest.param("VK-38", marks=pytest.mark.serves("VK-38.4")),
    ],
)
def test_of_a_pilot_start_criteria_and_evaluation_are_recorded(item: str) -> None:
    visitor = browser(COORDINATOR)
    values: dict[str, object] = {
        "reference": "P-1", "name": "Proef met begeleiding", "item": item, "kind": "pilot",
        "goal": "Ervaring opdoen", "provision": "", "ground": "Opdracht",
    }  # fmt: skip
    refused = recorded(visitor, "samenwerkingen", **values)
    assert refused.status_code == 422
    page = recorded(
        visitor, "samenwerkingen", **values, criteria="Sluit het aan?",
        evaluate_on=in_days(300).isoformat(), pilot_on=in_days(0).isoformat(),
    )  # fmt: skip
    assert "Sluit het aan?" in read(page).text


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VK-42", marks=pytest.mark.serves("VK-42.2")),
        pytest.param("VK-45", marks=pytest.mark.serves("VK-45.1")),
    ],
)
def test_a_post_has_a_term(item: str) -> None:
    visitor, post = browser(COORDINATOR), child("posts", item)
    begun = {"from_on": in_days(0).isoformat(), "term_years": "1"}
    refused = stepped(visitor, "posten", post, "vervullen", **begun)
    assert refused.status_code == 422
    until = in_days(364).isoformat()
    assert "Vervuld" in read(stepped(visitor, "posten", post, "vervullen", **begun,
                                     until_on=until)).text  # fmt: skip


@pytest.mark.serves("VK-45.2")
def test_a_regional_post_says_its_region() -> None:
    visitor, parent = browser(COORDINATOR), of_item("VK-45")
    values: dict[str, object] = {
        "reference": "F-1", "title": "Deskundige", "partnership": str(parent.key),
        "kind": "regional", "country": "", "region": "",
    }  # fmt: skip
    assert recorded(visitor, "posten", **values).status_code == 422
    values |= {"region": "sahel", "tasks": "Dialoog met de partners"}
    page = read(recorded(visitor, "posten", **values)).text
    assert "Sahel" in page
    assert "Dialoog met de partners" in page


@pytest.mark.serves("VK-45.2")
def test_what_a_post_reports_stands_with_it_and_each_report_in_its_timeline() -> None:
    visitor, post = browser(COORDINATOR), child("posts", "VK-45", region="sahel", kind="regional")
    post = step(post, "fill", from_on=in_days(-90), until_on=in_days(90))
    with pytest.raises(Invalid) as caught:
        step(post, "report", report="Zonder dag", reported_on=None)
    assert {fault.field for fault in caught.value.faults} == {"reported_on"}
    for day, words in ((-60, "Eerste verslag"), (-3, "Tweede verslag")):
        values = {"reported_on": in_days(day).isoformat(), "report": words}
        page = read(stepped(visitor, "posten", post, "verslag", **values)).text
    assert "Tweede verslag" in page
    # Each stands in its timeline, with the day it is of.
    timeline = page[page.index("Verloop") :]
    assert timeline.count("Verslag vastgelegd") >= 2


@pytest.mark.serves("VK-45.3")
def test_a_post_that_lapses_is_handed_over() -> None:
    visitor, post = browser(COORDINATOR), child("posts", "VK-45")
    step(post, "fill", from_on=in_days(-9), until_on=in_days(1))
    with pytest.raises(Invalid) as caught:
        step(post, "end", until_on=in_days(0))
    assert [fault.field for fault in caught.value.faults] == ["handover"]
    values = {"until_on": in_days(0).isoformat(), "reason": "Klaar"}
    ended = stepped(visitor, "posten", post, "opheffen", **values, handover="Het ministerie")
    assert "Het ministerie" in read(ended).text


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VK-46", marks=pytest.mark.serves("VK-46.2")),
        pytest.param("VK-47", marks=pytest.mark.serves("VK-47.2")),
        pytest.param("VD-08", marks=pytest.mark.serves("VD-08.1")),
    ],
)
def test_human_rights_are_checked_before_something_is_delivered_abroad(item: str) -> None:
    visitor = browser(COORDINATOR)
    partner = child("partnership_partners", item, country="KE")
    of_partner = {"partnership": partner.partnership_id, "partner": partner.key}
    delivery = new("deliveries", reference="L-1", **of_partner)
    today = {"delivered_on": in_days(0).isoformat()}
    assert stepped(visitor, "leveringen", delivery, "leveren", **today).status_code == 422
    check = new("rights_checks", reference="T-1", **of_partner, country="KE",
                assessed_on=in_days(-3), valid_until=in_days(3))  # fmt: skip
    assert "Voorgelegd" in read(stepped(visitor, "mensenrechtentoetsen", check, "voorleggen")).text
    approved = stepped(
        browser(OFFICER), "mensenrechtentoetsen", check, "vaststellen", reason="Rust op genoeg"
    )
    assert "Vastgesteld" in read(approved).text
    assert "Geleverd" in read(stepped(visitor, "leveringen", delivery, "leveren", **today)).text


@pytest.mark.serves("VD-08.2")
def test_what_information_was_exchanged_is_logged() -> None:
    visitor = browser(COORDINATOR)
    partner = child("partnership_partners", "VD-08")
    values: dict[str, object] = {
        "reference": "L-1", "title": "Werkwijze voor handbagage", "kind": "data",
        "partnership": str(partner.partnership_id), "partner": str(partner.key),
        "planned_on": in_days(3).isoformat(),
    }  # fmt: skip
    assert recorded(visitor, "leveringen", **values).status_code == 200
    found = read(visitor.get("/leveringen/", {"soort": "data"})).text
    assert "Werkwijze voor handbagage" in found
    other = read(visitor.get("/leveringen/", {"soort": "money"})).text
    assert "Werkwijze voor handbagage" not in other


@pytest.mark.serves("X-11.1")
def test_a_structure_says_who_with_what_mandate_reached_where_and_when_reviewed() -> None:
    visitor = browser(COORDINATOR)
    values: dict[str, object] = {
        "reference": "ST-1", "name": "Crisisteam", "item": "X-11", "kind": "crisis",
        "members": ["fec", "nctv"], "confirmed_on": in_days(-2).isoformat(),
        "exercised_on": in_days(-90).isoformat(), "remit": "Adviseert", "contact": "piket crisis",
    }  # fmt: skip
    with pytest.raises(Invalid) as caught:
        new("structures", remit="", contact="")
    assert {fault.field for fault in caught.value.faults} == {"remit", "contact"}
    page = recorded(visitor, "structuren", **values)
    for told in ("Adviseert", "piket crisis", "Financieel Expertise Centrum", "Laatst geoefend op"):
        assert told in read(page).text


@pytest.mark.serves("X-11.2")
def test_a_structure_that_was_not_reviewed_for_long_stands_out() -> None:
    new("structures", reference="ST-1", name="Oud overleg", confirmed_on=in_days(-400))
    new("structures", reference="ST-2", name="Vers overleg", confirmed_on=in_days(-4))
    text = read(browser(COORDINATOR).get("/structuren/")).text
    assert text.count("Verouderd") == 1
