r"""Prose with bound figures: a small, strict markup, read with line and column, bound to values.

A block ends at an empty line. ``# title`` opens a part (one to five signs), ``- point`` and
``1. point`` are lists, ``:: title`` with lines under it is a box, ``[[[name]]]`` alone on a line is
a table or chart that the report supplies, everything else is a paragraph. Inside: ``*emphasis*``,
``**strong**``, ``[words](address)`` (to a receipt: words of its figure, checked as below),
``[[figure]]`` (the figure words itself by its own hedge rule and follows its value),
``[[figure als ruim 4.800]]`` (the writer's words, which the linter checks),
``[[effect:study]]`` and ``{{words|reason}}`` (an exception for the linter). A backslash makes a
mark plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vijfluik.accountability.reports.prose_binding import bind
from vijfluik.accountability.reports.prose_errors import ProseError, error_at
from vijfluik.accountability.reports.prose_inline import Run, read_run
from vijfluik.accountability.reports.prose_nodes import (
    BoxText,
    HeadingLine,
    Insert,
    Items,
    Node,
    ParagraphText,
    Prose,
    ProseBlock,
    Words,
)

__all__ = ["Prose", "ProseError", "bind", "parse"]

_HEADING = re.compile(r"(#+) +(?=\S)")
_POINT = re.compile(r"- +(?=\S)")
_NUMBERED = re.compile(r"\d+\. +(?=\S)")
_BOX = re.compile(r":: +(?=\S)")
_INSERT = re.compile(r"\[\[\[([a-z0-9-]+)\]\]\]\s*\Z")
_FOREIGN = re.compile(r"(?:\||>|```|~~~|---|===|\* |<[a-zA-Z/!])")
_DEEPEST = 5

_Line = tuple[str, int]


# A text is read for each look at it, and follows from nothing but itself.
@lru_cache(maxsize=256)
def parse(source: str) -> Prose:
    """Return ``source`` as prose. Raises ``ProseError`` with the line and column of a mistake."""
    blocks: list[ProseBlock] = []
    level = 0
    for lines in _chunks(source):
        for block in _blocks(lines, source=source):
            if isinstance(block, HeadingLine):
                level = _checked_level(block, before=level, source=source)
            blocks.append(block)
    return Prose(source=source, blocks=tuple(blocks))


def _chunks(source: str) -> Iterator[list[_Line]]:
    chunk: list[_Line] = []
    offset = 0
    for line in source.split("\n"):
        if line.strip():
            chunk.append((line, offset))
        elif chunk:
            yield chunk
            chunk = []
        offset += len(line) + 1
    if chunk:
        yield chunk


def _blocks(lines: list[_Line], *, source: str) -> Iterator[ProseBlock]:
    text, offset = lines[0]
    if text.startswith("#"):
        yield _heading(text, offset=offset, source=source)
        if len(lines) > 1:
            yield from _blocks(lines[1:], source=source)
        return
    insert = _INSERT.match(text)
    if insert and len(lines) == 1:
        yield Insert(name=insert[1], offset=offset)
    elif text.startswith("::"):
        yield _box(lines, source=source)
    elif _POINT.match(text):
        yield Items(ordered=False, items=_items(lines, mark=_POINT, source=source))
    elif _NUMBERED.match(text):
        yield Items(ordered=True, items=_items(lines, mark=_NUMBERED, source=source))
    else:
        for line, at in lines:
            _refuse_foreign(line, offset=at, source=source)
        yield ParagraphText(content=read_run(_joined(lines), source=source))


def _refuse_foreign(line: str, *, offset: int, source: str) -> None:
    known = _POINT.match(line) or _NUMBERED.match(line) or line.startswith(("#", "[[[", "::"))
    if known:
        raise error_at(
            source,
            offset=offset,
            dutch="zet een lege regel voor een kop, lijst of invoeging",
            english="put an empty line before a heading, list or insertion",
        )
    if _FOREIGN.match(line):
        raise error_at(
            source,
            offset=offset,
            dutch="deze opmaak bestaat hier niet",
            english="this markup does not exist here",
        )


def _heading(text: str, *, offset: int, source: str) -> HeadingLine:
    match = _HEADING.match(text)
    if match is None:
        raise error_at(
            source,
            offset=offset,
            dutch="een kop is '# titel', met een spatie en een titel",
            english="a heading is '# title', with a space and a title",
        )
    title = text[match.end() :].rstrip()
    start = offset + match.end()
    words = Words(text=title, offsets=tuple(range(start, start + len(title))))
    return HeadingLine(level=len(match[1]), words=words, offset=offset)


def _box(lines: list[_Line], *, source: str) -> BoxText:
    text, offset = lines[0]
    match = _BOX.match(text)
    if match is None or len(lines) == 1:
        raise error_at(
            source,
            offset=offset,
            dutch="een kader is ':: titel', met de tekst op de regels eronder",
            english="a box is ':: title', with its text on the lines below",
        )
    title = text[match.end() :].rstrip()
    start = offset + match.end()
    for line, at in lines[1:]:
        _refuse_foreign(line, offset=at, source=source)
    return BoxText(
        title=Words(text=title, offsets=tuple(range(start, start + len(title)))),
        content=read_run(_joined(lines[1:]), source=source),
    )


def _checked_level(heading: HeadingLine, *, before: int, source: str) -> int:
    if heading.level > min(before + 1, _DEEPEST):
        raise error_at(
            source,
            offset=heading.offset,
            dutch=f"kopniveau {heading.level} volgt op {before}; een niveau overslaan mag niet",
            english=f"heading level {heading.level} follows {before}; levels may not skip",
        )
    return heading.level


def _items(
    lines: list[_Line], *, mark: re.Pattern[str], source: str
) -> tuple[tuple[Node, ...], ...]:
    items: list[list[_Line]] = []
    for text, offset in lines:
        match = mark.match(text)
        if match:
            items.append([(text[match.end() :], offset + match.end())])
        elif text.startswith("  "):
            items[-1].append((text, offset))
        else:
            raise error_at(
                source,
                offset=offset,
                dutch="een vervolgregel in een lijst springt twee spaties in",
                english="a line that goes on in a list is indented by two spaces",
            )
    return tuple(read_run(_joined(item), source=source) for item in items)


def _joined(lines: list[_Line]) -> Run:
    """Return ``lines`` as one run, joined by spaces that stand where the line ended."""
    characters: list[tuple[str, int]] = []
    for text, offset in lines:
        kept = text.strip()
        start = offset + len(text) - len(text.lstrip())
        if characters:
            characters.append((" ", max(start - 1, 0)))
        characters += [(character, start + place) for place, character in enumerate(kept)]
    return Run(
        text="".join(character for character, _ in characters),
        offsets=tuple(offset for _, offset in characters),
    )
