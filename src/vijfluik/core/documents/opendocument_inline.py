"""What stands inside the sentences of an OpenDocument text: words, links, bound figures."""

from __future__ import annotations

from collections.abc import Sequence

from vijfluik.core.documents.footnotes import Footnotes
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong
from vijfluik.core.documents.opendocument_styles import escaped, quoted


class Inliner:
    """Writes the inner parts of one document."""

    def __init__(self, *, notes: Footnotes, base_url: str) -> None:
        self._notes = notes
        self._base_url = base_url.rstrip("/")

    def written(self, content: Sequence[Inline]) -> str:
        """Return ``content``."""
        return "".join(self._node(node) for node in content)

    def _node(self, node: Inline) -> str:
        match node:
            case Emphasis(content):
                return span("Emphasis", self.written(content))
            case Strong(content):
                return span("Strong", self.written(content))
            case Link(text, url):
                return self.link(text, url=url)
            case Figure():
                return self._figure(node)
            case _:
                return escaped(node.text)

    def link(self, text: str, *, url: str, tip: str = "") -> str:
        """Return a link; words only when the address means nothing outside the site."""
        address = self._base_url + url if url.startswith("/") and self._base_url else url
        if address.startswith(("/", "#")) or not text.strip():
            return escaped(text)
        return linked(escaped(text), address=address, tip=tip)

    def _figure(self, figure: Figure) -> str:
        anchor = self._notes.anchor(figure.receipt)
        tip = self._notes.tip(figure)
        if not anchor:
            return self.link(figure.text, url=figure.url, tip=tip)
        shown = linked(escaped(figure.text), address=f"#{anchor}", tip=tip)
        number = self._notes.number(figure)
        return shown + (_note(number, text=self._notes.texts[-1]) if number else "")


def span(style: str, inner: str) -> str:
    """Return ``inner``, which is escaped, in a style of text."""
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def linked(inner: str, *, address: str, tip: str = "") -> str:
    """Return ``inner``, which is escaped, as a link; ``tip`` names it."""
    title = f" office:title={quoted(tip)}" if tip else ""
    return f'<text:a xlink:type="simple" xlink:href={quoted(address)}{title}>{inner}</text:a>'


def bookmarked(inner: str, *, name: str) -> str:
    """Return ``inner``, which is escaped, as the place ``name`` that links lead to."""
    return (
        f'<text:bookmark-start text:name="{name}"/>{inner}<text:bookmark-end text:name="{name}"/>'
    )


def marked(marker: str) -> str:
    """Return the sign of a note under a table."""
    return span("Mark", escaped(marker)) if marker.strip() else ""


def _note(number: int, *, text: str) -> str:
    return (
        f'<text:note text:id="note{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{escaped(text)}</text:p>'
        "</text:note-body></text:note>"
    )
