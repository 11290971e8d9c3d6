"""The site as somebody signed in sees it, on a database of one test or of one module."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client, override_settings
from tests.pointing import point_at

from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.people import INVENTED
from vijfluik.programme.trainings.models import Training


@pytest.fixture
def visit_as() -> Iterator[Callable[[str], Client]]:
    """A browser in which an account of the demonstration is signed in, by its name.

    The test says on which database: it asks for `committed`, or for the records of its module.
    """

    def signed_in(name: str) -> Client:
        client = Client()
        assert client.post("/aanmelden/", {"account": name}).status_code == 302
        return client

    # Sessions are not what these tests are about; in a cookie they need no table.
    with override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies"):
        yield signed_in


@pytest.fixture(scope="module")
def shared_past(database: str, module_database: str, past_of_module: list[PastVersion]) -> str:
    """A database with the records of a module (`past_of_module`), for tests that only look."""
    point_at(module_database)
    mark_demonstration(invented=INVENTED)
    load_history(Training, past_of_module)
    point_at(database)
    return module_database


@pytest.fixture
def looking(database: str, shared_past: str) -> Iterator[str]:
    """Point this test at the database of its module; what it writes stays for the others."""
    point_at(shared_past)
    yield shared_past
    point_at(database)
