"""A version of the definition of a figure."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from vijfluik.accountability.figures.hedges import Hedge, hedge_of
from vijfluik.accountability.figures.query_data import (
    period_data,
    period_from,
    query_data,
    query_from,
)
from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.accountability.figures.words import Words, words_from
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.columns import UnknownName
from vijfluik.core.facts.kinds import Counting, Kind
from vijfluik.core.facts.measures import Count, Distinct, Official, Sum
from vijfluik.core.facts.periods import Always
from vijfluik.core.facts.queries import FigureQuery, QueryError, check
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import canonical, sha256

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 60
WORDED = ("break_note", "ambiguity", "hedge_word")
# What a definition says when it says nothing else: a new figure takes ten lines.
FIRST_REASON = "Eerste versie."
FIRST_DAY = dt.date(2017, 1, 1)


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
    ambiguity: what the source leaves open, and how it is read here. split: a breakdown whose parts
    are the value ("by kind"). named: a breakdown whose members are named with the value.
    hedge_word: the word that says the hedge, when it is not the usual one ("ongeveer").
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
    ambiguity: Words | None = None
    split: str = ""
    named: str = ""
    hedge_word: Words | None = None

    @property
    def official(self) -> bool:
        """Whether its value was supplied by others, and not computed from records."""
        return isinstance(self.query.measure, Official)

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
        for name in WORDED:
            words = getattr(self, name)
            if words is not None:
                data[name] = words.plain()
        for name in ("split", "named"):
            if getattr(self, name):
                data[name] = getattr(self, name)
        return data

    @property
    def content(self) -> str:
        """The canonical JSON, of which `sha256` is the hash."""
        return canonical(self.data())

    @cached_property
    def sha256(self) -> str:
        """The hash that pins it, in hexadecimal."""
        return sha256(self.content)


def definition_from(content: object, *, place: str, planned: bool = False) -> Definition:
    """Read a definition, of a file or of the database, and check it against its source.

    Args:
        content: the data.
        place: where it stands, for the message.
        planned: whether its source may be missing still; then only its form is checked.

    Raises:
        DefinitionError: something is missing, unknown, of the wrong type or contradictory.
    """
    reader = Reader(content, place=place)
    kind = reader.member("kind", of=Kind)
    period = period_from(reader.table("period")) if reader.has("period") else Always()
    identifier = _id(reader, "id")
    definition = Definition(
        id=identifier,
        version=reader.number("version") if reader.has("version") else 1,
        series=_id(reader, "series") if reader.has("series") else identifier,
        kind=kind,
        name=words_from(reader.table("name")),
        unit=words_from(reader.table("unit")),
        status=words_from(reader.table("status")),
        counting=reader.member("counting", of=Counting)
        if reader.has("counting")
        else Counting.UNIQUE,
        hedge=reader.member("hedge", of=Hedge) if reader.has("hedge") else Hedge.EXACT,
        query=query_from(reader.table("query"), kind=kind, period=period),
        basis=_basis(reader.table("basis")),
        register_item=reader.text("register_item"),
        owner=reader.text("owner"),
        valid_from=reader.day("valid_from") if reader.has("valid_from") else FIRST_DAY,
        reason=reader.text("reason") if reader.has("reason") else FIRST_REASON,
        split=reader.text("split") if reader.has("split") else "",
        named=reader.text("named") if reader.has("named") else "",
        **{name: words_from(reader.table(name)) if reader.has(name) else None for name in WORDED},
    )
    reader.finish()
    _check_form(definition, place=place)
    if planned:
        return definition
    try:
        check(definition.query, source=source_named(definition.query.source))
    except (QueryError, UnknownName) as error:
        raise DefinitionError(f"{place}: {error.args[0]}") from None
    return definition


def _check_form(definition: Definition, *, place: str) -> None:
    """Refuse what is wrong whatever the source."""
    if definition.version < 1:
        raise DefinitionError(f"{place}: versions count from 1")
    for name in (definition.split, definition.named):
        if name and name not in definition.query.dimensions:
            raise DefinitionError(f"{place}: {name!r} is no breakdown of the query")
    if definition.split and not isinstance(definition.query.measure, Count | Sum | Distinct):
        raise DefinitionError(f"{place}: only what is counted or added up has parts")
    if definition.hedge_word is None:
        return
    for language in Language:
        word = definition.hedge_word.in_language(language)
        if hedge_of(word, language=language) is not definition.hedge:
            raise DefinitionError(f"{place}: {word!r} does not say {definition.hedge}")


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
