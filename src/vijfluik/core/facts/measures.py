"""What is made of the records that a figure counts."""

from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.facts.filters import Filter


@dataclass(frozen=True, kw_only=True)
class Count:
    """The number of records; over nothing it is 0."""


@dataclass(frozen=True, kw_only=True)
class Sum:
    """The sum of one or more columns of whole numbers; over nothing there is no sum."""

    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Distinct:
    """The number of different values in columns, lists included; over nothing it is 0.

    The municipalities of several columns, such as the one that leads and those that take part, are
    one set: who stands in both counts once.
    """

    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """A part of the records in a hundred of them all; over nothing there is no ratio.

    part: what a record must fulfil beside the filters of the query to be in the numerator.
    numerator, denominator: columns that are added up; records are counted when there are none.
    """

    part: tuple[Filter, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()


class Pick(StrEnum):
    """Which record gives the value when there may be several."""

    ONLY = "only"  # there has to be one; several that differ give no value
    FIRST = "first"  # the earliest by the event of the query
    LAST = "last"


class Precision(StrEnum):
    """How exactly a day is said."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Joining(StrEnum):
    """How two values of one record are said together."""

    RANGE = "range"  # 2016–2020
    BOTH = "both"  # 2016 en 2017


@dataclass(frozen=True, kw_only=True)
class Field:
    """The value of a field of one record: a day, a number or a word.

    columns: one, or two that are said together. planned: what was planned; it is said, as planned,
    while the first column is empty, and beside it afterwards.
    """

    columns: tuple[str, ...]
    pick: Pick = Pick.ONLY
    precision: Precision = Precision.DAY
    joining: Joining = Joining.RANGE
    planned: str = ""


@dataclass(frozen=True, kw_only=True)
class Official:
    """The value that an organisation supplied, with its own words; nothing is computed."""


OFFICIAL_COLUMNS = (
    "number",
    "parts",
    "words_nl",
    "words_en",
    "hedge",
    "hedge_word_nl",
    "hedge_word_en",
    "supplied_by",
    "document",
    "place",
)
"""What a source of official values declares, and what is read of it."""

Measure = Count | Sum | Distinct | Ratio | Field | Official
