"""The rows of the pattern of trainings, per item that has it, on the item's own variation."""

import dataclasses
import datetime as dt
import uuid
from decimal import Decimal

import pytest
from django.db.models import PositiveIntegerField
from tests.accountability.catalogue.conftest import course_of, variation_of
from tests.browser import office
from tests.browser.reading import filled, read
from tests.serving import per_item

from vijfluik.accountability.figures import queries
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.moments import close
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.content import Content
from vijfluik.programme.trainings.faults import Invalid
from vijfluik.programme.trainings.models import Training

pytestmark = pytest.mark.usefixtures("offering")
# No course for these yet: nobody can record for them.
WITHOUT = ("VW-15", "VK-24", "VK-48", "VK-49", "VK-50", "VD-08")
HELD = dt.date(2018, 3, 15)


def content_for(item: str) -> Content:
    """What somebody asks for of an item's offer."""
    variation = variation_of(item)
    audience = variation["audience"]
    assert isinstance(audience, list)
    return Content(
        reference=f"R-{uuid.uuid4().hex[:12]}",
        kind=str(variation["kind"]),
        course=course_of(item),
        title="Gevraagd",
        requester="Gemeente Wolverdam",
        requested_on=dt.date(2018, 1, 8),
        wanted_on=HELD,
        audience=tuple(audience),
    )


def requested(item: str) -> Training:
    """A request for an item, at its provider."""
    return actions.request_training(
        who=office.acting_as("noor"),
        provider=str(variation_of(item)["provider"]),
        content=content_for(item),
    )


def held(
    item: str, *, participants: int | None, rating: str | None = None, answers: int | None = None
) -> Training:
    """A request of an item that was delivered."""
    return actions.hold(
        who=office.acting_as("noor"),
        key=requested(item).key,
        held_on=HELD,
        participants=participants,  # type: ignore[arg-type]
        rating=None if rating is None else Decimal(rating),
        rating_responses=answers,
    )


@pytest.mark.parametrize("item", per_item("P-TRAIN.1", without=WITHOUT))
def test_a_request_chooses_from_the_offer_of_its_provider(item: str) -> None:
    assert requested(item).course_id == course_of(item)
    provider = str(variation_of(item)["provider"])
    elsewhere = next(
        course_of(other)
        for other in ("VK-09", "VK-10", "VK-13")
        if variation_of(other)["provider"] != provider
    )
    with pytest.raises(Invalid) as caught:
        actions.request_training(
            who=office.acting_as("noor"),
            provider=provider,
            content=dataclasses.replace(content_for(item), course=elsewhere),
        )
    assert {fault.field for fault in caught.value.faults} == {"course"}


@pytest.mark.parametrize("item", per_item("P-TRAIN.2", without=WITHOUT))
def test_it_is_planned_then_delivered_or_cancelled_and_nothing_else(item: str) -> None:
    who = office.acting_as("noor")
    first, second = requested(item), requested(item)
    assert actions.plan(who=who, key=first.key, planned_on=HELD).state == "planned"
    done = actions.hold(who=who, key=first.key, held_on=HELD, participants=9)
    assert (done.state, done.participants) == ("held", 9)
    assert actions.cancel(who=who, key=second.key, reason="Te weinig animo").state == "cancelled"
    with pytest.raises(EdgeRefused):
        actions.hold(who=who, key=second.key, held_on=HELD, participants=9)


@pytest.mark.parametrize("item", per_item("P-TRAIN.3", without=WITHOUT))
def test_its_audience_is_asked_shown_and_searched_by(item: str) -> None:
    visitor = office.visitor("noor")
    audience = variation_of(item)["audience"]
    assert isinstance(audience, list)
    reference = f"P-{uuid.uuid4().hex[:12]}"
    form = filled(
        visitor.get("/trainingen/nieuw/"),
        provider=str(variation_of(item)["provider"]),
        reference=reference,
        kind=str(variation_of(item)["kind"]),
        course=course_of(item),
        title="Voor een publiek",
        requested_on="2018-01-08",
        wanted_on="2018-03-15",
        audience=audience,
    )
    assert visitor.post("/trainingen/nieuw/", form).status_code == 302
    assert office.found(reference=reference).audience == audience
    asked = {"onderdeel": item.lower(), "zoek": reference}
    assert reference in read(visitor.get("/trainingen/", {**asked, "doelgroep": audience[0]})).text
    other = read(visitor.get("/trainingen/", {**asked, "doelgroep": "administrators"})).text
    assert "Voor een publiek" not in other


@pytest.mark.parametrize("item", per_item("P-TRAIN.4", without=WITHOUT))
def test_participations_are_whole_numbers_that_a_delivered_training_states(item: str) -> None:
    training = held(item, participants=14)
    told = {field.name: field for field in Training._meta.concrete_fields}
    about = [field for name, field in told.items() if name.startswith("participants")]
    assert (training.participants, len(about)) == (14, 4)
    assert all(isinstance(field, PositiveIntegerField) for field in about)
    with pytest.raises(Invalid) as caught:
        held(item, participants=None)
    assert {fault.field for fault in caught.value.faults} == {"participants"}


@pytest.mark.parametrize("item", per_item("P-TRAIN.5", without=WITHOUT))
def test_its_evaluation_is_a_mean_and_a_number_of_answers(item: str) -> None:
    training = held(item, participants=14, rating="8.1", answers=12)
    assert (training.rating, training.rating_responses) == (Decimal("8.1"), 12)
    with pytest.raises(Invalid) as caught:
        held(item, participants=14, rating="8.1", answers=15)
    assert {fault.field for fault in caught.value.faults} == {"rating_responses"}


# The source gives no figure of VK-14 apart.
@pytest.mark.parametrize("item", per_item("P-TRAIN.6", without=(*WITHOUT, "VK-14")))
def test_a_year_counts_what_was_delivered_in_it(item: str) -> None:
    figure = {
        "VK-09": "jep-meetings-2018",
        "VK-10": "ssv-teacher-trainings-2018",
        "VK-13": "ror-trainings-2018",
    }[item]
    before = value_of(figure)
    held(item, participants=11)
    later = requested(item)
    actions.hold(
        who=office.acting_as("noor"), key=later.key, held_on=dt.date(2019, 1, 1), participants=7
    )
    assert value_of(figure) == before + 1


def value_of(figure: str) -> int:
    """What a figure says now."""
    moment = dt.datetime.now(dt.UTC)
    close(moment, longest_wait=5)
    with acting(office.acting_as("noor")):
        [found] = queries.headlines(names=[figure], as_of=moment)
    assert found.value is not None
    return found.value


def test_the_days_of_these_tests_are_past() -> None:
    assert HELD < today()
