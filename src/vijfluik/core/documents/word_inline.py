"""What stands inside the sentences of a text document: words, links, bound figures, pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import count

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.footnotes import Footnotes
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong
from vijfluik.core.documents.picture import Picture
from vijfluik.core.documents.word_file import FOOTNOTE_MARK
from vijfluik.core.documents.word_xml import Element, element, link, run, valued

WIDEST = 150.0
"""Millimetres that a picture takes at most."""


class Inliner:
    """Writes the inner parts of one document; numbers each thing that needs an own number."""

    def __init__(self, file: WordFile, *, notes: Footnotes, base_url: str) -> None:
        self._file = file
        self._notes = notes
        self._base_url = base_url.rstrip("/")
        self._numbers = count(1)

    def number(self) -> int:
        """Return a number that nothing else in the document has."""
        return next(self._numbers)

    def written(self, content: Sequence[Inline], *marks: str) -> list[Element]:
        """Return ``content`` as runs; ``marks`` are "b" and "i" as they stand around it."""
        return [each for node in content for each in self._node(node, marks)]

    def _node(self, node: Inline, marks: tuple[str, ...]) -> list[Element]:
        match node:
            case Emphasis(content):
                return self.written(content, *marks, "i")
            case Strong(content):
                return self.written(content, *marks, "b")
            case Link(text, url):
                return self.link(text, url=url, marks=marks)
            case Figure():
                return self._figure(node, marks=marks)
            case _:
                return [_run(node.text, marks)]

    def link(
        self, text: str, *, url: str, tip: str = "", marks: tuple[str, ...] = ()
    ) -> list[Element]:
        """Return a link; words only when the address means nothing outside the site."""
        address = self._base_url + url if url.startswith("/") and self._base_url else url
        if address.startswith(("/", "#")) or not text.strip():
            return [_run(text, marks)]
        key = self._file.part.relate_to(
            web_text(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        made = link([_run(text, (*marks, "u"))], tip=tip)
        made.set(qn("r:id"), key)
        return [made]

    def _figure(self, figure: Figure, *, marks: tuple[str, ...]) -> list[Element]:
        anchor = self._notes.anchor(figure.receipt)
        tip = self._notes.tip(figure)
        if not anchor:
            return self.link(figure.text, url=figure.url, tip=tip, marks=marks)
        shown = link([_run(figure.text, marks)], anchor=anchor, tip=tip)
        number = self._notes.number(figure)
        if not number:
            return [shown]
        mark = element("rPr", valued("rStyle", FOOTNOTE_MARK))
        return [shown, element("r", mark, element("footnoteReference", id=str(number)))]

    def picture(self, picture: Picture, *, name: str, alternative: str) -> Element:
        """Return a picture inside a line, with its alternative text."""
        scale = min(1.0, WIDEST / picture.width)
        inline = self._file.part.new_pic_inline(
            io.BytesIO(picture.png),
            width=Mm(picture.width * scale),
            height=Mm(picture.height * scale),
        )
        inline.docPr.set("id", str(self.number()))
        inline.docPr.set("name", name)
        inline.docPr.set("descr", web_text(collapse(alternative)))
        return element("r", element("drawing", inline))


def _run(text: str, marks: tuple[str, ...]) -> Element:
    said = [valued("u", "single") if mark == "u" else element(mark) for mark in sorted(set(marks))]
    return run(text, *said)
