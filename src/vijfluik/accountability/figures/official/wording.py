"""The words of what was supplied, in an English edition: names of parts, places in a document."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from vijfluik.core.documents.structure import Language

_FILE = Path(__file__).with_name("words.toml")
Value = TypeVar("Value")


def parts_in(parts: Mapping[str, Value], *, language: Language) -> Mapping[str, Value]:
    """Parts under their names in a language; a name that has no English stays as it is."""
    if language is Language.DUTCH:
        return parts
    known = _words()["parts"]
    return {known.get(name, name): value for name, value in parts.items()}


def place_in(place: str, *, language: Language) -> str:
    """A place in a document in a language: "regels 643–648" is "lines 643–648" in English."""
    word, space, rest = place.partition(" ")
    if language is Language.DUTCH or not space:
        return place
    return f"{_words()['places'].get(word, word)} {rest}"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
