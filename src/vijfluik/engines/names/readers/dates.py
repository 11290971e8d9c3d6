"""Dates as lists write them, as ISO dates or the part of one that is known."""

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari", "feb february februari", "mar march maart mrt", "apr april",
            "may mei", "jun june juni", "jul july juli", "aug august augustus",
            "sep sept september", "oct okt october oktober", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$")
DAY_FIRST = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
IN_WORDS = re.compile(r"^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$")
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def iso(text: object) -> str | None:
    """A date of birth as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None when no year is in it.

    A day or month of 00 counts as unknown.
    """
    if isinstance(text, dt.date):
        return text.strftime("%Y-%m-%d")
    value = str(text or "").strip()
    match = ISO.match(value)
    if match:
        return joined(match[1], match[2], match[3])
    match = DAY_FIRST.match(value)
    if match:
        return joined(match[3], match[2], match[1])
    match = IN_WORDS.match(value)
    if match and match[2].lower() in MONTHS:
        return joined(match[3], str(MONTHS[match[2].lower()]), match[1])
    match = YEAR.search(value)
    return match[1] if match else None


def joined(year: str, month: str | None, day: str | None) -> str:
    """The parts that are known, in ISO form."""
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
