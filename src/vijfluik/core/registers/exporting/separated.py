"""CSV as Dutch spreadsheets open it by a double click: UTF-8 with its mark, and semicolons."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO

from vijfluik.core.registers.exporting.fields import (
    ExportField,
    ExportValue,
    Row,
    several_as_text,
)

CONTENT_TYPE = "text/csv; charset=utf-8"
# A spreadsheet takes a text that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_separated(
    rows: Iterable[Row], *, fields: Sequence[ExportField[Row]], notice: str, into: BinaryIO
) -> int:
    """Write the rows and answer how many they were.

    Args:
        notice: a remark for the first line, such as that the data are invented; empty for none.
        into: a binary file; it stays open.
    """
    text = io.TextIOWrapper(into, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if notice:
        writer.writerow([f"# {notice}"])
    writer.writerow([field.heading for field in fields])
    count = 0
    for row in rows:
        count += 1
        writer.writerow([as_cell(field.value(row)) for field in fields])
    text.flush()
    text.detach()
    return count


def as_cell(value: ExportValue) -> str:
    """A value as it stands in CSV: days dd-mm-jjjj, decimals with a comma, formulas disarmed."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, dt.date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, (int, Decimal)):
        return str(value).replace(".", ",")
    return guarded(several_as_text(value))


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
