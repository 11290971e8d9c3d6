"""The structure as a text document of OpenDocument (ODT, ISO/IEC 26300), written into its zip.

Headings, lists, captions and the contents are those of the word processor; a table says which row
and which column are headers; a chart carries its alternative text. A bound figure names itself,
leads to its row in the annex, and has a footnote with its receipt where it first stands.
Source: OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from vijfluik.core.documents.footnotes import Footnotes
from vijfluik.core.documents.front import details_of, warnings_of
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.opendocument_inline import (
    Inliner,
    bookmarked,
    linked,
    marked,
    span,
)
from vijfluik.core.documents.opendocument_styles import (
    DECLARED,
    FONTS,
    HEAD,
    LOCALES,
    escaped,
    quoted,
    styles_file,
)
from vijfluik.core.documents.packing import packed
from vijfluik.core.documents.picture import Picture, pictures
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
from vijfluik.core.documents.words import words_of

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
WIDEST = 150.0
"""Millimetres that a picture takes at most."""

_RECEIPT_KINDS = (CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT)
_AUTOMATIC = (
    '<office:automatic-styles><style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.4pt solid #c9ced6"/>'
    '</style:style><style:style style:name="HeadCell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.1cm" fo:border-top="0.9pt solid #1b1d21"'
    ' fo:border-bottom="0.5pt solid #1b1d21"/></style:style></office:automatic-styles>'
)


def odt(document: Document, *, base_url: str = "") -> bytes:
    """Return ``document`` as ODT; two builds give the same bytes.

    ``base_url`` is put before paths of the site; without it such an address is left out. Raises
    ``DocumentError`` for an invalid document.
    """
    check(document)
    drawn = pictures(document)
    members = [
        ("mimetype", MEDIA_TYPE.encode()),
        ("content.xml", _Writer(document, base_url=base_url, drawn=drawn).content().encode()),
        ("styles.xml", styles_file(document).encode()),
        ("meta.xml", _meta(document).encode()),
        *((_path(number), each.png) for number, each in enumerate(drawn, start=1)),
        ("META-INF/manifest.xml", _manifest(len(drawn)).encode()),
    ]
    # The type comes first and unpacked, so that a program can read it at a fixed place.
    return packed(members, stored=frozenset({"mimetype"}))


def _path(number: int) -> str:
    return f"Pictures/{number}.png"


def _manifest(drawn: int) -> str:
    files = [("/", MEDIA_TYPE)]
    files += [(name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml")]
    files += [(_path(number), "image/png") for number in range(1, drawn + 1)]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in files
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{entries}</manifest:manifest>"
    )


def _meta(document: Document) -> str:
    moment = document.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    language, country = LOCALES[document.language]
    return (
        f'{HEAD}<office:document-meta {DECLARED} office:version="1.3"><office:meta>'
        "<meta:generator>Vijfluik</meta:generator>"
        f"<dc:title>{escaped(document.title)}</dc:title>"
        f"<dc:subject>{escaped(document.subject)}</dc:subject>"
        f"<dc:creator>{escaped(document.publisher)}</dc:creator>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        f"<dc:language>{language}-{country}</dc:language></office:meta></office:document-meta>"
    )


class _Writer:
    """Writes one document; holds what its numbers and places need."""

    def __init__(self, document: Document, *, base_url: str, drawn: Sequence[Picture]) -> None:
        self._document = document
        self._words = words_of(document.language)
        self._numbering = Numbering(document.language)
        self._notes = Footnotes(document)
        self._inline = Inliner(notes=self._notes, base_url=base_url)
        self._pictures = iter(enumerate(drawn, start=1))
        self._parts: list[tuple[int, str, str]] = []
        self._tables = 0

    def content(self) -> str:
        """Return the file ``content.xml``."""
        body = "".join(self._block(block, depth=1) for block in self._document.blocks)
        counted = (self._words.table, self._words.chart)
        declared = "".join(
            f'<text:sequence-decl text:display-outline-level="0" text:name="{name}"/>'
            for name in counted
        )
        return (
            f'{HEAD}<office:document-content {DECLARED} office:version="1.3">{FONTS}{_AUTOMATIC}'
            f"<office:body><office:text><text:sequence-decls>{declared}</text:sequence-decls>"
            f"{self._front()}{self._contents()}{body}"
            "</office:text></office:body></office:document-content>"
        )

    def _front(self) -> str:
        document = self._document
        notice = "".join(_notice(title, escaped(text)) for title, text in warnings_of(document))
        return (
            _paragraph("Title", escaped(document.title))
            + _paragraph("Subtitle", escaped(document.subject))
            + "".join(_term(term, escaped(text)) for term, text in details_of(document))
            + notice
        )

    def _contents(self) -> str:
        if not self._parts or self._document.letter:
            return ""
        title = _paragraph("Terms", span("Strong", escaped(self._words.contents)))
        lines = "".join(
            _paragraph("Terms", linked(escaped(name), address=f"#{anchor}"))
            for _, name, anchor in self._parts
        )
        name = quoted(self._words.contents)
        return (
            f'<text:table-of-content text:protected="true" text:name={name}>'
            '<text:table-of-content-source text:outline-level="5"/>'
            f'<text:index-body><text:index-title text:name="contents">{title}</text:index-title>'
            f"{lines}</text:index-body></text:table-of-content>"
        )

    def _block(self, block: Block, *, depth: int) -> str:
        write = self._inline.written
        match block:
            case Section():
                heading = self._heading(block.title, depth=depth)
                inner = "".join(self._block(each, depth=depth + 1) for each in block.blocks)
                return heading + inner
            case Paragraph(content):
                return _paragraph("Standard", write(content))
            case BulletList(items):
                return _list("Bullets", [write(item) for item in items])
            case NumberedList(items):
                return _list("Numbers", [write(item) for item in items])
            case DefinitionList(definitions):
                return "".join(_term(each.term, write(each.content)) for each in definitions)
            case Notice(title, content):
                return _notice(title, write(content))
            case Table():
                return self._table(block, label=self._numbering.next_table())
            case Chart():
                return self._chart(block)
            case ReceiptAnnex():
                return self._annex(block, depth=depth)

    def _heading(self, title: str, *, depth: int) -> str:
        anchor = f"deel_{len(self._parts) + 1}"
        self._parts.append((depth, title, anchor))
        return (
            f'<text:h text:style-name="Heading_{depth}" text:outline-level="{depth}">'
            f"{bookmarked(escaped(title), name=anchor)}</text:h>"
        )

    def _table(self, table: Table, *, label: str) -> str:
        heads = [escaped(column.header) + marked(column.note) for column in table.columns]
        rows = [
            [
                [escaped(row.header) + marked(row.note)],
                *([self._inline.written(cell.content) + marked(cell.note)] for cell in row.cells),
            ]
            for row in table.rows
        ]
        kinds = [column.kind for column in table.columns]
        below = [f"{marked(note.marker)} {escaped(note.text)}" for note in table.notes]
        if table.source:
            below.append(escaped(f"{self._words.source}: {table.source}"))
        return (
            self._caption(label, table.caption)
            + self._grid(table.caption, heads=heads, rows=rows, kinds=kinds)
            + "".join(_paragraph("Below", line) for line in below or [""])
        )

    def _grid(
        self,
        caption: str,
        *,
        heads: Sequence[str],
        rows: Sequence[Sequence[Sequence[str]]],
        kinds: Sequence[CellKind],
    ) -> str:
        """Return a table; its first row and its first column are headers, and it says so."""
        self._tables += 1
        head = "".join(
            _cell([text], kind=kind, style="Head") for text, kind in zip(heads, kinds, strict=True)
        )
        body = "".join(
            "<table:table-row>"
            + "".join(_cell(lines, kind=kind) for lines, kind in zip(row, kinds, strict=True))
            + "</table:table-row>"
            for row in rows
        )
        return (
            f'<table:table table:name="tabel_{self._tables}"><table:title>{escaped(caption)}'
            "</table:title><table:table-header-columns><table:table-column/>"
            "</table:table-header-columns>"
            f'<table:table-column table:number-columns-repeated="{len(kinds) - 1}"/>'
            f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
            f"</table:table-header-rows>{body}</table:table>"
        )

    def _chart(self, chart: Chart) -> str:
        label, data = self._numbering.next_chart()
        number, picture = next(self._pictures)
        scale = min(1.0, WIDEST / picture.width)
        width, height = picture.width * scale, picture.height * scale
        frame = (
            f'<draw:frame draw:name={quoted(label)} text:anchor-type="as-char"'
            f' svg:width="{width:.2f}mm" svg:height="{height:.2f}mm">'
            f'<draw:image xlink:href="{_path(number)}" xlink:type="simple" xlink:show="embed"'
            ' xlink:actuate="onLoad"/>'
            f"<svg:title>{escaped(chart.caption)}</svg:title>"
            f"<svg:desc>{escaped(chart.alternative)}</svg:desc></draw:frame>"
        )
        return (
            _paragraph("Shows", self._inline.written(chart.sentence))
            + _paragraph("Picture", frame)
            + self._caption(label, chart.caption)
            + self._table(chart.table, label=data)
        )

    def _caption(self, label: str, caption: str) -> str:
        name, _, number = label.rpartition(" ")
        shown = escaped(label)
        # "De gegevens van figuur 1" names the number of another and does not count.
        if " " not in name:
            shown = (
                f'{escaped(name)} <text:sequence text:name="{name}" style:num-format="1"'
                f' text:formula="ooow:{name}+1">{number}</text:sequence>'
            )
        return _paragraph("Caption", f"{shown}. {escaped(caption)}")

    def _annex(self, annex: ReceiptAnnex, *, depth: int) -> str:
        words = self._words
        heading = self._heading(annex.title, depth=depth)
        told = ""
        if annex.introduction:
            told = _paragraph("Standard", self._inline.written(annex.introduction))
        if not annex.receipts:
            return heading + told
        heads = [escaped(head) for head in (words.figure, words.value, words.provenance)]
        rows = [self._receipt(receipt) for receipt in annex.receipts]
        grid = self._grid(annex.title, heads=heads, rows=rows, kinds=_RECEIPT_KINDS)
        return heading + told + grid

    def _receipt(self, receipt: Receipt) -> list[list[str]]:
        name = bookmarked(escaped(receipt.label), name=self._notes.anchor(receipt.key))
        lines = [escaped(f"{term}: {text}") for term, text in receipt.details]
        records = self._inline.link(self._words.records, url=receipt.url) if receipt.url else ""
        if records.startswith("<text:a"):
            lines.append(records)
        return [[name, escaped(receipt.figure)], [escaped(receipt.value)], lines]


def _paragraph(style: str, inner: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _term(term: str, inner: str) -> str:
    return _paragraph("Terms", span("Strong", f"{escaped(term)}: ") + inner)


def _notice(title: str, inner: str) -> str:
    return _paragraph("Notice", span("Strong", escaped(title))) + _paragraph("Notice", inner)


def _list(style: str, items: Sequence[str]) -> str:
    inner = "".join(
        f"<text:list-item>{_paragraph('Standard', item)}</text:list-item>" for item in items
    )
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def _cell(lines: Sequence[str], *, kind: CellKind, style: str = "") -> str:
    number = "Number" if kind is CellKind.NUMBER else ""
    name = f"Table{style or ('' if number else 'Text')}{number}"
    inner = "".join(_paragraph(name, line) for line in lines or [""])
    return (
        f'<table:table-cell table:style-name="{style}Cell" office:value-type="string">'
        f"{inner}</table:table-cell>"
    )
