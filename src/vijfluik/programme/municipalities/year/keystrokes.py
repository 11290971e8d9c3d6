"""How long typing takes: a simple model, on the slow side, that a test holds below fifteen minutes.

    6 seconds     to find a field and go to it, and to choose in it
    0.3 seconds   for each character: 40 words of five letters a minute
    2 seconds     to look whether what is filled in already is right
    3 seconds     to send an answer

How much people type in a field is an estimate by its size.
"""

from collections.abc import Iterable

from django import forms

CHOOSING = 6.0
CHARACTER = 0.3
LOOKING = 2.0
SENDING = 3.0
PROSE, LINE, NUMBER, DAY = 300, 40, 9, 8


def characters(field: forms.Field) -> int:
    """How many characters people type in a field; 0 where they choose."""
    widget = field.widget
    if isinstance(widget, forms.Textarea):
        return PROSE
    if isinstance(widget, forms.DateInput):
        return DAY
    if isinstance(widget, forms.NumberInput):
        return NUMBER
    return LINE if isinstance(widget, forms.TextInput) else 0


def seconds(*, asked: Iterable[forms.Field], known: int) -> float:
    """How long one answer takes.

    Args:
        asked: the fields that are still empty.
        known: how many are filled in already.
    """
    typed = sum(CHOOSING + CHARACTER * characters(field) for field in asked)
    return typed + LOOKING * known + SENDING
