"""Licence and contact of the description of a report, as dated data with a reference."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.accountability.figures.words import Words, words_from

FILE = Path(__file__).with_name("dcat.toml")


@dataclass(frozen=True, kw_only=True)
class DcatRow:
    """What holds from a day on. contact_path: where on the site the publisher is found."""

    valid_from: dt.date
    licence: str
    reference: str
    url: str
    contact: Words
    contact_path: str


def parse(text: str) -> list[DcatRow]:
    """Read the rows, the earliest first.

    Raises:
        DefinitionError: a key is missing, unknown or of the wrong type, there is no row, or two
            begin on one day.
    """
    reader = Reader(tomllib.loads(text), place=FILE.name)
    rows = sorted((_row(each) for each in reader.tables("rows")), key=lambda row: row.valid_from)
    reader.finish()
    if not rows:
        raise DefinitionError(f"{FILE.name}: there is no row")
    if len({row.valid_from for row in rows}) != len(rows):
        raise DefinitionError(f"{FILE.name}: two rows begin on one day")
    return rows


def in_force(rows: Sequence[DcatRow], *, on: dt.date) -> DcatRow:
    """The last row that began by a day; before the first one, the first."""
    begun = [row for row in rows if row.valid_from <= on]
    return begun[-1] if begun else rows[0]


@cache
def written() -> tuple[DcatRow, ...]:
    """The rows that come with the software."""
    return tuple(parse(FILE.read_text(encoding="utf-8")))


def _row(reader: Reader) -> DcatRow:
    made = DcatRow(
        valid_from=reader.day("from"),
        licence=reader.text("licence"),
        reference=reader.text("reference"),
        url=reader.text("url"),
        contact=words_from(reader.table("contact")),
        contact_path=reader.text("contact_path"),
    )
    reader.finish()
    return made
