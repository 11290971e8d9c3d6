"""The values of many figures over one source, and nothing else, from one pass over its versions.

Reading the versions is what takes the time, so ten figures cost little more than two. Whether a
version belongs to a set of records is worked out once, for all that is counted of that set.

Of a large source whose sets stand together in an index each set is sought there instead: then what
belongs to no set is not read at all.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vijfluik.core.facts.compiling import KNOWN, Conditions, amount, quoted, things_of
from vijfluik.core.facts.compiling_fields import columns_of, read_column
from vijfluik.core.facts.measures import Count, Distinct, Field, Official, Sum
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement, canonical, plain

# What was asked → what it comes to: a number, a pair of numbers, or a list of what records say.
Answer = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Total:
    """What a query comes to: its records, what they add up to, and how many of them state it.

    `amount` is None when no record states one, and for a query that only counts. `fields` are what
    the records say of a query that reads them, in the order of `compiling_fields.figure`.
    """

    records: int
    amount: int | None
    stated: int
    fields: tuple[Sequence[object], ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Places:
    """Where the answer to a query stands in the row; None for what it does not ask."""

    records: int
    amount: int | None = None
    stated: int | None = None
    fields: int | None = None
    things: int | None = None


@dataclass(frozen=True, kw_only=True)
class _Aggregate:
    """What is worked out of the records of a set: their number, a sum, or what they say."""

    condition: str
    name: str
    columns: tuple[str, ...]

    def text(self, columns: Sequence[str], *, only: str = "") -> str:
        """As SQL, of these columns instead of its own, for the records that a filter lets pass."""
        if self.name == "jsonb_agg":
            return f"jsonb_agg(jsonb_build_array({', '.join(columns)})){only}"
        cast = "::bigint" if self.name == "sum" else ""
        return f"{self.name}({', '.join(columns) or '*'}){only}{cast}"


def answered_together(query: FigureQuery) -> bool:
    """Whether `Totals` answers the query: it counts, adds up, or reads records; no ratio."""
    return isinstance(query.measure, Count | Sum | Distinct | Field | Official)


class Totals:
    """The values of some queries: the statement that asks, and the reading of its answer."""

    def __init__(
        self,
        queries: Sequence[FigureQuery],
        *,
        source: Source,
        as_of: dt.datetime,
        sought: bool = False,
    ) -> None:
        """Compile; queries that count the same records share their set.

        Args:
            queries: what is counted, one or more.
            source: where, for all of them.
            as_of: as known at this moment.
            sought: seek each set by itself; the answer is the same.

        Raises:
            QueryError, UnknownName: a query cannot be counted.
        """
        self._source = source
        self._sets: dict[str, str] = {}
        self._asked: dict[_Aggregate | str, int] = {}
        self._sought = sought
        self._places: list[_Places] = []
        self._parameters: dict[str, Parameter] = {"as_of": as_of.astimezone(dt.UTC)}
        for query in queries:
            self._add(query, where=Conditions(query, source=source, as_of=as_of))

    @property
    def statement(self) -> Statement:
        """One row with what `read` takes apart."""
        sql = self._set_by_set() if self._sought else self._in_one_pass()
        return Statement(sql=sql, parameters=self._parameters)

    def _in_one_pass(self) -> str:
        """Every version once, each set a condition that was worked out for it."""
        columns: dict[str, str] = {}

        def column(text: str, *, name: str) -> str:
            return columns.setdefault(text, quoted(f"{name}_{len(columns)}"))

        asked = [
            each
            if isinstance(each, str)
            else each.text(
                [column(text, name="value") for text in each.columns],
                only=f" FILTER (WHERE {column(f'({each.condition})', name='set')})",
            )
            for each in self._asked
        ]
        shown = ",\n    ".join(f"{text} AS {name}" for text, name in columns.items())
        named = [f"{each} AS {quoted(answer(place))}" for place, each in enumerate(asked)]
        # OFFSET keeps the conditions from being copied into each of the sums.
        return (
            f"SELECT {', '.join(named)}\nFROM (\n  SELECT {shown}\n"
            f"  FROM {quoted(self._source.versions)}\n  WHERE {' AND '.join(KNOWN)}\n"
            '  OFFSET 0\n) AS "member"'
        )

    def _set_by_set(self) -> str:
        """Each set by itself, for PostgreSQL to find in an index."""
        sets: dict[str, list[str]] = {}
        shown = []
        for each, place in self._asked.items():
            name = quoted(answer(place))
            if isinstance(each, str):
                shown.append(f"{each} AS {name}")
                continue
            sets.setdefault(each.condition, []).append(f"{each.text(each.columns)} AS {name}")
            shown.append(name)
        known = " AND ".join(KNOWN)
        parts = [
            f"(\n  SELECT {', '.join(asked)}\n  FROM {quoted(self._source.versions)}\n"
            f'  WHERE {known} AND {condition}\n) AS "counted_{number}"'
            for number, (condition, asked) in enumerate(sets.items())
        ]
        return f"SELECT {', '.join(shown)}\nFROM {', '.join(parts)}"

    def read(self, row: Answer) -> list[Total]:
        """The answer to the statement (`together.answers`) as a total per query, in their order."""
        return [_total(row, at=places) for places in self._places]

    def _add(self, query: FigureQuery, *, where: Conditions) -> None:
        condition = self._condition(where)
        records = self._place(_Aggregate(condition=condition, name="count", columns=()))
        measure = query.measure
        if isinstance(measure, Field | Official):
            said = [read_column(name, source=self._source) for name in columns_of(measure)]
            event = quoted(query.event) if query.event else "NULL::date"
            columns = (*said, event, quoted(self._source.key))
            asked = _Aggregate(condition=condition, name="jsonb_agg", columns=columns)
            self._places.append(_Places(records=records, fields=self._place(asked)))
            return
        if isinstance(measure, Distinct):
            found = self._place(self._things(measure, where=where))
            self._places.append(_Places(records=records, things=found))
            return
        if not isinstance(measure, Sum):
            self._places.append(_Places(records=records))
            return
        counted = (amount(query),)
        added = self._place(_Aggregate(condition=condition, name="sum", columns=counted))
        stated = self._place(_Aggregate(condition=condition, name="count", columns=counted))
        self._places.append(_Places(records=records, amount=added, stated=stated))

    def _things(self, measure: Distinct, *, where: Conditions) -> str:
        """How many different things the records name, and how many records name one: a pair.

        A look of its own at the versions within the same question: a list names several things, and
        a record must not be there several times for what else is counted.
        """
        condition = self._condition(where)
        return (
            '(SELECT ARRAY[count(DISTINCT "thing"),'
            f' count(DISTINCT {quoted(self._source.key)}) FILTER (WHERE "thing" IS NOT NULL)]'
            f" FROM {quoted(self._source.versions)} LEFT JOIN LATERAL"
            f' unnest({things_of(measure, source=self._source)}) AS "thing" ON true'
            f" WHERE {' AND '.join(KNOWN)} AND {condition})"
        )

    def _condition(self, where: Conditions) -> str:
        """What a version of a set fulfils, its parameters named after the set."""
        key = canonical([where.counting, plain(where.parameters)])
        if key not in self._sets:
            prefix = f"set_{len(self._sets)}_"
            self._sets[key] = where.counting.replace("%(", f"%({prefix}")
            own = {name: value for name, value in where.parameters.items() if name != "as_of"}
            self._parameters |= {f"{prefix}{name}": value for name, value in own.items()}
        return self._sets[key]

    def _place(self, asked: _Aggregate | str) -> int:
        """The place of what is asked in the answer; the same is asked once."""
        return self._asked.setdefault(asked, len(self._asked))


def _total(row: Answer, *, at: _Places) -> Total:
    if at.things is not None:
        amount, stated = row[answer(at.things)]
        return Total(records=row[answer(at.records)], amount=amount, stated=stated)
    fields = None if at.fields is None else row[answer(at.fields)]
    return Total(
        records=row[answer(at.records)] or 0,
        amount=None if at.amount is None else row[answer(at.amount)],
        stated=0 if at.stated is None else row[answer(at.stated)] or 0,
        fields=_in_order(fields) if fields else (),
    )


def answer(place: int) -> str:
    """The column in which an answer stands."""
    return f"answer_{place}"


def _in_order(rows: Sequence[Sequence[object]]) -> tuple[Sequence[object], ...]:
    """By the event, those without one first, and by key; both stand behind what was asked.

    Sorted here: PostgreSQL would sort all versions of the source for it, whichever it needs.
    """
    ordered = sorted(rows, key=lambda row: (row[-2] is not None, row[-2] or 0, str(row[-1])))
    return tuple(row[:-2] for row in ordered)
