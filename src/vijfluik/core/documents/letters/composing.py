"""A letter of a template and what is known of a record, as one semantic document."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vijfluik.core.documents.inline import Text
from vijfluik.core.documents.letters.template import FIELD, Edition, Line, Part, Template
from vijfluik.core.documents.structure import (
    Block,
    BulletList,
    Document,
    Language,
    Paragraph,
    Section,
)

Value = str | Sequence[Mapping[str, str]]
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")


class Missing(ValueError):
    """What a letter needs is not known; `fields` says what, as people call it."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = tuple(fields)

    @property
    def message(self) -> str:
        """What is missing and what to do, in the reader's language."""
        return _(
            "Deze brief kan nog niet: er ontbreekt %(fields)s. Vul dat aan bij de registratie."
        ) % {"fields": ", ".join(f"“{each}”" for each in self.fields)}


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What a room knows for a letter.

    Attributes:
        day: of the letter; it decides which edition holds.
        sender: the organisation that sends it.
        addressee: to whom.
        reference: what the addressee knows it by.
        fields: name → its words in Dutch, empty when unknown; rows for a list.
    """

    day: dt.date | None
    sender: str
    addressee: str
    reference: str
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Composed:
    """The letter as a document, and which edition it is: `award@1`."""

    document: Document
    edition: str


def compose(
    template: Template, *, filled: Filled, at: dt.datetime, draft: bool, demonstration: bool
) -> Composed:
    """The letter.

    Args:
        at: the moment of the file, aware; the letter's own day is `filled.day`.
        draft: it was not sent.

    Raises:
        Missing: a field that it needs is empty; all of them are named at once.
    """
    edition = template.on(filled.day or at.date())
    absent = list(_absent(edition, filled=filled))
    if absent:
        raise Missing(absent)
    assert filled.day is not None  # noqa: S101 - for the type only: it is among what is absent
    document = Document(
        title=_bound(edition.title, values=filled.fields),
        language=Language.DUTCH,
        as_of=at,
        subject=filled.sender,
        blocks=tuple(_parts(edition, filled=filled)),
        publisher=filled.sender,
        demonstration=demonstration,
        details=(
            ("Aan", filled.addressee),
            ("Datum", dutch_day(filled.day)),
            ("Kenmerk", filled.reference),
        ),
        draft=draft,
        letter=True,
    )
    return Composed(document=document, edition=f"{template.name}@{edition.number}")


def dutch_day(day: dt.date) -> str:
    """A day in Dutch, as letters write it: 3 mei 2026."""
    from vijfluik.core.documents.words import words_of

    return f"{day.day} {words_of(Language.DUTCH).months[day.month - 1]} {day.year}"


def _absent(edition: Edition, *, filled: Filled) -> Iterator[str]:
    for value, name in (
        (filled.day, "datum"),
        (filled.sender, "afzender"),
        (filled.addressee, "geadresseerde"),
        (filled.reference, "kenmerk"),
    ):
        if not value:
            yield name
    for key, name in edition.fields.items():
        if not filled.fields.get(key):
            yield name


def _parts(edition: Edition, *, filled: Filled) -> Iterator[Section]:
    for part in edition.parts:
        if part.when and not filled.fields.get(part.when):
            continue
        blocks = tuple(_blocks(part, filled=filled))
        if blocks:
            key = _NOT_IN_A_KEY.sub("-", part.heading.lower()).strip("-")
            yield Section(key=key, title=part.heading, blocks=blocks)


def _blocks(part: Part, *, filled: Filled) -> Iterator[Block]:
    for line in part.lines:
        if not _stands(line, values=filled.fields):
            continue
        if line.each:
            rows = filled.fields[line.each]
            assert not isinstance(rows, str)  # noqa: S101 - for the type only
            yield BulletList(items=tuple((Text(_bound(line.text, values=row)),) for row in rows))
            continue
        # What people typed in several lines becomes as many paragraphs.
        for piece in _bound(line.text, values=filled.fields).splitlines():
            if piece.strip():
                yield Paragraph(content=(Text(piece.strip()),))


def _stands(line: Line, *, values: Mapping[str, Value]) -> bool:
    if line.when and not values.get(line.when):
        return False
    if line.unless and values.get(line.unless):
        return False
    return not line.each or bool(values.get(line.each))


def _bound(text: str, *, values: Mapping[str, Value]) -> str:
    """The text with its fields; once, so that what people typed binds nothing itself."""
    return FIELD.sub(lambda found: str(values[found.group(1)]), text)
