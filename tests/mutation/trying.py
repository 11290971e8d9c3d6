"""One worker: its own database, made once, and a split-off process for each mutant."""

import gc
import json
import os
import resource
from dataclasses import dataclass
from types import FunctionType

import pytest
from django.db import connections

from tests import pointing
from tests.mutation.applying import forget, put_in
from tests.mutation.covering import Covering
from tests.mutation.forking import Ended, apart
from tests.mutation.mutants import Mutant, mutated
from tests.pristine import Own

# What makes databases, which each worker then has before its first mutant.
FIXTURES = ("platform", "committed", "module_database", "lasting", "confirmed_law")
KILLED, SURVIVED, UNCHANGED = 10, 11, 12
# Beyond what the tests took when they were measured, on a machine that others use as well.
PATIENCE, AT_LEAST = 6.0, 20.0
MEMORY = 6 << 30


class Nobody:
    """Follows on a test instead of another one: what lasts for the session stays."""

    def __init__(self, session: pytest.Session) -> None:
        """`session`: of the run."""
        self.session = session

    def listchain(self) -> list[pytest.Session]:
        """What stays set up."""
        return [self.session]


class Watch:
    """Remembers the first test that failed."""

    def __init__(self) -> None:
        """Nothing failed yet."""
        self.failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See one phase of a test."""
        if report.failed and not self.failed:
            self.failed = report.nodeid


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a mutant: `killed`, `late` (killed by the clock), `survived`, `uncovered`
    (no test reaches it), `unchanged` (the same code)."""

    mutant: Mutant
    state: str
    by: str = ""
    tests: int = 0
    seconds: float = 0.0

    @property
    def killed(self) -> bool:
        """Whether the tests noticed."""
        return self.state in ("killed", "late")

    def plain(self) -> dict[str, object]:
        """As a line of JSON tells it."""
        return {
            "mutant": self.mutant.name,
            "line": self.mutant.first,
            "operator": self.mutant.operator,
            "state": self.state,
            "by": self.by,
            "tests": self.tests,
            "seconds": round(self.seconds, 2),
        }


class Worker:
    """Tries mutants one after another, in a process of its own."""

    def __init__(
        self,
        session: pytest.Session,
        *,
        covering: Covering,
        functions: dict[str, list[FunctionType]],
        most: int,
    ) -> None:
        """Nothing is made yet. `most`: tests per mutant; nought for all that reach it."""
        self.session = session
        self.covering = covering
        self.functions = functions
        self.most = most
        self.items = {item.nodeid: item for item in session.items}
        self.sound: dict[str, bool] = {}
        self.watch = Watch()
        session.config.pluginmanager.register(self.watch)

    def warm(self) -> None:
        """Make the databases and leave no connection open, which no two processes may share.

        Raises:
            RuntimeError: a test fails without any mutant.
        """
        for fixture in FIXTURES:
            item = next(
                (each for each in self.session.items if fixture in _fixtures_of(each)), None
            )
            if item is not None:
                self._run([item.nodeid])
        if self.watch.failed:
            raise RuntimeError(f"{self.watch.failed} fails without any mutant")
        connections.close_all()
        for held in pointing._kept.values():
            held.close()
        pointing._kept.clear()
        for own in [each for each in gc.get_objects() if type(each) is Own]:
            if own.admin is not None:
                own.admin.close()
                own.admin = None

    def attempt(self, mutant: Mutant) -> Outcome:
        """Run the tests that reach a mutant until one of them notices."""
        names = [name for name in self.covering.tests_of(mutant) if name in self.items]
        names = names[: self.most or len(names)]
        if not names:
            return Outcome(mutant=mutant, state="uncovered")
        limit = AT_LEAST + PATIENCE * self.covering.seconds_of(names)
        ended = apart(lambda writing: self._work(mutant, names, writing), limit=limit)
        if ended.words and not self._passes_otherwise(ended.words):
            # It would have failed anyway: it says nothing, of this mutant or another.
            del self.items[ended.words]
            return self.attempt(mutant)
        return Outcome(
            mutant=mutant,
            state=_state(ended),
            by=ended.words,
            tests=len(names),
            seconds=ended.seconds,
        )

    def _passes_otherwise(self, name: str) -> bool:
        """Whether a test passes in such a process without any mutant; asked once of each."""
        if name not in self.sound:
            ended = apart(lambda writing: self._work(None, [name], writing), limit=120)
            self.sound[name] = ended.code == SURVIVED
        return self.sound[name]

    def _work(self, mutant: Mutant | None, names: list[str], writing: int) -> int:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        if mutant is not None:
            functions = self.functions[str(mutant.path)]
            if not put_in(mutated(mutant), file=mutant.path, functions=functions):
                return UNCHANGED
            forget()
        self._run(names)
        os.write(writing, self.watch.failed.encode())
        return KILLED if self.watch.failed else SURVIVED

    def _run(self, names: list[str]) -> None:
        """Run tests until one fails; what lasts for the session stays."""
        nobody = Nobody(self.session)
        items = [self.items[name] for name in names]
        for item, following in zip(items, [*items[1:], nobody], strict=True):
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.watch.failed:
                return


def _fixtures_of(item: pytest.Item) -> list[str]:
    names: list[str] = getattr(item, "fixturenames", [])
    return names


def _state(ended: Ended) -> str:
    if ended.code is None:
        return "late"
    return {SURVIVED: "survived", UNCHANGED: "unchanged"}.get(ended.code, "killed")


def line_of(outcome: Outcome) -> bytes:
    """An outcome as its worker tells it."""
    return json.dumps(outcome.plain(), ensure_ascii=True).encode() + b"\n"
