"""What is wrong with prose, said in both languages, with its line and column."""

from __future__ import annotations

from vijfluik.core.documents.structure import Language


class ProseError(ValueError):
    """Raised for prose that cannot be read or bound; line and column count from one."""

    def __init__(self, *, dutch: str, english: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {english}")
        self.dutch = dutch
        self.english = english
        self.line = line
        self.column = column

    def message(self, language: Language) -> str:
        """Return the message with its place in ``language``."""
        if language is Language.DUTCH:
            return f"regel {self.line}, kolom {self.column}: {self.dutch}"
        return f"line {self.line}, column {self.column}: {self.english}"


def position(source: str, *, offset: int) -> tuple[int, int]:
    """Return line and column, both from one, of ``offset`` in ``source``."""
    before = source[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def error_at(source: str, *, offset: int, dutch: str, english: str) -> ProseError:
    """Return the error with the place of ``offset`` in ``source``."""
    line, column = position(source, offset=offset)
    return ProseError(dutch=dutch, english=english, line=line, column=column)
