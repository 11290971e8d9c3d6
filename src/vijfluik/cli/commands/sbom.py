"""`./run sbom`: the bill of materials, CycloneDX 1.6 as JSON on standard output."""

import argparse
import sys
from collections.abc import Sequence

from vijfluik.cli.checkout import root
from vijfluik.cli.supply.pins import LEVELS, read_pins
from vijfluik.cli.supply.sbom import as_text, bill


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run sbom", description=__doc__)
    made.add_argument(
        "--level", choices=LEVELS, default="base", help="what a platform that serves needs: base"
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Print it; made of the pins of a level, so the same commit gives the same bytes."""
    level = parser().parse_args(arguments).level
    sys.stdout.write(as_text(bill(read_pins(root() / "requirements" / f"{level}.txt"))))
    return 0
