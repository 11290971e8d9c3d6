"""The structure as accessible HTML5: a fragment for a page of the site, or a page of its own.

Every text passes ``web_text`` and is escaped; every address was checked by ``validation``. The
fragment has no style or script, so it stands under the strictest content security policy; the
colours of areas are classes (``vlak--verwerven``).
"""

from __future__ import annotations

import html
from enum import StrEnum

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.front import details_of, warnings_of
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.sheet import stylesheet
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
from vijfluik.core.documents.svg import for_web
from vijfluik.core.documents.validation import check
from vijfluik.core.documents.words import words_of

LONGEST_NUMBER = 24
"""How many characters of a bound number stay together: "ongeveer € 6,3 miljoen"."""


class FigureTarget(StrEnum):
    """Where a bound figure leads: to the records behind it, or to its row in the annex."""

    RECORDS = "records"
    ANNEX = "annex"


def fragment(
    document: Document,
    *,
    top_level: int = 1,
    target: FigureTarget = FigureTarget.RECORDS,
    base_url: str = "",
) -> str:
    """Return ``document`` as one ``<article>`` to stand inside a page.

    ``top_level`` is the heading level of its title (1 or 2), ``base_url`` is put before paths of
    the site. Raises ``DocumentError`` for a document that is not valid and ``ValueError`` for
    another level.
    """
    if top_level not in (1, 2):
        raise ValueError("a document starts at heading level 1 or 2")
    check(document)
    return _Writer(document, top_level=top_level, target=target, base_url=base_url).article()


def page(
    document: Document,
    *,
    target: FigureTarget = FigureTarget.ANNEX,
    base_url: str = "",
) -> str:
    """Return ``document`` as a complete page that needs no other file, also when printed.

    Its style sheet stands inside, admitted by its hash; nothing else may run or be fetched.
    Raises ``DocumentError`` for a document that is not valid.
    """
    article = fragment(document, target=target, base_url=base_url)
    sheet = stylesheet(document)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{sheet.policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="description" content="{_escaped(document.subject)}">\n'
        f"<title>{_escaped(document.title)}</title>\n<style>{sheet.css}</style>\n"
        f"</head>\n<body>\n<main>\n{article}</main>\n</body>\n</html>\n"
    )


def _escaped(text: str) -> str:
    return html.escape(web_text(collapse(text)), quote=True)


