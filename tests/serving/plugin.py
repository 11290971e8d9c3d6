"""The part of pytest: records marked tests, and keeps the evidence of a whole run.

`--rules-out all` runs the marked tests with the rule of their row taken out, and fails for each row
whose tests do not notice. `--rules-out 20:SEED` does so for a twentieth that the seed chooses.
"""

import datetime as dt
import hashlib
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.serving.recording import Recorder, install
from tests.serving.replacements import taken_out
from vijfluik.accountability.catalogue.claims import Claim
from vijfluik.accountability.catalogue.code_state import CodeState, state_now
from vijfluik.accountability.catalogue.evidence import (
    Called,
    Evidence,
    Proof,
    RulesOut,
    folder_of,
    read_rules_out,
    write,
)
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.states import RowState, State, row_state

ROOT = Path(__file__).resolve().parents[2]
OPTION = "--rules-out"
ROW, CALLED, NOTICED = "serves-row", "serves-called", "serves-noticed"


def add_option(parser: pytest.Parser) -> None:
    """Declare `--rules-out`."""
    parser.addoption(OPTION, metavar="all|N:SEED", default="", help="run without rules")


def now() -> str:
    """This moment, as evidence writes it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def row_of(item: pytest.Item) -> str | None:
    """The row that a test is marked with.

    Raises:
        UsageError: it names none, two, one that there is not, or one that nothing claims to serve.
    """
    marks = list(item.iter_markers("serves"))
    if not marks:
        return None
    names = [name for mark in marks for name in mark.args]
    if len(names) != 1:
        raise pytest.UsageError(f"{item.nodeid}: a test serves one row, not {names}")
    demand = catalogue().demands.get(names[0])
    if demand is None:
        raise pytest.UsageError(f"{item.nodeid}: there is no row {names[0]!r}")
    if demand.claim is None:
        raise pytest.UsageError(f"{item.nodeid}: nothing claims to serve {names[0]}")
    return str(names[0])


def claim_of(row: str) -> Claim:
    """What claims to serve a row that `row_of` answered."""
    claim = catalogue().demands[row].claim
    assert claim is not None
    return claim


def chosen(rows: Iterable[str], *, asked: str) -> set[str]:
    """The rows whose rules are taken out: all, or one in N by the order that a seed gives.

    Raises:
        UsageError: what is asked for is neither.
    """
    found = sorted(set(rows))
    if asked == "all":
        return set(found)
    part, _, seed = asked.partition(":")
    if not part.isdecimal() or int(part) < 1:
        raise pytest.UsageError(f"{OPTION} takes `all` or `N:SEED`, not {asked!r}")
    found.sort(key=lambda row: hashlib.sha256(f"{seed} {row}".encode()).hexdigest())
    return set(found[: -(-len(found) // int(part))])


class Serving:
    """Marks, records and takes rules out, in every process that runs tests."""

    def __init__(self, asked: str) -> None:
        """`asked`: the value of `--rules-out`."""
        self.asked = asked
        install()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Check the marks; with rules out, keep the chosen rows' tests alone."""
        rows = {item: row for item in items if (row := row_of(item)) is not None}
        for item, row in rows.items():
            item.user_properties.append((ROW, row))
        if self.asked:
            wanted = chosen(rows.values(), asked=self.asked)
            kept = [item for item in items if rows.get(item) in wanted]
            config.hook.pytest_deselected(items=[item for item in items if item not in kept])
            items[:] = kept

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
        """Run a marked test under watch, or without its rule."""
        row = dict(pyfuncitem.user_properties).get(ROW)
        if row is None:
            return (yield)
        claim = claim_of(str(row))
        if self.asked:
            with taken_out(claim):
                return (yield)
        recorder = Recorder(tuple(claim.by))
        try:
            with recorder.recording():
                return (yield)
        finally:
            plain = [[call.target, sorted(call.items)] for call in recorder.called()]
            pyfuncitem.user_properties.append((CALLED, plain))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Generator[None, Any, Any]:
        """With a rule out it is well when the test fails."""
        report = yield
        if self.asked and report.when == "call":
            report.user_properties.append((NOTICED, report.failed))
            report.outcome, report.longrepr = "passed", None
        return report


