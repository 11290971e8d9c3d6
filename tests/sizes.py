"""How thorough the slow tests are: `VIJFLUIK_TEST_SIZE`, `quick` unless it says `full`.

Both sizes prove the same; the full one tries more cases of it. `./run test` is quick, so that it
can be run before every change; `.ci/run` takes the full size once.
"""

import os
import random
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from vijfluik.cli.checkout import root

Case = TypeVar("Case")
VARIABLE = "VIJFLUIK_TEST_SIZE"
MARK = "thorough"


class Size(StrEnum):
    """The two sizes."""

    QUICK = "quick"
    FULL = "full"


def size() -> Size:
    """The size that was asked for.

    Raises:
        UsageError: the variable holds another word.
    """
    given = os.environ.get(VARIABLE) or Size.QUICK
    try:
        return Size(given)
    except ValueError:
        words = " or ".join(Size)
        raise pytest.UsageError(f"{VARIABLE} is {words}, not {given!r}") from None


def sized(*, quick: int, full: int) -> int:
    """The number for the size that was asked for."""
    return {Size.QUICK: quick, Size.FULL: full}[size()]


def part(cases: Sequence[Case], *, quick: int) -> list[Case]:
    """Some of the cases of one and the same property: all in the full size, `quick` in the quick.

    Which those are differs per commit, so that in time all are tried there too; every worker of a
    run finds the same.
    """
    if size() is Size.FULL:
        return list(cases)
    chance = random.Random(_commit())
    return [cases[at] for at in sorted(chance.sample(range(len(cases)), quick))]


@cache
def _commit() -> str:
    """The commit that is checked out; empty where there is none."""
    told = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=root(), capture_output=True, text=True, check=False
    )
    return told.stdout.strip()


class Choosing:
    """Leaves out of the quick size what is marked as thorough, and tells how to run it."""

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Keep what belongs to the size.

        Raises:
            UsageError: what may be left out proves a row of the catalogue.
        """
        marked = [item for item in items if item.get_closest_marker(MARK)]
        for item in marked:
            if item.get_closest_marker("serves"):
                raise pytest.UsageError(f"{item.nodeid}: left out, it proves no row")
        if size() is Size.FULL:
            return
        without = {id(item) for item in marked}
        config.hook.pytest_deselected(items=marked)
        items[:] = [item for item in items if id(item) not in without]

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what was left out and how to run it."""
        if size() is Size.QUICK:
            terminalreporter.write_line(
                f"What is thorough was left out: {VARIABLE}={Size.FULL} ./run test"
            )


def hypothesis_profile() -> None:
    """Let tests by examples that name no number of their own try fewer in the quick size.

    How long an example takes to make or to run fails none: a machine may be busy.
    """
    busy = [HealthCheck.too_slow]
    for name, examples in (("quick", 25), ("full", 100)):
        settings.register_profile(
            name, max_examples=examples, deadline=None, suppress_health_check=busy
        )
    settings.load_profile(size())
