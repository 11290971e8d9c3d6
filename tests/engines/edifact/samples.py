"""Messages to test with: invented ones always, found ones where a folder is named."""

import os
from functools import cache
from pathlib import Path

from vijfluik.engines.edifact.generating import FAULTS, broken, flights, paxlst_of, pnrgov_of
from vijfluik.engines.edifact.generating.flights import InventedFlight
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov

FOLDERS = ("pnrgov", "paxlst", "paxlst_wrapped", "paxlst_noenv", "cusres", "malformed")


@cache
def flight(seed: int = 7, travellers: int = 18) -> InventedFlight:
    """A small invented flight."""
    return next(flights(count=1, seed=seed, travellers=travellers))


def pnrgov(version: str = "18.1", **more: object) -> bytes:
    """An invented push."""
    return write_pnrgov(pnrgov_of(flight(), version=version, **more))  # type: ignore[arg-type]


def paxlst(directory: str = "15B") -> bytes:
    """An invented passenger list."""
    return write_paxlst([paxlst_of(flight(), directory=directory)])


def found() -> dict[str, Path]:
    """Samples of VIJFLUIK_SAMPLES by their name; none where it is not set."""
    root = Path(os.environ.get("VIJFLUIK_SAMPLES", "/nowhere")) / "edifact"
    files = [file for name in FOLDERS for file in sorted((root / name).glob("*.edi"))]
    return {f"{file.parent.name}/{file.name}": file for file in files}


CORPUS_FAULTY = broken(pnrgov(), fault="stray-segment", seed=3)


def corpus() -> dict[str, bytes]:
    """Everything: valid, broken, found."""
    made = {f"pnrgov-{version}": pnrgov(version) for version in ("10.1", "13.1", "18.1", "21.1")}
    made |= {f"paxlst-{directory}": paxlst(directory) for directory in ("02B", "15B", "24A")}
    made |= {f"broken-{fault}": broken(pnrgov(), fault=fault, seed=3) for fault in FAULTS}
    made |= {name: file.read_bytes() for name, file in found().items()}
    return made
