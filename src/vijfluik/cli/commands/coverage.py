"""`./run coverage [ARGUMENTS OF PYTEST]`: which branches of the core do its tests not take?

Measured are access, journal, lifecycle and versions, by the tests that stand beside them, and
nothing less than every branch is enough. With --contexts it is also kept which test takes which
line, which `./run mutate` reads.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.commands.test import parallel, prepare

# What the four packages are tested by: together they take every branch.
TESTS = (
    "tests/core/access",
    "tests/core/journal",
    "tests/core/lifecycle",
    "tests/core/versions",
    # What the clock does with lifecycles.
    "tests/site/test_clock.py",
)
CONTEXTS = "--contexts"


def folder() -> Path:
    """Where what was measured is kept."""
    return root() / ".vijfluik" / "measured"


def data() -> Path:
    """The file of coverage."""
    return folder() / "coverage"


def durations() -> Path:
    """The file with how long each test took."""
    return folder() / "durations.json"


def run(arguments: Sequence[str]) -> int:
    """Run the tests and print what they do not take; 0 when there is nothing to print."""
    words = [word for word in arguments if word != CONTEXTS]
    prepare()
    # What setting up loaded of the core was loaded unmeasured: let the tests load it again.
    for name in [each for each in sys.modules if each.startswith("vijfluik.core.")]:
        del sys.modules[name]
    folder().mkdir(parents=True, exist_ok=True)
    os.environ["COVERAGE_FILE"] = str(data())
    options = ["--cov", "--cov-config", str(root() / "pyproject.toml"), "--cov-report", "term"]
    if CONTEXTS in arguments:
        options += ["--cov-context", "test", "--reached", str(durations())]
    named = any((root() / word.partition("::")[0]).exists() for word in words)
    return int(pytest.main([*options, *parallel(), *words, *(() if named else TESTS)]))
