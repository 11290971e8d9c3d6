"""What a built report says: read from its web page, whether it was just built or kept for years.

Everything that is compared stands in the page itself: each bound figure with its words, and in the
annex the definition, the moment and the receipt of each. So a file of an earlier text is compared
as well as a report of now.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from vijfluik.accountability.reports.parts import base_of
from vijfluik.core.documents.structure import Language

FILE = "report.html"
LARGEST = 20_000_000
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
DEFINITION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*@\d+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
ROW = "herkomst-"


class NoEdition(ValueError):
    """What is to be compared is no report of this platform; says why."""


@dataclass(frozen=True, kw_only=True)
class Binding:
    """A place in the text at which a figure is bound: in which part, and by which words."""

    figure: str
    section: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What the annex says of a figure: its name, value and definition, and the receipt's key."""

    figure: str
    name: str
    value: str
    definition: str
    receipt: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A report as of a moment: its bindings in reading order and its figures by id."""

    title: str
    language: Language
    as_of: dt.datetime
    bindings: tuple[Binding, ...]
    figures: Mapping[str, Stated]


def edition_in(path: Path) -> Edition:
    """The report in a file, or in `report.html` of a folder.

    Raises:
        NoEdition: there is no such file, or it is no report.
    """
    file = path / FILE if path.is_dir() else path
    try:
        if file.stat().st_size > LARGEST:
            raise NoEdition(f"{file} is larger than a report can be")
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NoEdition(f"{file} cannot be read: {error}") from None
    return edition_of(content, place=str(file))


def edition_of(content: str, *, place: str) -> Edition:
    """The report in the text of a web page.

    Args:
        content: the whole page.
        place: where it stands, for the message.

    Raises:
        NoEdition: it is no report, has no annex, or names several moments.
    """
    reader = _Reader()
    reader.feed(content)
    reader.close()
    stated = {row.figure: row.stated() for row in reader.rows if row.figure and row.definition}
    moments = {row.moment for row in reader.rows if row.moment}
    if not stated or len(moments) != 1:
        raise NoEdition(f"{place} is no report: no annex names one moment for its figures")
    missing = {base_of(binding.figure) for binding in reader.bindings} - stated.keys()
    if missing:
        raise NoEdition(f"{place}: the annex does not name {', '.join(sorted(missing))}")
    try:
        language = Language(reader.language)
    except ValueError:
        raise NoEdition(f"{place} is in no language of ours: {reader.language!r}") from None
    return Edition(
        title=reader.title,
        language=language,
        as_of=dt.datetime.fromisoformat(moments.pop()),
        bindings=tuple(reader.bindings),
        figures=stated,
    )


@dataclass(kw_only=True)
class _Row:
    """A row of the annex that is being read."""

    receipt: str
    figure: str = ""
    words: list[str] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    value: list[str] = field(default_factory=list)
    definition: str = ""
    moment: str = ""

    def stated(self) -> Stated:
        """The row as it was read."""
        return Stated(
            figure=self.figure,
            name=_joined(self.name),
            value=_joined(self.value),
            definition=self.definition,
            receipt=self.receipt,
        )


class _Reader(HTMLParser):
    """Reads one page; keeps no more than the part, the binding and the row it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title = ""
        self.bindings: list[Binding] = []
        self.rows: list[_Row] = []
        self._section = ""
        self._row: _Row | None = None
        self._figure = ""
        self._text: list[str] | None = None
        self._value: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what is read: a heading, a bound figure, a row of the annex or a cell of it."""
        known = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = known.get("lang", "")
        if tag == "tr" and known.get("id", "").startswith(ROW):
            self._row = _Row(receipt=known["id"].removeprefix(ROW))
            self.rows.append(self._row)
        if tag in HEADINGS:
            self._text = []
        if tag == "a" and known.get("class") == "cijfer":
            self._figure = known.get("data-figure", "")
            self._text = []
        if self._row is not None and tag in {"th", "td", "code", "dd"}:
            self._text = self._begun(tag, known)

    def handle_data(self, data: str) -> None:
        """Take words up where something is being read."""
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End what is read."""
        words = _joined(self._text or [])
        if tag == "h1":
            self.title = self.title or words
        if tag in HEADINGS:
            self._section, self._text = words, None
        if tag == "a" and self._figure:
            self.bindings.append(Binding(figure=self._figure, section=self._section, text=words))
            self._figure, self._text = "", None
        row = self._row
        if row is None:
            return
        if tag == "code":
            row.figure = row.figure or words
        if tag == "dd" and DEFINITION.fullmatch(words):
            row.definition = row.definition or words
        if tag == "dd" and MOMENT.fullmatch(words):
            row.moment = words
        if tag in {"th", "td", "code", "dd"}:
            self._text = None
        if tag == "tr":
            self._row = None

    def _begun(self, tag: str, known: Mapping[str, str]) -> list[str]:
        row = self._row
        if row is not None and tag == "th":
            return row.name
        if row is not None and tag == "td" and known.get("class") == "getal":
            return row.value
        return []


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
