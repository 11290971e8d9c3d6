"""The tables that a message becomes, from the records: columns, their types and their headings.

A column without a heading (0) describes the message itself, not a traveller. A heading is a number
of Annex I to Directive (EU) 2016/681; `policy` can leave one out, never add one.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from vijfluik.engines.edifact.records import PLACE, RECORDS

# Every row of every table begins with these; -1 where there is none.
KEYS = ("message", "position", "booking", "traveller", "leg")
# Arrow types, beside PLACE: a count, a day, a minute since 1970-01-01 without a time zone, bytes as
# they were sent.
COUNT, DAY, MINUTE, TEXT = "count", "day", "minute", "text"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: whole-number columns after the keys, then columns of bytes as they were sent."""

    name: str
    keys: tuple[str, ...]
    numbers: tuple[tuple[str, str, int], ...]
    texts: tuple[tuple[str, int], ...]

    def number(self, name: str) -> int:
        """Where a number stands in a row, keys included."""
        return len(KEYS) + [column[0] for column in self.numbers].index(name)

    def text(self, name: str) -> int:
        """Which text column it is."""
        return [column[0] for column in self.texts].index(name)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns in the order of the Arrow schema."""
        return (
            *self.keys,
            *(name for name, _, _ in self.numbers),
            *(name for name, _ in self.texts),
        )


def _kind(of: Any, notes: tuple[Any, ...]) -> str:
    """Which of the Arrow types of whole numbers a column has; TEXT for none."""
    held = [one for one in get_args(of) if one is not NoneType] or [of]
    if PLACE in notes:
        return PLACE
    return {str: TEXT, dt.date: DAY, dt.datetime: MINUTE}.get(held[0], COUNT)


def _table(name: str, record: Any) -> Table:
    """The table whose rows are such records."""
    keys: list[str] = []
    numbers: list[tuple[str, str, int]] = []
    texts: list[tuple[str, int]] = []
    for field, hint in get_type_hints(record, include_extras=True).items():
        # Python has these words for itself.
        column = field.rstrip("_")
        if column in KEYS and column not in keys and not numbers and not texts:
            keys.append(column)
            continue
        noted = hasattr(hint, "__metadata__")
        notes = hint.__metadata__ if noted else ()
        heading = next((note for note in notes if isinstance(note, int)), 0)
        kind = _kind(get_args(hint)[0] if noted else hint, notes)
        if kind == TEXT:
            texts.append((column, heading))
        else:
            numbers.append((column, kind, heading))
    return Table(name=name, keys=tuple(keys), numbers=tuple(numbers), texts=tuple(texts))


TABLES = tuple(_table(name, record) for name, record in RECORDS.items())
FINDING = TABLES[-1]
BY_NAME = {table.name: table for table in TABLES}


@cache
def index(name: str) -> int:
    """The number of a table in the order of `TABLES`."""
    return [table.name for table in TABLES].index(name)
