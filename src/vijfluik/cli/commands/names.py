"""`./run names …`: build an index of listed names, screen names against it, explain.

Reads and writes files only. Exit code 2: something given cannot be used; 1: a certificate has a
fault.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from vijfluik.cli.names.inputs import WrongInput


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run names", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    index = acts.add_parser("index", help="build an index of lists")
    works = index.add_subparsers(dest="work", required=True, metavar="build")
    build = works.add_parser("build", help="build an index of lists, with its certificate")
    build.add_argument("--lists", nargs="+", required=True, metavar="FILE", help="the lists")
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write")
    build.add_argument(
        "--force", metavar="REASON", help="build although the certificate has a fault; kept in it"
    )
    screen = acts.add_parser("screen", help="screen the names of a file; a line of JSON for each")
    screen.add_argument("--index", type=Path, required=True, metavar="DIR", help="the index")
    screen.add_argument(
        "--queries", type=Path, required=True, metavar="FILE",
        help="CSV with the column name and, where known, dob, pob, nationality, document",
    )  # fmt: skip
    screen.add_argument(
        "--threshold", type=float, required=True, metavar="T", help="pairs from this score on"
    )
    screen.add_argument("--format", choices=["jsonl"], default="jsonl", help="how to answer")
    screen.add_argument(
        "--exhaustive", action="store_true", help="score every listed name; slow, the same answer"
    )
    screen.add_argument("--workers", type=int, default=1, metavar="N", help="processes")
    score = acts.add_parser("score", help="score pairs of names, without a list")
    score.add_argument(
        "--pairs", type=Path, required=True, metavar="FILE", help="CSV with name1, name2[, schema]"
    )
    certify = acts.add_parser("certify", help="measure an index again")
    certify.add_argument("--index", type=Path, required=True, metavar="DIR", help="the index")
    explain = acts.add_parser("explain", help="say how two names are alike")
    explain.add_argument("first", help="a name")
    explain.add_argument("second", help="another name")
    explain.add_argument("--schema", default="Person", help="Person, or Organization")
    explain.add_argument("--language", choices=["nl", "en"], default="en", help="of the sentences")
    return made


def run(arguments: Sequence[str]) -> int:
    """Carry out one act."""
    options = parser().parse_args(arguments)
    from vijfluik.cli.names import building, screening

    acts = {
        "index": building.build, "certify": building.certify_again, "screen": screening.screen,
        "score": screening.score, "explain": screening.explain,
    }  # fmt: skip
    try:
        return acts[options.act](options)
    except WrongInput as error:
        sys.stderr.write(f"\n{error}\n")
        return 2
