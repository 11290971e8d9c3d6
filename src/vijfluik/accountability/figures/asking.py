"""What many figures come to, as one question to the database.

Writing the question takes as long as a small source takes to answer it, and follows from the
definitions and the day alone: a process writes it once. What it answers is kept nowhere.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts.periods import AMSTERDAM
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import Statement
from vijfluik.core.facts.together import SHARED, answers, as_one
from vijfluik.core.facts.totals import Total, Totals

# Few versions ended since; of an older moment they would be read once for each set of records.
LATELY = dt.timedelta(days=1)
# Definitions, day and way of reading → the question. Readers choose among few filters and days.
_Key = tuple[tuple[str, ...], dt.date, bool]
_written: "dict[_Key, AtOnce]" = {}
MOST_WRITTEN = 50


@dataclass(frozen=True, kw_only=True)
class AtOnce:
    """The question to all sources of some figures, and how its answer is read.

    Attributes:
        ids: of the figures, per source.
        totals: per source, in the same order.
        statement: as of some moment of the day.
    """

    ids: tuple[tuple[str, ...], ...]
    totals: tuple[Totals, ...]
    statement: Statement

    def at(self, as_of: dt.datetime) -> "AtOnce":
        """The same question as of another moment of the day."""
        moment = {**self.statement.parameters, SHARED: as_of.astimezone(dt.UTC)}
        statement = Statement(sql=self.statement.sql, parameters=moment)
        return AtOnce(ids=self.ids, totals=self.totals, statement=statement)

    def answered(self, cursor: CursorWrapper) -> Mapping[str, Total]:
        """Figure → what it comes to, as the role of the cursor sees it."""
        cursor.execute(self.statement.sql, self.statement.bound())
        rows = answers(cursor.fetchall())
        return {
            figure: total
            for ids, totals, row in zip(self.ids, self.totals, rows, strict=True)
            for figure, total in zip(ids, totals.read(row), strict=True)
        }


def asked_at_once(definitions: Sequence[Definition], *, as_of: dt.datetime) -> AtOnce:
    """The question that answers these definitions.

    Args:
        definitions: one or more, each `answered_together`.
        as_of: a closed moment.

    Raises:
        QueryError, UnknownName: a definition cannot be counted.
    """
    recent = as_of > timezone.now() - LATELY
    keys = tuple(each.sha256 for each in definitions)
    key = (keys, as_of.astimezone(AMSTERDAM).date(), recent)
    written = _written.get(key)
    if written is None:
        if len(_written) >= MOST_WRITTEN:
            _written.clear()
        written = _written[key] = _write(definitions, as_of=as_of, recent=recent)
    return written.at(as_of)


def _write(definitions: Sequence[Definition], *, as_of: dt.datetime, recent: bool) -> AtOnce:
    together: dict[str, list[Definition]] = {}
    for definition in definitions:
        together.setdefault(definition.query.source, []).append(definition)
    totals = []
    for name, group in together.items():
        source = source_named(name)
        queries = [each.query for each in group]
        sought = source.sought and recent
        splits = [each.split for each in group]
        totals.append(Totals(queries, source=source, as_of=as_of, splits=splits, sought=sought))
    return AtOnce(
        ids=tuple(tuple(each.id for each in group) for group in together.values()),
        totals=tuple(totals),
        statement=as_one([each.statement for each in totals]),
    )
