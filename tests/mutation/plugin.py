"""The part of pytest: instead of once, the tests are run for each mutant that was asked for.

`--mutate` takes the job as JSON (`vijfluik.cli.commands.mutate`); `--reached FILE` lets an ordinary
run write down how long each test took, and lets functions forget what they remembered before each
of them, so that every test reaches what it would reach alone.
"""

import importlib
import json
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import hypothesis
import pytest

from tests.mutation.applying import forget, living
from tests.mutation.covering import read
from tests.mutation.mutants import CORE, Mutant, files_of, mutants_of, sample
from tests.mutation.trying import Worker, line_of

OPTION, REACHED = "--mutate", "--reached"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
WIDTH = 8


def add_option(parser: pytest.Parser) -> None:
    """Declare both options."""
    parser.addoption(OPTION, metavar="JSON", default="", help="run for mutants: ./run mutate")
    parser.addoption(REACHED, metavar="FILE", default="", help="keep how long each test took")


def configure(config: pytest.Config) -> None:
    """Take the part that was asked for."""
    if config.getoption(OPTION):
        # No example of a mutant is kept, and none is made smaller.
        found = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile(
            "mutants", hypothesis.settings(), database=None, phases=found
        )
        hypothesis.settings.load_profile("mutants")
        config.pluginmanager.register(Mutating(Job(**json.loads(config.getoption(OPTION)))))
    if config.getoption(REACHED):
        more = bool(config.getoption("--cov-append"))
        config.pluginmanager.register(Reaching(Path(config.getoption(REACHED)), more=more))


def equivalents() -> dict[str, str]:
    """The mutants that do what the code does, with the reason: nobody can notice them."""
    found = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {each["mutant"]: each["reason"] for each in found.get("equivalent", [])}


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is asked for.

    Attributes:
        data: the file of coverage with contexts.
        durations: the file of `--reached`.
        packages: whose modules.
        names: only these mutants, when there are any.
        number: how many of them by chance; nought for all.
        part: `FROM:TO`, these of them only.
        processes: how many at a time.
        most: tests per mutant; nought for all that reach it.
        least: per cent that must be killed.
    """

    data: str
    durations: str
    packages: list[str]
    names: list[str] = field(default_factory=list)
    number: int = 0
    seed: str = ""
    part: str = ""
    processes: int = 2
    most: int = 0
    least: float = 85.0

    def mutants(self) -> list[Mutant]:
        """The mutants, without those that nobody can notice."""
        known = equivalents()
        made = [each for file in files_of(self.packages) for each in mutants_of(file)]
        made = [each for each in made if each.name not in known]
        if self.names:
            made = [each for each in made if each.name in self.names]
        if self.number:
            made = sample(made, number=self.number, seed=self.seed)
        first, _, last = self.part.partition(":")
        return made[int(first or 0) : int(last or len(made))]


class Reaching:
    """Writes down how long tests took."""

    def __init__(self, file: Path, *, more: bool) -> None:
        """`file`: where to; `more`: beside what stands there."""
        self.file = file
        self.seconds: dict[str, float] = json.loads(file.read_text()) if more else {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Before each test nothing is remembered."""
        forget()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See one phase of a test; under xdist it arrives from a worker."""
        before = 0.0 if report.when == "setup" else self.seconds.get(report.nodeid, 0.0)
        self.seconds[report.nodeid] = before + report.duration

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write, where all results came together."""
        if not hasattr(session.config, "workerinput"):
            self.file.write_text(json.dumps(self.seconds), encoding="utf-8")


