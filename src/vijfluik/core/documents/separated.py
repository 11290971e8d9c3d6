"""The figures and tables of a document as CSV: a line per bound figure and per cell of a table.

UTF-8 with its mark and semicolons, as Dutch spreadsheets open it by a double click. The words of
the columns are Dutch in every edition, because programs read them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.inline import Figure, Inline, figures_in, plain_text
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.structure import (
    Block,
    Chart,
    Document,
    ReceiptAnnex,
    Section,
    Table,
    blocks_of,
)
from vijfluik.core.documents.validation import check, contents_of
from vijfluik.core.documents.words import words_of

COLUMNS = (
    *("soort", "nummer", "deel", "tabel", "onderschrift", "rij", "kolom", "rijkop", "kolomkop"),
    *("tekst", "cijfer", "waarde", "bewijs", "sha256"),
)
FIGURE, CELL, RECEIPT = "cijfer", "cel", "bewijs"
# A spreadsheet takes a text that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands: its part, and inside a table its row and column from one."""

    part: str = ""
    table: str = ""
    caption: str = ""
    row: int = 0
    column: int = 0
    row_header: str = ""
    column_header: str = ""


def as_csv(document: Document) -> bytes:
    """Return ``document`` as CSV. Raises ``DocumentError`` for a document that is not valid.

    A line of kind "cijfer" per bound figure in reading order, one of kind "cel" per cell of a
    table, one of kind "bewijs" per receipt of the annex.
    """
    check(document)
    into = io.StringIO(newline="")
    writer = csv.writer(into, delimiter=";", lineterminator="\r\n")
    if document.demonstration:
        writer.writerow([f"# {words_of(document.language).demonstration}"])
    writer.writerow(COLUMNS)
    for number, line in enumerate(_Writer(document).lines(), start=1):
        writer.writerow([line[0], str(number), *map(_guarded, line[1:])])
    return b"\xef\xbb\xbf" + into.getvalue().encode()


def _guarded(text: str) -> str:
    shown = web_text(collapse(text))
    return f"'{shown}" if shown.startswith(_FORMULA_STARTS) else shown


class _Writer:
    """Writes one document; holds the numbers of its tables and the hashes of its receipts."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbering = Numbering(document.language)
        self._hashes = {
            receipt.key: receipt.sha256
            for block in blocks_of(document.blocks)
            if isinstance(block, ReceiptAnnex)
            for receipt in block.receipts
        }

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the lines, without their numbers."""
        yield from self._blocks(self._document.blocks, part="")

    def _blocks(self, blocks: tuple[Block, ...], *, part: str) -> Iterator[tuple[str, ...]]:
        for block in blocks:
            match block:
                case Section():
                    inner = f"{part} > {block.title}" if part else block.title
                    yield from self._blocks(block.blocks, part=inner)
                case Table():
                    yield from self._table(block, label=self._numbering.next_table(), part=part)
                case Chart():
                    _, data = self._numbering.next_chart()
                    yield from self._figures(block.sentence, at=_Place(part=part))
                    yield from self._table(block.table, label=data, part=part)
                case ReceiptAnnex():
                    yield from self._annex(block)
                case _:
                    for content in contents_of(block):
                        yield from self._figures(content, at=_Place(part=part))

    def _table(self, table: Table, *, label: str, part: str) -> Iterator[tuple[str, ...]]:
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row.cells, start=1):
                place = _Place(
                    part=part,
                    table=label,
                    caption=table.caption,
                    row=number,
                    column=column,
                    row_header=row.header,
                    column_header=table.columns[column].header,
                )
                yield _line(CELL, at=place, text=plain_text(cell.content))
                yield from self._figures(cell.content, at=place)

    def _figures(self, content: tuple[Inline, ...], *, at: _Place) -> Iterator[tuple[str, ...]]:
        for figure in figures_in(content):
            sha256 = self._hashes.get(figure.receipt, "")
            yield _line(FIGURE, at=at, text=figure.text, figure=figure, sha256=sha256)

    def _annex(self, annex: ReceiptAnnex) -> Iterator[tuple[str, ...]]:
        for content in contents_of(annex):
            yield from self._figures(content, at=_Place(part=annex.title))
        for row, receipt in enumerate(annex.receipts, start=1):
            place = _Place(part=annex.title, row=row, row_header=receipt.label)
            bound = Figure(receipt.figure, receipt.value, "", receipt.key, receipt.url)
            yield _line(RECEIPT, at=place, text=receipt.value, figure=bound, sha256=receipt.sha256)


def _line(
    kind: str, *, at: _Place, text: str, figure: Figure | None = None, sha256: str = ""
) -> tuple[str, ...]:
    return (
        kind,
        *(at.part, at.table, at.caption),
        *(str(at.row or ""), str(at.column or "")),
        *(at.row_header, at.column_header, text),
        *(("", "", "") if figure is None else (figure.key, figure.value, figure.receipt)),
        sha256,
    )
