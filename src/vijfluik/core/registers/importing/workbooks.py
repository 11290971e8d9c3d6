"""XLSX and ODS, read by calamine in a process of its own.

A reader in native code may be brought down by a file that was made to do so (two cells at far
corners ask for 400 GB); a process of its own with a ceiling turns that into one clear message.
"""

import datetime as dt
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from vijfluik.core.registers.importing.archives import (
    damaged,
    inspect_archive,
    protected,
    too_large,
)
from vijfluik.core.registers.importing.assembling import assemble
from vijfluik.core.registers.importing.sheets import CellValue, Limits, Sheet, SheetRow

_CHILD = Path(__file__).with_name("workbook_child.py")
_SECONDS = 30
# Empty formatted rows count for the height; how many rows hold something is checked later.
_HEIGHT = 100_000


def read_workbook(content: bytes, *, limits: Limits) -> Sheet:
    """Read the first visible sheet.

    Raises:
        FileRefused: damaged, protected, or larger than it may be.
    """
    kind = inspect_archive(content, limits=limits)
    answer = _ask_child(content, limits=limits)
    rows = (
        SheetRow(line=number, cells=tuple(_value(cell) for cell in cells))
        for number, cells in enumerate(_listed(answer), start=1)
    )
    return assemble(rows, format=str(kind), limits=limits)


def _ask_child(content: bytes, *, limits: Limits) -> dict[str, object]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD), str(_HEIGHT), str(limits.columns)],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_large() from None
    if done.returncode != 0:
        raise damaged()
    answer: dict[str, object] = json.loads(done.stdout)
    refused = answer.get("refused")
    if refused == "password":
        raise protected()
    if refused is not None:
        raise too_large()
    return answer


def _listed(answer: dict[str, object]) -> Iterator[list[object]]:
    rows = answer["rows"]
    if not isinstance(rows, list):
        raise damaged()
    yield from rows


def _value(cell: object) -> CellValue:
    if isinstance(cell, dict):
        return dt.date.fromisoformat(cell["day"])
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, (bool, int, float)):
        return cell
    return str(cell).strip()
