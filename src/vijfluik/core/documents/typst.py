"""The structure as Typst source.

Own writer, because pandoc's drops the alternative texts. All text is written as Typst *string
literals* in code mode (``#"…"``), never as markup: in a literal only the backslash and the double
quote mean anything, so no text can become a command.
"""

from __future__ import annotations

from collections.abc import Iterable

from vijfluik.core.documents.characters import FONT, print_text
from vijfluik.core.documents.front import details_of, warnings_of
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong, plain_text
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.plain import provenance
from vijfluik.core.documents.structure import (
    Block,
    BulletList,
    Cell,
    CellKind,
    Chart,
    Column,
    DefinitionList,
    Document,
    Notice,
    NumberedList,
    Paragraph,
    Receipt,
    ReceiptAnnex,
    Row,
    Section,
    Table,
    blocks_of,
)
from vijfluik.core.documents.svg import for_paper
from vijfluik.core.documents.typst_layout import layout
from vijfluik.core.documents.typst_literal import data_literal, literal, text_literal
from vijfluik.core.documents.validation import check
from vijfluik.core.documents.words import words_of


def source(document: Document, *, base_url: str = "") -> str:
    """Return ``document`` as Typst source.

    ``base_url`` is put before paths of the site; without it such an address is left out of the
    paper version, where it would lead nowhere. Raises ``DocumentError`` for an invalid document.
    """
    check(document)
    return _Writer(document, base_url=base_url).whole()


PROVENANCE_FILE = "herkomst.json"

# A table of at most so many rows stays on one page, with its caption.
KEPT_WHOLE = 15
# What is longer stands in a column that breaks its lines.
SHORT = 24
LONGEST_WORD = 36


