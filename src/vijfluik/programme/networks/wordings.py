"""The versions of the words with which consent is asked, as data."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vijfluik.core.promised import promised
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language

FILE = Path(__file__).with_name("wordings.toml")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words of one version in both languages, shown since a day."""

    version: str
    since: dt.date
    nl: str
    en: str

    def __str__(self) -> str:
        since = day(self.since, language=page_language())
        return _("versie %(version)s, sinds %(day)s") % {"version": self.version, "day": since}

    def said(self, *, network: str, municipality: str) -> str:
        """The words of consent for a network, in the language of the page."""
        words = self.en if page_language() == "en" else self.nl
        return words.format(network=network, municipality=municipality)


@cache
def wordings() -> Mapping[str, Wording]:
    """Version → its words, the oldest first."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {version: Wording(version=version, **words) for version, words in told.items()}


def latest() -> str:
    """The version that is shown today."""
    return list(wordings())[-1]


def wording_choices() -> list[tuple[str, Promise]]:
    """Version → its name, the newest first."""
    return [(version, promised(words)) for version, words in reversed(list(wordings().items()))]
