"""`./run reset`: remove the demonstration and the embedded PostgreSQL of this checkout."""

import argparse
import sys
from collections.abc import Sequence

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded.cluster import remove_of_checkout


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run reset", description=__doc__)
    made.add_argument("--yes", action="store_true", help="do not ask")
    return made


def run(arguments: Sequence[str]) -> int:
    """Ask, then remove; `--yes` does not ask."""
    if not parser().parse_args(arguments).yes:
        sys.stderr.write("Everything recorded in the demonstration will be gone. Go on? [y/N] ")
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            sys.stderr.write("Nothing was removed.\n")
            return 1
    remove_of_checkout(root=root())
    sys.stderr.write("Removed. ./run demo makes it anew.\n")
    return 0
