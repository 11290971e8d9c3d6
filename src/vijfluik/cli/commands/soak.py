"""`./run soak`: the long checks. Today: the tests of every row of the catalogue once more, with the
rule of the row taken out, expecting them to fail.

What is found stands beside the evidence of the last test run, and `./run catalogue status` uses it.
"""

import argparse
from collections.abc import Sequence

import pytest

from vijfluik.cli import kernels
from vijfluik.cli.commands.test import parallel, prepare


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    made.add_argument(
        "--part", type=_positive, metavar="N", help="one row in N instead of all; needs --seed"
    )
    made.add_argument("--seed", help="which rows: the same seed chooses the same ones")
    return made


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(arguments: Sequence[str]) -> int:
    """Run the checks; not 0 when a row's tests pass without its rule."""
    made = parser()
    chosen = made.parse_args(arguments)
    if (chosen.part is None) is not (chosen.seed is None):
        made.error("--part and --seed go together")
    asked = "all" if chosen.part is None else f"{chosen.part}:{chosen.seed}"
    prepare()
    kernels.compile_all()
    return int(pytest.main([*parallel(), "--rules-out", asked]))
