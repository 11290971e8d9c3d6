"""Prose as it was read: nodes that remember where in the source each character stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Stress(StrEnum):
    """``*emphasis*`` and ``**strong**``."""

    EMPHASIS = "emphasis"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; ``offsets[i]`` is where character ``i`` stands in the source."""

    text: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stressed:
    """Words with stress."""

    stress: Stress
    content: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """``[words](address)``."""

    words: Words
    url: str
    offset: int


@dataclass(frozen=True, slots=True)
class BoundFigure:
    """``[[id]]`` or ``[[id als ruim 4.800]]``; ``phrase`` is empty when the figure words itself."""

    key: str
    phrase: str
    offset: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """``[[effect:id]]``: the effect study on which the claim of its sentence rests."""

    study: str
    offset: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """``{{words|reason}}``: words that the linter lets pass, and why."""

    words: Words
    reason: str
    offset: int


Node = Words | Stressed | Linked | BoundFigure | Evidence | Allowed


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """``## title``."""

    level: int
    words: Words
    offset: int


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph."""

    content: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``ordered`` when it counts."""

    ordered: bool
    items: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Insert:
    """``[[[name]]]`` on a line by itself: a table or chart that the report supplies."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class BoxText:
    """``:: title`` with a paragraph under it: a box beside the text."""

    title: Words
    content: tuple[Node, ...]


ProseBlock = HeadingLine | ParagraphText | Items | Insert | BoxText


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose that was read, with its source."""

    source: str
    blocks: tuple[ProseBlock, ...]


def runs(prose: Prose) -> Iterator[tuple[Node, ...]]:
    """Yield each run of nodes that reads on: headings, paragraphs, items."""
    for block in prose.blocks:
        match block:
            case HeadingLine(words=words):
                yield (words,)
            case ParagraphText(content):
                yield content
            case BoxText(title=title, content=content):
                yield (title,)
                yield content
            case Items(items=items):
                yield from items
            case Insert():
                continue


def flattened(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield ``nodes`` in reading order with stress opened up."""
    for node in nodes:
        if isinstance(node, Stressed):
            yield from flattened(node.content)
        else:
            yield node
