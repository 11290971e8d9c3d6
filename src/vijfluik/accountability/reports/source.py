"""A report as its author wrote it: words and insertions in TOML, prose in a text per language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.accountability.figures.words import Words, words_from
from vijfluik.core.documents.structure import Language
from vijfluik.core.items.areas import PANELS, Area

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ReportSourceError(ValueError):
    """A report that cannot be taken; says where and what."""


class InsertKind(StrEnum):
    """What an insertion draws."""

    BARS = "bars"
    LINE = "line"
    BREAKDOWN = "breakdown"
    TABLE = "table"
    MULTIPLES = "multiples"
    SHARE = "share"
    TIMELINE = "timeline"
    MONEY = "money"
    TILES = "tiles"
    FLOW = "flow"
    HEDGED = "hedged"
    CHANGE = "change"
    PROMISES = "promises"


@dataclass(frozen=True, kw_only=True)
class InsertRow:
    """A row of a table or a series of a chart; an empty id leaves a cell without a figure."""

    label: Words
    figures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Insert:
    """A table or chart of figures; of promises, the undertakings that are open, without rows.

    columns: the headings per language. breaks: figures that count something else than their
    neighbours and carry the break note of their definition. sentence: what the chart says in the
    author's words, with bound figures; empty makes it from the values. by: the breakdown that a
    chart of parts draws; empty for the parts of an official value. labels: words for its members,
    instead of those of the source. status: the heading over the state in which each row of a table
    counts, so that different states may stand in it. A
    breakdown has one row of figures, that of the totals.
    """

    name: str
    kind: InsertKind
    caption: Words
    columns: Mapping[Language, tuple[str, ...]]
    rows: tuple[InsertRow, ...]
    breaks: tuple[str, ...]
    area: Area | None
    measure: Words | None
    first: Words | None
    sentence: Words | None
    by: str
    labels: Mapping[str, Words]
    status: Words | None


@dataclass(frozen=True, kw_only=True)
class ReportSource:
    """A report before any figure is computed. prose: the text per language."""

    slug: str
    title: Words
    subject: Words
    publisher: Words
    period: Words
    figures: tuple[str, ...]
    chapters: Mapping[Area, Words]
    inserts: tuple[Insert, ...]
    prose: Mapping[Language, str]


def read_source(file: Path) -> ReportSource:
    """Read a report and its texts, which stand beside it as `<slug>.<language>.md`.

    Raises:
        ReportSourceError: a file is missing, or something in it cannot be taken.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        prose = {
            language: file.with_name(f"{file.stem}.{language}.md").read_text(encoding="utf-8")
            for language in Language
        }
        return source_from(content, slug=file.stem, prose=prose)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, DefinitionError) as error:
        raise ReportSourceError(f"{file.name}: {error}") from None


def source_from(content: object, *, slug: str, prose: Mapping[Language, str]) -> ReportSource:
    """Read a report from its data.

    Raises:
        DefinitionError: a key is missing, unknown or of the wrong type.
        ReportSourceError: the slug cannot stand in an address.
    """
    if not SLUG.fullmatch(slug):
        raise ReportSourceError(f"{slug!r} cannot stand in an address")
    reader = Reader(content, place=slug)
    chapters, inserts = reader.table("chapters"), reader.take("inserts")
    report = ReportSource(
        slug=slug,
        title=words_from(reader.table("title")),
        subject=words_from(reader.table("subject")),
        publisher=words_from(reader.table("publisher")),
        period=words_from(reader.table("period")),
        figures=reader.texts("figures"),
        chapters={area: words_from(chapters.table(area)) for area in PANELS if chapters.has(area)},
        inserts=tuple(
            _insert(Reader(each, place=f"{slug}: inserts.{name}"), name=name)
            for name, each in _named(inserts, place=slug).items()
        ),
        prose=prose,
    )
    chapters.finish()
    reader.finish()
    return report


def _named(content: object, *, place: str) -> dict[str, object]:
    if not isinstance(content, Mapping):
        raise DefinitionError(f"{place}: names with a table each are asked for")
    return {str(name): each for name, each in content.items()}


def _insert(reader: Reader, *, name: str) -> Insert:
    columns = reader.table("columns")
    made = Insert(
        name=name,
        kind=reader.member("kind", of=InsertKind),
        caption=words_from(reader.table("caption")),
        columns={language: columns.texts(language) for language in Language},
        rows=tuple(_row(each) for each in reader.tables("rows")),
        breaks=reader.texts("breaks") if reader.has("breaks") else (),
        area=reader.member("area", of=Area) if reader.has("area") else None,
        measure=_optional(reader, "measure"),
        first=_optional(reader, "first"),
        sentence=_optional(reader, "sentence"),
        by=reader.text("by") if reader.has("by") else "",
        labels=_labels(reader),
        status=_optional(reader, "status"),
    )
    columns.finish()
    reader.finish()
    widths = {len(made.columns[language]) for language in Language}
    if made.kind is InsertKind.PROMISES:
        return made
    if widths != {len(row.figures) for row in made.rows}:
        raise DefinitionError(f"{reader.place}: rows and columns differ in width")
    if made.kind is InsertKind.BREAKDOWN and not (made.by and len(made.rows) == 1):
        raise DefinitionError(f"{reader.place}: a breakdown has 'by' and one row, of its totals")
    return made


def _labels(reader: Reader) -> Mapping[str, Words]:
    if not reader.has("labels"):
        return {}
    names = _named(reader.take("labels"), place=reader.place)
    return {
        name: words_from(Reader(each, place=f"{reader.place}: labels.{name}"))
        for name, each in names.items()
    }


def _row(reader: Reader) -> InsertRow:
    figures = reader.take("figures")
    if not isinstance(figures, list) or not all(isinstance(each, str) for each in figures):
        raise reader.wrong("figures", "a list of ids", figures)
    row = InsertRow(label=words_from(reader.table("label")), figures=tuple(figures))
    reader.finish()
    return row


def _optional(reader: Reader, name: str) -> Words | None:
    return words_from(reader.table(name)) if reader.has(name) else None
