"""Reading data files so that every fault names its file and line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vijfluik.core.items.words import Words

_LINE = re.compile(r"line (\d+)")
_PAIR = 2


class CatalogueError(ValueError):
    """A data file cannot be taken; the message names file, line and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class Located:
    """A table of a data file: its content, and where it stands."""

    file: str
    text: str
    header: str
    content: Mapping[str, object]

    def wrong(self, message: str, *, name: str = "") -> CatalogueError:
        """The error to raise, at the line of a name in this table or at the table's own."""
        return CatalogueError(f"{self.file}:{self.line(name)}: {self.header}: {message}")

    def line(self, name: str = "") -> int:
        """The line on which a name of this table begins; that of the table when it has none."""
        inside, at = False, 1
        for number, line in enumerate(self.text.splitlines(), start=1):
            if line.startswith("["):
                inside = line.strip().strip("[]").replace('"', "") == self.header
                at = number if inside else at
            elif inside and name and re.match(rf'"?{re.escape(name)}"?\s*=', line):
                return number
        return at

    def only(self, known: Sequence[str]) -> None:
        """Refuse names that mean nothing.

        Raises:
            CatalogueError: there is one.
        """
        for name in self.content:
            if name not in known:
                raise self.wrong(f"{name!r} means nothing here", name=name)

    def string(self, name: str, *, default: str | None = None) -> str:
        """A text that is not empty, or the default.

        Raises:
            CatalogueError: it is missing, empty or no text.
        """
        value = self.content.get(name, default)
        if not isinstance(value, str) or (not value.strip() and name in self.content):
            raise self.wrong(f"{name!r} has to be a text", name=name)
        return value

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them twice; empty when it is left out.

        Raises:
            CatalogueError: it is no list of texts, or one stands there twice.
        """
        value = self.content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(f"{name!r} has to be a list of texts", name=name)
        if len(set(value)) != len(value):
            raise self.wrong(f"{name!r} names something twice", name=name)
        return tuple(value)

    def words(self) -> Words:
        """The texts `nl` and `en` of this table.

        Raises:
            CatalogueError: one of them is missing.
        """
        return Words(nl=self.string("nl"), en=self.string("en"))

    def table(self, name: str) -> "Located":
        """A table within this one, empty when it is left out.

        Raises:
            CatalogueError: it is no table.
        """
        value = self.content.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(f"{name!r} has to be a table", name=name)
        header = f"{self.header}.{name}"
        return Located(file=self.file, text=self.text, header=header, content=value)

    def pairs(self) -> dict[str, Words]:
        """Every name of this table with its pair of texts, Dutch and English.

        Raises:
            CatalogueError: one of them is no pair of two texts.
        """
        return {name: self._pair(name, value) for name, value in self.content.items()}

    def _pair(self, name: str, value: object) -> Words:
        if (
            not isinstance(value, list)
            or len(value) != _PAIR
            or not all(isinstance(each, str) and each.strip() for each in value)
        ):
            raise self.wrong("needs a text in Dutch and one in English", name=name)
        return Words(nl=value[0], en=value[1])


def read_tables(file: Path, *, below: Path) -> list[Located]:
    """The tables of a data file, in its order; errors name the file as seen from `below`.

    Raises:
        CatalogueError: it is no TOML, or something stands outside a table.
    """
    whole = read_whole(file, below=below)
    for name, value in whole.content.items():
        if not isinstance(value, dict):
            raise whole.wrong(f"{name!r} stands outside a table")
    return [
        Located(file=whole.file, text=whole.text, header=name, content=value)
        for name, value in whole.content.items()
        if isinstance(value, dict)
    ]


def read_whole(file: Path, *, below: Path) -> Located:
    """A data file as one table.

    Raises:
        CatalogueError: it is no TOML.
    """
    place = str(file.relative_to(below))
    try:
        text = file.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = _LINE.search(str(error))
        raise CatalogueError(f"{place}:{found[1] if found else 1}: {error}") from None
    return Located(file=place, text=text, header="", content=content)
