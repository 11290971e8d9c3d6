"""The rows that items with trainings have of their own."""

import datetime as dt
from decimal import Decimal

import pytest
from tests.accountability.catalogue import trainings
from tests.accountability.catalogue.trainings import HELD, held, requested, value_of, values_of
from tests.browser import office
from tests.browser.reading import read

from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import CourseVersion, Training

pytestmark = pytest.mark.usefixtures("offering")
RANGE = ("youth_work", "youth_care", "social_work", "neighbourhood_police")


def listed(**asked: str) -> str:
    """The list of trainings as the policy officer sees it, in words."""
    return read(office.visitor("noor").get("/trainingen/", asked)).text


@pytest.mark.serves("VK-09.1")
def test_a_meeting_of_jep_says_for_which_professions_it_is() -> None:
    reference = trainings.asked_on_the_page("VK-09", audience=list(RANGE))
    for audience in RANGE:
        assert reference in listed(onderdeel="vk-09", doelgroep=audience)
    assert reference not in listed(onderdeel="vk-09", doelgroep="custody")


@pytest.mark.serves("VK-09.3")
def test_meetings_of_jep_are_found_by_their_theme() -> None:
    requested("VK-09", title="Samen optrekken")
    assert "Samen optrekken" in listed(onderdeel="vk-09", thema="cooperation")
    assert "Samen optrekken" not in listed(onderdeel="vk-09", thema="polarisation")


@pytest.mark.serves("VK-09.4")
def test_volunteers_are_an_audience_of_jep() -> None:
    reference = trainings.asked_on_the_page("VK-09", audience=["volunteers"])
    assert reference in listed(onderdeel="vk-09", doelgroep="volunteers")
    other = trainings.asked_on_the_page("VK-09", audience=["youth_work"])
    assert other not in listed(onderdeel="vk-09", doelgroep="volunteers")


@pytest.mark.serves("VK-10.1")
def test_participants_of_ssv_are_split_by_sector_within_their_total() -> None:
    given = {"participants_primary": 4, "participants_secondary": 5, "participants_vocational": 6}
    done = hold_at_ssv(participants=15, **given)
    assert [getattr(done, name) for name in given] == [4, 5, 6]
    with pytest.raises(Invalid) as caught:
        hold_at_ssv(participants=14, **given)
    assert {fault.field for fault in caught.value.faults} == {"participants"}


def hold_at_ssv(**numbers: int) -> Training:
    """A training of SSV that was delivered, with these numbers."""
    key = requested("VK-10").key
    return actions.hold(who=office.acting_as("noor"), key=key, held_on=HELD, **numbers)  # type: ignore[arg-type]


@pytest.mark.serves("VK-10.4")
def test_trainings_of_ssv_count_in_their_year() -> None:
    before = value_of("ssv-teacher-trainings-2018")
    held("VK-10", participants=8)
    elsewhere = requested("VK-10")
    actions.hold(
        who=office.acting_as("noor"), key=elsewhere.key, held_on=dt.date(2017, 5, 4), participants=8
    )
    assert value_of("ssv-teacher-trainings-2018") == before + 1


@pytest.mark.serves("VK-13.1")
def test_what_is_requested_of_ror_is_counted_apart_from_what_is_delivered() -> None:
    names = ("ror-trainings-requested-2019", "ror-trainings-2018")
    asked, given = values_of(*names).values()
    request = requested("VK-13", wanted_on=dt.date(2019, 6, 4))
    assert tuple(values_of(*names).values()) == (asked + 1, given)
    actions.withdraw(who=office.acting_as("noor"), key=request.key, reason="Dubbel ingevoerd")
    assert value_of("ror-trainings-requested-2019") == asked


@pytest.mark.serves("VK-13.2")
def test_a_training_of_ror_says_for_which_organisations_it_is() -> None:
    reference = trainings.asked_on_the_page("VK-13", audience=["custody"])
    assert reference in listed(onderdeel="vk-13", doelgroep="custody")
    assert reference not in listed(onderdeel="vk-13", doelgroep="police")


@pytest.mark.serves("VK-13.3")
def test_a_training_of_ror_is_evaluated_from_one_to_ten() -> None:
    assert held("VK-13", participants=9, rating="7.4", answers=9).rating == Decimal("7.4")
    with pytest.raises(Invalid) as caught:
        held("VK-13", participants=9, rating="10.5", answers=9)
    assert {fault.field for fault in caught.value.faults} == {"rating"}


