"""What is written of a record, and under which words."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

Row = TypeVar("Row")

ExportValue = str | int | Decimal | dt.date | Sequence[str] | None


class FieldKind(StrEnum):
    """How a value is typed in a spreadsheet."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True)
class ExportField(Generic[Row]):
    """A field of an export.

    `identifier` is the English word of the code, `name` the Dutch word of the interfaces between
    machines, `heading` what stands above the column.
    """

    identifier: str
    name: str
    heading: str
    kind: FieldKind
    value: Callable[[Row], ExportValue]


def several_as_text(value: Sequence[str]) -> str:
    """Several values in one cell, as the import reads them."""
    return ", ".join(value)
