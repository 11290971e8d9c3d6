"""The values of many figures over one source, and nothing else, from one pass over its versions.

Reading the versions is what takes the time, so ten figures cost little more than two. Whether a
version belongs to a set of records is worked out once, for all that is counted of that set.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.core.facts.compiling import KNOWN, Conditions, amount, quoted
from vijfluik.core.facts.queries import FigureQuery, Sum
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement, canonical, plain


@dataclass(frozen=True, kw_only=True)
class Total:
    """What a query comes to: its records, what they add up to, and how many of them state it.

    `amount` is None when no record states one, and for a query that only counts.
    """

    records: int
    amount: int | None
    stated: int


class Totals:
    """The values of some queries: the statement that asks, and the reading of its answer."""

    def __init__(
        self, queries: Sequence[FigureQuery], *, source: Source, as_of: dt.datetime
    ) -> None:
        """Compile; queries that count the same records share their set.

        Args:
            queries: what is counted, one or more.
            source: where, for all of them.
            as_of: as known at this moment.

        Raises:
            QueryError, UnknownName: a query cannot be counted.
        """
        self._source = source
        self._sets: dict[str, str] = {}
        self._columns: dict[str, str] = {}
        self._asked: dict[str, int] = {}
        self._places: list[tuple[int, int | None, int | None]] = []
        self._parameters: dict[str, Parameter] = {"as_of": as_of.astimezone(dt.UTC)}
        for query in queries:
            self._add(query, where=Conditions(query, source=source, as_of=as_of))

    @property
    def statement(self) -> Statement:
        """One row with what `read` takes apart."""
        columns = ",\n    ".join(f"{text} AS {name}" for text, name in self._columns.items())
        # OFFSET keeps the conditions from being copied into each of the sums.
        sql = (
            f"SELECT {', '.join(self._asked)}\nFROM (\n  SELECT {columns}\n"
            f"  FROM {quoted(self._source.versions)}\n  WHERE {' AND '.join(KNOWN)}\n"
            '  OFFSET 0\n) AS "member"'
        )
        return Statement(sql=sql, parameters=self._parameters)

    def read(self, row: Sequence[int | None]) -> list[Total]:
        """The answer to the statement as a total per query, in their order."""
        return [
            Total(
                records=row[records] or 0,
                amount=None if added is None else row[added],
                stated=0 if stated is None else row[stated] or 0,
            )
            for records, added, stated in self._places
        ]

    def _add(self, query: FigureQuery, *, where: Conditions) -> None:
        only = f"FILTER (WHERE {self._set(where)})"
        records = self._place(f"count(*) {only}")
        if not isinstance(query.measure, Sum):
            self._places.append((records, None, None))
            return
        counted = self._column(amount(query), name="amount")
        added = self._place(f"sum({counted}) {only}::bigint")
        self._places.append((records, added, self._place(f"count({counted}) {only}")))

    def _set(self, where: Conditions) -> str:
        """The column that says whether a version belongs to what is counted."""
        key = canonical([where.counting, plain(where.parameters)])
        if key not in self._sets:
            prefix = f"set_{len(self._sets)}_"
            condition = where.counting.replace("%(", f"%({prefix}")
            self._sets[key] = self._column(f"({condition})", name="set")
            own = {name: value for name, value in where.parameters.items() if name != "as_of"}
            self._parameters |= {f"{prefix}{name}": value for name, value in own.items()}
        return self._sets[key]

    def _column(self, text: str, *, name: str) -> str:
        return self._columns.setdefault(text, quoted(f"{name}_{len(self._columns)}"))

    def _place(self, text: str) -> int:
        """The place of an aggregate in the answer; the same one is asked once."""
        return self._asked.setdefault(text, len(self._asked))
