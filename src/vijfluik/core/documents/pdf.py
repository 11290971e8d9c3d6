"""The structure as a tagged PDF file (PDF/UA-1, PDF/A-3a), the same each time and everywhere.

Reasons for the engine: docs/decisions/0001-pdf-engine.md.
"""

from __future__ import annotations

import threading

import typst

from vijfluik.core.documents.row_headers import TableShape, add_row_headers
from vijfluik.core.documents.structure import Chart, Document, ReceiptAnnex, Table, blocks_of
from vijfluik.core.documents.typst import source

_RECEIPT_COLUMNS = 3

# The compiler of the wheel holds one cache per process; two builds at once would only share it.
_one_at_a_time = threading.Lock()


class PdfError(RuntimeError):
    """Raised when the source does not compile; holds what the compiler said."""


def pdf(document: Document, *, base_url: str = "") -> bytes:
    """Return ``document`` as PDF/UA-1 and PDF/A-3a, with the provenance of its figures inside.

    The dates in the file are ``document.as_of``; two builds give the same bytes. ``base_url`` is
    put before paths of the site. Raises ``DocumentError`` for an invalid document, ``PdfError``
    when the compiler refuses, ``TagTreeError`` when the tags are not those of the structure.
    """
    compiled = compile_source(
        source(document, base_url=base_url), timestamp=int(document.as_of.timestamp())
    )
    return add_row_headers(compiled, tables=table_shapes(document))


def compile_source(markup: str, *, timestamp: int) -> bytes:
    """Return Typst ``markup`` as PDF/UA-1 and PDF/A-3a, dated ``timestamp`` (seconds since 1970).

    Only the fonts inside the wheel take part. Raises ``PdfError`` when it does not compile.
    """
    try:
        with _one_at_a_time:
            return typst.compile(
                markup.encode(),
                format="pdf",
                ignore_system_fonts=True,
                pdf_standards=["ua-1", "a-3a"],
                timestamp=timestamp,
            )
    except typst.TypstError as error:
        raise PdfError(error.diagnostic or error.message) from error


def table_shapes(document: Document) -> tuple[TableShape, ...]:
    """Return the shape of every table of ``document`` in reading order, the annex included."""
    shapes: list[TableShape] = []
    for block in blocks_of(document.blocks):
        if isinstance(block, Chart):
            shapes.append(_shape(block.table))
        elif isinstance(block, Table):
            shapes.append(_shape(block))
        elif isinstance(block, ReceiptAnnex) and block.receipts:
            shapes.append(TableShape(rows=len(block.receipts), columns=_RECEIPT_COLUMNS))
    return tuple(shapes)


def _shape(table: Table) -> TableShape:
    return TableShape(rows=len(table.rows), columns=len(table.columns))
