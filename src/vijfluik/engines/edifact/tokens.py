"""The index of an interchange: where every separator stands, and so every element, for evidence.

For whoever wants to show an element in the bytes as they came. The reader does not need it: it
divides and reads in one pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from vijfluik.engines.compiling import AVAILABLE, compiled
from vijfluik.engines.edifact.kernel.tokens import index_compiled, index_separators
from vijfluik.engines.edifact.writing.segments import ISO, Separators

COMPONENT, ELEMENT, TERMINATOR = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: its tag, where it begins, and the span of each component of each element."""

    tag: bytes
    position: int
    elements: tuple[tuple[tuple[int, int], ...], ...]


@cache
def _compiled() -> Any:
    return compiled(index_compiled)


def separators_of(data: bytes) -> Separators:
    """What the UNA of an interchange says; the usual ones without it."""
    at = data.find(b"UNA")
    if at < 0 or at + 9 > len(data) or b"UNB" in data[:at]:
        return ISO
    marks = list(data[at + 3 : at + 9].decode("latin-1"))
    return Separators(marks[0], marks[1], marks[3], marks[5], marks[4])


def separator_index(
    data: bytes, *, separators: Separators | None = None, plain: bool = False
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    """Byte positions of all separators of one interchange, and which each is.

    A separator behind a release character is text and not in it.
    """
    marks = separators or separators_of(data)
    classes = np.zeros(256, np.uint8)
    for kind, mark in (
        (COMPONENT, marks.component),
        (ELEMENT, marks.element),
        (TERMINATOR, marks.terminator),
    ):
        classes[ord(mark)] = kind
    if marks.release != " ":
        classes[ord(marks.release)] = 4
    start = data.find(b"UNA") + 9 if b"UNA" in data[:512] else 0
    positions = np.empty(len(data) + 1, np.int64)
    kinds = np.empty(len(data) + 1, np.uint8)
    if plain or not AVAILABLE:
        arrays: list[Any] = [classes, positions, kinds]
        views = [memoryview(array) for array in arrays]
        count = index_separators(data, start, len(data), *views)
    else:
        count = _compiled()(
            np.frombuffer(data, np.uint8), start, len(data), classes, positions, kinds
        )
    return positions[:count], kinds[:count]


def segments(data: bytes, *, separators: Separators | None = None) -> Iterator[Segment]:
    """The segments of one interchange with the span of every component; spans keep line ends."""
    positions, kinds = separator_index(data, separators=separators)
    start = data.find(b"UNA") + 9 if b"UNA" in data[:512] else 0
    begin = start
    elements: list[tuple[tuple[int, int], ...]] = []
    components: list[tuple[int, int]] = []
    for position, kind in zip(positions.tolist(), kinds.tolist(), strict=True):
        components.append((begin, position))
        begin = position + 1
        if kind == COMPONENT:
            continue
        elements.append(tuple(components))
        components = []
        if kind == TERMINATOR:
            first, end = elements[0][0]
            tag = bytes(data[first:end]).strip().translate(None, b"\r\n\0")
            lead = len(data[first:end]) - len(data[first:end].lstrip(b" \r\n\0"))
            yield Segment(tag, first + lead, tuple(elements))
            elements = []
