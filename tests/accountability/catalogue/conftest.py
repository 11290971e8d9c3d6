"""A database with an offer for each item that has trainings, by its own declared variation."""

from collections.abc import Iterator

import pytest
from tests.accountability.catalogue.trainings import offer
from tests.browser import office


@pytest.fixture(scope="module")
def offering_database(database: str, module_database: str) -> str:
    """The demonstration's people with that offer, for one module."""
    with office.entered(module_database, back_to=database):
        offer()
    return module_database


@pytest.fixture
def offering(offering_database: str, database: str) -> Iterator[str]:
    """Point this test at that database; what it writes stays for the others of its module."""
    with office.entered(offering_database, back_to=database):
        yield offering_database
