"""The forms of extremism as dated data: name, definition, source, and the days on which they held.

Each definition is the same sentence around what a form appeals to, so that none is told otherwise
than another. A form belongs to offers and needs; no table about people may carry one.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import get_language

from vijfluik.core.promised import promised

FILE = Path(__file__).with_name("taxonomy.toml")
_SENTENCES = {
    "nl": (
        "Extremisme dat zich beroept op {appeal}. Een overtuiging hebben of uiten valt er niet"
        " onder; bereid zijn om ervoor de wet ernstig te overtreden of de democratische"
        " rechtsorde te ondermijnen wel."
    ),
    "en": (
        "Extremism that appeals to {appeal}. To hold or utter a conviction does not fall under it;"
        " to be ready to break the law gravely for it or to undermine the democratic legal order"
        " does."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of extremism. `until` is the first day on which it no longer held; None for still."""

    code: str
    names: Mapping[str, str]
    appeals: Mapping[str, str]
    sources: Mapping[str, str]
    since: dt.date
    until: dt.date | None
    confirmed: bool

    def name(self, language: str) -> str:
        """What it is called: English for `en…`, Dutch for every other."""
        return self.names[_short(language)]

    def definition(self, language: str) -> str:
        """What it is, in the sentence that all forms share."""
        short = _short(language)
        return _SENTENCES[short].format(appeal=self.appeals[short])

    def source(self, language: str) -> str:
        """Where it comes from, with its Dutch title kept in every language."""
        return self.sources[_short(language)]

    def holds_on(self, day: dt.date) -> bool:
        """Whether the list held it on a day."""
        return self.since <= day and (self.until is None or day < self.until)


def _short(language: str) -> str:
    return "en" if language.startswith("en") else "nl"


def parse(text: str) -> Mapping[str, Form]:
    """Code → form, in the order of the file.

    Raises:
        KeyError: a form lacks a name, a definition, a source or its first day.
    """
    return {
        code: Form(
            code=code,
            names={"nl": entry["nl"], "en": entry["en"]},
            appeals={"nl": entry["appeals_nl"], "en": entry["appeals_en"]},
            sources={"nl": entry["source_nl"], "en": entry["source_en"]},
            since=entry["from"],
            until=entry.get("until"),
            confirmed=entry["confirmed"],
        )
        for code, entry in tomllib.loads(text).items()
    }


@cache
def forms() -> Mapping[str, Form]:
    """All forms of all times; read once per process."""
    return parse(FILE.read_text(encoding="utf-8"))


def forms_on(day: dt.date) -> list[Form]:
    """The list as it was on a day."""
    return [form for form in forms().values() if form.holds_on(day)]


def form_choices() -> list[tuple[str, Promise]]:
    """Code → name in the language of the page."""
    return [(code, promised(_Named(form))) for code, form in forms().items()]


class _Named:
    """A form whose word follows the language in which it is read."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __str__(self) -> str:
        return self.form.name(get_language() or "nl")
