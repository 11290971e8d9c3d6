"""Which tests reach a line: what the last `./run coverage --contexts` wrote down."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData

from tests.mutation.mutants import Mutant

Lines = dict[int, frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Covering:
    """Lines of the modules with the tests that reach them, and how long each test took.

    Attributes:
        lines: file → line → names of tests.
        seconds: name of a test → its duration.
    """

    lines: dict[str, Lines]
    seconds: dict[str, float]

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that reach what is changed, those of the package's own folder and short ones
        first, and those of a file together.
        """
        lines = self.lines.get(str(mutant.path), {})
        reached = range(mutant.first, mutant.last + 1)
        found = {name for line in reached for name in lines.get(line, ())}
        files: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(found, key=lambda name: (self.seconds.get(name, 0.0), name)):
            files[name.partition("::")[0]].append(name)
        own = f"tests/core/{mutant.package}/"
        ordered = sorted(
            files.items(),
            key=lambda each: (not each[0].startswith(own), self.seconds_of(each[1]), each[0]),
        )
        return [name for _, names in ordered for name in names]

    def seconds_of(self, names: Iterable[str]) -> float:
        """How long these tests took together."""
        return sum(self.seconds.get(name, 0.0) for name in names)


def read(data: Path, *, durations: Path) -> Covering:
    """What was measured with `--cov-context=test`.

    What a test reached while its fixtures were made, all tests of its file reach: a fixture of the
    module was made for the first of them.
    """
    seconds: dict[str, float] = json.loads(durations.read_text(encoding="utf-8"))
    of_file: defaultdict[str, set[str]] = defaultdict(set)
    for name in seconds:
        of_file[name.partition("::")[0]].add(name)
    measured = CoverageData(basename=str(data))
    measured.read()
    lines: dict[str, Lines] = {}
    for file in measured.measured_files():
        found: Lines = {}
        for line, contexts in measured.contexts_by_lineno(file).items():
            names: set[str] = set()
            for context in contexts:
                test, _, phase = context.rpartition("|")
                if phase == "run":
                    names.add(test)
                elif test:
                    names |= of_file[test.partition("::")[0]]
            found[line] = frozenset(names)
        lines[file] = found
    return Covering(lines=lines, seconds=seconds)
