"""The words of what somebody typed that are worth looking for.

Prefixes of Dutch names (tussenvoegsels) stand between words and are written in many ways: whoever
looks for "van der Molen" finds "v.d. Molen" too. They count only when nothing else was typed.
"""

_BETWEEN = frozenset(
    ("van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "v.d.", "vd", "v/d", "in", "op")
)
MOST = 8


def search_words(text: str) -> list[str]:
    """The words to look for, at most `MOST`; all of them when there are only small ones."""
    typed = text.split()
    telling = [word for word in typed if word.casefold() not in _BETWEEN]
    return (telling or typed)[:MOST]
