"""The words of a register in files and interfaces: one public vocabulary.

Each field has its English identifier, its Dutch name between machines, its heading in files, and
the other headings under which people send it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from vijfluik.core.registers.declaration import Field, Register
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.plain import in_dutch


@dataclass(frozen=True, kw_only=True)
class Word:
    """A field of a register under all its names."""

    identifier: str
    name: str
    heading: str
    synonyms: tuple[str, ...] = field(default=())

    @property
    def headings(self) -> tuple[str, ...]:
        """Under what it may stand in a file, the proper heading first."""
        return (self.heading, *self.synonyms, self.name, self.identifier)


# Columns of our own files that are written and not read: the key of the record, and the remark
# of an earlier import.
KEY = Word(identifier="key", name="sleutel", heading="sleutel")
ERROR_HEADING = "fout"


def words_of(register: Register) -> Mapping[str, Word]:
    """Field → its word."""
    return _words(register.thing, register.fields, register)


_known: dict[str, Mapping[str, Word]] = {}


def _words(thing: str, fields: tuple[Field, ...], register: Register) -> Mapping[str, Word]:
    if thing not in _known:
        kinds = kinds_of(register)
        _known[thing] = {
            each.name: _word(each, label=in_dutch(kinds[each.name].field.verbose_name))
            for each in fields
        }
    return _known[thing]


def _word(each: Field, *, label: str) -> Word:
    return Word(
        identifier=each.name,
        name=each.word or machine_name(label),
        heading=label,
        synonyms=each.synonyms,
    )


@cache
def machine_name(label: str) -> str:
    """A label as a name between machines: "aangevraagd op" → "aangevraagdOp"."""
    first, *rest = re.findall(r"\w+", label)
    return str(first).lower() + "".join(part.lower().capitalize() for part in rest)
