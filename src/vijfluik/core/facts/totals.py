"""The values of many figures over one source, and nothing else, from one pass over its versions.

Reading the versions is what takes the time, so ten figures cost little more than two. Whether a
version belongs to a set of records is worked out once, for all that is counted of that set.

Of a large source whose sets stand together in an index each set is sought there instead: then what
belongs to no set is not read at all.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vijfluik.core.facts.columns import MANIFOLD
from vijfluik.core.facts.compiling import KNOWN, Conditions, amount, grouped, quoted, things_of
from vijfluik.core.facts.compiling_fields import columns_of, read_column
from vijfluik.core.facts.compiling_ratio import divided
from vijfluik.core.facts.measures import Count, Distinct, Field, Official, Ratio, Sum
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter, Statement, canonical, plain
from vijfluik.core.facts.together import SHARED

# What was asked → what it comes to: a number, a pair of numbers, or a list of what records say.
Answer = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a query comes to within one member of a breakdown; of None it is not stated."""

    member: str | None
    records: int
    amount: int | None


@dataclass(frozen=True, kw_only=True)
class Total:
    """What a query comes to: its records, what they add up to, and how many of them state it.

    `amount` is None when no record states one, and for a query that only counts; of a ratio it is
    the numerator, and `base` the denominator. `fields` are what the records say of a query that
    reads them, in the order of `compiling_fields.figure`. `parts` are those of a query that is
    split, by member, the unstated one last.
    """

    records: int
    amount: int | None
    stated: int
    base: int | None = None
    fields: tuple[Sequence[object], ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Places:
    """Where the answer to a query stands in the row; None for what it does not ask."""

    records: int
    amount: int | None = None
    stated: int | None = None
    base: int | None = None
    fields: int | None = None
    things: int | None = None
    parts: int | None = None


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


def answered_together(query: FigureQuery, *, source: Source, split: str = "") -> bool:
    """Whether `Totals` answers the query: all but one that is split by months or by lists, or by
    the different things that it counts.
    """
    if not split:
        return True
    column = source.dimension(split).column
    if column is None or source.column(column).type in MANIFOLD:
        return False
    return isinstance(query.measure, Count | Sum)


class Totals:
    """The values of some queries: the statement that asks, and the reading of its answer."""

    def __init__(
        self,
        queries: Sequence[FigureQuery],
        *,
        source: Source,
        as_of: dt.datetime,
        splits: Sequence[str] = (),
        sought: bool = False,
    ) -> None:
        """Compile; queries that count the same records share their set.

        Args:
            queries: what is counted, one or more, each `answered_together`.
            source: where, for all of them.
            splits: the breakdown of each query whose parts are asked too, empty for none.
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
        for query, split in zip(queries, splits or [""] * len(queries), strict=True):
            self._add(query, split=split, where=Conditions(query, source=source, as_of=as_of))

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

    def _add(self, query: FigureQuery, *, split: str, where: Conditions) -> None:
        measure = query.measure
        divisor, dividend = (
            divided(measure, where=where) if isinstance(measure, Ratio) else ("", "")
        )
        condition, named = self._condition(where)

        def place(name: str, *columns: str) -> int:
            return self._place(_Aggregate(condition=condition, name=name, columns=columns))

        records = place("count")
        parts = None
        if split:
            parts = self._place(self._parts(query, split=split, condition=condition))
        if isinstance(measure, Field | Official):
            said = [read_column(name, source=self._source) for name in columns_of(measure)]
            event = quoted(query.event) if query.event else "NULL::date"
            fields = place("jsonb_agg", *said, event, quoted(self._source.key))
            self._places.append(_Places(records=records, fields=fields))
            return
        if isinstance(measure, Distinct):
            found = self._place(self._things(measure, condition=condition))
            self._places.append(_Places(records=records, things=found))
            return
        if isinstance(measure, Count):
            self._places.append(_Places(records=records, parts=parts))
            return
        counted = named(dividend) or amount(query)
        self._places.append(
            _Places(
                records=records,
                amount=place("sum", counted),
                stated=place("count", counted),
                base=place("sum", named(divisor)) if divisor else None,
                parts=parts,
            )
        )

    def _parts(self, query: FigureQuery, *, split: str, condition: str) -> str:
        """The parts of a query by the members of a breakdown, as a list of lists."""
        dimension = self._source.dimension(split)
        member = grouped(dimension, query=query, source=self._source)
        return (
            '(SELECT jsonb_agg(jsonb_build_array("member", "records", "amount")) FROM ('
            f'SELECT {member} AS "member", count(*) AS "records",'
            f' sum({amount(query)})::bigint AS "amount" FROM {quoted(self._source.versions)}'
            f' WHERE {" AND ".join(KNOWN)} AND {condition} GROUP BY 1) AS "parts")'
        )

    def _things(self, measure: Distinct, *, condition: str) -> str:
        """How many different things the records name, and how many records name one: a pair.

        A look of its own at the versions within the same question: a list names several things, and
        a record must not be there several times for what else is counted.
        """
        return (
            '(SELECT ARRAY[count(DISTINCT "thing"),'
            f' count(DISTINCT {quoted(self._source.key)}) FILTER (WHERE "thing" IS NOT NULL)]'
            f" FROM {quoted(self._source.versions)} LEFT JOIN LATERAL"
            f' unnest({things_of(measure, source=self._source)}) AS "thing" ON true'
            f" WHERE {' AND '.join(KNOWN)} AND {condition})"
        )

    def _condition(self, where: Conditions) -> tuple[str, Callable[[str], str]]:
        """What a version of a set fulfils, its parameters named after the set; and what names them
        so in another expression of the same query.
        """
        key = canonical([where.counting, plain(where.parameters)])
        prefix = self._sets.setdefault(key, f"set_{len(self._sets)}_")
        own = {name: value for name, value in where.parameters.items() if name != SHARED}
        self._parameters |= {f"{prefix}{name}": value for name, value in own.items()}

        def named(sql: str) -> str:
            return sql.replace("%(", f"%({prefix}")

        return named(where.counting), named

    def _place(self, asked: _Aggregate | str) -> int:
        """The place of what is asked in the answer; the same is asked once."""
        return self._asked.setdefault(asked, len(self._asked))


def _total(row: Answer, *, at: _Places) -> Total:
    def answered(place: int | None) -> Any:
        return None if place is None else row[answer(place)]

    if at.things is not None:
        amount, stated = answered(at.things)
        return Total(records=answered(at.records), amount=amount, stated=stated)
    return Total(
        records=answered(at.records) or 0,
        amount=answered(at.amount),
        stated=answered(at.stated) or 0,
        base=answered(at.base),
        fields=_in_order(answered(at.fields) or ()),
        parts=_by_member(answered(at.parts) or ()),
    )


def _by_member(rows: Iterable[tuple[object, int, int | None]]) -> tuple[Part, ...]:
    found = (
        Part(member=None if member is None else str(member), records=records, amount=amount)
        for member, records, amount in rows
    )
    return tuple(sorted(found, key=lambda part: (part.member is None, part.member or "")))


def answer(place: int) -> str:
    """The column in which an answer stands."""
    return f"answer_{place}"


def _in_order(rows: Sequence[Sequence[object]]) -> tuple[Sequence[object], ...]:
    """By the event, those without one first, and by key; both stand behind what was asked.

    Sorted here: PostgreSQL would sort all versions of the source for it, whichever it needs.
    """
    ordered = sorted(rows, key=lambda row: (row[-2] is not None, row[-2] or 0, str(row[-1])))
    return tuple(row[:-2] for row in ordered)
