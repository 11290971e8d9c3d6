"""From a cell to a value; what cannot be understood says what would be right."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.importing.sheets import CellValue, as_text

_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_MOMENT = re.compile(r"(\S+)[ T](\d{1,2}):(\d\d)(?::(\d\d))?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
# A text that starts so is written with an apostrophe before it, see exporting.separated.
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LARGEST = 1_000_000
# Ten thousand million euros.
_MOST_CENTS = 10**12
_UNSTATED = frozenset({"nietvermeld", "n.v.", "nv", "notstated"})


def read_text(value: CellValue, *, longest: int) -> str:
    """A text on one line.

    Raises:
        Unreadable: longer than it may be.
    """
    text = _GUARDED.sub("", as_text(value), count=1)
    text = " ".join(_CONTROL.sub(" ", text).split())
    if len(text) > longest:
        raise Unreadable(
            wrong=_("de tekst is %(length)d tekens lang") % {"length": len(text)},
            right=_("hoogstens %(longest)d tekens") % {"longest": longest},
        )
    return text


def read_prose(value: CellValue, *, longest: int) -> str:
    """A text of one or more lines.

    Raises:
        Unreadable: longer than it may be.
    """
    text = _GUARDED.sub("", as_text(value), count=1).replace("\r\n", "\n").strip()
    text = _CONTROL.sub(" ", text)
    if len(text) > longest:
        raise Unreadable(
            wrong=_("de tekst is %(length)d tekens lang") % {"length": len(text)},
            right=_("hoogstens %(longest)d tekens") % {"longest": longest},
        )
    return text


def read_cents(value: CellValue) -> int | None:
    """An amount in euros as cents: "€ 1.250.000", "12,50"; "niet vermeld" is None, not 0.

    Raises:
        Unreadable: no amount, negative, or with more than two decimals.
    """
    right = _("een bedrag in euro, bijvoorbeeld 1250000 of 12,50; of: niet vermeld")
    text = as_text(value).replace("€", "").replace(" ", "").removesuffix(",-")
    if text.casefold() in _UNSTATED:
        return None
    if isinstance(value, float):
        text = repr(value)
    elif _THOUSANDS.fullmatch(text.partition(",")[0]):
        text = text.replace(".", "")
    euros = _decimal(text, right=right)
    cents = euros * 100
    if cents != cents.to_integral_value():
        raise Unreadable(wrong=_("te veel cijfers achter de komma"), right=right)
    if not 0 <= cents <= _MOST_CENTS:
        raise Unreadable(wrong=_("het bedrag valt buiten de grenzen"), right=right)
    return int(cents)


def read_day(value: CellValue) -> dt.date:
    """A day: a date of the spreadsheet, dd-mm-jjjj or jjjj-mm-dd.

    Raises:
        Unreadable: no such day, or a year of two digits (which century?).
    """
    if isinstance(value, dt.date):
        return value
    text = as_text(value)
    dutch = _DUTCH_DAY.fullmatch(text)
    iso = _ISO_DAY.fullmatch(text)
    if dutch is not None:
        day, month, year = dutch.groups()
    elif iso is not None:
        year, month, day = iso.groups()
    else:
        raise Unreadable(wrong=_("geen datum"), right=_("dd-mm-jjjj, bijvoorbeeld 15-03-2018"))
    if len(year) == 2:
        raise Unreadable(
            wrong=_("het jaartal heeft twee cijfers"),
            right=f"{int(day):02}-{int(month):02}-20{year}",
        )
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise Unreadable(
            wrong=_("deze dag bestaat niet"), right=_("dd-mm-jjjj, bijvoorbeeld 15-03-2018")
        ) from None


def read_moment(value: CellValue) -> dt.datetime:
    """A moment on the clock of Amsterdam: a day with hours and minutes behind it.

    Raises:
        Unreadable: no such day or time.
    """
    if isinstance(value, dt.datetime):
        return value if value.tzinfo else value.replace(tzinfo=AMSTERDAM)
    right = _("dd-mm-jjjj uu:mm, bijvoorbeeld 15-03-2018 23:59")
    found = _MOMENT.fullmatch(as_text(value))
    if found is None:
        raise Unreadable(wrong=_("geen moment"), right=right)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    try:
        time = dt.time(hours, minutes, seconds)
    except ValueError:
        raise Unreadable(wrong=_("deze tijd bestaat niet"), right=right) from None
    return dt.datetime.combine(read_day(found[1]), time, tzinfo=AMSTERDAM)


def read_count(value: CellValue) -> int:
    """A whole number, zero or more; "1.250" is twelve hundred and fifty.

    Raises:
        Unreadable: no number, not whole, negative, or beyond a million.
    """
    text = as_text(value)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    number = _decimal(text, right=_("een heel getal, bijvoorbeeld 12"))
    if number != number.to_integral_value():
        raise Unreadable(wrong=_("geen heel getal"), right=_("een heel getal, bijvoorbeeld 12"))
    if not 0 <= number <= _LARGEST:
        raise Unreadable(
            wrong=_("het getal valt buiten de grenzen"),
            right=_("een heel getal van 0 tot en met 1.000.000"),
        )
    return int(number)


def read_decimal(value: CellValue, *, places: int) -> Decimal:
    """A number with at most so many decimals, after a comma or a point.

    Raises:
        Unreadable: no number, or more decimals.
    """
    right = _("een getal, bijvoorbeeld 7,8")
    text = repr(value) if isinstance(value, float) else as_text(value)
    number = _decimal(text, right=right)
    if abs(number) > _LARGEST:
        raise Unreadable(wrong=_("het getal valt buiten de grenzen"), right=right)
    rounded = round(number, places)
    if rounded != number:
        raise Unreadable(
            wrong=_("te veel cijfers achter de komma"), right=str(rounded).replace(".", ",")
        )
    return rounded


def _decimal(text: str, *, right: str) -> Decimal:
    try:
        number = Decimal(text.replace(",", ".", 1))
    except InvalidOperation:
        raise Unreadable(wrong=_("geen getal"), right=right) from None
    if not number.is_finite():
        raise Unreadable(wrong=_("geen getal"), right=right)
    return number
