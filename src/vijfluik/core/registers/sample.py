"""The file that people can start from, and what its columns mean."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vijfluik.core.registers.columns import column_of
from vijfluik.core.registers.declaration import Field, Register
from vijfluik.core.registers.importing.interpreting import required
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.words import words_of


@dataclass(frozen=True, kw_only=True)
class ColumnHelp:
    """A column of a file: its field, whether it is needed, what stands in it, an example."""

    identifier: str
    heading: str
    needed: str
    content: str
    example: str
    synonyms: str


def columns_explained(register: Register) -> Sequence[ColumnHelp]:
    """Every column that is read."""
    words, asked = words_of(register), required(register)
    return [
        ColumnHelp(
            identifier=field.name,
            heading=words[field.name].heading,
            needed=_needed(register, field=field, asked=asked),
            content=str(field.hint) or _content(register, field=field),
            example=field.example,
            synonyms=", ".join(words[field.name].synonyms),
        )
        for field in register.fields
        if not field.derived
    ]


def sample_csv(register: Register) -> bytes:
    """The header and one example, as a spreadsheet of this country opens it."""
    words = words_of(register)
    read = [field for field in register.fields if not field.derived]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([words[field.name].heading for field in read])
    writer.writerow([field.example for field in read])
    return text.getvalue().encode("utf-8-sig")


def _needed(register: Register, *, field: Field, asked: Sequence[str]) -> str:
    if field.name in asked:
        return _("altijd")
    if field.name == register.scope:
        return _("als u voor meer organisaties werkt")
    if field.needed:
        states = " / ".join(str(register.state_label(state)) for state in field.needed)
        return _("bij de stand %(states)s") % {"states": states}
    return ""


def _content(register: Register, *, field: Field) -> str:
    choices = getattr(kinds_of(register)[field.name], "choices", None)
    if choices:
        return _("Een van: %(words)s.") % {
            "words": ", ".join(str(each) for each in choices.values())
        }
    return str(column_of(register.model, field.name).help_text)
