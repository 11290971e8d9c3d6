"""A version of a provision as a value that cannot carry what it may not carry."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from vijfluik.core.law.vocabulary import (
    UNCONFIRMED,
    Certainty,
    Claim,
    Standing,
    Start,
    StatedUnit,
)
from vijfluik.engines.terms import TermRule

NOTHING: Mapping[str, TermRule] = MappingProxyType({})


class LawError(ValueError):
    """The data of the law contradict themselves; the message names the place and the remedy."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """An act or regulation: short name, names in both languages, identifier."""

    slug: str
    short: str
    nl: str
    en: str
    identifier: str = ""

    def name(self, language: str) -> str:
        """Its name: English for `en…`, Dutch for every other language."""
        return self.en if language.startswith("en") else self.nl


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """Two named lawyers who read the text and confirmed it; `invented` in a demonstration."""

    by: tuple[str, str]
    on: dt.date
    invented: bool = False

    def __post_init__(self) -> None:
        first, second = (name.strip() for name in self.by)
        if not first or not second or first.casefold() == second.casefold():
            raise LawError(f"a confirmation names two different lawyers, not {self.by}")


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What a text states as a number, for figures to tell. It carries nothing: a term is a rule."""

    number: int
    unit: StatedUnit

    def __post_init__(self) -> None:
        if self.number < 1:
            raise LawError(f"a text states a number from 1 on, not {self.number}")


@dataclass(frozen=True, kw_only=True)
class ProvisionVersion:
    """What a provision says on the days [valid_from, valid_until), as known from a day.

    A revision is all that was known of a provision from one day on: its parts are the stretches of
    validity, without overlap. The revision that holds is the last one known.

    stated: the number that the text is quoted for, whoever confirmed it or not.

    claims: what the text would carry. terms: its terms, by name. Both count only when it is
    confirmed; `carries` and `usable_terms` say what it may really be used for.
    """

    slug: str
    rule: str
    act: Act
    article: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    note: Mapping[str, str]
    revision: int
    part: int
    known_from: dt.date
    valid_from: dt.date
    valid_until: dt.date | None
    start: Start
    certainty: Certainty
    source: Mapping[str, str]
    claims: frozenset[Claim] = frozenset()
    terms: Mapping[str, TermRule] = field(default_factory=lambda: NOTHING)
    confirmation: Confirmation | None = None
    stated: Stated | None = None

    def __post_init__(self) -> None:
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise LawError(
                f"{self.key}: a validity from {self.valid_from} cannot end on {self.valid_until}"
            )
        if self.terms and Claim.TERM not in self.claims:
            raise LawError(f"{self.key}: it has terms, so its claims name a term")
        if self.confirmation is not None and self.certainty != Certainty.READ:
            raise LawError(f"{self.key}: lawyers confirm a text that was read, not hearsay")

    @property
    def key(self) -> str:
        """Its key: provision, revision and part."""
        return f"{self.slug}@{self.revision}.{self.part}"

    @property
    def standing(self) -> Standing:
        """How sure we are of it."""
        return UNCONFIRMED[self.certainty] if self.confirmation is None else Standing.CONFIRMED

    @property
    def carries(self) -> frozenset[Claim]:
        """What it may be used for: its claims when confirmed, nothing otherwise."""
        return self.claims if self.confirmation is not None else frozenset()

    @property
    def usable_terms(self) -> Mapping[str, TermRule]:
        """Its terms when confirmed, none otherwise."""
        return self.terms if self.confirmation is not None else NOTHING

    def holds(self, day: dt.date) -> bool:
        """Whether it is valid on a day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    def confirmed(self, confirmation: Confirmation) -> "ProvisionVersion":
        """The same version, confirmed."""
        return replace(self, confirmation=confirmation)


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language: English for `en…`, Dutch for every other."""
    return texts["en" if language.startswith("en") else "nl"]
