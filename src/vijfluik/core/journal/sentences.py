"""An event as a sentence, in the language of the reader."""

import json
from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vijfluik.core.journal.kinds import UnknownKindError, kind_named
from vijfluik.core.journal.models import Event
from vijfluik.core.journal.results import Result

_names: dict[str, Mapping[str, Promise]] = {"object": {}, "act": {}}


def name(*, objects: Mapping[str, Promise], acts: Mapping[str, Promise]) -> None:
    """Tell what codes are called: of objects that are no model, and of acts.

    The rooms that give out the codes stand right of the journal, so they tell it at start-up.
    """
    _names["object"] = {**_names["object"], **objects}
    _names["act"] = {**_names["act"], **acts}


class _Gaps(dict[str, object]):
    """Details that an attempt did not have yet."""

    def __missing__(self, name: str) -> str:
        return "…"


def sentence(event: Event, *, objects: Mapping[str, str] | None = None) -> str:
    """What happened, in one sentence.

    Args:
        event: the event.
        objects: object key → what its reader may know it by; the key itself otherwise.
    """
    words = _Gaps(json.loads(event.details))
    words["actor"] = event.actor_name or _("Onbekende")
    words["object"] = _object(event, known=objects or {})
    if "act" in words:
        words["act"] = _names["act"].get(str(words["act"]), words["act"])
    try:
        kind = kind_named(event.action)
    except UnknownKindError:
        # Written by an earlier version whose room is gone.
        return f"{words['actor']}: {event.action} ({event.get_result_display()})"
    if event.result == Result.DONE:
        if "rows" in words and "{rows}" not in str(kind.done):
            # A bulk run tells of several where the same act usually tells of one.
            words["object"] = _("%(rows)s registraties (%(object)s)") % words
        return str(kind.done).format_map(words)
    tried = str(kind.tried).format_map(words)
    return f"{tried}: {event.get_result_display()}"


def _object(event: Event, *, known: Mapping[str, str]) -> str:
    name = object_type_name(event.object_type)
    label = known.get(event.object_key, event.object_key[:8])
    return f"{name} {label}".strip()


def object_type_name(object_type: str) -> str:
    """The name of a kind of object, for people; the code itself when no model has it."""
    if object_type in _names["object"]:
        return str(_names["object"][object_type])
    try:
        return str(apps.get_model(object_type)._meta.verbose_name)
    except (LookupError, ValueError):
        return object_type
