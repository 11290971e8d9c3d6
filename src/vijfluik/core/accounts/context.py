"""Passwords that are guessed because they are of here: words of the context carry no length.

The listed words (context.toml) and the names of the installation's own organisations and places may
stand in a password. What is left of it without them has to be as long as any password is; so
"Vijfluik-Utrecht-2026" is refused, and a sentence in which a town occurs is not.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.partners.models import Organisation, Place, Professional

FILE = Path(__file__).with_name("context.toml")
# Shorter parts of names stand in half of all sentences.
LEAST = 4
_PART = re.compile(r"[^\W_]+")
# What people type for a letter, where a password asks for signs.
_SIGNS = str.maketrans("013457@$!", "oieastasi")


class ContextValidator:
    """Refuses a password that is hardly more than words of the context."""

    def __init__(self, shortest: int = LIMITS.shortest_password) -> None:
        """`shortest`: so many characters at least have to be left."""
        self.shortest = shortest

    def validate(self, password: str, user: Professional | None = None) -> None:  # noqa: ARG002
        """Nothing when it will do. Django hands over whose it is, which others look at.

        Raises:
            ValidationError: too little is left of it.
        """
        if carried(password, words=listed() | names()) < self.shortest:
            raise ValidationError(self.get_help_text(), code="password_of_the_context")

    def get_help_text(self) -> str:
        """What is asked."""
        return _(
            "Namen van het platform, van organisaties en plaatsen en woorden van het werk tellen"
            " niet mee. Zonder die woorden is dit wachtwoord te kort: neem er andere woorden bij."
        )


def carried(password: str, *, words: Iterable[str]) -> int:
    """How many characters of a password are not of the words, spaces left out; all of them when
    none occurs.

    Args:
        words: folded, as `folded` leaves them.
    """
    # The place in the password of each letter or figure; signs between them hide no word.
    places, letters = [], []
    for place, sign in enumerate(password):
        for each in folded(sign):
            places.append(place)
            letters.append(each)
    covered: set[int] = set()
    for text in {"".join(letters), _plain("".join(letters))}:
        for word in words:
            found = text.find(word)
            while found >= 0:
                covered |= set(places[found : found + len(word)])
                found = text.find(word, found + 1)
    if not covered:
        return len(password)
    return sum(
        1 for place, sign in enumerate(password) if place not in covered and not sign.isspace()
    )


def folded(text: str) -> str:
    """Small letters without accents, figures, and signs that stand for a letter."""
    taken = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in taken if each.isalnum() or each in "@$!")


def _plain(text: str) -> str:
    return text.translate(_SIGNS)


@cache
def listed() -> frozenset[str]:
    """The words of the file, folded."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["words"]
    return frozenset(folded(word) for words in told.values() for word in words)


def names() -> frozenset[str]:
    """The names of organisations and places of this installation, whole and in parts, folded."""
    found = [text for row in Organisation.objects.values_list("name", "code") for text in row]
    found += Place.objects.values_list("name", flat=True).distinct()
    parts = {folded(part) for name in found for part in [name, *_PART.findall(name)]}
    return frozenset(part for part in parts if len(part) >= LEAST)
