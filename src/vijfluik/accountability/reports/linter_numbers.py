"""The rule against naked numbers: a count in prose must be bound to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vijfluik.accountability.reports.linter_finding import Saying
from vijfluik.accountability.reports.linter_number_words import (
    BEFORE_YEAR,
    COUNTABLE,
    DIGITS,
    NAMES,
    NO_COUNT,
    NUMBER_WORDS,
    YEAR,
)
from vijfluik.core.documents.structure import Language

NAKED = Saying(
    dutch="Dit getal is niet aan een cijfer gebonden.",
    english="This number is not bound to a figure.",
)
BIND = Saying(
    dutch="Schrijf '[[id]]' of '[[id als ruim 4.800]]'; is het geen telling, "
    "dan '{{woorden|reden}}'.",
    english="Write '[[id]]' or '[[id as just over 4,800]]'; if it counts nothing, "
    "'{{words|reason}}'.",
)


def naked_numbers(text: str, *, language: Language) -> Iterator[re.Match[str]]:
    """Yield each count in ``text``, in digits and in words, in order of its place.

    Years, dates, references to papers and articles, codes and ordinals pass.
    """
    names = [match.span() for match in NAMES[language].finditer(text)]
    exceptions = [match.span() for match in NO_COUNT[language].finditer(text)]
    found = [
        match
        for match in DIGITS.finditer(text)
        if not _inside(match, names) and not _is_year(match, language=language)
    ]
    found += [
        match
        for match in NUMBER_WORDS[language].finditer(text)
        if not _inside(match, [*names, *exceptions])
    ]
    yield from sorted(found, key=lambda match: match.start())


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


def _is_year(match: re.Match[str], *, language: Language) -> bool:
    if not YEAR.match(match[0]):
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    if BEFORE_YEAR[language].search(before):
        return True
    return not COUNTABLE[language].match(after)
