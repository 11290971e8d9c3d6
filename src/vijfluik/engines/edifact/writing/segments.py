"""Segments from elements and components, with release characters where the text needs them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Component = str | None
Element = Component | Sequence[Component]


@dataclass(frozen=True, slots=True)
class Separators:
    """The characters that divide; `una` writes them down."""

    component: str = ":"
    element: str = "+"
    release: str = "?"
    terminator: str = "'"
    repetition: str = " "

    def una(self) -> str:
        """The segment that says so."""
        return f"UNA{self.component}{self.element}.{self.release}{self.repetition}{self.terminator}"

    def released(self, text: str) -> str:
        """A text in which a separator is text.

        Raises:
            ValueError: the text has a separator and there is no release character.
        """
        marks: tuple[str, ...] = (self.component, self.element, self.terminator)
        if self.release != " ":
            marks = (self.release, *marks)
        if not any(mark in text for mark in marks):
            return text
        if self.release == " ":
            raise ValueError("A separator in a text cannot be written without a release character.")
        return "".join(f"{self.release}{letter}" if letter in marks else letter for letter in text)


ISO = Separators()
IATA = Separators(repetition="*")


@dataclass(slots=True)
class Writer:
    """Collects the segments of an interchange and counts those of a message."""

    separators: Separators = ISO
    ends: str = ""
    parts: list[str] = field(default_factory=list)
    count: int = 0
    # Until 13.1 the other number of a codeshare was a leg without places.
    shares_as_leg: bool = False

    def add(self, tag: str, *elements: Element) -> None:
        """Write a segment; empty components and elements at its end are left out."""
        marks = self.separators
        words = [tag, *(self._element(element) for element in elements)]
        while len(words) > 1 and not words[-1]:
            words.pop()
        self.parts.append(marks.element.join(words) + marks.terminator + self.ends)
        self.count += 1

    def _element(self, element: Element) -> str:
        marks = self.separators
        if element is None or isinstance(element, str):
            return marks.released(element or "")
        words = [marks.released(component or "") for component in element]
        while words and not words[-1]:
            words.pop()
        return marks.component.join(words)

    def text(self) -> str:
        """Everything that was written."""
        return "".join(self.parts)


def wrapped(data: bytes, *, columns: int = 69, end: bytes = b"\r\n") -> bytes:
    """The same bytes in lines of that width, as Type B carries them."""
    return end.join(data[start : start + columns] for start in range(0, len(data), columns)) + end
