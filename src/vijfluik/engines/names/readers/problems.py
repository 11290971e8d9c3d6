"""What could not be read: a whole file, or rows of it."""

from dataclasses import dataclass, field


class ListUnreadable(ValueError):
    """A file cannot be read as a list at all; the message names file, place and remedy."""


@dataclass
class Problems:
    """Rows that could not be read, with their place, and how many rows could."""

    messages: list[str] = field(default_factory=list)
    read: int = 0

    def add(self, *, file: str, place: str, message: str) -> None:
        """Note a row that could not be read."""
        self.messages.append(f"{file}, {place}: {message}")
