"""`./run soak`: the long checks.

The tests of every row of the catalogue once more, with the rule of the row taken out, expecting
them to fail; then an hour of looking for passenger messages that break the reader, led by coverage
where requirements/fuzz.txt is installed.

What is found of the rows stands beside the evidence of the last test run, and `./run catalogue
status` uses it. A message that broke the reader is kept in the tests' corpus. With --part only the
rows are done: `.ci/run` has its own three minutes of fuzzing.
"""

import argparse
from collections.abc import Sequence

import pytest

from vijfluik.cli import kernels
from vijfluik.cli.commands import passengers
from vijfluik.cli.commands.test import parallel, prepare


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    made.add_argument(
        "--part", type=_positive, metavar="N", help="one row in N instead of all; needs --seed"
    )
    made.add_argument("--seed", help="which rows: the same seed chooses the same ones")
    made.add_argument(
        "--minutes", type=float, default=60, help="how long to fuzz passenger messages; 0 for not"
    )
    return made


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(arguments: Sequence[str]) -> int:
    """Run the checks; not 0 when tests pass without their rule, or a message broke the reader."""
    made = parser()
    chosen = made.parse_args(arguments)
    if (chosen.part is None) is not (chosen.seed is None):
        made.error("--part and --seed go together")
    asked = "all" if chosen.part is None else f"{chosen.part}:{chosen.seed}"
    prepare()
    kernels.compile_all()
    rules = int(pytest.main([*parallel(), "--rules-out", asked]))
    if chosen.part is not None or chosen.minutes <= 0:
        return rules
    return passengers.run(["fuzz", "--minutes", f"{chosen.minutes:g}"]) or rules
