"""What kind of figure it is, and how it may be added up."""

from enum import StrEnum


class Kind(StrEnum):
    """How a figure lies in time.

    The other kinds of official statistics (cumulative, ratio, money, milestone) get a member here
    when their first figure is built; a definition that names one today is refused.
    """

    FLOW = "flow"  # what happened in a period
    STOCK = "stock"  # what was there on a reference date


class OverTime(StrEnum):
    """How values of successive periods become the value of the whole."""

    SUM = "sum"
    # A stock counts the same record at every reference date: its sum over time means nothing.
    FORBIDDEN = "forbidden"


class OverPlace(StrEnum):
    """How values of places become the value of the region around them."""

    SUM = "sum"
    FORBIDDEN = "forbidden"


class Counting(StrEnum):
    """Whether what is counted can be counted twice; printed in the note of the figure."""

    UNIQUE = "unique"
    MAY_DOUBLE_COUNT = "may_double_count"


OVER_TIME = {Kind.FLOW: OverTime.SUM, Kind.STOCK: OverTime.FORBIDDEN}
"""The only aggregation over time that a kind allows."""
