"""The goals of the model, read from their data file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("model.toml")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A goal of the model: its word, its names, who usually owns it, after how many months."""

    word: str
    nl: str
    en: str
    owner: str
    months: int
    target: str

    def name(self, language: str) -> str:
        """Its name: English for `en…`, Dutch for every other language."""
        return self.en if language.startswith("en") else self.nl


@cache
def goals() -> tuple[Goal, ...]:
    """All goals, in the order of the file."""
    return tuple(Goal(**each) for each in tomllib.loads(FILE.read_text("utf-8"))["goal"])
