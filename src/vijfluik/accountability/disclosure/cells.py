"""Names for cells that say what is counted and not where it stands.

Two tables that count the same records by the same measure have the same cell, whichever figures
they are of: a breakdown by provider and a figure of one provider, or the records behind a sum and
the count of them.
"""

import datetime as dt
from dataclasses import dataclass

from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts.columns import MANIFOLD, MONTH
from vijfluik.core.facts.filters import Equals, Filter, OneOf
from vijfluik.core.facts.measures import Count, Distinct, Sum
from vijfluik.core.facts.periods import days_of
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import canonical, sha256

LENGTH = 20
RECORDS = "records"
VALUE = "value"


@dataclass(frozen=True, kw_only=True)
class Naming:
    """Names of the cells of one figure as of a moment, for one of the numbers in them.

    plane: `VALUE` or `RECORDS`, the records behind a value.
    """

    definition: Definition
    as_of: dt.datetime
    plane: str

    def whole(self) -> str:
        """The figure itself."""
        return self._named(self._filters(), days=self._days())

    def part(self, *, dimension: str, member: str | None, reading: str = "") -> str:
        """A cell of a breakdown. reading: other places than those that records name."""
        filters, days = self._filters(), self._days()
        if dimension == MONTH.name and member is not None:
            return self._named(filters, days=_month(member, within=days))
        source = source_named(self.definition.query.source)
        column = source.dimension(dimension).column or dimension
        listed = dimension != MONTH.name and source.column(column).type in MANIFOLD
        way = f"{'has' if listed else 'is'}{reading}"
        return self._named([*filters, [way, column, member]], days=days)

    def _named(self, filters: list[list[object]], *, days: tuple[str, str]) -> str:
        query = self.definition.query
        told = [query.source, self._measure(), query.event, query.until, days]
        distinct = sorted({canonical(each) for each in filters})
        return sha256(canonical([told, distinct]))[:LENGTH]

    def _measure(self) -> object:
        measure = self.definition.query.measure
        if self.plane == RECORDS or isinstance(measure, Count):
            return "count"
        if isinstance(measure, Sum | Distinct):
            return [type(measure).__name__, sorted(measure.columns)]
        raise ValueError(f"{self.definition.id} has no cells that are whole numbers")

    def _filters(self) -> list[list[object]]:
        return [_plain(each) for each in self.definition.query.filters]

    def _days(self) -> tuple[str, str]:
        days = days_of(self.definition.query.period, as_of=self.as_of)
        return days.start.isoformat(), days.end.isoformat()


def _plain(condition: Filter) -> list[object]:
    if isinstance(condition, Equals):
        return ["is", condition.column, condition.value]
    if isinstance(condition, OneOf) and len(condition.values) == 1:
        return ["is", condition.column, condition.values[0]]
    parts = {name: getattr(condition, name) for name in condition.__dataclass_fields__}
    return [
        type(condition).__name__,
        *(sorted(each) if isinstance(each, tuple) else each for _, each in sorted(parts.items())),
    ]


def _month(member: str, *, within: tuple[str, str]) -> tuple[str, str]:
    """The days of a month that fall in the period of the figure."""
    first = dt.date.fromisoformat(f"{member}-01")
    after = (first + dt.timedelta(days=31)).replace(day=1)
    return max(first.isoformat(), within[0]), min(after.isoformat(), within[1])
