"""From prose that was read to the blocks of a document, with every figure bound to its value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count

from vijfluik.accountability.reports.prose_errors import error_at
from vijfluik.accountability.reports.prose_nodes import (
    Allowed,
    BoundFigure,
    BoxText,
    Evidence,
    HeadingLine,
    Insert,
    Items,
    Linked,
    Node,
    ParagraphText,
    Prose,
    Stress,
    Stressed,
    Words,
)
from vijfluik.accountability.reports.structure import (
    Figures,
    Studies,
    bound,
    marked,
    no_data,
    phrase_of,
    says_itself,
)
from vijfluik.core.documents.inline import Emphasis, Inline, Link, Strong, Text, plain_text
from vijfluik.core.documents.structure import (
    Accent,
    Block,
    BulletList,
    Language,
    Notice,
    NumberedList,
    Paragraph,
    Section,
)

_SENTENCE_END = re.compile(r"[.!?][\"')\]\u201d\u2019]*\s+\Z")


@dataclass(frozen=True, slots=True)
class Sources:
    """All that prose may refer to, by name; ``accents`` by the key of a section."""

    figures: Figures
    language: Language
    inserts: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    accents: Mapping[str, Accent] = field(default_factory=dict)
    studies: Studies = field(default_factory=dict)


def bind(prose: Prose, *, sources: Sources) -> tuple[Block, ...]:
    """Return ``prose`` as blocks of a document.

    Raises ``ProseError`` for a figure, study or insertion that ``sources`` does not have. Whether
    the words are true is the linter's work; run it first.
    """
    return _Binder(prose, sources=sources).blocks()


def section_key(title: str) -> str:
    """Return the anchor for ``title``: "Wat wij deden" → "wat-wij-deden"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "deel"


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    key: str
    title: str
    level: int
    blocks: list[Block] = field(default_factory=list)


class _Binder:
    """Binds one prose; holds the sections that are open and the keys that are taken."""

    def __init__(self, prose: Prose, *, sources: Sources) -> None:
        self._prose = prose
        self._sources = sources
        self._open = [_Open(key="", title="", level=0)]
        self._taken: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        """Return everything, sections nested by their level."""
        for block in self._prose.blocks:
            match block:
                case HeadingLine(level=level, words=words):
                    self._close(level)
                    self._open.append(_Open(self._key(words.text), words.text, level))
                case ParagraphText(content):
                    self._add(Paragraph(self._inline(content)))
                case BoxText(title=title, content=content):
                    self._add(Notice(title.text, self._inline(content)))
                case Items(ordered=ordered, items=items):
                    lines = tuple(self._inline(item) for item in items)
                    self._add(NumberedList(lines) if ordered else BulletList(lines))
                case Insert(name=name, offset=offset):
                    for inserted in self._insert(name, offset=offset):
                        self._add(inserted)
        self._close(1)
        return tuple(self._open[0].blocks)

    def _add(self, block: Block) -> None:
        self._open[-1].blocks.append(block)

    def _close(self, level: int) -> None:
        while self._open[-1].level >= level:
            part = self._open.pop()
            accent = self._sources.accents.get(part.key)
            self._add(Section(part.key, part.title, tuple(part.blocks), accent))

    def _key(self, title: str) -> str:
        wanted = section_key(title)
        later = (f"{wanted}-{number}" for number in count(2))
        key = next(key for key in chain([wanted], later) if key not in self._taken)
        self._taken.add(key)
        return key

    def _insert(self, name: str, *, offset: int) -> tuple[Block, ...]:
        if name not in self._sources.inserts:
            raise error_at(
                self._prose.source,
                offset=offset,
                dutch=f"de invoeging {name!r} bestaat niet",
                english=f"the insertion {name!r} does not exist",
            )
        return self._sources.inserts[name]

    def _inline(self, nodes: tuple[Node, ...], *, before: str = "") -> tuple[Inline, ...]:
        """Return ``nodes`` bound; ``before`` are the words that stand in front of them."""
        bound_nodes: list[Inline] = []
        for node in nodes:
            match node:
                case Words(text=text) | Allowed(words=Words(text=text)):
                    bound_nodes.append(Text(text))
                    before += text
                case Linked(words=words, url=url):
                    bound_nodes.append(Link(words.text, url))
                    before += words.text
                case Stressed(stress=stress, content=content):
                    inner = self._inline(content, before=before)
                    strong = stress is Stress.STRONG
                    bound_nodes.append(Strong(inner) if strong else Emphasis(inner))
                    before += plain_text(inner)
                case Evidence():
                    bound_nodes.append(self._evidence(node))
                case BoundFigure():
                    bound_nodes.append(self._figure(node, before=before))
                    before += "x"
        return tuple(bound_nodes)

    def _figure(self, node: BoundFigure, *, before: str) -> Inline:
        figure = self._sources.figures.get(node.key)
        if figure is None:
            raise error_at(
                self._prose.source,
                offset=node.offset,
                dutch=f"het cijfer {node.key!r} bestaat niet",
                english=f"the figure {node.key!r} does not exist",
            )
        language = self._sources.language
        if figure.value is None and not figure.words:
            text = no_data(language)
        elif node.phrase and not says_itself(figure, phrase=node.phrase, language=language):
            text = marked(figure, text=node.phrase)
        else:
            text = phrase_of(figure, language=language)
        if not before.strip() or _SENTENCE_END.search(before):
            text = text[0].upper() + text[1:]
        return bound(figure, text=text)

    def _evidence(self, node: Evidence) -> Inline:
        study = self._sources.studies.get(node.study)
        if study is None:
            raise error_at(
                self._prose.source,
                offset=node.offset,
                dutch=f"het onderzoek {node.study!r} bestaat niet",
                english=f"the study {node.study!r} does not exist",
            )
        return Link(f"({study.title})", study.url)