@pytest.mark.serves("VK-13.4")
def test_each_year_of_ror_has_the_same_two_figures() -> None:
    names = [
        f"ror-{what}-{year}" for year in (2017, 2018) for what in ("trainings", "participants")
    ]
    before = values_of(*names)
    held("VK-13", participants=13)
    held("VK-13", participants=21, on=dt.date(2017, 11, 8))
    moved = {name: value - before[name] for name, value in values_of(*names).items()}
    assert list(moved.values()) == [1, 21, 1, 13]


@pytest.mark.serves("VK-14.1")
def test_the_page_says_which_version_of_the_content_was_taught() -> None:
    text = taught(version=2, since=dt.date(2018, 2, 1), reviewed=None)
    assert "versie 2" in text
    assert "Bijgewerkte inhoud 2" in text


@pytest.mark.serves("VK-14.2")
def test_the_page_says_when_the_balance_of_the_content_was_reviewed() -> None:
    text = taught(version=3, since=dt.date(2018, 3, 1), reviewed=dt.date(2018, 2, 20))
    assert "Evenwichtigheid beoordeeld op 20 februari 2018" in text


def taught(*, version: int, since: dt.date, reviewed: dt.date | None) -> str:
    """A training of VK-14 delivered after a new version of its content, as its page says it."""
    CourseVersion.objects.using("owner").create(
        course_id=trainings.course_of("VK-14"),
        number=version,
        valid_from=since,
        summary=f"Bijgewerkte inhoud {version}",
        balance_reviewed_on=reviewed,
    )
    training = held("VK-14", participants=6)
    text = read(office.visitor("noor").get(f"/trainingen/{training.key}/")).text
    CourseVersion.objects.using("owner").filter(number=version).delete()
    return text


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        pytest.param("VK-24", "Eenheid Oost", marks=pytest.mark.serves("VK-24.1")),
        pytest.param("VW-15", "Opvang Wolverdam", marks=pytest.mark.serves("VW-15.2")),
    ],
)
def test_how_far_it_is_can_be_seen_per_unit_that_asked(item: str, unit: str) -> None:
    held(item, participants=12, requester=unit)
    held(item, participants=9, requester=unit)
    requested(item, requester=unit)
    requested(item, requester="Een ander")
    page = read(office.visitor("noor").get(f"/trainingen/per-aanvrager/{item.lower()}/"))
    assert f"{unit} 3 2 21" in page.text
    assert "Een ander 1 0 0" in page.text


@pytest.mark.serves("VK-49.1")
def test_no_prison_is_trained_abroad_without_a_part_on_human_rights() -> None:
    check_content("VK-49", lacks={"human_rights": ""}, shown="Een dagdeel over rechten.")


@pytest.mark.serves("VK-50.1")
def test_travel_movements_are_taught_when_nothing_stands_for_origin_or_religion() -> None:
    check_content("VK-50", lacks={"balance_reviewed_on": None}, shown="Evenwichtigheid beoordeeld")


@pytest.mark.serves("VW-15.1")
def test_the_content_for_the_chain_is_looked_at_for_stereotypes_first() -> None:
    check_content("VW-15", lacks={"balance_reviewed_on": None}, shown="Evenwichtigheid beoordeeld")


def check_content(item: str, *, lacks: dict[str, object], shown: str) -> None:
    """A version that lacks something is not planned; the one before it was, and says it."""
    noor = office.acting_as("noor")
    training = actions.plan(who=noor, key=requested(item).key, planned_on=HELD)
    page = read(office.visitor("noor").get(f"/trainingen/{training.key}/")).text
    assert ("versie 1" in page, shown in page) == (True, True)
    told: dict[str, object] = {
        "balance_reviewed_on": HELD, "human_rights": "Een dagdeel over rechten.", **lacks,
    }  # fmt: skip
    CourseVersion.objects.using("owner").create(
        course_id=trainings.course_of(item), number=9, valid_from=HELD, summary="Nieuw", **told
    )
    with pytest.raises(Invalid) as caught:
        actions.plan(who=noor, key=requested(item).key, planned_on=HELD)
    assert {fault.field for fault in caught.value.faults} == {"course"}
    CourseVersion.objects.using("owner").filter(number=9).delete()