class Mutating:
    """Runs the tests for each mutant."""

    def __init__(self, job: Job) -> None:
        """`job`: what was asked for."""
        self.job = job
        self.faults: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected."""
        if report.failed:
            self.faults.append(str(report.longrepr))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants, tell of each that survived, and sum up."""
        if self.faults:
            say("\n".join(self.faults))
            raise session.Interrupted("the tests cannot be collected")
        for file in files_of(self.job.packages):
            words = file.relative_to(CORE.parents[1]).with_suffix("").parts
            importlib.import_module(".".join(words).removesuffix(".__init__"))
        mutants = self.job.mutants()
        say(f"{len(mutants)} mutants in {', '.join(self.job.packages)}")
        counted = Counted(total=len(mutants))
        for outcome in self._outcomes(session, mutants=mutants):
            counted.add(outcome)
        tell(counted.plain())
        if counted.percentage < self.job.least or counted.tried < len(mutants):
            session.testsfailed = max(1, len(mutants) - counted.killed)
        return True

    def _outcomes(
        self, session: pytest.Session, *, mutants: list[Mutant]
    ) -> Iterator[dict[str, object]]:
        worker = Worker(
            session,
            covering=read(Path(self.job.data), durations=Path(self.job.durations)),
            functions=living({str(each.path) for each in mutants}),
            most=self.job.most,
        )
        # A file that is read by all workers from one place on: each gets the next number.
        with tempfile.TemporaryFile() as tasks:
            tasks.write(b"".join(b"%*d" % (WIDTH, at) for at in range(len(mutants))))
            tasks.flush()
            os.lseek(tasks.fileno(), 0, os.SEEK_SET)
            reading, writing = os.pipe()
            children = [
                _split(number, worker, mutants=mutants, tasks=tasks.fileno(), writing=writing)
                for number in range(min(self.job.processes, len(mutants)))
            ]
            os.close(writing)
            with os.fdopen(reading, encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)
            for child in children:
                os.waitpid(child, 0)


def _split(number: int, worker: Worker, *, mutants: list[Mutant], tasks: int, writing: int) -> int:
    """Start a worker; its process."""
    child = os.fork()
    if child:
        return child
    try:
        os.environ["PYTEST_XDIST_WORKER"] = f"mutants{number}"
        worker.warm()
        while task := os.read(tasks, WIDTH):
            os.write(writing, line_of(worker.attempt(mutants[int(task)])))
        worker.session._setupstate.teardown_exact(None)
    except BaseException as error:  # noqa: BLE001 (a process of its own ends here)
        say(f"worker {number}: {error!r}")
    finally:
        os._exit(0)


@dataclass(kw_only=True)
class Counted:
    """How many of which sort."""

    total: int
    tried: int = 0
    states: dict[str, int] = field(default_factory=dict)
    packages: dict[str, list[int]] = field(default_factory=dict)

    def add(self, outcome: dict[str, object]) -> None:
        """Count one, and tell of it when no test noticed."""
        state = str(outcome["state"])
        killed = state in ("killed", "late")
        self.tried += 1
        self.states[state] = self.states.get(state, 0) + 1
        of_package = self.packages.setdefault(str(outcome["mutant"]).partition("/")[0], [0, 0])
        of_package[0] += killed
        of_package[1] += 1
        if not killed:
            tell(outcome)
        if self.tried % 25 == 0 or self.tried == self.total:
            say(f"{self.tried} of {self.total}: {self.percentage:.1f} % killed")

    @property
    def killed(self) -> int:
        """How many the tests noticed."""
        return self.states.get("killed", 0) + self.states.get("late", 0)

    @property
    def percentage(self) -> float:
        """Per cent that the tests noticed."""
        return 100 * self.killed / self.tried if self.tried else 0.0

    def plain(self) -> dict[str, object]:
        """As the last line of JSON tells it."""
        return {
            "mutants": self.total,
            "tried": self.tried,
            "killed": self.killed,
            "per_cent": round(self.percentage, 1),
            "equivalent_left_out": len(equivalents()),
            **self.states,
            "by_package": {
                name: f"{killed} of {tried}" for name, (killed, tried) in self.packages.items()
            },
        }


def tell(line: dict[str, object]) -> None:
    """A line of JSON for whoever asked."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Progress."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
