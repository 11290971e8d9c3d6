"""`./run test [ARGUMENTS OF PYTEST]`: the tests, as the database role the application uses."""

import os
import sys
from collections.abc import Sequence

import pytest

from vijfluik.cli import messages, test_database
from vijfluik.cli.checkout import root

# A processor for each worker; when one has finished it takes over tests of the other.
PARALLEL = ["-n", "2", "--dist", "worksteal"]


def run(arguments: Sequence[str]) -> int:
    """Prepare the migrated template that every test worker copies, then hand over to pytest.

    Options alone keep the two workers; as soon as a folder or file is named, the tests of it run
    in one process, which for a few tests is faster.
    """
    os.chdir(root())
    sys.path.insert(0, str(root()))
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    messages.compile_older(root() / "src")
    test_database.prepare()
    named = any((root() / word.partition("::")[0]).exists() for word in arguments)
    return int(pytest.main([*([] if named else PARALLEL), *arguments]))
