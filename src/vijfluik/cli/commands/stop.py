"""`./run stop`: stop the embedded PostgreSQL, also one that a killed run left running."""

import argparse
import sys
from collections.abc import Sequence

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded.cluster import stop_of_checkout


def parser() -> argparse.ArgumentParser:
    """What the command takes: nothing."""
    return argparse.ArgumentParser(prog="./run stop", description=__doc__)


def run(arguments: Sequence[str]) -> int:
    """Stop it; says whether there was one."""
    parser().parse_args(arguments)
    stopped = stop_of_checkout(root=root())
    sys.stderr.write("Stopped.\n" if stopped else "It was not running.\n")
    return 0
