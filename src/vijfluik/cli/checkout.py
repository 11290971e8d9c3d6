"""The checkout that this process works in."""

import os
from pathlib import Path


def root() -> Path:
    """The folder of `run`; the folder above the package when started otherwise."""
    named = os.environ.get("VIJFLUIK_ROOT")
    return Path(named) if named else Path(__file__).resolve().parents[3]
