"""`./run bench NAME [ARGUMENTS]`: measure, beside a named peer in the same run."""

import argparse
import os
import runpy
import sys
from collections.abc import Sequence

from vijfluik.cli.checkout import root
from vijfluik.cli.errors import CommandFailed


def names() -> list[str]:
    """The benches there are."""
    return sorted(file.stem for file in (root() / "bench").glob("*.py"))


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    made.add_argument("name", choices=names(), help="which bench")
    made.add_argument("arguments", nargs=argparse.REMAINDER, help="see ./run bench NAME --help")
    return made


def run(arguments: Sequence[str]) -> int:
    """Run the bench as a program of its own; its exit code is ours.

    Raises:
        CommandFailed: the checkout has no benches (an installed package).
    """
    if not names():
        raise CommandFailed("There is no folder bench here. Run this in a checkout.")
    chosen = parser().parse_args(arguments)
    os.chdir(root())
    sys.argv = [f"bench/{chosen.name}.py", *chosen.arguments]
    try:
        runpy.run_path(str(root() / "bench" / f"{chosen.name}.py"), run_name="__main__")
    except SystemExit as ended:
        return int(ended.code or 0) if isinstance(ended.code, int | None) else 1
    return 0
