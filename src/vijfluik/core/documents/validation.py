"""What must hold for a document before anybody writes it, beyond what the types say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong, figures_in
from vijfluik.core.documents.structure import (
    Accent,
    Block,
    BulletList,
    Chart,
    DefinitionList,
    Document,
    Notice,
    NumberedList,
    Paragraph,
    ReceiptAnnex,
    Section,
    Table,
    blocks_of,
)
from vijfluik.core.documents.svg import SvgError, read_svg

DEEPEST_SECTION = 5
"""Title and five levels of sections fill the six heading levels of HTML."""

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_COLOUR = re.compile(r"#[0-9a-f]{6}\Z")
_URL = re.compile(r"(?:https?://[^\s\\]+|mailto:[^\s\\]+|/(?!/)[^\s\\]*|#[^\s\\]+)\Z")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it stands in the document, and what it is."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class DocumentError(ValueError):
    """Raised for a document that cannot be written; ``problems`` lists everything at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def check(document: Document) -> None:
    """Raise ``DocumentError`` with every problem of ``document``, or return when there is none."""
    problems = tuple(_problems(document))
    if problems:
        raise DocumentError(problems)


def _problems(document: Document) -> Iterator[Problem]:
    here = "document"
    if not document.title.strip():
        yield Problem(here, "has no title")
    if not document.subject.strip():
        yield Problem(here, "has no subject")
    if document.as_of.utcoffset() is None:
        yield Problem(here, "its as-of moment has no time zone")
    for accent in document.palette:
        yield from _of_accent(here, accent)
    yield from _of_blocks(here, document.blocks, depth=1)
    yield from _of_anchors(document)


def _of_blocks(place: str, blocks: tuple[Block, ...], *, depth: int) -> Iterator[Problem]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _of_section(place, block, depth=depth)
        else:
            yield from _of_block(place, block)


def _of_section(place: str, section: Section, *, depth: int) -> Iterator[Problem]:
    here = f"{place} > section {section.title!r}"
    if depth > DEEPEST_SECTION:
        yield Problem(here, f"stands deeper than {DEEPEST_SECTION} levels")
    if not section.title.strip():
        yield Problem(here, "has no title")
    if not _KEY.match(section.key):
        yield Problem(here, f"key {section.key!r} is not lower-case words joined by hyphens")
    if section.accent is not None:
        yield from _of_accent(here, section.accent)
    yield from _of_blocks(here, section.blocks, depth=depth + 1)


def _of_accent(place: str, accent: Accent) -> Iterator[Problem]:
    if not _KEY.match(accent.key):
        yield Problem(place, f"accent key {accent.key!r} is not lower-case words and hyphens")
    if not _COLOUR.match(accent.colour):
        yield Problem(place, f"accent colour {accent.colour!r} is not #rrggbb in lower case")


def _of_block(place: str, block: Block) -> Iterator[Problem]:
    if isinstance(block, Table):
        yield from _of_table(place, block)
    elif isinstance(block, Chart):
        yield from _of_chart(place, block)
    elif isinstance(block, BulletList | NumberedList | DefinitionList) and not block.items:
        yield Problem(place, "has a list without items")
    elif isinstance(block, ReceiptAnnex):
        yield from _of_annex(place, block)
    for content in contents_of(block):
        yield from _of_links(place, content)


def _of_table(place: str, table: Table) -> Iterator[Problem]:
    here = f"{place} > table {table.caption!r}"
    if not table.caption.strip():
        yield Problem(here, "has no caption")
    if len(table.columns) < 2:
        yield Problem(here, "needs a column of row headers and at least one column of data")
    if not table.rows:
        yield Problem(here, "has no rows; say so in a sentence instead")
    for number, column in enumerate(table.columns, start=1):
        if not column.header.strip():
            yield Problem(here, f"column {number} has no header")
    for number, row in enumerate(table.rows, start=1):
        width = len(row.cells) + 1
        if width != len(table.columns):
            yield Problem(here, f"row {number} has {width} cells, not {len(table.columns)}")
        if not row.header.strip():
            yield Problem(here, f"row {number} has no header")
    yield from _of_notes(here, table)


def _of_notes(place: str, table: Table) -> Iterator[Problem]:
    markers = Counter(note.marker for note in table.notes)
    used = {column.note for column in table.columns}
    for row in table.rows:
        used |= {row.note, *(cell.note for cell in row.cells)}
    for marker in sorted(used - {""} - set(markers)):
        yield Problem(place, f"refers to note {marker!r} that does not stand under it")
    for marker, times in markers.items():
        if not marker.strip() or times > 1:
            yield Problem(place, f"note marker {marker!r} is empty or stands there twice")


def _of_chart(place: str, chart: Chart) -> Iterator[Problem]:
    here = f"{place} > chart {chart.caption!r}"
    if not chart.caption.strip():
        yield Problem(here, "has no caption")
    if not chart.alternative.strip():
        yield Problem(here, "has no alternative text")
    if not chart.sentence:
        yield Problem(here, "has no sentence that says what it shows")
    try:
        read_svg(chart.svg)
    except SvgError as error:
        yield Problem(here, str(error))
    yield from _of_table(here, chart.table)


def _of_annex(place: str, annex: ReceiptAnnex) -> Iterator[Problem]:
    here = f"{place} > annex {annex.title!r}"
    if not annex.title.strip():
        yield Problem(here, "has no title")
    for receipt in annex.receipts:
        if not receipt.label.strip():
            yield Problem(here, f"receipt {receipt.key!r} has no label")
        if receipt.url and not _URL.match(receipt.url):
            yield Problem(here, f"receipt {receipt.key!r} has an address that is not allowed")


def _of_links(place: str, content: tuple[Inline, ...]) -> Iterator[Problem]:
    for node in content:
        if isinstance(node, Emphasis | Strong):
            yield from _of_links(place, node.content)
        elif isinstance(node, Link | Figure) and not _URL.match(node.url):
            yield Problem(place, f"{node.text!r} links to {node.url!r}, which is not allowed")


def contents_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Yield every run of inline nodes that stands in ``block`` itself."""
    if isinstance(block, Paragraph | Notice):
        yield block.content
    elif isinstance(block, BulletList | NumberedList):
        yield from block.items
    elif isinstance(block, DefinitionList):
        yield from (item.content for item in block.items)
    elif isinstance(block, Table):
        yield from (cell.content for row in block.rows for cell in row.cells)
    elif isinstance(block, Chart):
        yield block.sentence
        yield from contents_of(block.table)
    elif isinstance(block, ReceiptAnnex):
        yield block.introduction


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Return every bound figure of ``document`` in reading order."""
    return tuple(
        figure
        for block in blocks_of(document.blocks)
        for content in contents_of(block)
        for figure in figures_in(content)
    )


def _of_anchors(document: Document) -> Iterator[Problem]:
    blocks = tuple(blocks_of(document.blocks))
    sections = Counter(block.key for block in blocks if isinstance(block, Section))
    annexes = [block for block in blocks if isinstance(block, ReceiptAnnex)]
    receipts = Counter(receipt.key for annex in annexes for receipt in annex.receipts)
    for key, times in sections.items():
        if times > 1:
            yield Problem("document", f"{times} sections have the key {key!r}")
    if len(annexes) > 1:
        yield Problem("document", "has more than one annex of receipts")
    for key, times in receipts.items():
        if times > 1 or not key:
            yield Problem("document", f"the receipt key {key!r} is empty or stands there twice")
    for figure in figures_of(document):
        if annexes and figure.receipt not in receipts:
            yield Problem("document", f"figure {figure.key!r} has no row in the annex")
