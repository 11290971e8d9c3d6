"""`./run audit`: is what is installed what is pinned, and is anything known against it?"""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from vijfluik.cli.checkout import root
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.supply.advisories import accepted, open_advisories, question
from vijfluik.cli.supply.installed import faults
from vijfluik.cli.supply.pins import LEVELS, Pin, read_pins

BESIDE = ("bench", "fuzz", "spark")


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run audit", description=__doc__)
    made.add_argument("--level", choices=LEVELS, default="check", help="which pins")
    made.add_argument("--question", action="store_true", help="print the question for OSV only")
    made.add_argument("--answer", type=Path, help="the file with OSV's answer to it")
    return made


def run(arguments: Sequence[str]) -> int:
    """Compare pins, installation and advisories; 0 when all is well.

    Without a network it tells what can be told without one, and says that advisories were not
    looked at.

    Raises:
        CommandFailed: the answer is none about these packages.
    """
    chosen = parser().parse_args(arguments)
    folder = root() / "requirements"
    pins = read_pins(folder / f"{chosen.level}.txt")
    if chosen.question:
        sys.stdout.write(question(pins) + "\n")
        return 0
    said = faults(pins=pins, allowed=_beside(folder))
    sys.stderr.write(f"{len(pins)} packages pinned with hashes; {len(said)} differ.\n")
    if chosen.answer is None:
        sys.stderr.write("Advisories were NOT looked at: no answer of OSV was given.\n")
    else:
        said += _against(chosen.answer, pins=pins, folder=folder)
    sys.stdout.write("".join(f"{each}\n" for each in said))
    return 1 if said else 0


def _beside(folder: Path) -> set[str]:
    """What may be installed beside a level, for benches, fuzzing and Spark."""
    return {pin.name for name in BESIDE for pin in read_pins(folder / f"{name}.txt")}


def _against(answer: Path, *, pins: Sequence[Pin], folder: Path) -> list[str]:
    left = accepted(folder / "accepted.toml", today=dt.datetime.now(dt.UTC).date())
    try:
        found = open_advisories(answer.read_text("utf-8"), pins=pins, accepted=left)
    except ValueError as error:
        raise CommandFailed(f"{answer}: {error}") from error
    sys.stderr.write(f"Advisories looked at: {len(found)} open, {len(left)} accepted.\n")
    return found
