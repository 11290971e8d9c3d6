"""What makes a request right beyond its fields: days in order, and nothing about citizens."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault

_TEXTS = ("subject", "requester", "answer")
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_BIRTH = re.compile(r"\b(?:geb\.?|geboren(?: op)?|geboortedatum:?)\s*\d", re.IGNORECASE)


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """The faults of a request."""
    yield from _days(content)
    yield from _citizens(content)


def _days(content: Content) -> Iterator[Fault]:
    for name in ("started_on", "closed_on", "answer_by"):
        day = content[name]
        if day is not None and content.requested_on and day < content.requested_on:
            yield Fault(
                field=name,
                wrong=_("dit is vóór de aanvraag"),
                right=_("de dag van de aanvraag of later"),
            )


def _citizens(content: Content) -> Iterator[Fault]:
    for name in _TEXTS:
        if identifies(content[name]):
            yield Fault(
                field=name,
                wrong=_("hier lijken gegevens van een burger te staan"),
                right=_("de vraag van de organisatie, zonder nummers, adressen of geboortedata"),
            )


def identifies(text: str) -> bool:
    """Whether a text carries a citizen service number, an address of mail or a day of birth."""
    if _MAIL.search(text) or _BIRTH.search(text):
        return True
    return any(_passes_eleven(number) for number in _NINE_DIGITS.findall(text))


def _passes_eleven(number: str) -> bool:
    """The check of a citizen service number (Besluit BSN: weights 9 to 2 and −1)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))
    return total % 11 == 0 and number != "000000000"
