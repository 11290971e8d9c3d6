"""The countries of a partner, a post or a check, by their ISO code; names come with Babel."""

from functools import cache

from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import get_language

from vijfluik.core.promised import promised

HOME = "NL"
# Codes of CLDR that stand for no country.
_NONE = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def country_choices() -> list[tuple[str, Promise]]:
    """Code → name in the language of the page, in the order of the Dutch names."""
    return [(code, promised(_Named(code))) for code in _codes()]


@cache
def _codes() -> tuple[str, ...]:
    names = {str(code): str(name) for code, name in Locale("nl").territories.items()}
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NONE]
    return tuple(sorted(codes, key=lambda code: names[code]))


class _Named:
    """A country whose name follows the language in which it is read."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __str__(self) -> str:
        language = (get_language() or "nl")[:2]
        return str(Locale(language).territories.get(self.code, self.code))
