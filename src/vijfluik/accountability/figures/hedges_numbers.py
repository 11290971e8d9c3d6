"""Numbers as people write them in Dutch and English: "5.500", "6,1", "1,4 miljoen"."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType

from vijfluik.core.documents.structure import Language

Number = int | Decimal

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
