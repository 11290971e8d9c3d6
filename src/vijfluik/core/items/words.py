"""A text in both languages of the platform."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """The same said in Dutch and in English."""

    nl: str
    en: str

    def of(self, language: str) -> str:
        """The text in a language: English for `en…`, Dutch for every other."""
        return self.en if language.startswith("en") else self.nl
