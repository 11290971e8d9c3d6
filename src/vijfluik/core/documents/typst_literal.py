"""Text as Typst string literals, in which only two characters mean anything."""

from __future__ import annotations

from vijfluik.core.documents.characters import print_text


def literal(text: str) -> str:
    """Return printable ``text`` as a string literal of Typst code."""
    escaped = print_text(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def text_literal(text: str) -> str:
    """Return ``text`` as a literal that stands in markup."""
    return "#" + literal(text)


def data_literal(content: bytes) -> str:
    """Return the bytes of JSON in UTF-8 as Typst code, to be read as they are and not to be set."""
    escaped = content.decode().replace("\\", "\\\\").replace('"', '\\"')
    return f'bytes("{escaped}")'
