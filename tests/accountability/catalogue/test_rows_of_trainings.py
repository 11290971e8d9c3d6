"""The rows of the pattern of trainings, per item that has it, on the item's own variation."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import PositiveIntegerField
from tests.accountability.catalogue.trainings import (
    HELD,
    asked_on_the_page,
    audience_of,
    course_of,
    held,
    provider_of,
    requested,
    value_of,
)
from tests.browser import office
from tests.browser.reading import filled, read
from tests.serving import per_item

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training

pytestmark = pytest.mark.usefixtures("offering")
FIGURES = {
    "VK-09": "jep-meetings-2018",
    "VK-10": "ssv-teacher-trainings-2018",
    "VK-13": "ror-trainings-2018",
}


@pytest.mark.parametrize("item", per_item("P-TRAIN.1"))
def test_a_request_chooses_from_the_offer_of_its_provider(item: str) -> None:
    assert requested(item).course_id == course_of(item)
    visitor = office.visitor("noor")
    page = read(visitor.get("/trainingen/aanbod/", {"onderdeel": item.lower()}))
    elsewhere = next(other for other in FIGURES if provider_of(other) != provider_of(item))
    assert (f"Aanbod {item}" in page.text, f"Aanbod {elsewhere}" in page.text) == (True, False)
    ask = next(each for each in page.addresses if f"course={course_of(item)}" in each)
    begun = filled(visitor.get(ask))
    assert (begun["course"], begun["provider"]) == ([course_of(item)], [provider_of(item)])
    with pytest.raises(Invalid) as caught:
        requested(item, course=course_of(elsewhere))
    assert {fault.field for fault in caught.value.faults} == {"course"}


@pytest.mark.parametrize("item", per_item("P-TRAIN.2"))
def test_it_is_planned_then_delivered_or_cancelled_and_nothing_else(item: str) -> None:
    who = office.acting_as("noor")
    first, second = requested(item), requested(item)
    assert actions.plan(who=who, key=first.key, planned_on=HELD).state == "planned"
    done = actions.hold(who=who, key=first.key, held_on=HELD, participants=9)
    assert (done.state, done.participants) == ("held", 9)
    assert actions.cancel(who=who, key=second.key, reason="Te weinig animo").state == "cancelled"
    with pytest.raises(EdgeRefused):
        actions.hold(who=who, key=second.key, held_on=HELD, participants=9)


@pytest.mark.parametrize("item", per_item("P-TRAIN.3"))
def test_its_audience_is_asked_shown_and_searched_by(item: str) -> None:
    reference = asked_on_the_page(item, audience=audience_of(item))
    visitor = office.visitor("noor")
    assert office.found(reference=reference).audience == audience_of(item)
    asked = {"onderdeel": item.lower(), "zoek": reference, "doelgroep": audience_of(item)[0]}
    assert "Voor een publiek" in read(visitor.get("/trainingen/", asked)).text
    other = {**asked, "doelgroep": "administrators"}
    assert "Voor een publiek" not in read(visitor.get("/trainingen/", other)).text


@pytest.mark.parametrize("item", per_item("P-TRAIN.4"))
def test_participations_are_whole_numbers_that_a_delivered_training_states(item: str) -> None:
    training = held(item, participants=14)
    told = {field.name: field for field in Training._meta.concrete_fields}
    about = [field for name, field in told.items() if name.startswith("participants")]
    assert (training.participants, len(about)) == (14, 4)
    assert all(isinstance(field, PositiveIntegerField) for field in about)
    with pytest.raises(Invalid) as caught:
        held(item, participants=None)
    assert {fault.field for fault in caught.value.faults} == {"participants"}


@pytest.mark.parametrize("item", per_item("P-TRAIN.5"))
def test_its_evaluation_is_a_mean_and_a_number_of_answers(item: str) -> None:
    training = held(item, participants=14)
    visitor = office.visitor("noor")
    form = read(visitor.get(f"/trainingen/{training.key}/formulier/")).text
    assert "Wat vond u van deze bijeenkomst als geheel?" in form
    assert "Schrijf uw naam er niet op" in form
    here = f"/trainingen/{training.key}/antwoorden/"
    given = filled(visitor.get(here), **{"cijfer-7": "3", "cijfer-8": "5", "cijfer-9": "4"})
    counted = visitor.post(here, given, follow=True)
    assert "Opgeteld: 12 formulieren" in read(counted).text
    done = office.found(reference=training.reference)
    assert (done.rating, done.rating_responses) == (Decimal("8.1"), 12)
    too_many = filled(visitor.get(here), **{"cijfer-6": "15"})
    refused = visitor.post(here, too_many)
    assert refused.status_code == 422
    assert "meer evaluaties dan deelnemers" in read(refused).text
    assert visitor.post(here, filled(visitor.get(here))).status_code == 422
    with pytest.raises(Invalid) as caught:
        held(item, participants=14, rating="8.1", answers=15)
    assert {fault.field for fault in caught.value.faults} == {"rating_responses"}


FIGURED = [each for each in per_item("P-TRAIN.6") if each.id in FIGURES]  # type: ignore[attr-defined]
LISTED = [each for each in per_item("P-TRAIN.6") if each not in FIGURED]


@pytest.mark.parametrize("item", LISTED)
def test_the_list_counts_a_year_of_an_item_without_a_figure(item: str) -> None:
    visitor = office.visitor("noor")
    asked = {"onderdeel": item.lower(), "stand": "held", "jaar": "2016"}
    assert "Niets gevonden" in read(visitor.get("/trainingen/", asked)).text
    for month in (3, 4):
        held(item, participants=11, on=dt.date(2016, month, 1), wanted_on=dt.date(2016, month, 1))
    held(item, participants=11, wanted_on=dt.date(2015, 4, 1))
    assert "2 trainingen" in read(visitor.get("/trainingen/", asked)).text


@pytest.mark.parametrize("item", FIGURED)
def test_a_year_counts_what_was_delivered_in_it(item: str) -> None:
    before = value_of(FIGURES[item])
    held(item, participants=11)
    held(item, participants=7, on=dt.date(2019, 1, 1))
    assert value_of(FIGURES[item]) == before + 1
