"""The values of a training as words, for merge messages, previews and timelines."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State

_LISTS: dict[str, Callable[[str], str]] = {
    "kind": lambda value: str(ActivityKind(value).label),
    "state": lambda value: str(State(value).label),
}


def field_label(name: str) -> str:
    """What a field is called on screen."""
    return str(Training._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def shown(name: str, value: object, *, places: Mapping[int, str]) -> str:
    """A value as a person reads it; empty as "leeg".

    Args:
        places: the names of the municipalities by number.
    """
    if value is None or value == "" or value == ():
        return _("leeg")
    if name in _LISTS:
        return _LISTS[name](str(value))
    if name == "audience" and isinstance(value, (list, tuple)):
        return ", ".join(str(Audience(each).label) for each in value)
    if name == "place" and isinstance(value, int):
        return places[value]
    if isinstance(value, dt.date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(value)
