"""Rows that could not be imported: kept with their batch until somebody puts them right.

A row stands in `ImportBatch.held_back` as {"line", "cells": [[heading, text], …], "faults": [...],
"settled": ""}. `settled` becomes the key of the record that came of it, or DROPPED; the row itself
stays, so that reading the same file again does not bring it back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vijfluik.core.registers.importing.interpreting import Held
from vijfluik.core.registers.importing.refusals import CellFault
from vijfluik.core.registers.models import ImportBatch

DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class KeptRow:
    """A row in quarantine, with its cells in the order of the file."""

    line: int
    cells: Mapping[str, str]
    faults: tuple[CellFault, ...]
    settled: str

    @property
    def problem(self) -> str:
        """All that is wrong with it, in one text for one cell."""
        return "; ".join(
            f"{fault.column} {fault.heading}".strip() + f": {fault.wrong} → {fault.right}"
            for fault in self.faults
        )


def kept(
    held: Iterable[Held],
    *,
    settled: frozenset[int],
    earlier: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """The rows as they stand with the batch: those settled before, and those held now."""
    before = [dict(row) for row in earlier if row["settled"]]
    now = [
        {
            "line": row.line,
            "cells": [[heading, text] for heading, text in row.cells.items()],
            "faults": [fault.as_dict() for fault in row.faults],
            "settled": "",
        }
        for row in held
        if row.line not in settled
    ]
    return sorted(before + now, key=lambda row: int(row["line"]))


def kept_rows(batch: ImportBatch) -> list[KeptRow]:
    """Every row of the batch that was held back, settled or not."""
    return [
        KeptRow(
            line=row["line"],
            cells=dict(row["cells"]),
            faults=tuple(CellFault(**fault) for fault in row["faults"]),
            settled=row["settled"],
        )
        for row in batch.held_back
    ]


def waiting_rows(batch: ImportBatch) -> list[KeptRow]:
    """The rows that still have to be put right."""
    return [row for row in kept_rows(batch) if not row.settled]


def settled_lines(batch: ImportBatch | None) -> frozenset[int]:
    """The lines that were put right or dropped already."""
    if batch is None:
        return frozenset()
    return frozenset(row.line for row in kept_rows(batch) if row.settled)
