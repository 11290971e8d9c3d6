"""The columns of a countable table: closed names, closed types."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
"""A name that may appear in SQL; everything else is refused before SQL is written."""


class ColumnType(StrEnum):
    """What a column holds, as far as counting needs to know."""

    TEXT = "text"  # a closed vocabulary or a code
    TEXTS = "texts"  # an array of text
    INTEGER = "integer"
    CENTS = "cents"  # an amount of money in whole cents
    YEAR = "year"  # a calendar year as a whole number
    FLAG = "flag"  # yes or no
    DATA = "data"  # structured data that is shown and never counted
    DATE = "date"  # a Dutch day
    MOMENT = "moment"  # a point in time; days are cut at midnight in Amsterdam
    KEY = "key"  # a reference to another record
    KEYS = "keys"  # an array of such references


COUNTABLE = frozenset({ColumnType.INTEGER, ColumnType.CENTS})
MONETARY = frozenset({ColumnType.CENTS})
DATED = frozenset({ColumnType.DATE, ColumnType.MOMENT, ColumnType.YEAR})
GROUPABLE = frozenset(
    {ColumnType.TEXT, ColumnType.TEXTS, ColumnType.KEY, ColumnType.KEYS, ColumnType.YEAR}
)
MANIFOLD = frozenset({ColumnType.TEXTS, ColumnType.KEYS})
DISTINGUISHABLE = frozenset({ColumnType.TEXT, ColumnType.TEXTS, ColumnType.KEY, ColumnType.KEYS})
READABLE = frozenset(
    {
        ColumnType.TEXT,
        ColumnType.INTEGER,
        ColumnType.CENTS,
        ColumnType.YEAR,
        ColumnType.DATE,
        ColumnType.MOMENT,
    }
)


class UnknownName(LookupError):
    """A name that nobody declared, or that may not stand in SQL."""


def checked(name: str) -> str:
    """The name itself.

    Raises:
        UnknownName: it is not a plain lower-case identifier.
    """
    if not NAME.fullmatch(name):
        raise UnknownName(f"{name!r} is not a name of a table or column")
    return name


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column that figures may use.

    label: what it is called in Dutch. labels: the words for its values, asked when they are
    shown; values that it leaves out are shown as they are. places: whether its keys are those of
    places, which merge and split.
    """

    name: str
    type: ColumnType
    label: str
    labels: Callable[[], Mapping[str, str]] | None = None
    places: bool = False

    def __post_init__(self) -> None:
        checked(self.name)


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """A way to break a figure down: the values of a column, or the months of the event.

    column: None means the months of whichever column decides the period.
    """

    name: str
    label: str
    column: str | None = None

    def __post_init__(self) -> None:
        checked(self.name)


MONTH = Dimension(name="month", label="maand")
PLACE = "place"
"""The dimension that the aggregation over place speaks of."""
