"""Drills: tests of whole processes on this machine, each loading or killing one after another.

They stop servers, break installations off and load demonstrations, which takes minutes. So
`./run test` leaves them out and says so; `./run test --drills only` runs nothing else, and a file
that is named runs with its drills. `.ci/run` runs every drill as root, and those that set up, serve
and keep an installation (`tests/cli`) as an ordinary user too.
"""

from typing import Any

import pytest

OPTION = "--drills"
MARK = "drill"


def add_option(parser: pytest.Parser) -> None:
    """Declare `--drills`."""
    parser.addoption(OPTION, choices=["with", "without", "only"], default="with")


class Choosing:
    """Leaves out what was not asked for, and tells how to run it."""

    def __init__(self, asked: str) -> None:
        """`asked`: the value of `--drills`."""
        self.asked = asked

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Keep the tests that were asked for.

        Raises:
            UsageError: a drill proves a row of the catalogue, whose evidence a run without drills
                would lose.
        """
        drills = [item for item in items if item.get_closest_marker(MARK)]
        for item in drills:
            if item.get_closest_marker("serves"):
                raise pytest.UsageError(f"{item.nodeid}: a drill proves no row of the catalogue")
        if self.asked == "with":
            return
        # By identity: an item is compared by its name, thousands of times.
        marked = {id(item) for item in drills}
        kept = [item for item in items if (id(item) in marked) == (self.asked == "only")]
        left = {id(item) for item in items} - {id(item) for item in kept}
        config.hook.pytest_deselected(items=[item for item in items if id(item) in left])
        items[:] = kept

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what was left out and how to run it."""
        if self.asked == "without":
            terminalreporter.write_line("The drills were left out: ./run test --drills only")
