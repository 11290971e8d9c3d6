"""A past for figures: trainings entered, corrected and withdrawn on known days of 2019."""

import contextlib
import datetime as dt
import uuid
from collections.abc import Callable

import pytest

from vijfluik.accountability.figures.actions import Issued, issue
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.queries import headlines
from vijfluik.accountability.figures.values import Value
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Place, Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.people import INVENTED
from vijfluik.programme.trainings.models import Training

Who = Callable[[str], Acting]


def moment(text: str) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


JANUARY = moment("2019-01-10T09:00:00")
FEBRUARY = moment("2019-02-10T09:00:00")
MARCH = moment("2019-03-10T09:00:00")
APRIL = moment("2019-04-10T09:00:00")


def training(**changes: object) -> dict[str, object]:
    """The values of a ROR training held in 2018, with changes."""
    values: dict[str, object] = {
        "key": uuid.uuid4(),
        "provider_id": "ror",
        "reference": uuid.uuid4().hex[:12],
        "kind": "training",
        "title": "Signalen herkennen",
        "state": "held",
        "requested_on": dt.date(2018, 1, 1),
        "wanted_on": dt.date(2018, 5, 17),
        "planned_on": dt.date(2018, 5, 17),
        "held_on": dt.date(2018, 5, 17),
        "audience": ["municipality", "police"],
        "participants": 12,
    }
    return values | changes


def life(*steps: tuple[dt.datetime, dict[str, object]]) -> list[PastVersion]:
    """The versions of one record: its values from each moment on."""
    ends = [*(since for since, _ in steps[1:]), None]
    return [
        PastVersion(values=values, tx_from=since, tx_to=end)
        for (since, values), end in zip(steps, ends, strict=True)
    ]


@pytest.fixture
def past(committed: str) -> Callable[..., None]:
    """Write lives of records into a database of the test's own."""
    mark_demonstration(invented=INVENTED)

    def load(*lives: list[PastVersion]) -> None:
        load_history(Training, [version for each in lives for version in each])

    return load


@pytest.fixture
def who(committed: str) -> Who:
    """Somebody of the demonstration by name, acting for the programme."""

    def found(name: str) -> Acting:
        professional = Professional.objects.using("owner").get(username=name)
        return Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME, origin="command")

    return found


@pytest.fixture
def officer(who: Who) -> Callable[[], contextlib.AbstractContextManager[Acting]]:
    """A transaction in which the policy officer acts."""
    return lambda: acting(who("noor"))


@pytest.fixture
def values(who: Who) -> Callable[[dt.datetime], dict[str, Value | None]]:
    """The value of every figure that counts trainings, as of a moment."""

    def computed(as_of: dt.datetime) -> dict[str, Value | None]:
        issued = [each.figure for each in issued_as_of(who, as_of, *of_trainings())]
        names = [each.definition.id for each in issued]
        with acting(who("noor")):
            said = headlines(names=names, as_of=as_of)
        # What an overview says is what a receipt proves, records and gaps included.
        assert [(each.value, each.records, each.unstated) for each in said] == [
            (each.value, each.records, each.unstated) for each in issued
        ]
        return {each.definition.id: each.value for each in issued}

    return computed


def of_trainings() -> list[str]:
    """The figures that count trainings."""
    return [name for name, found in library().items() if found[-1].query.source == "trainings"]


def issued_as_of(who: Who, as_of: dt.datetime, *names: str) -> list[Issued]:
    """Figures issued by the policy officer."""
    with acting(who("noor")):
        return issue(figures=names or None, as_of=as_of)


@pytest.fixture
def municipality(committed: str) -> int:
    """A place that trainings can be held at."""
    return Place.objects.using("owner").filter(kind="municipality").values_list("pk", flat=True)[0]
