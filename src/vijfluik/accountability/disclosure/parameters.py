"""The parameters of disclosure control: data with a reference and the days for which they hold."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vijfluik.accountability.disclosure.network import Limits
from vijfluik.accountability.figures.reading import DefinitionError, Reader
from vijfluik.accountability.figures.words import Words, words_from
from vijfluik.core.facts.statements import canonical, sha256

FILE = Path(__file__).with_name("parameters.toml")
NAMES = ("threshold", "width", "looking_back")
OPEN = "open"


class NoParameterError(LookupError):
    """No parameter of that name holds on the day."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One value, from a day up to the next of its name or until its last day (not included).

    name: of `NAMES`, or `open:<source>:<dimension>` for a breakdown that is shown as it is.
    """

    name: str
    value: int
    valid_from: dt.date
    valid_until: dt.date | None
    reference: str
    url: str
    text: Words | None

    @property
    def content(self) -> str:
        """Canonical JSON, of which the database keeps the hash."""
        return canonical(
            {
                "name": self.name,
                "value": self.value,
                "from": self.valid_from.isoformat(),
                "until": None if self.valid_until is None else self.valid_until.isoformat(),
                "reference": self.reference,
                "url": self.url,
                "text": None if self.text is None else self.text.plain(),
            }
        )

    @property
    def sha256(self) -> str:
        """The hash of the content."""
        return sha256(self.content)

    def holds(self, day: dt.date) -> bool:
        """Whether it holds on a day, as far as its own days say."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Those that hold on one day."""

    on: dt.date
    found: Sequence[Parameter]

    def value(self, name: str) -> Parameter:
        """The parameter of a name.

        Raises:
            NoParameterError: none holds on the day.
        """
        for each in self.found:
            if each.name == name:
                return each
        raise NoParameterError(f"no {name!r} holds on {self.on}")

    @property
    def limits(self) -> Limits:
        """Threshold and width."""
        return Limits(threshold=self.value("threshold").value, width=self.value("width").value)

    def open(self, *, source: str, dimension: str) -> bool:
        """Whether a breakdown is shown as it is."""
        name = f"{OPEN}:{source}:{dimension}"
        return any(each.name == name for each in self.found)


def parse(text: str) -> list[Parameter]:
    """Read the file.

    Raises:
        DefinitionError: something is missing, unknown or of the wrong type, or said twice.
    """
    reader = Reader(tomllib.loads(text), place=FILE.name)
    found = [_parameter(each) for each in reader.tables("parameters")]
    found += [_open(each) for each in reader.tables("open")]
    reader.finish()
    keys = [(each.name, each.valid_from) for each in found]
    if len(set(keys)) != len(keys):
        raise DefinitionError(f"{FILE.name}: a parameter is said twice for one day")
    return found


@cache
def written() -> tuple[Parameter, ...]:
    """Those of the file that comes with the software."""
    return tuple(parse(FILE.read_text(encoding="utf-8")))


def stored_parameter(content: str) -> Parameter:
    """The parameter that a stored content is."""
    data = json.loads(content)
    until = data["until"]
    return Parameter(
        name=data["name"],
        value=data["value"],
        valid_from=dt.date.fromisoformat(data["from"]),
        valid_until=None if until is None else dt.date.fromisoformat(until),
        reference=data["reference"],
        url=data["url"],
        text=None if data["text"] is None else Words(**data["text"]),
    )


def in_force(parameters: Iterable[Parameter], *, on: dt.date) -> Parameters:
    """Of each name the last one that holds on a day; before the first of all, the first."""
    latest: dict[str, Parameter] = {}
    for each in sorted(parameters, key=lambda one: one.valid_from):
        if each.holds(on) or (each.name not in latest and on < each.valid_from):
            latest[each.name] = each
    return Parameters(on=on, found=tuple(latest.values()))


def _parameter(reader: Reader) -> Parameter:
    name = reader.text("name")
    if name not in NAMES:
        raise reader.wrong("name", f"one of {', '.join(NAMES)}", name)
    return _read(
        reader, name=name, value=reader.number("value"), text=words_from(reader.table("text"))
    )


def _open(reader: Reader) -> Parameter:
    name = f"{OPEN}:{reader.text('source')}:{reader.text('dimension')}"
    return _read(reader, name=name, value=1, text=None)


def _read(reader: Reader, *, name: str, value: int, text: Words | None) -> Parameter:
    made = Parameter(
        name=name,
        value=value,
        valid_from=reader.day("from"),
        valid_until=reader.day("until") if reader.has("until") else None,
        reference=reader.text("reference"),
        url=reader.text("url") if reader.has("url") else "",
        text=text,
    )
    reader.finish()
    return made
