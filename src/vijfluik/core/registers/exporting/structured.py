"""JSON with the Dutch names of the interfaces between machines; days as jjjj-mm-dd."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import BinaryIO

from vijfluik.core.registers.exporting.fields import ExportField, ExportValue, Row

CONTENT_TYPE = "application/json"


def write_structured(
    rows: Iterable[Row],
    *,
    fields: Sequence[ExportField[Row]],
    name: str,
    preface: Mapping[str, object],
    into: BinaryIO,
) -> int:
    """Write the rows and answer how many they were.

    Args:
        name: the Dutch plural under which the rows stand, such as `trainingen`.
        preface: what is said of the whole, before the rows.
        into: a binary file; it stays open.
    """
    opening = json.dumps(dict(preface), ensure_ascii=False)[:-1]
    into.write(f"{opening}{', ' if preface else ''}{json.dumps(name)}: [".encode())
    count = 0
    for row in rows:
        count += 1
        line = {field.name: plain(field.value(row)) for field in fields}
        separator = ",\n" if count > 1 else "\n"
        into.write((separator + json.dumps(line, ensure_ascii=False)).encode())
    into.write(b"\n]}\n")
    return count


def plain(value: ExportValue) -> object:
    """A value for JSON. Decimals here are figures of a few digits, which a float holds exactly."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if value is None or isinstance(value, (str, int)):
        return value
    return list(value)
