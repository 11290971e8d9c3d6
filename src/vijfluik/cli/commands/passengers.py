"""`./run passengers parse|generate|fuzz`: passenger messages in files, no platform."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from vijfluik.cli.passengers.files import Unreadable

FORMATS = ("jsonl", "findings", "counts", "filtered", "arrow")
OF = ("traveller", "document", "leg")


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run passengers", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    parse = acts.add_parser("parse", help="read messages and print what is in them")
    parse.add_argument("files", nargs="+", metavar="FILE", help="PNRGOV, PAXLST, CUSRES or XML")
    parse.add_argument(
        "--format",
        choices=FORMATS,
        default="jsonl",
        help="a line per traveller; findings; the account per message; what was left out; Arrow",
    )
    parse.add_argument("--of", choices=OF, default="traveller", help="what --format counts counts")
    parse.add_argument("--out", metavar="DIR", help="where --format arrow writes its files")
    parse.add_argument(
        "--joined", action="store_true", help="join parts and pushes: the newest view per flight"
    )
    parse.add_argument("--plain", action="store_true", help="without compiled code; slower")
    generate = acts.add_parser("generate", help="write invented messages, the same for a seed")
    generate.add_argument("--pnrgov", type=_version, metavar="VERSION", help="such as 18.1")
    generate.add_argument("--xml", type=_version, metavar="VERSION", help="as XML, such as 13.1")
    generate.add_argument("--paxlst", type=_directory, metavar="DIRECTORY", help="such as 15B")
    generate.add_argument("--cusres", type=_directory, metavar="DIRECTORY", help="such as 05B")
    generate.add_argument("--flights", type=_count, default=10, help="how many flights")
    generate.add_argument("--seed", type=int, default=1, help="another seed, other travellers")
    generate.add_argument("--broken", action="store_true", help="with faults as airlines make them")
    generate.add_argument("--out", metavar="DIR", required=True, help="where the files go")
    fuzz = acts.add_parser("fuzz", help="look for messages that break the reader")
    fuzz.add_argument("--minutes", type=float, default=3)
    fuzz.add_argument("--seed", type=int, default=1)
    fuzz.add_argument("--coverage", action="store_true", help="fail where atheris is not installed")
    fuzz.add_argument("--corpus", metavar="DIR", help="messages to start from, and to keep")
    return made


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return value


def _version(text: str) -> str:
    """A version of PNRGOV, such as `18.1`."""
    major, point, minor = text.partition(".")
    if not (point and major.isdecimal() and minor.isdecimal() and 10 <= int(major) <= 21):
        raise argparse.ArgumentTypeError("versions of PNRGOV are 10.1 to 21.1")
    return text


def _directory(text: str) -> str:
    """A directory of the United Nations, such as `15B`."""
    year, letter = text[:-1], text[-1:]
    if len(year) != 2 or not year.isdecimal() or letter not in ("A", "B"):
        raise argparse.ArgumentTypeError("directories are 94B to 24A: two digits and A or B")
    return text


def run(arguments: Sequence[str]) -> int:
    """Carry out the act; 2 when a file or argument cannot be used."""
    made = parser()
    chosen = made.parse_args(arguments)
    if chosen.act == "parse" and chosen.format == "arrow" and not chosen.out:
        made.error("--format arrow needs --out DIR: where the files go")
    if chosen.act == "parse" and chosen.format != "arrow" and chosen.out:
        made.error("--out DIR is for --format arrow; the other formats print")
    kinds = ("pnrgov", "xml", "paxlst", "cusres")
    if chosen.act == "generate" and not any(getattr(chosen, kind) for kind in kinds):
        made.error("say what to generate: --pnrgov 18.1, --xml 13.1, --paxlst 15B or --cusres 05B")
    module = importlib.import_module(f"vijfluik.cli.passengers.{chosen.act}")
    try:
        return int(module.run(chosen))
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return 2
