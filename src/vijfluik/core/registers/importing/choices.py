"""Values from a closed list, written as people write them."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from django.db.models import Choices
from django.utils import translation
from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.columns import plain_heading
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.importing.sheets import CellValue, as_text

Value = TypeVar("Value")

_BETWEEN = re.compile(r"[;,|/\n]+")


class ChoiceTable(Generic[Value]):
    """Which words stand for which value. `proper` is the word that is suggested for a value."""

    def __init__(self, words: Iterable[tuple[str, Value]], *, proper: Mapping[str, str]) -> None:
        self._values = {plain_heading(word): value for word, value in words}
        self._proper = {plain_heading(word): text for word, text in proper.items()}

    @classmethod
    def of_names(cls, names: Iterable[tuple[str, Value]]) -> "ChoiceTable[Value]":
        """A table in which each word is proper itself."""
        listed = list(names)
        return cls(listed, proper={word: word for word, _value in listed})

    def read(self, value: CellValue) -> Value:
        """The value for a cell.

        Raises:
            Unreadable: it is not in the list; the nearest that is stands beside it.
        """
        plain = plain_heading(as_text(value))
        if plain in self._values:
            return self._values[plain]
        raise Unreadable(wrong=_("staat niet in de lijst"), right=self._suggestion(plain))

    def read_several(self, value: CellValue) -> list[Value]:
        """The values of a cell that holds more than one, in their order, each once.

        Raises:
            Unreadable: one of them is not in the list.
        """
        found: dict[Value, None] = {}
        for part in split(as_text(value)):
            try:
                found[self.read(part)] = None
            except Unreadable as fault:
                raise Unreadable(
                    wrong=_("“%(part)s” staat niet in de lijst") % {"part": part},
                    right=fault.right,
                ) from None
        return list(found)

    def _suggestion(self, plain: str) -> str:
        near = difflib.get_close_matches(plain, self._proper, n=1, cutoff=0.6)
        if near:
            return self._proper[near[0]]
        some = list(dict.fromkeys(self._proper.values()))
        if len(some) > 20:
            return _("een naam uit de lijst van het platform")
        return _("een van: %(names)s") % {"names": ", ".join(some)}


def split(text: str) -> list[str]:
    """The parts of a cell that holds more than one value."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def vocabulary(choices: type[Choices]) -> ChoiceTable[str]:
    """A table of an enumeration: Dutch label, English label and identifier are all understood."""
    return word_table({str(member.value): member.label for member in choices})


def word_table(labels: Mapping[str, object]) -> ChoiceTable[str]:
    """A table of value → label: Dutch label, English label and value are all understood."""
    words: list[tuple[str, str]] = []
    proper: dict[str, str] = {}
    for value, label in labels.items():
        with translation.override("en"):
            words.append((str(label), value))
        with translation.override("nl"):
            dutch = str(label)
        words += [(dutch, value), (value, value)]
        proper[dutch] = dutch
    return ChoiceTable(words, proper=proper)
