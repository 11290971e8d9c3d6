"""The structure as JSON: the document for programs, from which every other format can be made.

It holds what the other formats hold, under the same numbers ("Tabel 2"), with the identity, exact
value and receipt of every bound figure. Drawings come along as SVG text. `plain_reading` reads it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from vijfluik.core.documents.characters import web_text
from vijfluik.core.documents.numbering import Numbering
from vijfluik.core.documents.structure import Chart, Document, ReceiptAnnex, Table, blocks_of
from vijfluik.core.documents.validation import check, figures_of
from vijfluik.core.documents.words import words_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "vijfluik-document/1"
PROVENANCE = "vijfluik-provenance/1"

# A node is a JSON object with its type first.
Plain = dict[str, Any]


def as_json(document: Document) -> bytes:
    """Return ``document`` as JSON. Raises ``DocumentError`` for a document that is not valid."""
    check(document)
    head: Plain = {"format": FORMAT, "notice": _notice(document)}
    return written(head | _Writer(document).whole())


def provenance(document: Document) -> bytes:
    """Return where every figure of ``document`` comes from, as JSON: what stands inside the PDF."""
    writer = _Writer(document)
    receipts = [
        writer.node(receipt)
        for block in blocks_of(document.blocks)
        if isinstance(block, ReceiptAnnex)
        for receipt in block.receipts
    ]
    return written(
        {
            "format": PROVENANCE,
            "notice": _notice(document),
            "title": document.title,
            "language": str(document.language),
            "as_of": document.as_of.isoformat(),
            "figures": [writer.node(figure) for figure in figures_of(document)],
            "receipts": receipts,
        }
    )


def written(data: object) -> bytes:
    """Return ``data`` as JSON text in UTF-8 with a line feed at its end."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _notice(document: Document) -> str | None:
    return words_of(document.language).demonstration if document.demonstration else None


class _Writer:
    """Writes one document; holds what the numbers of its tables need."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbering = Numbering(document.language)

    def whole(self) -> Plain:
        """Return the document."""
        return self.node(self._document)

    def node(self, node: DataclassInstance) -> Plain:
        """Return a node as an object; tables and charts with the label that they have."""
        if isinstance(node, Table):
            return self._labelled(node, label=self._numbering.next_table())
        if isinstance(node, Chart):
            label, data = self._numbering.next_chart()
            found = self._labelled(node, label=label, leave=("table",))
            return found | {"table": self._labelled(node.table, label=data)}
        return self._labelled(node)

    def _labelled(
        self, node: DataclassInstance, *, label: str = "", leave: tuple[str, ...] = ()
    ) -> Plain:
        found: Plain = {"type": type(node).__name__}
        if label:
            found["shown_as"] = label
        for field in fields(node):
            if field.name not in leave:
                found[field.name] = self._value(getattr(node, field.name))
        return found

    def _value(self, value: Any) -> object:
        match value:
            case Enum():
                return str(value)
            case str():
                return web_text(value)
            case datetime():
                return value.isoformat()
            case bytes():
                return value.decode()
            case tuple():
                return [self._value(each) for each in value]
            case bool() | None:
                return value
        return self.node(value)