class Gathering:
    """Gathers in the process where all results come together, and keeps them."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin with nothing, and with the state of the code before the first test."""
        self.config = config
        self.asked = str(config.getoption(OPTION))
        self.code = state_now(root=ROOT)
        self.passed: dict[tuple[str, str], bool] = {}
        self.called: dict[tuple[str, str], list[Called]] = {}
        self.noticed: dict[str, bool] = {}
        self.tests = 0
        self.failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See one phase of a test; under xdist it arrives from a worker."""
        self.tests += report.when == "call"
        self.failed += report.failed
        told = dict(report.user_properties)
        if ROW not in told or report.skipped:
            return
        place = str(told[ROW]), report.nodeid
        self.passed[place] = self.passed.get(place, True) and report.passed
        if report.when == "call":
            calls = told.get(CALLED, [])
            assert isinstance(calls, list)
            self.called[place] = [
                Called(target=target, items=frozenset(met)) for target, met in calls
            ]
            seen = self.noticed.get(place[0], False)
            self.noticed[place[0]] = seen or bool(told.get(NOTICED))

    @property
    def whole(self) -> bool:
        """Whether every test of the platform was asked for."""
        option = self.config.option
        narrowed = [
            option.keyword, option.markexpr, option.deselect, option.collectonly,
            option.drills == "only",
        ]  # fmt: skip
        by_default = self.config.args_source is pytest.Config.ArgsSource.TESTPATHS
        return by_default and not any(narrowed)

    def unnoticed(self) -> list[str]:
        """The rows whose tests passed with the rule taken out."""
        if not self.asked:
            return []
        return sorted(row for row, seen in self.noticed.items() if not seen)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Keep what was found, when it speaks of the code as it still is."""
        ended = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
        if ended and state_now(root=ROOT) == self.code:
            if self.asked:
                write(folder_of(ROOT), self._rules_out(self.code))
            elif self.whole:
                write(folder_of(ROOT), self._evidence(self.code))
        if self.unnoticed():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _evidence(self, code: CodeState) -> Evidence:
        return Evidence(
            code=code,
            made=now(),
            tests=self.tests,
            failed=self.failed,
            proofs=[
                Proof(row=row, test=test, passed=passed, called=self.called.get((row, test), []))
                for (row, test), passed in sorted(self.passed.items())
            ],
        )

    def _rules_out(self, code: CodeState) -> RulesOut:
        before = read_rules_out(folder_of(ROOT))
        known = before.noticed if before is not None and before.code == code else {}
        return RulesOut(code=code, made=now(), noticed={**known, **self.noticed})

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say which marked tests prove nothing, and what rules out brought to light."""
        if not self.asked and self.passed:
            seen = self._states()
            proving = [each for each in seen if each.state in (State.WORKS, State.PARTLY)]
            terminalreporter.section("rows of the catalogue")
            terminalreporter.line(f"{len(seen)} rows tested, {len(proving)} proved")
            for each in seen:
                if each.missing or each not in proving:
                    missing = ", ".join(each.missing)
                    terminalreporter.line(f"{each.demand.id}: {each.why}: {missing}".rstrip(": "))
        if self.asked:
            terminalreporter.section("rules taken out")
            terminalreporter.line(
                f"{len(self.noticed)} rows tried; {len(self.unnoticed())} did not notice"
            )
        for row in self.unnoticed():
            terminalreporter.line(f"{row}: its tests pass without {claim_of(row).rule}")

    def _states(self) -> list[RowState]:
        """How far this run proves each row that it has tests of."""
        proofs = self._evidence(self.code).proofs
        return [
            row_state(
                catalogue().demands[row],
                proofs=[proof for proof in proofs if proof.row == row],
                noticed=None,
            )
            for row in sorted({proof.row for proof in proofs})
        ]
