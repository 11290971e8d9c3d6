"""Hedges: what "ruim 5.500" claims, whether it is true of a value, and how to say it honestly.

| hedge         | Dutch               | English   | true when                                    |
|---------------|---------------------|-----------|----------------------------------------------|
| ``EXACT``     | (none)              | (none)    | value = stated                               |
| ``JUST_OVER`` | ruim                | just over | stated ≤ value ≤ stated + 5 %                |
| ``MORE_THAN`` | meer dan            | more than | value > stated                               |
| ``ALMOST``    | bijna               | almost    | stated − 5 % ≤ value < stated                |
| ``ABOUT``     | circa, ongeveer, zo'n | about   | value within 5 % of stated                   |
| ``AT_LEAST``  | ten minste          | at least  | value ≥ stated                               |

The rounding step is the largest of 1, 5, 10, 50, 100, 500 … that is at most one twentieth of the
value. Every rounding then stays within 5 % of what is stated, whichever way it goes. Below 20 there
is no such step and the value is said exactly, as is a value that is already round (0 is "0"). Only
"ten minste" is kept with the exact value: it says that lines are missing, and 0 with lines missing
is not 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType

from vijfluik.accountability.figures.hedges_numbers import (
    Number,
    NumberError,
    number_text,
    parse_number,
)
from vijfluik.core.documents.structure import Language

TOLERANCE = Decimal("0.05")
"""How far a stated number may lie from the value, as a part of what is stated."""


class Hedge(StrEnum):
    """How a number is softened; the rule of a figure and the claim of a sentence."""

    EXACT = "exact"
    JUST_OVER = "just_over"
    MORE_THAN = "more_than"
    ALMOST = "almost"
    ABOUT = "about"
    AT_LEAST = "at_least"


_WORDS = MappingProxyType(
    {
        Language.DUTCH: MappingProxyType(
            {
                "ruim": Hedge.JUST_OVER,
                "meer dan": Hedge.MORE_THAN,
                "bijna": Hedge.ALMOST,
                "circa": Hedge.ABOUT,
                "ca.": Hedge.ABOUT,
                "ongeveer": Hedge.ABOUT,
                "zo'n": Hedge.ABOUT,
                "zo\N{RIGHT SINGLE QUOTATION MARK}n": Hedge.ABOUT,
                "ten minste": Hedge.AT_LEAST,
                "minstens": Hedge.AT_LEAST,
            }
        ),
        Language.ENGLISH: MappingProxyType(
            {
                "just over": Hedge.JUST_OVER,
                "more than": Hedge.MORE_THAN,
                "almost": Hedge.ALMOST,
                "nearly": Hedge.ALMOST,
                "about": Hedge.ABOUT,
                "approximately": Hedge.ABOUT,
                "around": Hedge.ABOUT,
                "at least": Hedge.AT_LEAST,
            }
        ),
    }
)

_ROUNDING = MappingProxyType(
    {
        Hedge.JUST_OVER: ROUND_FLOOR,
        Hedge.MORE_THAN: ROUND_FLOOR,
        Hedge.ALMOST: ROUND_CEILING,
        Hedge.ABOUT: ROUND_HALF_UP,
    }
)


class HedgeError(ValueError):
    """Raised for a phrase that is not a hedge word (or none) and one number."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a phrase says: a hedge and the number that it states."""

    hedge: Hedge
    stated: Decimal


def hedge_words(language: Language) -> tuple[str, ...]:
    """Return the words that soften a number in ``language``, longest first."""
    return tuple(sorted(_WORDS[language], key=lambda word: (-len(word), word)))


def hedge_of(word: str, *, language: Language) -> Hedge | None:
    """Return the hedge that ``word`` says ("ongeveer"), or ``None`` when it says none."""
    return _WORDS[language].get(word.lower())


def parse_phrase(phrase: str, *, language: Language) -> Claim:
    """Return what ``phrase`` ("ruim 4.800") claims. Raises ``HedgeError`` for anything else."""
    text = " ".join(phrase.split())
    hedge = Hedge.EXACT
    for word in hedge_words(language):
        if text.lower().startswith(f"{word} "):
            hedge, text = _WORDS[language][word], text[len(word) + 1 :]
            break
    text = text.removeprefix("€").strip()
    try:
        return Claim(hedge=hedge, stated=parse_number(text.lower(), language=language))
    except NumberError as error:
        raise HedgeError(str(error)) from error


def holds(claim: Claim, *, value: Number) -> bool:
    """Return whether ``claim`` is true of ``value`` (table above)."""
    stated = claim.stated
    margin = abs(stated) * TOLERANCE
    match claim.hedge:
        case Hedge.EXACT:
            return value == stated
        case Hedge.JUST_OVER:
            return stated <= value <= stated + margin
        case Hedge.MORE_THAN:
            return value > stated
        case Hedge.ALMOST:
            return stated - margin <= value < stated
        case Hedge.ABOUT:
            return abs(value - stated) <= margin
        case Hedge.AT_LEAST:
            return value >= stated


def rounding_step(value: Number) -> int:
    """Return the step to which ``value`` may be rounded, or 0 when it is said exactly."""
    room = abs(Decimal(value)) / 20
    if room < 1:
        return 0
    power = int(Decimal(1).scaleb(room.adjusted()))
    return 5 * power if room >= 5 * power else power


def claim_for(value: Number, *, hedge: Hedge) -> Claim:
    """Return what may be said of ``value`` under a hedge rule: 5537, ``JUST_OVER`` → 5500.

    A value that is round, below 20 or negative is said exactly. The claim is always true.
    """
    if hedge is Hedge.AT_LEAST:
        return Claim(hedge=hedge, stated=Decimal(value))
    step = rounding_step(value)
    exact = Claim(hedge=Hedge.EXACT, stated=Decimal(value))
    if hedge is Hedge.EXACT or step == 0 or value < 0:
        return exact
    steps = (Decimal(value) / step).to_integral_value(_ROUNDING[hedge])
    stated = int(steps) * step
    return exact if stated == value else Claim(hedge=hedge, stated=Decimal(stated))


def rounded_phrase(
    value: Number,
    *,
    hedge: Hedge,
    language: Language,
    word: str = "",
    shown: Callable[[Number, Language], str] | None = None,
) -> str:
    """Return ``value`` as its hedge rule says it: 5537 with ``JUST_OVER`` → "ruim 5.500".

    ``word`` says the hedge instead of the usual one; it has to mean the same. ``shown`` writes the
    number. The phrase is always true of ``value``.
    """
    claim = claim_for(value, hedge=hedge)
    stated = value if claim.stated == value else int(claim.stated)
    text = number_text(stated, language=language) if shown is None else shown(stated, language)
    if claim.hedge is Hedge.EXACT:
        return text
    fitting = word if hedge_of(word, language=language) is claim.hedge else ""
    return f"{fitting or first_word(claim.hedge, language=language)} {text}"


def first_word(hedge: Hedge, *, language: Language) -> str:
    """Return the usual word for a hedge that has one. Raises ``StopIteration`` for ``EXACT``."""
    return next(word for word, meaning in _WORDS[language].items() if meaning is hedge)
