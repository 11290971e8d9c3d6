"""A version of the definition of a figure."""

import datetime as dt
import re
from dataclasses import dataclass

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.query_data import (
    period_data,
    period_from,
    query_data,
    query_from,
)
from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.accountability.figures.words import Words, words_from
from vijfluik.core.facts.columns import UnknownName
from vijfluik.core.facts.kinds import Counting, Kind
from vijfluik.core.facts.queries import FigureQuery, QueryError, check
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import canonical, sha256

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 60


@dataclass(frozen=True, kw_only=True)
class Basis:
    """Where the figure comes from: the text in our words, and lines of the source document."""

    text: Words
    source_lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What a figure counts, how it is said, and why it is counted so.

    id: of the figure. series: figures of one series are shown beside one another. status: in which
    state the records are counted ("gegeven", "aangevraagd"). reason: why this version exists.
    break_note: what breaks in the series, printed wherever the figure stands beside another of it.
    """

    id: str
    version: int
    series: str
    kind: Kind
    name: Words
    unit: Words
    status: Words
    counting: Counting
    hedge: Hedge
    query: FigureQuery
    basis: Basis
    register_item: str
    owner: str
    valid_from: dt.date
    reason: str
    break_note: Words | None = None

    @property
    def key(self) -> str:
        """How a receipt names it: `id@version`."""
        return f"{self.id}@{self.version}"

    def data(self) -> dict[str, object]:
        """The definition as plain data; `definition_from` reads the same back."""
        data: dict[str, object] = {
            "id": self.id,
            "version": self.version,
            "series": self.series,
            "kind": str(self.kind),
            "name": self.name.plain(),
            "unit": self.unit.plain(),
            "status": self.status.plain(),
            "counting": str(self.counting),
            "hedge": str(self.hedge),
            "query": query_data(self.query),
            "period": period_data(self.query.period),
            "basis": {
                "text": self.basis.text.plain(),
                "source_lines": list(self.basis.source_lines),
            },
            "register_item": self.register_item,
            "owner": self.owner,
            "valid_from": self.valid_from.isoformat(),
            "reason": self.reason,
        }
        if self.break_note is not None:
            data["break_note"] = self.break_note.plain()
        return data

    @property
    def content(self) -> str:
        """The canonical JSON, of which `sha256` is the hash."""
        return canonical(self.data())

    @property
    def sha256(self) -> str:
        """The hash that pins it, in hexadecimal."""
        return sha256(self.content)


def definition_from(content: object, *, place: str) -> Definition:
    """Read a definition, of a file or of the database, and check it against its source.

    Args:
        content: the data.
        place: where it stands, for the message.

    Raises:
        DefinitionError: something is missing, unknown, of the wrong type or contradictory.
    """
    reader = Reader(content, place=place)
    kind = reader.member("kind", of=Kind)
    period = period_from(reader.table("period"))
    definition = Definition(
        id=_id(reader, "id"),
        version=reader.number("version"),
        series=_id(reader, "series"),
        kind=kind,
        name=words_from(reader.table("name")),
        unit=words_from(reader.table("unit")),
        status=words_from(reader.table("status")),
        counting=reader.member("counting", of=Counting),
        hedge=reader.member("hedge", of=Hedge),
        query=query_from(reader.table("query"), kind=kind, period=period),
        basis=_basis(reader.table("basis")),
        register_item=reader.text("register_item"),
        owner=reader.text("owner"),
        valid_from=reader.day("valid_from"),
        reason=reader.text("reason"),
        break_note=words_from(reader.table("break_note")) if reader.has("break_note") else None,
    )
    reader.finish()
    if definition.version < 1:
        raise DefinitionError(f"{place}: versions count from 1")
    try:
        check(definition.query, source=source_named(definition.query.source))
    except (QueryError, UnknownName) as error:
        raise DefinitionError(f"{place}: {error.args[0]}") from None
    return definition


def _id(reader: Reader, name: str) -> str:
    value = reader.text(name)
    if not ID.fullmatch(value) or len(value) > LONGEST_ID:
        raise reader.wrong(name, "lower-case words with hyphens", value)
    return value


def _basis(reader: Reader) -> Basis:
    basis = Basis(
        text=words_from(reader.table("text")), source_lines=reader.numbers("source_lines")
    )
    reader.finish()
    return basis
