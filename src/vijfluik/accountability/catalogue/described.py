"""What the catalogue holds of an item and of a pattern, read from one table of a data file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vijfluik.accountability.catalogue.links import NAMES, Link, link_of
from vijfluik.accountability.catalogue.located import Located
from vijfluik.core.items.areas import Area
from vijfluik.core.items.words import Words

LINES = re.compile(r"\d+(-\d+)?")
_FIELDS = (
    "also", "as", "patterns", "variation", "runs", "with", "ground", "links", "lines", "documents",
    "figures", "nl", "en", "rows", "apart", "marking", "contact",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    """A demand in our words: one bullet of a pattern or of an item. `id` is `VK-35.2`."""

    id: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A pattern: its name and the rows that every item with it inherits."""

    key: str
    name: Words
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Described:
    """An item in our words, beside its identity in `core.items`.

    Attributes:
        also: the areas that it belongs to beside its own.
        same_as: items whose demands are its demands too.
        variation: pattern → the values by which this item differs within it.
        runs: codes of the actors that run it; `partners` of those that take part.
        ground: rules of the statutory rule table, such as `R12`.
        lines: lines of the source, such as `331-363`.
        figures: ids of the figures of the source that belong to it.
        apart: what does not belong here, `marking` how far it is classified, `contact` where to
            ask; None for most items.
        place: the file and line it is described at.
    """

    key: str
    what: Words
    also: Sequence[Area]
    patterns: Sequence[str]
    same_as: Sequence[str]
    variation: Mapping[str, Mapping[str, object]]
    runs: Sequence[str]
    partners: Sequence[str]
    ground: Sequence[str]
    links: Sequence[Link]
    lines: Sequence[str]
    documents: Sequence[str]
    figures: Sequence[str]
    rows: Sequence[Row]
    place: str
    apart: Words | None = None
    marking: Words | None = None
    contact: Words | None = None


def pattern_from(table: Located) -> Pattern:
    """Read a pattern.

    Raises:
        CatalogueError: something is missing or means nothing.
    """
    table.only(("nl", "en", "rows"))
    rows = rows_from(table)
    if not rows:
        raise table.wrong("a pattern has rows")
    return Pattern(key=table.header, name=table.words(), rows=rows)


def described_from(table: Located) -> Described:
    """Read an item, without looking at what else there is.

    Raises:
        CatalogueError: something is missing or means nothing.
    """
    table.only(_FIELDS)
    if not table.strings("runs"):
        raise table.wrong("nobody runs it", name="runs")
    for value in table.strings("lines"):
        if not LINES.fullmatch(value):
            raise table.wrong(f"{value!r} names no lines", name="lines")
    if not table.strings("lines"):
        raise table.wrong("no line of the source is named", name="lines")
    return Described(
        key=table.header,
        what=table.words(),
        also=areas_from(table),
        patterns=table.strings("patterns"),
        same_as=table.strings("as"),
        variation=variation_from(table),
        runs=table.strings("runs"),
        partners=table.strings("with"),
        ground=table.strings("ground"),
        links=links_from(table),
        lines=table.strings("lines"),
        documents=table.strings("documents"),
        figures=table.strings("figures"),
        rows=rows_from(table),
        place=f"{table.file}:{table.line()}",
        apart=_said(table, name="apart"),
        marking=_said(table, name="marking"),
        contact=_said(table, name="contact"),
    )


def _said(table: Located, *, name: str) -> Words | None:
    """What an item says beside its description; None where it says nothing."""
    return table.table(name).words() if name in table.content else None


def rows_from(table: Located) -> list[Row]:
    """The numbered rows of a pattern or an item, counting from 1.

    Raises:
        CatalogueError: a number is missing, or a row lacks a language.
    """
    rows = table.table("rows")
    pairs = rows.pairs()
    numbers = [str(number) for number in range(1, len(pairs) + 1)]
    if list(pairs) != numbers:
        raise rows.wrong("rows count from 1 upwards, in order")
    return [Row(id=f"{table.header}.{number}", words=pairs[number]) for number in numbers]


def areas_from(table: Located) -> list[Area]:
    """The other areas that an item belongs to.

    Raises:
        CatalogueError: one is unknown.
    """
    try:
        return [Area(value) for value in table.strings("also")]
    except ValueError as error:
        raise table.wrong(str(error), name="also") from None


def variation_from(table: Located) -> dict[str, Mapping[str, object]]:
    """By which values an item differs within its patterns.

    Raises:
        CatalogueError: it names a pattern that the item does not have.
    """
    found: dict[str, Mapping[str, object]] = {}
    variation = table.table("variation")
    for pattern in variation.content:
        if pattern not in table.strings("patterns"):
            raise table.wrong(f"it does not have pattern {pattern}", name="variation")
        found[pattern] = dict(variation.table(pattern).content)
    return found


def links_from(table: Located) -> list[Link]:
    """The ties that are stated at an item.

    Raises:
        CatalogueError: a kind is unknown, or an item is tied to itself.
    """
    links = table.table("links")
    found = []
    for name in links.content:
        if name not in NAMES:
            raise table.wrong(f"{name!r} is no kind of link", name="links")
        for other in links.strings(name):
            if other == table.header:
                raise table.wrong("it is linked to itself", name="links")
            found.append(link_of(name, at=table.header, other=other))
    return found
