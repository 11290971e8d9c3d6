"""`./run mutate`: change the core one operator at a time; which changes does no test notice?

Each mutant is one changed comparison, boolean, number, answer, condition, loop or statement of a
function of access, journal, lifecycle or versions. It is run against exactly the tests that reach
the changed line, by what `./run coverage --contexts` wrote down, until one of them fails. A line of
JSON for each that survived, and one that sums up. See docs/testing.md.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from vijfluik.cli.commands import coverage
from vijfluik.cli.commands.test import prepare
from vijfluik.cli.progress import say

PACKAGES = ("access", "journal", "lifecycle", "versions")


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run mutate", description=__doc__)
    made.add_argument(
        "--package", action="append", choices=PACKAGES, help="only this one; may be repeated"
    )
    made.add_argument("--sample", type=int, default=0, metavar="N", help="N mutants by chance")
    made.add_argument("--seed", default="", help="which: the same seed chooses the same ones")
    made.add_argument(
        "--part", default="", metavar="FROM:TO", help="these of the sample: a long one in pieces"
    )
    made.add_argument(
        "--named", action="append", default=[], metavar="NAME", help="only the mutant of this name"
    )
    made.add_argument("--file", type=argparse.FileType("r"), help="names, as lines of JSON or text")
    made.add_argument("--processes", type=int, default=2, metavar="N", help="at a time (2)")
    made.add_argument(
        "--most", type=int, default=0, metavar="N",
        help="try at most N of the tests that reach a mutant: faster, and kills no more than all",
    )  # fmt: skip
    made.add_argument(
        "--least", type=float, default=85.0, metavar="N", help="per cent to be killed (85)"
    )
    made.add_argument(
        "--again", action="store_true", help="measure anew which tests reach which line"
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Try the mutants; 0 when enough of them were noticed."""
    chosen = parser().parse_args(arguments)
    if chosen.again or not (coverage.data().exists() and coverage.durations().exists()):
        say("Measuring which tests reach which line …")
        measured = subprocess.run(
            [sys.executable, "-m", "vijfluik", "coverage", coverage.CONTEXTS, "-q"],
            check=False,
            stdout=sys.stderr,
        )
        if measured.returncode:
            return measured.returncode
    names = list(chosen.named)
    if chosen.file is not None:
        names += [_name(line) for line in chosen.file if line.strip()]
    job = {
        "data": str(coverage.data()),
        "durations": str(coverage.durations()),
        "packages": chosen.package or list(PACKAGES),
        "names": names,
        "number": chosen.sample,
        "seed": chosen.seed,
        "part": chosen.part,
        "processes": chosen.processes,
        "most": chosen.most,
        "least": chosen.least,
    }
    prepare()
    options = ["-p", "no:randomly", "-p", "no:terminal", "-s", "--mutate", json.dumps(job)]
    return int(pytest.main([*options, *coverage.TESTS]))


def _name(line: str) -> str:
    """The name of a mutant, from a line that this command printed or one that holds it alone."""
    return str(json.loads(line).get("mutant", "")) if line.startswith("{") else line.strip()
