"""Prose as the rules of the linter see it: flat text with places, what is bound cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.accountability.reports.prose_nodes import (
    Allowed,
    BoundFigure,
    Evidence,
    Linked,
    Node,
    Stressed,
    Words,
    flattened,
)

BOUND = "\ufffc"
"""Stands in the text where a figure is bound."""

ALLOWED = "\ue000"
"""Stands in the text where the writer made an exception with a reason."""

EVIDENCE = "\ue001"
"""Stands in the text where an effect study is bound."""

_ABBREVIATION = re.compile(r"\b(?:ca|nr|art|bijv|o\.a|d\.w\.z|mr|dr|drs|e\.g|i\.e|no|Stb|Stcrt)\Z")
_END = re.compile(r"[.!?](?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class View:
    """Flat text of one run; ``offsets[i]`` is the place of character ``i`` in the source."""

    text: str
    offsets: tuple[int, ...]
    nodes: tuple[Node | None, ...]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each sentence."""
        start = 0
        for match in _END.finditer(self.text):
            if not _ABBREVIATION.search(self.text, start, match.start()):
                yield start, match.end()
                start = match.end()
        if start < len(self.text):
            yield start, len(self.text)


def view_of(nodes: tuple[Node, ...]) -> View:
    """Return ``nodes`` as flat text."""
    text: list[str] = []
    offsets: list[int] = []
    origin: list[Node | None] = []
    for node in flattened(nodes):
        match node:
            case Words(text=words, offsets=places) | Linked(words=Words(words, places)):
                text += words
                offsets += places
                origin += [None] * len(words)
            case BoundFigure(offset=offset):
                text.append(BOUND)
                offsets.append(offset)
                origin.append(node)
            case Allowed(offset=offset):
                text.append(ALLOWED)
                offsets.append(offset)
                origin.append(node)
            case Evidence(offset=offset):
                text.append(EVIDENCE)
                offsets.append(offset)
                origin.append(node)
            case Stressed():  # opened up by ``flattened``
                continue
    return View(text="".join(text), offsets=tuple(offsets), nodes=tuple(origin))


def view_of_text(text: str) -> View:
    """Return plain ``text`` that has no place in a source."""
    return View(text=text, offsets=(0,) * len(text), nodes=(None,) * len(text))
