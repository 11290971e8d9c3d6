"""A milestone that slips says why, and the day that was expected before stays to be seen."""

import datetime as dt
import uuid

import pytest
from tests.programme.partnerships.doing import COORDINATOR, due, in_days, new, register_of, step
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.reading import record_detail
from vijfluik.programme.partnerships.milestones.picture import drawn, picture_of
from vijfluik.programme.partnerships.models import Milestone, Partnership


def test_a_new_forecast_needs_a_reason_and_the_old_one_stays(committed: str) -> None:
    milestone = new("milestones", planned_on=in_days(-5))
    assert due(milestone) == {"reach": in_days(-5)}
    with pytest.raises(Invalid) as caught:
        step(milestone, "forecast", reason="", forecast_on=in_days(20))
    assert [fault.field for fault in caught.value.faults] == ["reason"]
    step(milestone, "forecast", reason="Ziekte", forecast_on=in_days(20))
    moved = step(milestone, "forecast", reason="Partner haakte af", forecast_on=in_days(40))
    assert (moved.planned_on, due(milestone)) == (in_days(-5), {"reach": in_days(40)})
    who = somebody(COORDINATOR)
    with acting(who):
        told = record_detail(register_of(milestone), who=who, key=milestone.key).timeline
        partnership = Partnership.objects.get(key=milestone.partnership_id)
        picture = picture_of(partnership, who=who)
    assert [moment.reason for moment in told][:2] == ["Partner haakte af", "Ziekte"]
    assert picture is not None
    [line] = picture.lines
    assert (line.planned, list(line.former), line.forecast) == (
        in_days(-5), [in_days(20)], in_days(40),
    )  # fmt: skip
    assert line.shifted == 45
    assert [spot.kind for spot in line.spots] == ["planned", "past", "forecast"]


def test_a_milestone_has_a_day_or_words_for_one(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        new("milestones", planned_on=None)
    assert [fault.field for fault in caught.value.faults] == ["planned_on"]
    said = new("milestones", planned_on=None, planned_said="binnen enkele maanden")
    assert due(said) == {}


def test_the_picture_is_in_the_order_of_time_and_within_its_line() -> None:
    def milestone(title: str, *, planned: dt.date | None, reached: dt.date | None = None) -> object:
        return Milestone(
            key=uuid.uuid4(), title=title, planned_on=planned, reached_on=reached,
            state="reached" if reached else "planned",
        )  # fmt: skip

    told = [
        milestone("Later", planned=dt.date(2026, 6, 1)),
        milestone("Ooit", planned=None),
        milestone("Eerst", planned=dt.date(2018, 1, 1), reached=dt.date(2018, 3, 2)),
    ]
    picture = drawn(told, former={}, now=dt.date(2019, 7, 1))  # type: ignore[arg-type]
    assert [line.title for line in picture.lines] == ["Eerst", "Later", "Ooit"]
    assert picture.lines[0].shifted == 60
    places = [float(spot.at[:-1]) for line in picture.lines for spot in line.spots]
    assert all(0 < place < 100 for place in places)
    assert places == sorted(places)
    assert [year.year for year in picture.years] == [2018, 2020, 2022, 2024, 2026]


def test_a_goal_of_a_plan_has_an_owner_and_a_day(platform: str) -> None:
    plan = new("partnerships", reference="PLAN-1", kind="action_plan")
    with pytest.raises(Invalid) as caught:
        new("milestones", partnership=plan.key, planned_on=None, planned_said="ooit")
    assert [fault.field for fault in caught.value.faults] == ["responsible", "planned_on"]
    assert new("milestones", partnership=plan.key, responsible="team jeugd").state == "planned"
