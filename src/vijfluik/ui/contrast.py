"""Measures the colours of a theme as WCAG and an eye do.

The tests hold our own tokens against it, and the theme of an organisation (THEME_CSS) can be
measured by the same code before it is used.
"""

import math
import re
from itertools import pairwise
from pathlib import Path

SHEET = Path(__file__).parent / "static" / "vijfluik" / "tokens.css"
DECLARATION = re.compile(
    r"--vijfluik-color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);"
)
THEMES = ("light", "dark")


def palette(theme: str, *, sheet: Path = SHEET) -> dict[str, str]:
    """The colour of each token in "light" or "dark", by its name without prefix."""
    index = 2 + THEMES.index(theme)
    return {m[1]: m[index] for m in DECLARATION.finditer(sheet.read_text("utf-8"))}


def linear(colour: str) -> tuple[float, float, float]:
    """The linear red, green and blue of "#rrggbb", each 0 to 1."""
    parts = [int(colour[start:end], 16) / 255 for start, end in pairwise((1, 3, 5, 7))]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """CIE L*, 0 to 100: what is left of a colour in grey."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def oklab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    """Oklab coordinates of a linear colour."""
    long = max(0.0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = max(0.0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = max(0.0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def difference(one: str, other: str, *, deficiency: str) -> float:
    """The distance in Oklab of two colours as somebody with this deficiency sees them."""
    pairs = zip(seen_with(one, deficiency), seen_with(other, deficiency), strict=True)
    return math.hypot(*(a - b for a, b in pairs))


def seen_with(colour: str, deficiency: str) -> tuple[float, float, float]:
    """A colour in Oklab as somebody with this deficiency sees it."""
    red, green, blue = (
        math.fsum(weight * part for weight, part in zip(row, linear(colour), strict=True))
        for row in DEFICIENCIES[deficiency]
    )
    return oklab(red, green, blue)
