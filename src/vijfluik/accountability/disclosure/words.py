"""What is printed for a number that is not shown: words or a sign that can be read aloud."""

from collections.abc import Mapping

from vijfluik.accountability.disclosure.network import Limits
from vijfluik.accountability.disclosure.pattern import HIDDEN, State
from vijfluik.core.documents.structure import Language

NOT_SHOWN: Mapping[Language, str] = {
    Language.DUTCH: "niet getoond",
    Language.ENGLISH: "not shown",
}
NOTE: Mapping[Language, str] = {
    Language.DUTCH: (
        "Kleine aantallen worden niet gepubliceerd. Een getal achter “<” is een grens: het aantal"
        " is kleiner, en meer dan nul. “niet getoond”: met dit aantal zou een klein aantal zijn uit"
        " te rekenen."
    ),
    Language.ENGLISH: (
        "Small numbers are not published. A number behind “<” is a limit: the number is smaller,"
        " and more than zero. “not shown”: with this number a small number could be worked out."
    ),
}


def less_than(threshold: int) -> str:
    """The sign of a small number."""
    return f"<{threshold}"


def hidden_text(*, state: State, value: int, limits: Limits, language: Language) -> str:
    """What stands in the place of a hidden number; never nothing.

    Raises:
        ValueError: it is shown.
    """
    if state not in HIDDEN:
        raise ValueError("a number that is shown says itself")
    if state is not State.WITHHELD and limits.small(value):
        return less_than(limits.threshold)
    return NOT_SHOWN[language]


def note_text(language: Language) -> str:
    """What stands under a table in which something is hidden; it names no number of its own."""
    return NOTE[language]
