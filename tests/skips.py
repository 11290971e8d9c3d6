"""Which tests may be skipped, and the comparison of that with what was skipped.

`./run test --skips none`: nothing. `--skips marked`: the tests marked `browser`, `standalone` or
`spark`, each of them and no other. Without the option nothing is compared.
"""

import os
from typing import Any

import pytest

MARKS = frozenset({"browser", "standalone", "spark"})


def add_option(parser: pytest.Parser) -> None:
    """Declare `--skips`."""
    parser.addoption("--skips", choices=["any", "none", "marked"], default="any")


def reasons(item: pytest.Item) -> list[str]:
    """Why this machine cannot run the test; nothing when it can."""
    found = []
    if item.get_closest_marker("standalone") and not os.environ.get("VIJFLUIK_TEST_SERVER"):
        found.append("needs a stand-alone PostgreSQL (VIJFLUIK_TEST_SERVER)")
    if item.get_closest_marker("browser") and not os.environ.get("VIJFLUIK_CHROMIUM"):
        found.append("needs Debian's chromium (VIJFLUIK_CHROMIUM)")
    if item.get_closest_marker("spark") and not os.environ.get("VIJFLUIK_SPARK"):
        found.append("needs pyspark and Java 17 (VIJFLUIK_SPARK)")
    return found


class Comparison:
    """Collects what was skipped and what is marked; the run fails when they differ."""

    def __init__(self, rule: str) -> None:
        """Start with nothing seen; `rule` is the value of `--skips`."""
        self.rule = rule
        self.skipped: set[str] = set()
        self.marked: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See one phase of a test; under xdist it arrives from a worker."""
        if MARKS & set(report.keywords):
            self.marked.add(report.nodeid)
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.add(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """See a module that skipped itself."""
        if report.skipped:
            self.skipped.add(report.nodeid)

    def faults(self) -> list[str]:
        """What differs from the rule, in words."""
        if self.rule == "none":
            return [f"skipped: {name}" for name in sorted(self.skipped)]
        if self.rule == "marked":
            return [
                *(
                    f"skipped without the mark: {name}"
                    for name in sorted(self.skipped - self.marked)
                ),
                *(
                    f"marked and yet not skipped: {name}"
                    for name in sorted(self.marked - self.skipped)
                ),
            ]
        return []

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run when a test was skipped that should not be."""
        if self.faults() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print the list and the faults before the closing line."""
        if self.rule == "any":
            return
        terminalreporter.section(f"skips allowed: {self.rule}")
        for name in sorted(self.skipped):
            terminalreporter.write_line(f"skipped as marked: {name}")
        for fault in self.faults():
            terminalreporter.write_line(fault)
        terminalreporter.write_line(f"{len(self.skipped)} skipped, {len(self.faults())} faults")