class _Writer:
    """Writes one document; holds what the numbers of tables and the addresses need."""

    def __init__(
        self, document: Document, *, top_level: int, target: FigureTarget, base_url: str
    ) -> None:
        self._document = document
        self._words = words_of(document.language)
        self._numbering = Numbering(document.language)
        self._top_level = top_level
        self._base_url = base_url.rstrip("/")
        self._has_annex = any(isinstance(b, ReceiptAnnex) for b in blocks_of(document.blocks))
        self._to_annex = target is FigureTarget.ANNEX and self._has_annex

    def article(self) -> str:
        """Return the whole article."""
        parts = [f'<article class="document" lang="{self._document.language}">\n', self._front()]
        parts += [self._block(block, depth=1) for block in self._document.blocks]
        return "".join([*parts, "</article>\n"])

    def _front(self) -> str:
        document = self._document
        level = self._top_level
        bands = "".join(
            f'<span class="vlak vlak--{accent.key}"></span>' for accent in document.palette
        )
        terms = "".join(
            f"<div><dt>{_escaped(term)}</dt><dd>{_escaped(text)}</dd></div>"
            for term, text in details_of(document)
        )
        return (
            '<header class="document-front">\n'
            + (f'<p class="banden" aria-hidden="true">{bands}</p>\n' if bands else "")
            + f"<h{level}>{_escaped(document.title)}</h{level}>\n"
            + f'<p class="document-subject">{_escaped(document.subject)}</p>\n'
            + f'<dl class="document-details">{terms}</dl>\n'
            + self._warnings()
            + ("" if document.letter else self._contents())
            + "</header>\n"
        )

    def _warnings(self) -> str:
        return "".join(
            f'<aside class="notice notice--demonstration"><p><strong>'
            f"{_escaped(title)}</strong></p>"
            f"<p>{_escaped(text)}</p></aside>\n"
            for title, text in warnings_of(self._document)
        )

    def _contents(self) -> str:
        entries = self._entries(self._document.blocks)
        if not entries:
            return ""
        label = _escaped(self._words.contents)
        return f'<nav class="contents" aria-label="{label}"><p>{label}</p>{entries}</nav>\n'

    def _entries(self, blocks: tuple[Block, ...]) -> str:
        items = [
            f'<li><a href="#deel-{block.key}">{_escaped(block.title)}</a>'
            f"{self._entries(block.blocks)}</li>"
            for block in blocks
            if isinstance(block, Section)
        ]
        items += [
            f'<li><a href="#herkomst">{_escaped(block.title)}</a></li>'
            for block in blocks
            if isinstance(block, ReceiptAnnex)
        ]
        return f"<ol>{''.join(items)}</ol>" if items else ""

    def _block(self, block: Block, *, depth: int) -> str:
        match block:
            case Section():
                return self._section(block, depth=depth)
            case Paragraph(content):
                return f"<p>{self._inline(content)}</p>\n"
            case BulletList(items):
                return f"<ul>{self._items(items)}</ul>\n"
            case NumberedList(items):
                return f"<ol>{self._items(items)}</ol>\n"
            case DefinitionList(definitions):
                pairs = "".join(
                    f"<dt>{_escaped(item.term)}</dt><dd>{self._inline(item.content)}</dd>"
                    for item in definitions
                )
                return f"<dl>{pairs}</dl>\n"
            case Notice(title, content):
                return (
                    f'<aside class="notice notice--box"><p><strong>{_escaped(title)}</strong></p>'
                    f"<p>{self._inline(content)}</p></aside>\n"
                )
            case Table():
                return self._table(block, label=self._numbering.next_table())
            case Chart():
                return self._chart(block)
            case ReceiptAnnex():
                return self._annex(block, depth=depth)

    def _section(self, section: Section, *, depth: int) -> str:
        level = self._top_level + depth
        colour = f" vlak vlak--{section.accent.key}" if section.accent else ""
        body = "".join(self._block(block, depth=depth + 1) for block in section.blocks)
        return (
            f'<section class="deel{colour}">\n'
            f"{_heading(section.title, level=level, key=f'deel-{section.key}')}{body}</section>\n"
        )

    def _items(self, items: tuple[tuple[Inline, ...], ...]) -> str:
        return "".join(f"<li>{self._inline(item)}</li>" for item in items)

    def _inline(self, content: tuple[Inline, ...]) -> str:
        return "".join(self._node(node) for node in content)

    def _node(self, node: Inline) -> str:
        match node:
            case Emphasis(content):
                return f"<em>{self._inline(content)}</em>"
            case Strong(content):
                return f"<strong>{self._inline(content)}</strong>"
            case Link(text, url):
                return f'<a href="{self._address(url)}">{_escaped(text)}</a>'
            case Figure():
                return self._figure(node)
            case _:
                return _escaped(node.text)

    def _figure(self, figure: Figure) -> str:
        address = f"#herkomst-{_escaped(figure.receipt)}"
        if not self._to_annex:
            address = self._address(figure.url)
        return (
            f'<a class="{_number_class(figure.text)}" data-figure="{_escaped(figure.key)}" '
            f'data-value="{_escaped(figure.value)}" href="{address}">{_escaped(figure.text)}</a>'
        )

    def _address(self, url: str) -> str:
        return _escaped(self._base_url + url if url.startswith("/") else url)

    def _table(self, table: Table, *, label: str) -> str:
        heads = "".join(_column(column) for column in table.columns)
        rows = "".join(self._row(row, columns=table.columns) for row in table.rows)
        caption = f"<b>{_escaped(label)}.</b> {_escaped(table.caption)}"
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{_escaped(label)}">'
            f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table></div>\n{self._below(table)}"
        )

    def _row(self, row: Row, *, columns: tuple[Column, ...]) -> str:
        head = f'<th scope="row">{_escaped(row.header)}{_mark(row.note)}</th>'
        cells = "".join(
            self._cell(cell, column=column)
            for cell, column in zip(row.cells, columns[1:], strict=True)
        )
        return f"<tr>{head}{cells}</tr>"

    def _cell(self, cell: Cell, *, column: Column) -> str:
        kind = ' class="getal"' if column.kind is CellKind.NUMBER else ""
        return f"<td{kind}>{self._inline(cell.content)}{_mark(cell.note)}</td>"

    def _below(self, table: Table) -> str:
        lines = [f"{_mark(note.marker)} {_escaped(note.text)}" for note in table.notes]
        if table.source:
            lines.append(f"{_escaped(self._words.source)}: {_escaped(table.source)}")
        return "".join(f'<p class="below">{line}</p>\n' for line in lines)

    def _chart(self, chart: Chart) -> str:
        label, data = self._numbering.next_chart()
        drawing = for_web(
            chart.svg,
            label=web_text(collapse(chart.alternative)),
            prefix=label.lower().replace(" ", "-") + "-",
        )
        return (
            f'<figure class="chart"><p class="shows">{self._inline(chart.sentence)}</p>'
            f"{drawing}<figcaption><b>{_escaped(label)}.</b> {_escaped(chart.caption)}"
            f"</figcaption></figure>\n{self._table(chart.table, label=data)}"
        )

    def _annex(self, annex: ReceiptAnnex, *, depth: int) -> str:
        rows = "".join(self._receipt(receipt) for receipt in annex.receipts)
        words = self._words
        heads = "".join(
            f'<th scope="col">{_escaped(head)}</th>'
            for head in (words.figure, words.value, words.provenance)
        )
        introduction = f"<p>{self._inline(annex.introduction)}</p>" if annex.introduction else ""
        table = (
            '<div class="table" role="region" tabindex="0" aria-labelledby="herkomst"><table>'
            f"<caption>{_escaped(annex.title)}</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table></div>\n"
        )
        return (
            '<section class="deel herkomst">\n'
            f"{_heading(annex.title, level=self._top_level + depth, key='herkomst')}"
            f"{introduction}{table if annex.receipts else ''}</section>\n"
        )

    def _receipt(self, receipt: Receipt) -> str:
        pairs = "".join(
            f"<dt>{_escaped(term)}</dt><dd>{_escaped(text)}</dd>" for term, text in receipt.details
        )
        link = ""
        if receipt.url:
            link = (
                f'<p><a href="{self._address(receipt.url)}">{_escaped(self._words.records)}'
                f'<span class="visually-hidden">: {_escaped(receipt.label)}</span></a></p>'
            )
        return (
            f'<tr id="herkomst-{_escaped(receipt.key)}"><th scope="row">{_escaped(receipt.label)}'
            f"<br><code>{_escaped(receipt.figure)}</code></th>"
            f'<td class="getal">{_escaped(receipt.value)}</td>'
            f"<td>{f'<dl>{pairs}</dl>' if pairs else ''}{link}</td></tr>"
        )


def _number_class(text: str) -> str:
    """A number stays on one line; words of a source may break."""
    return "cijfer" if len(text) <= LONGEST_NUMBER else "cijfer cijfer--lang"


def _heading(title: str, *, level: int, key: str) -> str:
    if level > 6:  # HTML has six; deeper ones say their level themselves
        return (
            f'<p class="heading" role="heading" aria-level="{level}" id="{key}">'
            f"{_escaped(title)}</p>\n"
        )
    return f'<h{level} id="{key}">{_escaped(title)}</h{level}>\n'


def _column(column: Column) -> str:
    kind = ' class="getal"' if column.kind is CellKind.NUMBER else ""
    return f'<th scope="col"{kind}>{_escaped(column.header)}{_mark(column.note)}</th>'


def _mark(marker: str) -> str:
    return f"<sup>{_escaped(marker)}</sup>" if marker else ""