class _Writer:
    """Writes one document; holds what the numbers of tables and the addresses need."""

    def __init__(self, document: Document, *, base_url: str) -> None:
        self._document = document
        self._words = words_of(document.language)
        self._numbering = Numbering(document.language)
        self._base_url = base_url.rstrip("/")
        annexes = [b for b in blocks_of(document.blocks) if isinstance(b, ReceiptAnnex)]
        receipts = [receipt.key for annex in annexes for receipt in annex.receipts]
        self._anchors = {key: f"herkomst-{place}" for place, key in enumerate(receipts, start=1)}

    def whole(self) -> str:
        """Return the whole source: layout, front, body."""
        body = "".join(self._block(block, depth=1) for block in self._document.blocks)
        return f"{layout(self._document)}\n{self._inside()}{self._front()}{body}"

    def _inside(self) -> str:
        """Return the provenance of the figures as a file inside the file, for programs."""
        if not self._anchors:
            return ""
        return (
            f"#pdf.attach({literal(PROVENANCE_FILE)}, {data_literal(provenance(self._document))}, "
            f'relationship: "data", mime-type: "application/json", '
            f"description: {literal(self._words.provenance_inside)})\n"
        )

    def _front(self) -> str:
        document = self._document
        pairs = _arguments(
            f"({_content(text_literal(term))}, {_content(text_literal(text))})"
            for term, text in details_of(document)
        )
        bands = _arguments(f'rgb("{accent.colour}")' for accent in document.palette)
        front = f"#front(bands: ({bands}), subject: {literal(document.subject)}, ({pairs}))\n"
        for title, text in warnings_of(document):
            front += _notice(title, text_literal(text))
        if document.letter:
            return front
        has_parts = any(isinstance(b, Section | ReceiptAnnex) for b in document.blocks)
        if has_parts:
            front += f"#contents({literal(self._words.contents)})\n"
        return front + "#pagebreak(weak: true)\n" if has_parts else front

    def _block(self, block: Block, *, depth: int) -> str:
        match block:
            case Section():
                return self._section(block, depth=depth)
            case Paragraph(content):
                return f"#par{_content(self._inline(content))}\n"
            case BulletList(items):
                return f"#list({self._items(items)})\n"
            case NumberedList(items):
                return f"#enum({self._items(items)})\n"
            case DefinitionList(definitions):
                pairs = _arguments(
                    f"terms.item({_content(text_literal(item.term))}, "
                    f"{_content(self._inline(item.content))})"
                    for item in definitions
                )
                return f"#terms({pairs})\n"
            case Notice(title, content):
                return f"#aside-box({literal(title)}){_content(self._inline(content))}\n"
            case Table():
                return self._table(block, label=self._numbering.next_table())
            case Chart():
                return self._chart(block)
            case ReceiptAnnex():
                return self._annex(block, depth=depth)

    def _section(self, section: Section, *, depth: int) -> str:
        body = "".join(self._block(block, depth=depth + 1) for block in section.blocks)
        heading = _heading(section.title, depth=depth)
        if section.accent is None:
            return heading + body
        return f'#in-area(rgb("{section.accent.colour}"))\n{heading}{body}#out-of-area()\n'

    def _items(self, items: tuple[tuple[Inline, ...], ...]) -> str:
        return _arguments(_content(self._inline(item)) for item in items)

    def _inline(self, content: tuple[Inline, ...]) -> str:
        return "".join(self._node(node) for node in content)

    def _node(self, node: Inline) -> str:
        match node:
            case Emphasis(content):
                return f"#emph{_content(self._inline(content))}"
            case Strong(content):
                return f"#strong{_content(self._inline(content))}"
            case Link(text, url):
                return self._link(text, url)
            case Figure():
                return self._figure(node)
            case _:
                return text_literal(node.text)

    def _link(self, text: str, url: str) -> str:
        address = self._address(url)
        if not address or not text.strip():
            return text_literal(text)
        return f"#link({literal(address)}){_content(text_literal(text))}"

    def _figure(self, figure: Figure) -> str:
        anchor = self._anchors.get(figure.receipt)
        if anchor is None:
            return self._link(figure.text, figure.url)
        return f"#bound(<{anchor}>){_content(text_literal(figure.text))}"

    def _address(self, url: str) -> str:
        """Return an absolute address, or nothing for one that means nothing on paper."""
        if url.startswith("/"):
            return self._base_url + url if self._base_url else ""
        return "" if url.startswith("#") else url

    def _table(self, table: Table, *, label: str) -> str:
        heads = _arguments(_column(column) for column in table.columns)
        cells = "".join(f"  {self._row(row)},\n" for row in table.rows)
        aligned = _arguments(_alignment(column) for column in table.columns)
        return (
            f"#data-table(label: {literal(label)}, caption: {literal(table.caption)}, "
            f"breakable: {_truth(len(table.rows) > KEPT_WHOLE)}, alignment: ({aligned}), "
            f"widths: ({_arguments(_widths(table))}), "
            f"noted: {_truth(table.notes or table.source)},\n"
            f"  table.header({heads}),\n{cells})\n{self._below(table)}"
        )

    def _row(self, row: Row) -> str:
        head = _content(text_literal(row.header) + _mark(row.note))
        return ", ".join([head, *(self._cell(cell) for cell in row.cells)])

    def _cell(self, cell: Cell) -> str:
        return _content(self._inline(cell.content) + _mark(cell.note))

    def _below(self, table: Table) -> str:
        lines = [f'{_mark(note.marker)}#" "{text_literal(note.text)}' for note in table.notes]
        if table.source:
            lines.append(text_literal(f"{self._words.source}: {table.source}"))
        return f"#below{_content('#linebreak()'.join(lines))}\n" if lines else ""

    def _chart(self, chart: Chart) -> str:
        label, data = self._numbering.next_chart()
        drawing = literal(for_paper(chart.svg, font=FONT))
        return (
            f"#chart(label: {literal(label)}, caption: {literal(chart.caption)}, "
            f"alternative: {literal(chart.alternative)}, {drawing})"
            f"{_content(self._inline(chart.sentence))}\n{self._table(chart.table, label=data)}"
        )

    def _annex(self, annex: ReceiptAnnex, *, depth: int) -> str:
        words = self._words
        heading = _heading(annex.title, depth=depth)
        introduction = self._block(Paragraph(annex.introduction), depth=depth)
        if not annex.receipts:
            return heading + introduction
        heads = _arguments(
            _content(text_literal(head)) for head in (words.figure, words.value, words.provenance)
        )
        rows = "".join(f"  {self._receipt(receipt)},\n" for receipt in annex.receipts)
        return (
            f"{heading}{introduction if annex.introduction else ''}"
            f"#annex-table(caption: {literal(annex.title)},\n  table.header({heads}),\n{rows})\n"
        )

    def _receipt(self, receipt: Receipt) -> str:
        lines = [_detail(term, text) for term, text in receipt.details]
        link = self._link(self._words.records, receipt.url) if receipt.url else ""
        if link.startswith("#link"):
            lines.append(link)
        anchor = f"#anchor<{self._anchors[receipt.key]}>"
        head = f"{anchor}{text_literal(receipt.label)}#linebreak()#code({literal(receipt.figure)})"
        return ", ".join(
            _content(cell)
            for cell in (head, text_literal(receipt.value), "#linebreak()".join(lines))
        )


def _detail(term: str, text: str) -> str:
    """A term with its text; a hash, which has no place to break, over lines that fit."""
    if " " in text or len(text) <= LONGEST_WORD:
        return text_literal(f"{term}: {text}")
    starts = range(0, len(text), LONGEST_WORD)
    parts = [text_literal(text[start : start + LONGEST_WORD]) for start in starts]
    return "#linebreak()".join([text_literal(f"{term}:"), *parts])


def _content(markup: str) -> str:
    return f"[{markup}]"


def _truth(value: object) -> str:
    return "true" if value else "false"


def _arguments(parts: Iterable[str]) -> str:
    """Return ``parts`` as arguments; the last comma keeps an array of one an array."""
    return "".join(f"{part}, " for part in parts)


def _heading(title: str, *, depth: int) -> str:
    return f"#heading(level: {depth}){_content(text_literal(title))}\n"


def _notice(title: str, content: str) -> str:
    return f"#notice({literal(title)}){_content(content)}\n"


def _column(column: Column) -> str:
    return _content(text_literal(column.header) + _mark(column.note))


def _alignment(column: Column) -> str:
    return "right" if column.kind is CellKind.NUMBER else "left"


def _widths(table: Table) -> list[str]:
    """As wide as its words for a column of short ones; a part of the page for sentences."""
    longest = [
        max(len(plain_text(row.cells[place].content)) for row in table.rows)
        for place in range(len(table.columns) - 1)
    ]
    return ["1fr", *("auto" if length <= SHORT else "1.2fr" for length in longest)]


def _mark(marker: str) -> str:
    return f"#super({literal(marker)})" if print_text(marker).strip() else ""
