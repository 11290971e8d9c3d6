"""A database with the small world of money in it."""

import uuid
from collections.abc import Iterator, Mapping

import pytest
from django.db import transaction
from tests.pointing import point_at
from tests.programme.grants import world

from vijfluik.cli import test_database

Keys = Mapping[str, uuid.UUID]


@pytest.fixture(scope="session")
def _grants_database(database: str) -> Iterator[tuple[str, Keys]]:
    own = f"{database}_grants"
    test_database.fresh_copy(name=own)
    point_at(own)
    keys = world.build()
    point_at(database)
    yield own, keys
    test_database.drop(name=own)


@pytest.fixture
def keys(_grants_database: tuple[str, Keys], database: str) -> Iterator[Keys]:
    """The keys of the world by name, in one transaction that is rolled back."""
    own, found = _grants_database
    point_at(own)
    with transaction.atomic():
        yield found
        transaction.set_rollback(True)
    point_at(database)
