"""Each kind of page of the page bench asks few questions of the database, however much there is."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.browser import office
from tests.browser.reading import filled

from vijfluik.programme.trainings.models import Training
from vijfluik.site.first_steps.pages import COOKIE, HIDDEN

# Kind → the most questions, over all connections: session, person, visit and mandates (4), settings
# of the transaction (1 each), the decisions in the journal, how many notices are new (1), and what
# the page shows.
MOST = {
    "list": 17,
    "search": 17,
    "detail": 19,
    "form": 17,
    "overview": 26,
    "work": 15,
    "figures": 19,
    "everything": 23,
}
MOST_OF_A_WRITE = 30


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def asked(act: Callable[[], object]) -> list[str]:
    """What an act asks, over all connections."""
    with contextlib.ExitStack() as held:
        caught = [
            held.enter_context(CaptureQueriesContext(connections[alias]))
            for alias in ("default", "attempts", "report")
        ]
        act()
    return [query["sql"] for each in caught for query in each.captured_queries]


def addresses(training: Training) -> dict[str, str]:
    """Kind of page → an address of it."""
    return {
        "list": "/trainingen/",
        "search": "/trainingen/?zoek=training",
        "detail": f"/trainingen/{training.key}/",
        "form": f"/trainingen/{training.key}/wijzigen/",
        "overview": "/",
        "work": "/mijn-werk/",
        "figures": "/cijfers/",
        "everything": "/zoeken/",
    }


def questions(client: Client, address: str) -> list[str]:
    """What a page asks the second time; the first fills what a process learns once.

    Until there is a report two pages tell of the first steps, which are put away here.
    """
    client.cookies[COOKIE] = HIDDEN

    def ask() -> Any:
        # What somebody looks for is sent, never in the address.
        if address == "/zoeken/":
            return client.post(address, {"zoek": "training"})
        return client.get(address)

    assert ask().status_code == 200
    return asked(ask)


@pytest.mark.parametrize("kind", MOST)
def test_a_page_asks_few_questions_whatever_there_is(kind: str) -> None:
    training, noor = office.held(), office.visitor("noor")
    most = MOST[kind]
    few = questions(noor, addresses(training)[kind])
    assert len(few) <= most, few
    for _ in range(4):
        office.held()
        office.planned()
    many = questions(noor, addresses(training)[kind])
    assert len(many) <= most, many


def test_a_write_asks_few_questions() -> None:
    training, noor = office.held(), office.visitor("noor")
    address = addresses(training)["form"]
    form = filled(noor.get(address), requester="Wijkteam 12", reason="verschreven")
    answers = []
    few = asked(lambda: answers.append(noor.post(address, form)))
    assert answers[0].status_code == 302
    assert len(few) <= MOST_OF_A_WRITE, few
