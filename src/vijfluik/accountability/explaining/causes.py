"""What makes a figure change, and the answer that says how much each cause did."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.divisions import Division, Merger


class Cause(StrEnum):
    """Why a figure says something else, in the order in which the causes are taken.

    A figure is computed before anything is hidden, so hiding moves no number: it is told last, with
    the parts that readers no longer see or see now, and its amount is nought.
    """

    PERIOD = "period"  # the period runs up to the moment, and the moment is later
    NEW = "new"  # records that were not known at the first moment
    STATE = "state"  # known records that came to count, or no longer do, by another state
    CORRECTED = "corrected"  # known records of which something else was put right
    WITHDRAWN = "withdrawn"  # records that were withdrawn, or are gone
    REPLACED = "replaced"  # another record gives the value that is read
    DEFINITION = "definition"  # another version of the definition
    BOUNDARY = "boundary"  # municipalities that merged
    SUPPRESSION = "suppression"  # other parts of it are hidden than were


class Method(StrEnum):
    """How the difference is divided over the causes; docs/figures.md tells each of them."""

    ADDED = "added"  # what each record brings in, added up
    BENNET = "bennet"  # of a ratio: exact, and the same in whichever order
    THINGS = "things"  # of different things: each that came or went has one cause
    READ = "read"  # of what is read: the causes one after another


class NotComparable(ValueError):
    """Two definitions between which a difference would mean nothing."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one cause did.

    amount: exactly, in the unit of the figure's value: records, cents, hundredths of a whole, days;
    None when what is read is no number, or a ratio had nothing to divide. numerator and
    denominator: what a ratio gained in each. records: how many have this cause; entered and left:
    how many of them came to count, and no longer do. came, went: of a count of different things,
    those that did. said: of what is read, what it said before and after. keys: of the records,
    where they are not found again by asking.
    """

    cause: Cause
    amount: Fraction | None
    records: int
    entered: int = 0
    left: int = 0
    numerator: int | None = None
    denominator: int | None = None
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    said: tuple[Valued, Valued] | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Why:
    """The difference between a figure as of two moments.

    before, after: what it said. start, end: that exactly, in the unit of the parts; None when it is
    no number. When both are numbers, the parts add up to the difference exactly. hides: whether
    parts of the figure are hidden where it was published as of either moment.
    """

    before: Valued
    after: Valued
    division: Division
    method: Method
    start: Fraction | None
    end: Fraction | None
    parts: tuple[Part, ...]
    mergers: tuple[Merger, ...] = ()
    hides: bool = False

    @property
    def definition(self) -> Definition:
        """The later definition."""
        return self.after.definition

    @property
    def redefined(self) -> bool:
        """Whether another version of the definition counts at the second moment."""
        return self.before.definition.version != self.after.definition.version

    @property
    def difference(self) -> Fraction | None:
        """How much more it is; None when either is no number."""
        if self.start is None or self.end is None:
            return None
        return self.end - self.start

    @property
    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """From when to when."""
        return self.before.as_of, self.after.as_of

    def part(self, cause: Cause) -> Part | None:
        """What a cause did, if anything."""
        return next((each for each in self.parts if each.cause is cause), None)
