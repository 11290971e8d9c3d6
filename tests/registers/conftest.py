"""Every declared register, one after another, and a database that all of them share."""

from collections.abc import Iterator

import pytest
from tests.conftest import point_at

from vijfluik.cli import test_database
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import register_named, registers


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `register` runs for each; one for `filed`, for each that takes files."""
    for name, found in (
        ("register", registers()),
        ("filed", [each for each in registers() if each.filed]),
    ):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, [each.thing for each in found], indirect=True)


@pytest.fixture
def register(request: pytest.FixtureRequest) -> Register:
    """One register."""
    return register_named(request.param)


@pytest.fixture
def filed(request: pytest.FixtureRequest) -> Register:
    """One register that takes files."""
    return register_named(request.param)


@pytest.fixture(scope="module")
def _kept_database(database: str) -> Iterator[str]:
    own = f"{database}_registers"
    test_database.fresh_copy(name=own)
    yield own
    test_database.drop(name=own)


@pytest.fixture
def kept(_kept_database: str, database: str) -> Iterator[str]:
    """A database with real commits, in which each register gets its records."""
    point_at(_kept_database)
    yield _kept_database
    point_at(database)
