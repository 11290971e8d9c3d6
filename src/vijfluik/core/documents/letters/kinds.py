"""The letters that the records of a register have; rooms declare them at start-up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from vijfluik.core.documents.letters.composing import Filled
from vijfluik.core.documents.letters.template import Template


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """A letter of the records of one register.

    Attributes:
        thing: the register.
        word: how it is called in addresses, Dutch.
        title: what it is.
        states: of the record, in which it can be made.
        action: what somebody must be allowed to do with the record to send it.
        template: its words.
        fill: what is known for it, of a record; called inside `acting(who)`.
    """

    thing: str
    word: str
    title: str | Promise
    states: tuple[str, ...]
    action: str
    template: Template
    fill: Callable[[Any], Filled]


_kinds: dict[tuple[str, str], LetterKind] = {}


def declare_letter(kind: LetterKind) -> None:
    """Make a letter known.

    Raises:
        ValueError: its register has another letter of that word.
    """
    if _kinds.setdefault((kind.thing, kind.word), kind) is not kind:
        raise ValueError(f"{kind.thing} has two letters called {kind.word!r}")


def every_letter() -> list[LetterKind]:
    """All of them, in the order of their declaration."""
    return list(_kinds.values())


def letters_of(thing: str, *, state: str) -> list[LetterKind]:
    """Those that a record of a register has in a state."""
    return [kind for kind in _kinds.values() if kind.thing == thing and state in kind.states]
