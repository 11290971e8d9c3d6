"""Numbers as people write them in Dutch and English: "5.500", "6,1", "1,4 miljoen"."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType

from vijfluik.core.documents.structure import Language

Number = int | Decimal
_MILLION = Decimal(1_000_000)
_HUNDRED_THOUSAND = Decimal(100_000)

_MARKS = MappingProxyType({Language.DUTCH: (".", ","), Language.ENGLISH: (",", ".")})
_SCALES = MappingProxyType(
    {
        Language.DUTCH: MappingProxyType(
            {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
        ),
        Language.ENGLISH: MappingProxyType({"thousand": 3, "million": 6, "billion": 9}),
    }
)


class NumberError(ValueError):
    """Raised for text that is not one number in its language."""


def plain(value: Number) -> str:
    """Return ``value`` for machines, without exponent or groups: Decimal("1E+3") → "1000"."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def number_text(value: Number, *, language: Language) -> str:
    """Return ``value`` exactly, grouped by thousands: 5537 → "5.537", 6.10 → "6,10" (Dutch)."""
    thousands, decimal = _MARKS[language]
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    whole, _, rest = plain(value).lstrip("-").partition(".")
    groups = f"{int(whole):,}".replace(",", thousands)
    return f"{sign}{groups}{decimal + rest if rest else ''}"


def parse_number(text: str, *, language: Language) -> Decimal:
    """Return the number that ``text`` states, groups and a scale word understood.

    Raises ``NumberError`` when it is not a number, or grouped wrongly ("55.37").
    """
    thousands, decimal = (re.escape(mark) for mark in _MARKS[language])
    scales = _SCALES[language]
    pattern = rf"(\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)(?:{decimal}(\d+))?(?:[ \u00a0]+([a-z]+))?"
    match = re.fullmatch(pattern, text.strip())
    if match is None or (match[3] and match[3] not in scales):
        raise NumberError(f"{text!r} is not a number")
    whole = re.sub(r"\D", "", match[1])
    return Decimal(f"{whole}.{match[2] or 0}").scaleb(scales[match[3]] if match[3] else 0)


def euro_text(value: Number, *, language: Language) -> str:
    """Return an amount in euros: 6300000 → "€ 6,3 miljoen", 500000 → "€ 500.000", 12.5 → "€ 12,50".

    Millions are written out in words when nothing is lost by it.
    """
    sign = "€\N{NO-BREAK SPACE}" if language is Language.DUTCH else "€"
    amount = Decimal(value)
    if abs(amount) >= _MILLION and amount % _HUNDRED_THOUSAND == 0:
        millions = number_text((amount / _MILLION).normalize(), language=language)
        word = "miljoen" if language is Language.DUTCH else "million"
        return f"{sign}{millions} {word}"
    exact = amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01"))
    return f"{sign}{number_text(exact, language=language)}"
