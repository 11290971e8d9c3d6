"""Meetings of JEP in 2018 by place and course, of which one place and one course have few."""

import datetime as dt
import uuid

import pytest
from tests.accountability.reports.past import JANUARY, record, whole_past

from vijfluik.accountability.disclosure.pattern import State
from vijfluik.accountability.disclosure.treating import Treatment, report_name
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Place, Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.versions.loading import PastVersion

REPORT = report_name(DEFAULT)
TODAY = dt.datetime(2019, 4, 15, 21, 59, 59, 999999, tzinfo=dt.UTC)
FIGURE = "jep-meetings-2018"
PLACES = (7, 3, 12)


def meeting(**changes: object) -> PastVersion:
    """A meeting of JEP that was held in May 2018."""
    values = record(provider_id="jep", kind="meeting", participants=40, audience=["youth_work"])
    return PastVersion(values=values | changes, tx_from=JANUARY, tx_to=None)


@pytest.fixture(scope="module")
def past_of_module(database: str) -> list[PastVersion]:
    """22 meetings in three places, and what every other figure of the report rests on."""
    places = list(
        Place.objects.using("owner")
        .filter(kind="municipality", valid_until=None)
        .order_by("pk")
        .values_list("pk", flat=True)[: len(PLACES)]
    )
    others = [each for each in whole_past() if each.values["provider_id"] != "jep"]
    return others + [
        meeting(key=uuid.uuid4(), place_id=place)
        for place, number in zip(places, PLACES, strict=True)
        for _ in range(number)
    ]


def who(name: str) -> Acting:
    """An account of the demonstration, acting for the programme."""
    professional = Professional.objects.using("owner").get(username=name)
    return Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME, origin="command")


def computed(as_of: dt.datetime = TODAY) -> list[Computed]:
    """The figure, as the actor reads it."""
    return queries.figures(names=[FIGURE], as_of=as_of)


def by_place(treatment: Treatment) -> dict[int, State]:
    """Number of meetings in a place → what is done with it."""
    [table] = [
        each
        for each in treatment.pattern.tables
        if (each.figure, each.dimension, each.reading) == (FIGURE, "place", "then")
    ]
    return {
        number.value: treatment.pattern.states.get(number.name, State.SHOWN)
        for number in table.numbers
    }
