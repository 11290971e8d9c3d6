"""Numbers and dates as words, in Dutch or in English.

Pure functions: the language is given, the moment is given, nothing reads a setting or a clock.
The template filters of `templatetags/ui.py` are these functions with the language of the page.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal, format_percent

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# English here is the English of Europe: day before month, 24 hours.
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
NO_VALUE = "–"
UNITS = ("kB", "MB", "GB")

Amount = int | float | Decimal


def locale_of(language: str) -> str:
    """The locale for a language code such as "nl" or "en-gb"; Dutch for any other language."""
    return LOCALES.get(language[:2].lower(), LOCALES["nl"])


def number(value: Amount, *, language: str, decimals: int = 0) -> str:
    """A number with the thousands and decimal signs of the language, rounded half to even."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale_of(language)).replace("-", "−")


def signed(value: Amount, *, language: str, decimals: int = 0) -> str:
    """A difference with its sign always written: "+54", "−54", "0"."""
    text = number(value, language=language, decimals=decimals)
    return f"+{text}" if value > 0 else text


def percentage(share: Amount, *, language: str, decimals: int = 0) -> str:
    """A share between 0 and 1 as a percentage: 0.63 becomes "63%"."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "%"
    return format_percent(share, format=pattern, locale=locale_of(language)).replace("-", "−")


def money(cents: int, *, language: str) -> str:
    """An amount in euro, given in cents; whole euros are written without decimals."""
    pattern = "¤ #,##0" if cents % 100 == 0 else "¤ #,##0.00"
    if language[:2].lower() == "en":
        pattern = pattern.replace("¤ ", "¤")
    return format_currency(
        Decimal(cents) / 100,
        "EUR",
        format=pattern,
        locale=locale_of(language),
        currency_digits=False,
    ).replace("-", "−")


def day(value: date, *, language: str) -> str:
    """A day in full: "15 april 2019". A moment counts as its day in Amsterdam."""
    if isinstance(value, datetime):
        value = in_amsterdam(value).date()
    return _written(value, "d MMMM y", locale_of(language))


def short_day(value: date, *, language: str) -> str:
    """A day for narrow columns, with the month in letters: "15 apr 2019"."""
    if isinstance(value, datetime):
        value = in_amsterdam(value).date()
    return _written(value, "d MMM y", locale_of(language)).replace(".", "")


@lru_cache(maxsize=4096)
def _written(value: date, pattern: str, locale: str) -> str:
    """A list shows the same few hundred days again and again, and Babel takes 80 µs for each."""
    return format_date(value, format=pattern, locale=locale)


def moment(value: datetime, *, language: str, seconds: bool = False) -> str:
    """A moment on the clock of Amsterdam: "15 april 2019, 14:05".

    Raises ValueError for a naive moment.
    """
    pattern = "d MMMM y, HH:mm:ss" if seconds else "d MMMM y, HH:mm"
    return format_datetime(
        in_amsterdam(value), format=pattern, tzinfo=AMSTERDAM, locale=locale_of(language)
    )


def in_amsterdam(value: datetime) -> datetime:
    """The same moment on the clock of Amsterdam. Raises ValueError for a naive moment."""
    if value.tzinfo is None:
        raise ValueError(f"a moment without a time zone says nothing: {value!r}")
    return value.astimezone(AMSTERDAM)


def period(first: date, last: date, *, language: str) -> str:
    """A period of whole days, both ends included: "2018", or "1 maart 2018 – 15 april 2019"."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{day(first, language=language)} – {day(last, language=language)}"


def days_until(due: date, *, today: date, language: str) -> str:
    """When something is due, seen from today: "vandaag", "over 3 dagen", "2 dagen te laat"."""
    days = (due - today).days
    english = language[:2].lower() == "en"
    near = {
        0: ("vandaag", "today"),
        1: ("morgen", "tomorrow"),
        -1: ("1 dag te laat", "1 day late"),
    }
    if days in near:
        return near[days][english]
    if days < 0:
        return f"{-days} days late" if english else f"{-days} dagen te laat"
    return f"in {days} days" if english else f"over {days} dagen"


def file_size(size: int, *, language: str) -> str:
    """A number of bytes in the largest unit that keeps it above one: "12 kB", "3,4 MB"."""
    if size < 1000:
        return f"{size} B"
    power = min((len(str(size)) - 1) // 3, len(UNITS))
    amount = size / 1000**power
    decimals = 1 if amount < 10 else 0
    return f"{number(amount, language=language, decimals=decimals)} {UNITS[power - 1]}"
