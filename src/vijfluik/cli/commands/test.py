"""`./run test [ARGUMENTS OF PYTEST]`: the tests, as the database role the application uses."""

import os
import sys
from collections.abc import Sequence

import pytest

from vijfluik.cli import kernels, messages, test_database
from vijfluik.cli.checkout import root


def run(arguments: Sequence[str]) -> int:
    """Set up what all workers share, then hand over to pytest.

    That is the migrated template that every worker copies and the compiled kernels. Options alone
    keep the workers and leave the drills out, which take minutes and have whole servers killed
    (`--drills with` or `only` runs them); as soon as a folder or file is named, the tests of it
    run in one process, which for a few tests is faster.
    """
    prepare()
    named = any((root() / word.partition("::")[0]).exists() for word in arguments)
    if named:
        kernels.keep_in_one_folder()
        return int(pytest.main(list(arguments)))
    kernels.compile_all()
    return int(pytest.main([*parallel(), "--drills", "without", *arguments]))


def prepare() -> None:
    """Everything but the kernels, which few tests need."""
    os.chdir(root())
    sys.path.insert(0, str(root()))
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    keep_bytecode()
    messages.compile_older(root() / "src")
    test_database.prepare()


def parallel() -> list[str]:
    """A worker for each processor and one more, because tests often wait: for PostgreSQL, for a
    moment to be closed, for a process to end. Who gets what is said in `tests/sharing.py`.
    """
    processors = len(os.sched_getaffinity(0))
    return ["-n", str(max(2, processors) + 1)]


def keep_bytecode() -> None:
    """Let a module be compiled once, not in each of the hundreds of processes that tests start.

    Who wants no such files beside the sources gets them in the environment's folder.
    """
    if not sys.dont_write_bytecode:
        return
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(root() / ".venv" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
