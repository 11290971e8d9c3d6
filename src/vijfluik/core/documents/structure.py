"""The semantic structure of a document: immutable, typed, without any layout.

Sections nest, so a heading level follows from the depth and cannot skip. Tables always have a
caption, column headers and a row header in the first column; charts always have an alternative
text, a sentence that says what they show, and their table. ``validation.check`` finds what the
types cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong, Text

__all__ = [
    "Accent",
    "Block",
    "BulletList",
    "Cell",
    "CellKind",
    "Chart",
    "Column",
    "Definition",
    "DefinitionList",
    "Document",
    "Emphasis",
    "Figure",
    "Inline",
    "Language",
    "Link",
    "Note",
    "Notice",
    "NumberedList",
    "Paragraph",
    "Receipt",
    "ReceiptAnnex",
    "Row",
    "Section",
    "Strong",
    "Table",
    "Text",
    "blocks_of",
]


class Language(StrEnum):
    """Languages a document can be written in (BCP 47)."""

    DUTCH = "nl"
    ENGLISH = "en"


class CellKind(StrEnum):
    """How a cell is set: words to the left, numbers to the right in figures of equal width."""

    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of an area: a key for style sheets and a colour ``#rrggbb`` for paper."""

    key: str
    colour: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without an order."""

    items: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Points in an order, counted from one."""

    items: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means here."""

    term: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their meaning."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A box the reader must see, such as "verzonnen gegevens"."""

    title: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note under a table; ``marker`` is the sign that cells and columns refer to."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header; ``note`` is the marker of a note under the table."""

    header: str
    kind: CellKind = CellKind.TEXT
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The content of one cell; ``note`` is the marker of a note under the table."""

    content: tuple[Inline, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its header stands in the first column, ``cells`` fill the other columns."""

    header: str
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; ``columns`` counts the column of the row headers too."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as SVG (UTF-8) with everything that lets a reader do without the picture."""

    caption: str
    sentence: tuple[Inline, ...]
    alternative: str
    svg: bytes
    table: Table


@dataclass(frozen=True, slots=True)
class Receipt:
    """A row of the annex: where one figure comes from.

    ``key`` is what ``Figure.receipt`` refers to, ``figure`` the id, ``label`` its name, ``value``
    the exact value as text, ``details`` pairs of term and text (definition, as-of, hash), ``url``
    the page with the records, if it may be visited, and ``sha256`` the hash of the whole receipt.
    """

    key: str
    figure: str
    label: str
    value: str
    details: tuple[tuple[str, str], ...]
    url: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptAnnex:
    """The annex "herkomst": one row per receipt, each the target of its figures."""

    title: str
    introduction: tuple[Inline, ...]
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a title; ``key`` is its anchor, ``accent`` the colour of its area."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    accent: Accent | None = None


Block = (
    Section
    | Paragraph
    | BulletList
    | NumberedList
    | DefinitionList
    | Table
    | Chart
    | Notice
    | ReceiptAnnex
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``as_of`` is the closed moment of its figures (aware; shown in its own offset) and the date of
    the file. ``demonstration`` puts "verzonnen gegevens" on every page. ``palette`` are the colours
    of the areas on the front, ``details`` pairs of term and text under the title. ``draft`` says so
    on every page, ``letter`` leaves out what only a report has (``front``).
    """

    title: str
    language: Language
    as_of: datetime
    subject: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    demonstration: bool = False
    details: tuple[tuple[str, str], ...] = ()
    palette: tuple[Accent, ...] = ()
    draft: bool = False
    letter: bool = False


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block in reading order, those inside sections included."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from blocks_of(block.blocks)
