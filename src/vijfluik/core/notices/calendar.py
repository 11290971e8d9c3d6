"""A calendar in iCalendar (RFC 5545) that says "overleg" and a time, and nothing more. Pure."""

import datetime as dt
import hmac
from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _

from vijfluik.core.partners.queries import AMSTERDAM

BEGINS, LASTS = dt.time(9), dt.timedelta(minutes=30)
# RFC 5545, 3.1: a line has at most 75 octets, its break not included.
MOST_OCTETS = 75
END = "\r\n"


def calendar_of(days: Iterable[dt.date], *, secret: bytes, at: dt.datetime, language: str) -> bytes:
    """The calendar.

    Args:
        days: on each of them half an hour in the morning.
        secret: of the link. The identifier of an event is a keyed hash of its day: the same each
            time, another in another calendar, and nothing that it could be told from.
        at: when it was made.
        language: of the one word that it holds.
    """
    with translation.override(language):
        word = _("Overleg")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vijfluik//Agenda//NL", "METHOD:PUBLISH"]
    for day in days:
        begins = dt.datetime.combine(day, BEGINS, AMSTERDAM)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{hmac.digest(secret, day.isoformat().encode(), 'sha256').hex()}",
            f"DTSTAMP:{_utc(at)}",
            f"DTSTART:{_utc(begins)}",
            f"DTEND:{_utc(begins + LASTS)}",
            f"SUMMARY:{_escaped(word)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + END for line in lines).encode()


def folded(line: str) -> str:
    """A line of any length as lines of at most 75 octets; no character is cut in two."""
    found: list[bytes] = []
    held = b""
    for character in line:
        octets = character.encode()
        # What goes on begins with a space, which counts.
        if len(held) + len(octets) > MOST_OCTETS - bool(found):
            found.append(held)
            held = b""
        held += octets
    return f"{END} ".join(each.decode() for each in (*found, held))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
