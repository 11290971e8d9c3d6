"""A template of a letter: its editions, their parts, and the fields that are bound in them.

[[edition]]
number = 1
from = 2019-01-01
title = "Beschikking: subsidie voor “{project}”"
[edition.fields]              # what must be known, with what people call it
project = "project"
[edition.optional]            # what may be absent, used only where `when` asks for it
reden = "reden"
[[edition.part]]
heading = "Waarom"
when = "reden"                # the part, or a line of it, stands there only with this field
lines = ["{reden}", { each = "termijnen", text = "{titel}: {bedrag}" }]
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIELD = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A paragraph, or with `each` a list with one item per row of that field.

    when, unless: it stands there only with, or only without, this field.
    """

    text: str
    when: str = ""
    unless: str = ""
    each: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading with its lines; `when` as of a line."""

    heading: str
    lines: tuple[Line, ...]
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A template as it holds from a day on."""

    number: int
    valid_from: dt.date
    title: str
    fields: Mapping[str, str]
    optional: Mapping[str, str]
    parts: tuple[Part, ...]

    def lines(self) -> Iterator[Line]:
        """Every line, in order."""
        for part in self.parts:
            yield from part.lines


@dataclass(frozen=True, kw_only=True)
class Template:
    """The editions of a letter, the earliest first."""

    name: str
    editions: tuple[Edition, ...]

    def on(self, day: dt.date) -> Edition:
        """The edition of a day; of an earlier day than the first edition, the first."""
        held = [each for each in self.editions if each.valid_from <= day]
        return held[-1] if held else self.editions[0]


def read_template(file: Path) -> Template:
    """A template of a file; its name is that of the file.

    Raises:
        ValueError: it is not built as a template, or binds a field that it does not declare.
    """
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    editions = tuple(_edition(each, where=file.name) for each in told.pop("edition", ()))
    numbers = [each.number for each in editions]
    days = [each.valid_from for each in editions]
    if told or not editions or numbers != sorted(set(numbers)) or days != sorted(set(days)):
        raise ValueError(f"{file.name}: editions follow each other by number and by day")
    return Template(name=file.stem, editions=editions)


def _edition(told: Mapping[str, Any], *, where: str) -> Edition:
    made = Edition(
        number=told["number"],
        valid_from=told["from"],
        title=told["title"],
        fields=told.get("fields", {}),
        optional=told.get("optional", {}),
        parts=tuple(_part(each) for each in told["part"]),
    )
    place = f"{where}, edition {made.number}"
    known = {*made.fields, *made.optional}
    used: set[str] = set(FIELD.findall(made.title))
    if used - set(made.fields):
        raise ValueError(f"{place}: the title binds what may be absent")
    for part in made.parts:
        for line in part.lines:
            asked = {word for word in (part.when, line.when) if word}
            bound = set() if line.each else set(FIELD.findall(line.text))
            loose = (bound & set(made.optional)) - asked
            if loose:
                raise ValueError(f"{place}: {sorted(loose)} may be absent; ask for it with `when`")
            used |= bound | asked | {word for word in (line.unless, line.each) if word}
    if used != known:
        raise ValueError(f"{place}: declared and bound differ: {sorted(used ^ known)}")
    return made


def _part(told: Mapping[str, Any]) -> Part:
    lines = tuple(
        Line(text=each) if isinstance(each, str) else Line(**each) for each in told["lines"]
    )
    return Part(heading=told["heading"], lines=lines, when=told.get("when", ""))
