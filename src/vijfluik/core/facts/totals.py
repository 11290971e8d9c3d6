"""The values of many figures over one source, and nothing else, from one pass over its versions.

Each set of records that is counted has a bit; a version is read once, and belongs to the sets
whose bits its mask has. So ten figures cost little more than one: reading the rows is what takes
the time.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vijfluik.core.facts.compiling import KNOWN, Conditions, amount, quoted
from vijfluik.core.facts.queries import FigureQuery, Sum
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement, canonical, plain

# The bits of PostgreSQL's bigint, without its sign.
MOST_SETS = 63


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
            queries: what is counted.
            source: where, for all of them.
            as_of: as known at this moment.

        Raises:
            QueryError, UnknownName: a query cannot be counted.
            ValueError: the queries count more than `MOST_SETS` different sets of records.
        """
        self._sets: dict[str, int] = {}
        self._amounts: dict[str, int] = {}
        self._asked: list[tuple[int, int | None]] = []
        self._cases: list[str] = []
        self._parameters: dict[str, Parameter] = {"as_of": as_of.astimezone(dt.UTC)}
        self._source = source
        for query in queries:
            self._add(query, where=Conditions(query, source=source, as_of=as_of))
        if len(self._sets) > MOST_SETS:
            raise ValueError(f"{len(self._sets)} sets of records are more than a mask has bits")

    @property
    def statement(self) -> Statement:
        """One row per combination of sets: the mask, its records, and per amount sum and count."""
        asked = ['"mask"', "count(*)"]
        columns = ["\n    | ".join(self._cases) + ' AS "mask"']
        for text, at in self._amounts.items():
            asked.append(f'sum("amount_{at}")::bigint, count("amount_{at}")')
            columns.append(f'{text} AS "amount_{at}"')
        inner = ",\n    ".join(columns)
        sql = (
            f"SELECT {', '.join(asked)}\nFROM (\n  SELECT {inner}\n"
            f"  FROM {quoted(self._source.versions)}\n  WHERE {' AND '.join(KNOWN)}\n"
            ') AS "member"\nGROUP BY "mask"'
        )
        return Statement(sql=sql, parameters=self._parameters)

    def read(self, rows: Iterable[Sequence[int | None]]) -> list[Total]:
        """The answer to the statement as a total per query, in their order."""
        answers = list(rows)
        return [self._total(answers, at=at, amount=amount) for at, amount in self._asked]

    def _add(self, query: FigureQuery, *, where: Conditions) -> None:
        key = canonical([where.counting, plain(where.parameters)])
        if key not in self._sets:
            at = self._sets[key] = len(self._sets)
            prefix = f"set_{at}_"
            condition = where.counting.replace("%(", f"%({prefix}")
            self._cases.append(f"CASE WHEN {condition} THEN {1 << at}::bigint ELSE 0 END")
            own = {name: value for name, value in where.parameters.items() if name != "as_of"}
            self._parameters |= {f"{prefix}{name}": value for name, value in own.items()}
        counted = None
        if isinstance(query.measure, Sum):
            counted = self._amounts.setdefault(amount(query), len(self._amounts))
        self._asked.append((self._sets[key], counted))

    @staticmethod
    def _total(answers: Sequence[Sequence[int | None]], *, at: int, amount: int | None) -> Total:
        own = [row for row in answers if (row[0] or 0) >> at & 1]
        records = sum(row[1] or 0 for row in own)
        if amount is None:
            return Total(records=records, amount=None, stated=0)
        stated = sum(row[3 + 2 * amount] or 0 for row in own)
        added = sum(row[2 + 2 * amount] or 0 for row in own)
        return Total(records=records, amount=added if stated else None, stated=stated)
