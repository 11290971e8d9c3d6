"""Databases with the small world in them."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from tests.pointing import point_at
from tests.programme.trainings import world
from tests.programme.trainings.world import People

from vijfluik.cli import test_database


@pytest.fixture(scope="session")
def _world_database(database: str) -> Iterator[str]:
    own = f"{database}_trainings"
    test_database.fresh_copy(name=own)
    point_at(own)
    world.build()
    point_at(database)
    yield own
    test_database.drop(name=own)


@pytest.fixture
def people(_world_database: str, database: str) -> Iterator[People]:
    """The people of the world, in one transaction that is rolled back."""
    point_at(_world_database)
    with transaction.atomic():
        yield world.people()
        transaction.set_rollback(True)
    point_at(database)


@pytest.fixture
def committed_people(committed: str) -> People:
    """The people of a world of this test's own, with real commits."""
    world.build()
    return world.people()
