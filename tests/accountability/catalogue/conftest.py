"""A database with an offer for each item that has trainings, by its own declared variation."""

from collections.abc import Iterator

import pytest
from tests.accountability.catalogue.trainings import offer
from tests.browser import office

from vijfluik.cli import test_database


@pytest.fixture(scope="module")
def offering_database(database: str) -> Iterator[str]:
    """The demonstration's people with that offer, for one module."""
    name = f"{database}_offering"
    test_database.fresh_copy(name=name)
    with office.entered(name, back_to=database):
        offer()
    yield name
    test_database.drop(name=name)


@pytest.fixture
def offering(offering_database: str, database: str) -> Iterator[str]:
    """Point this test at that database; what it writes stays for the others of its module."""
    with office.entered(offering_database, back_to=database):
        yield offering_database
