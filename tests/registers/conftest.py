"""Every declared register, one after another."""

import pytest

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import register_named, registers


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `register` runs for each."""
    if "register" in metafunc.fixturenames:
        metafunc.parametrize("register", [each.thing for each in registers()], indirect=True)


@pytest.fixture
def register(request: pytest.FixtureRequest) -> Register:
    """One register."""
    return register_named(request.param)
