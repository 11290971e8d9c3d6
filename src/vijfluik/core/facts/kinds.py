"""What kind of figure it is, and how it may be added up."""

from enum import StrEnum


class Kind(StrEnum):
    """How a figure lies in time, and what its value is."""

    FLOW = "flow"  # what happened in a period
    STOCK = "stock"  # what was there on a reference date
    CUMULATIVE = "cumulative"  # what happened since a start
    RATIO = "ratio"  # a part of a whole; both are kept
    MONEY = "money"  # an amount in cents, of a period or of everything that is recorded
    MILESTONE = "milestone"  # when something was reached, or is planned to be
    DATE = "date"  # since when, or when
    TERM = "term"  # for how long
    TARGET = "target"  # what is aimed at
    DEADLINE = "deadline"  # by when at the latest
    EDITION = "edition"  # the number of an issue


READ = frozenset({Kind.MILESTONE, Kind.DATE, Kind.TERM, Kind.TARGET, Kind.DEADLINE, Kind.EDITION})
"""The kinds whose value stands in a field of one record: nothing is added up."""


class OverTime(StrEnum):
    """How values of successive periods become the value of the whole."""

    SUM = "sum"
    LATEST = "latest"  # each value holds the ones before it
    COMBINED = "combined"  # numerators and denominators are added up, never the ratios
    RECOUNTED = "recounted"  # the same thing may stand in several: only records can tell
    # A stock counts the same record at every reference date: its sum over time means nothing.
    FORBIDDEN = "forbidden"


class OverPlace(StrEnum):
    """How values of places become the value of the region around them."""

    SUM = "sum"
    COMBINED = "combined"
    RECOUNTED = "recounted"
    FORBIDDEN = "forbidden"


class Counting(StrEnum):
    """Whether what is counted can be counted twice; printed in the note of the figure."""

    UNIQUE = "unique"
    MAY_DOUBLE_COUNT = "may_double_count"


OVER_TIME = {
    Kind.FLOW: OverTime.SUM,
    Kind.STOCK: OverTime.FORBIDDEN,
    Kind.CUMULATIVE: OverTime.LATEST,
    Kind.RATIO: OverTime.COMBINED,
    Kind.MONEY: OverTime.SUM,
    **dict.fromkeys(READ, OverTime.FORBIDDEN),
}
"""The only aggregation over time that a kind allows; of different things it is `recounted`."""

OVER_PLACE = {
    Kind.FLOW: OverPlace.SUM,
    Kind.STOCK: OverPlace.SUM,
    Kind.CUMULATIVE: OverPlace.SUM,
    Kind.RATIO: OverPlace.COMBINED,
    Kind.MONEY: OverPlace.SUM,
    **dict.fromkeys(READ, OverPlace.FORBIDDEN),
}
"""The aggregation over place that a kind allows beside `forbidden`."""
