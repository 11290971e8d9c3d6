"""Which figures get a footnote with their receipt, and what it says, in word processors.

The first time that a figure stands in the text it has a footnote; later on its number leads to the
annex, as everywhere. A note at each of hundreds of numbers would bury the text.
"""

from __future__ import annotations

from vijfluik.core.documents.inline import Figure
from vijfluik.core.documents.structure import Document, Receipt, ReceiptAnnex, blocks_of
from vijfluik.core.documents.words import words_of


class Footnotes:
    """Hands out the notes of one document in the order in which it is written."""

    def __init__(self, document: Document) -> None:
        self._words = words_of(document.language)
        annexes = [b for b in blocks_of(document.blocks) if isinstance(b, ReceiptAnnex)]
        receipts = [receipt for annex in annexes for receipt in annex.receipts]
        self._receipts = {receipt.key: receipt for receipt in receipts}
        self._places = {each.key: place for place, each in enumerate(receipts, start=1)}
        self._noted: set[str] = set()
        self.texts: list[str] = []

    def anchor(self, receipt: str) -> str:
        """Return the name of the row of ``receipt`` in the annex, or nothing when it has none."""
        place = self._places.get(receipt)
        return "" if place is None else f"herkomst_{place}"

    def tip(self, figure: Figure) -> str:
        """Return what names ``figure`` beside its text: "Deelnemers in 2018 (ror-…-2018)"."""
        receipt = self._receipts.get(figure.receipt)
        return figure.key if receipt is None else f"{receipt.label} ({figure.key})"

    def number(self, figure: Figure) -> int:
        """Return the number of a new note for ``figure``, or 0 when it gets none here."""
        receipt = self._receipts.get(figure.receipt)
        if receipt is None or receipt.key in self._noted:
            return 0
        self._noted.add(receipt.key)
        self.texts.append(self._text(receipt))
        return len(self.texts)

    def _text(self, receipt: Receipt) -> str:
        proof = f"{receipt.figure}, {self._words.receipt.lower()} {receipt.key}"
        return f"{receipt.label}: {receipt.value} ({proof})."
