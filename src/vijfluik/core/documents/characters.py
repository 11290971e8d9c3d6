"""Which characters can be shown: on the web nearly all, on paper those of the embedded font.

PDF/UA refuses a character without a glyph, and the fonts of the machine do not take part (a
document must come out the same everywhere). A character that the font lacks is written as its
code point, "[U+6F22]": visible, searchable, nothing silently lost.
"""

from __future__ import annotations

import re
import unicodedata

FONT = "Libertinus Serif"
"""The only text family in the Typst wheel that has regular, bold and italic."""

# Seen in all styles of the family in typst 0.15.2; tests/core/documents compiles every one of them.
_PRINTABLE = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x1CD, 0x1E3), (0x1E6, 0x1ED), (0x1F4, 0x1F5),
    (0x1F8, 0x21B), (0x226, 0x233), (0x2B0, 0x2DD), (0x300, 0x315), (0x323, 0x331),
    (0x386, 0x386), (0x388, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE),
    (0x400, 0x401), (0x403, 0x451), (0x453, 0x453), (0x455, 0x458), (0x45C, 0x45E),
    (0x4D0, 0x4D7), (0x4DC, 0x4DF), (0x4E2, 0x4E7), (0x4EC, 0x4F5), (0x1E00, 0x1E9B),
    (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2027), (0x202F, 0x2037), (0x2039, 0x203E),
    (0x2044, 0x2044), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A3, 0x20A4), (0x20AC, 0x20AC),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2126, 0x2126), (0x2153, 0x215E), (0x2190, 0x2199),
    (0x2212, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2249), (0x2260, 0x2261),
    (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25B2, 0x25B3), (0x25CF, 0x25CF), (0xFFFD, 0xFFFD),
)  # fmt: skip

_SHOWN = frozenset(chr(code) for low, high in _PRINTABLE for code in range(low, high + 1))

_WHITE = re.compile(r"[\t\n\f\r ]+")
_NOT_FOR_THE_WEB = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def printable_ranges() -> tuple[tuple[int, int], ...]:
    """Return the code points, as closed ranges, that are set on paper as they are."""
    return _PRINTABLE


def collapse(text: str) -> str:
    """Return ``text`` with each run of white space as one space; no-break spaces stay."""
    return _WHITE.sub(" ", text)


def web_text(text: str) -> str:
    """Return ``text`` with characters that HTML forbids replaced by U+FFFD."""
    return _NOT_FOR_THE_WEB.sub("\N{REPLACEMENT CHARACTER}", text)


def print_text(text: str) -> str:
    """Return ``text`` composed (NFC), with what the font cannot show written as "[U+6F22]"."""
    composed = unicodedata.normalize("NFC", collapse(text))
    # Soft hyphens and zero-width joints carry no meaning on paper.
    without_joints = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", composed)
    return "".join(map(_shown, without_joints))


def _shown(character: str) -> str:
    return character if character in _SHOWN else f"[U+{ord(character):04X}]"
