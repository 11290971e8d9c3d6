"""Whom a record is about, and who reads a letter of it without a rule about its register.

A municipality reads what was decided about itself on the page of its support, and has no rule about
the register in which the ministry keeps it. What is shared there it reads too, and nothing else.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.ui.shell import Link


class Accessing(Protocol):
    """Decides, tells the journal, and gives the record; raises `Refused` otherwise."""

    def __call__(self, *, who: Acting, key: uuid.UUID) -> Any:
        """The record."""


@dataclass(frozen=True, kw_only=True)
class Concerned:
    """How whom a record is about comes to it.

    Attributes:
        access: the only way to one of them.
        rows: those about the reader; row-level security shows no others.
        home: where the record stands for the reader.
    """

    access: Accessing
    rows: Callable[[Acting], QuerySet[Any]]
    home: Callable[[Any], Link]


_declared: dict[str, Concerned] = {}


def declare_concerned(thing: str, concerned: Concerned) -> None:
    """Say at start-up how whom the records of a register are about comes to them."""
    _declared[thing] = concerned


def concerned_with(thing: str, *, who: Acting) -> Concerned | None:
    """The way of whom its records are about; None for who reads the register by a rule."""
    found = _declared.get(thing)
    if found is None or not reach(who=who, thing=thing, action="read").nowhere:
        return None
    return found
