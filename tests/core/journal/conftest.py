"""Databases of the journal's own for tests that only add to it."""

from collections.abc import Iterator

import pytest
from tests.pointing import point_at


@pytest.fixture
def committed_once(module_database: str, database: str) -> Iterator[str]:
    """A database with real commits that the tests of a module share."""
    point_at(module_database)
    yield module_database
    point_at(database)
