"""The structure as a text document for Word (DOCX, ISO/IEC 29500), to be worked on further.

Headings, lists, captions and the contents are those of the word processor; tables repeat their
header row and say that their first column is one; charts carry their alternative text. A bound
figure names itself beside its text, leads to its row in the annex, and has a footnote with its
receipt where it first stands.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx.oxml.ns import qn

from vijfluik.core.documents.footnotes import Footnotes
from vijfluik.core.documents.front import details_of, warnings_of
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.packing import repacked
from vijfluik.core.documents.picture import pictures
from vijfluik.core.documents.structure import (
    Block,
    BulletList,
    CellKind,
    Chart,
    DefinitionList,
    Document,
    Notice,
    NumberedList,
    Paragraph,
    Receipt,
    ReceiptAnnex,
    Section,
    Table,
)
from vijfluik.core.documents.validation import check
from vijfluik.core.documents.word_file import (
    NOTICE,
    TERMS,
    add_footnotes,
    new_numbers,
    opened,
)
from vijfluik.core.documents.word_inline import Inliner
from vijfluik.core.documents.word_table import Lines, table_element
from vijfluik.core.documents.word_xml import (
    Element,
    bookmarked,
    element,
    field,
    link,
    paragraph,
    run,
    valued,
)
from vijfluik.core.documents.words import words_of

_RECEIPT_KINDS = (CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT)
_INDENT = 340


def docx(document: Document, *, base_url: str = "") -> bytes:
    """Return ``document`` as DOCX; two builds give the same bytes.

    ``base_url`` is put before paths of the site; without it such an address is left out. Raises
    ``DocumentError`` for an invalid document.
    """
    check(document)
    return _Writer(document, base_url=base_url).whole()


class _Writer:
    """Writes one document; holds its file and what its numbers and places need."""

    def __init__(self, document: Document, *, base_url: str) -> None:
        self._document = document
        self._words = words_of(document.language)
        self._numbering = Numbering(document.language)
        self._notes = Footnotes(document)
        self._pictures = iter(pictures(document))
        self._parts: list[tuple[int, str, str]] = []
        self._file = opened(document)
        self._inline = Inliner(self._file, notes=self._notes, base_url=base_url)

    def whole(self) -> bytes:
        """Return the file."""
        body = [each for block in self._document.blocks for each in self._block(block, depth=1)]
        place = self._file.element.body
        place[:] = [*self._front(), *self._contents(), *body, *place.findall(qn("w:sectPr"))]
        add_footnotes(self._file, self._notes.texts)
        into = io.BytesIO()
        self._file.save(into)
        return repacked(into.getvalue())

    def _front(self) -> list[Element]:
        document = self._document
        front = [
            paragraph("Title", [run(document.title)]),
            paragraph("Subtitle", [run(document.subject)]),
            *(_term(term, [run(text)]) for term, text in details_of(document)),
        ]
        for title, text in warnings_of(document):
            front += _notice(title, [run(text)])
        return front

    def _contents(self) -> list[Element]:
        """Return the contents: filled in, and computed anew when somebody asks for it."""
        if not self._parts or self._document.letter:
            return []
        entries = [[link([run(title)], anchor=anchor)] for _, title, anchor in self._parts]
        # The field begins in its first paragraph and ends in its last.
        begin, asked, separate, end = field(r"TOC \o 1-5 \n \h \z", [])
        entries[0][:0] = [begin, asked, separate]
        entries[-1].append(end)
        lines = [
            paragraph(TERMS, content, element("ind", left=str(_INDENT * (depth - 1))))
            for content, (depth, _, _) in zip(entries, self._parts, strict=True)
        ]
        return [paragraph(TERMS, [run(self._words.contents, element("b"))]), *lines]

    def _block(self, block: Block, *, depth: int) -> list[Element]:
        write = self._inline.written
        match block:
            case Section():
                return self._section(block, depth=depth)
            case Paragraph(content):
                return [paragraph("Normal", write(content))]
            case BulletList(items):
                return [paragraph("ListBullet", write(item)) for item in items]
            case NumberedList(items):
                number = new_numbers(self._file)
                return [paragraph("ListNumber", write(item), number()) for item in items]
            case DefinitionList(definitions):
                return [_term(each.term, write(each.content)) for each in definitions]
            case Notice(title, content):
                return _notice(title, write(content))
            case Table():
                return self._table(block, label=self._numbering.next_table())
            case Chart():
                return self._chart(block)
            case ReceiptAnnex():
                return self._annex(block, depth=depth)

    def _section(self, section: Section, *, depth: int) -> list[Element]:
        heading = self._heading(section.title, depth=depth)
        inner = [each for block in section.blocks for each in self._block(block, depth=depth + 1)]
        return [heading, *inner]

    def _heading(self, title: str, *, depth: int) -> Element:
        number = self._inline.number()
        anchor = f"deel_{number}"
        self._parts.append((depth, title, anchor))
        return paragraph(f"Heading{depth}", bookmarked(anchor, number, [run(title)]))

    def _table(self, table: Table, *, label: str) -> list[Element]:
        drawn = table_element(
            caption=table.caption,
            heads=[[[run(column.header), *_mark(column.note)]] for column in table.columns],
            rows=[
                [
                    [[run(row.header), *_mark(row.note)]],
                    *(
                        [[*self._inline.written(cell.content), *_mark(cell.note)]]
                        for cell in row.cells
                    ),
                ]
                for row in table.rows
            ],
            kinds=[column.kind for column in table.columns],
        )
        below = [[*_mark(note.marker), run(f" {note.text}")] for note in table.notes]
        if table.source:
            below.append([run(f"{self._words.source}: {table.source}")])
        # A table that touches the next paragraph leaves no room, so an empty line always follows.
        lines = [paragraph("Normal", line) for line in below or [[]]]
        return [_caption(label, table.caption, above=True), drawn, *lines]

    def _chart(self, chart: Chart) -> list[Element]:
        label, data = self._numbering.next_chart()
        picture = self._inline.picture(
            next(self._pictures), name=label, alternative=chart.alternative
        )
        kept = element("keepNext")
        return [
            paragraph("Normal", self._inline.written(chart.sentence, "b"), kept),
            paragraph("Normal", [picture], element("keepNext")),
            _caption(label, chart.caption),
            *self._table(chart.table, label=data),
        ]

    def _annex(self, annex: ReceiptAnnex, *, depth: int) -> list[Element]:
        heading = self._heading(annex.title, depth=depth)
        told = []
        if annex.introduction:
            told = [paragraph("Normal", self._inline.written(annex.introduction))]
        if not annex.receipts:
            return [heading, *told]
        words = self._words
        drawn = table_element(
            caption=annex.title,
            heads=[[[run(head)]] for head in (words.figure, words.value, words.provenance)],
            rows=[self._receipt(receipt) for receipt in annex.receipts],
            kinds=_RECEIPT_KINDS,
        )
        return [heading, *told, drawn, paragraph("Normal", [])]

    def _receipt(self, receipt: Receipt) -> list[Lines]:
        anchor = self._notes.anchor(receipt.key)
        name = bookmarked(anchor, self._inline.number(), [run(receipt.label)])
        lines = [[run(f"{term}: {text}")] for term, text in receipt.details]
        records = self._inline.link(self._words.records, url=receipt.url) if receipt.url else []
        if any(each.tag == qn("w:hyperlink") for each in records):
            lines.append(records)
        return [[name, [run(receipt.figure)]], [[run(receipt.value)]], lines]


def _term(term: str, content: Iterable[Element]) -> Element:
    return paragraph(TERMS, [run(f"{term}: ", element("b")), *content])


def _notice(title: str, content: Iterable[Element]) -> list[Element]:
    heading = paragraph(NOTICE, [run(title, element("b"))], element("keepNext"))
    return [heading, paragraph(NOTICE, content)]


def _caption(label: str, caption: str, *, above: bool = False) -> Element:
    """Return a caption; the number of a table or chart is a field that counts."""
    name, _, number = label.rpartition(" ")
    counted = [run(f"{name} "), *field(f"SEQ {name} \\* ARABIC", [run(number)])]
    # "De gegevens van figuur 1" names the number of another and does not count.
    shown = counted if " " not in name else [run(label)]
    kept = [element("keepNext")] if above else []
    return paragraph("Caption", [*shown, run(f". {caption}")], *kept)


def _mark(marker: str) -> list[Element]:
    return [run(marker, valued("vertAlign", "superscript"))] if marker.strip() else []
