"""Every declared register, one after another, and a database that all of them share."""

from collections.abc import Iterator

import pytest
from tests.pointing import point_at
from tests.sizes import part

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import register_named, registers


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `register` runs for each; one for `filed`, for each that takes files. In
    the quick size for a third of them, others with each commit.
    """
    for name, found in (
        ("register", registers()),
        ("filed", [each for each in registers() if each.filed]),
    ):
        if name in metafunc.fixturenames:
            things = sorted(each.thing for each in found)
            metafunc.parametrize(name, part(things, quick=len(things) // 3), indirect=True)


@pytest.fixture
def register(request: pytest.FixtureRequest) -> Register:
    """One register."""
    return register_named(request.param)


@pytest.fixture
def filed(request: pytest.FixtureRequest) -> Register:
    """One register that takes files."""
    return register_named(request.param)


@pytest.fixture
def kept(module_database: str, database: str) -> Iterator[str]:
    """A database with real commits, in which each register gets its records."""
    point_at(module_database)
    yield module_database
    point_at(database)
