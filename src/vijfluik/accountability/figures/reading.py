"""Reading definition data strictly: every key is known, every value of its type, no key is left."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

Member = TypeVar("Member", bound=StrEnum)
LONGEST = 2000


class DefinitionError(ValueError):
    """A definition that cannot be taken; says where and what."""


class Reader:
    """The keys of one table of a definition; each is taken once and `finish` refuses the rest."""

    def __init__(self, content: object, *, place: str) -> None:
        if not isinstance(content, Mapping):
            raise DefinitionError(f"{place}: a table is expected, not {content!r}")
        self.place = place
        self._left: dict[str, object] = {str(key): value for key, value in content.items()}

    def has(self, name: str) -> bool:
        """Whether the key is there and not taken yet."""
        return name in self._left

    def take(self, name: str) -> object:
        """The value of a key, of whatever type.

        Raises:
            DefinitionError: it is missing.
        """
        if name not in self._left:
            raise DefinitionError(f"{self.place}: {name} is missing")
        return self._left.pop(name)

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self.take(name)
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise self.wrong(name, "a text", value)
        return value

    def number(self, name: str) -> int:
        """A whole number."""
        value = self.take(name)
        if type(value) is not int:
            raise self.wrong(name, "a whole number", value)
        return value

    def day(self, name: str) -> dt.date:
        """A day, as TOML writes it or as text in ISO 8601."""
        value = self.take(name)
        if type(value) is dt.date:
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            raise self.wrong(name, "a day", value) from None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.take(name)
        if not isinstance(value, list) or not all(isinstance(part, str) and part for part in value):
            raise self.wrong(name, "a list of texts", value)
        return tuple(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self.take(name)
        if not isinstance(value, list) or not all(type(part) is int for part in value):
            raise self.wrong(name, "a list of whole numbers", value)
        return tuple(value)

    def member(self, name: str, *, of: type[Member]) -> Member:
        """A word of a closed vocabulary."""
        value = self.text(name)
        try:
            return of(value)
        except ValueError:
            raise self.wrong(name, f"one of {', '.join(of)}", value) from None

    def tables(self, name: str) -> list["Reader"]:
        """A list of tables."""
        value = self.take(name)
        if not isinstance(value, list):
            raise self.wrong(name, "a list of tables", value)
        return [Reader(part, place=f"{self.place}: {name}[{at}]") for at, part in enumerate(value)]

    def table(self, name: str) -> "Reader":
        """A table within this one."""
        return Reader(self.take(name), place=f"{self.place}: {name}")

    def finish(self) -> None:
        """Refuse what nobody asked for.

        Raises:
            DefinitionError: a key is left.
        """
        if self._left:
            raise DefinitionError(f"{self.place}: unknown {', '.join(sorted(self._left))}")

    def wrong(self, name: str, expected: str, value: object) -> DefinitionError:
        """The error for a value of the wrong sort."""
        return DefinitionError(f"{self.place}: {name} must be {expected}, not {value!r}")
