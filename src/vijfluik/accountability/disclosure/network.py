"""The cells of a publication and how they add up: what an attacker has to work with.

Cells of all tables are one network. A cell that stands in two tables is one variable, so that what
one table hides another cannot show.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Adding(StrEnum):
    """How the parts of a table make its total."""

    EXACT = "exact"  # the parts add up to the total
    OVERLAPPING = "overlapping"  # a part may share with another: none is more than the total


@dataclass(frozen=True, kw_only=True)
class Relation:
    """One table: a total and its parts, as names of variables.

    earlier: published before this publication. joining: no table that is shown, but what two tables
    say of one another, such as that places of then went into one of now.
    """

    total: str
    parts: tuple[str, ...]
    adding: Adding
    earlier: bool = False
    joining: bool = False


@dataclass(frozen=True, kw_only=True)
class Network:
    """Whole numbers with a name each, what they add up to, and which of them may be hidden.

    Attributes:
        values: every variable; 0 or more.
        relations: the tables, those of earlier publications included.
        hideable: what stands in a breakdown of this publication; totals of figures do not.
        open: what is shown whatever it is: an exemption, or published before.
        hidden: what earlier publications hid and no table of this one shows.
        sensitive: what has to be protected beside the small cells of this publication.
        dropped: places of tables that are withheld.
    """

    values: Mapping[str, int]
    relations: tuple[Relation, ...]
    hideable: frozenset[str]
    open: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    sensitive: frozenset[str] = frozenset()
    dropped: frozenset[int] = frozenset()

    def known(self) -> tuple[Relation, ...]:
        """The tables that the reader knows: those that are withheld are none."""
        return tuple(each for at, each in enumerate(self.relations) if at not in self.dropped)

    @property
    def untold(self) -> frozenset[str]:
        """The cells that stand in withheld tables only: of them the reader is told nothing."""
        dropped = {name for at in self.dropped for name in self.relations[at].parts}
        told = {name for each in self.known() for name in each.parts}
        return (self.hideable & dropped) - told

    def unknown(self, hidden: frozenset[str]) -> frozenset[str]:
        """What the reader does not know when this publication hides some cells."""
        return hidden | self.hidden | self.untold

    def showing(self, name: str) -> list[int]:
        """The places of the tables of this publication that show a cell still.

        Of a cell of an earlier publication alone: those that show another cell of its table, from
        which it could be worked out.
        """
        found = self._tables_with({name})
        if found:
            return found
        beside = {each for table in self.relations if name in table.parts for each in table.parts}
        return self._tables_with(beside)

    def _tables_with(self, names: Collection[str]) -> list[int]:
        return [
            at
            for at, each in enumerate(self.relations)
            if not each.earlier
            and not each.joining
            and at not in self.dropped
            and any(name in names for name in each.parts)
        ]

    def without(self, tables: Iterable[int]) -> "Network":
        """The same with some tables withheld, by their place."""
        return replace(self, dropped=self.dropped | frozenset(tables))


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the parameters of a day say.

    threshold: a number from 1 up to and not including it is small. width: how far the lowest and
    the highest value that a hidden cell may have must lie apart for an attacker.
    """

    threshold: int
    width: int

    def __post_init__(self) -> None:
        if self.threshold < 3:
            raise ValueError("a threshold under 3 hides nothing")
        if not 1 <= self.width <= self.threshold - 2:
            raise ValueError("a small cell has no more values than the threshold leaves")

    def small(self, value: int) -> bool:
        """Whether a number is small: nothing is not."""
        return 0 < value < self.threshold

    def bounds(self, value: int, *, withheld: bool = False) -> tuple[int, int | None]:
        """What is printed for a hidden cell tells its reader: "<5" is 1 to 4, else 5 or more."""
        if withheld:
            return 0, None
        return (1, self.threshold - 1) if self.small(value) else (self.threshold, None)
