"""Databases of the journal's own for tests that only add to it."""

from collections.abc import Iterator

import pytest
from tests.conftest import point_at

from vijfluik.cli import test_database


@pytest.fixture(scope="module")
def _shared_database(database: str) -> Iterator[str]:
    own = f"{database}_journal"
    test_database.fresh_copy(name=own)
    yield own
    test_database.drop(name=own)


@pytest.fixture
def committed_once(_shared_database: str, database: str) -> Iterator[str]:
    """A database with real commits that the tests of a module share."""
    point_at(_shared_database)
    yield _shared_database
    point_at(database)
