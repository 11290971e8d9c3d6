"""A file that cannot be read at all, and a cell that cannot be understood."""

from dataclasses import asdict, dataclass


class FileRefused(Exception):
    """The file as a whole cannot be read.

    Attributes:
        code: which rule refused it, for tests and for JSON.
        message: what is wrong and what would be right, in the language of the reader.
    """

    def __init__(self, *, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Unreadable(ValueError):
    """One value cannot be understood: `wrong` says why, `right` what would do."""

    def __init__(self, *, wrong: str, right: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.right = right


@dataclass(frozen=True, kw_only=True)
class CellFault:
    """A wrong cell, as a person finds it in the file.

    `line` counts from 1 as in the file, `column` is the letter of a spreadsheet, `heading` the word
    in the header (empty when the column is not in the file).
    """

    line: int
    column: str
    heading: str
    value: str
    wrong: str
    right: str

    def as_dict(self) -> dict[str, str | int]:
        """The fault as plain data, for JSON."""
        return asdict(self)
