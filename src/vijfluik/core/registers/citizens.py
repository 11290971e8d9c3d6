"""A rule for registers that are about organisations: no text of theirs tells of a citizen."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.faults import Fault

_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_BIRTH = re.compile(r"\b(?:geb\.?|geboren(?: op)?|geboortedatum:?)\s*\d", re.IGNORECASE)


def names_nobody(content: Content, *, names: tuple[str, ...]) -> Iterator[Fault]:
    """The fault of each of these texts that carries what identifies a citizen."""
    for name in names:
        if identifies(content[name]):
            yield Fault(
                field=name,
                wrong=_("hier lijken gegevens van een burger te staan"),
                right=_("woorden over het werk van de organisatie"),
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
