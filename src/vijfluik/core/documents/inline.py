"""What can stand inside a sentence: text, emphasis, a link, and a figure bound to its receipt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Running text. White space collapses as in HTML; a no-break space stays."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``url`` is http(s), mailto, a path on this site or a fragment."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is computed, never typed.

    ``key`` is the id of the figure, ``text`` what the reader reads ("ruim 4.800"), ``value`` the
    exact value for machines ("4823", empty when there are no data), ``receipt`` the key of its row
    in the annex (empty when the document has none) and ``url`` the page with the records behind it.
    """

    key: str
    text: str
    value: str
    receipt: str
    url: str


Inline = Text | Emphasis | Strong | Link | Figure


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the words of ``content`` without their markup."""
    return "".join(_words(node) for node in content)


def _words(node: Inline) -> str:
    if isinstance(node, Emphasis | Strong):
        return plain_text(node.content)
    return node.text


def figures_in(content: tuple[Inline, ...]) -> tuple[Figure, ...]:
    """Return the bound figures of ``content`` in reading order."""
    found: list[Figure] = []
    for node in content:
        if isinstance(node, Figure):
            found.append(node)
        elif isinstance(node, Emphasis | Strong):
            found.extend(figures_in(node.content))
    return tuple(found)
