"""From the cells of a row to the values of a training."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.registers.importing import cells as cell
from vijfluik.core.registers.importing.choices import ChoiceTable, vocabulary
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.importing.sheets import CellValue, as_text
from vijfluik.programme.trainings.content import Content
from vijfluik.programme.trainings.faults import Fault
from vijfluik.programme.trainings.lookups import Lookups, PlaceFact
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State

Read = Callable[[CellValue], Any]

_LONGEST = {"reference": 40, "title": 200, "requester": 200}
_NEEDED = ("reference", "title", "requested_on", "wanted_on")
_DAYS = ("requested_on", "wanted_on", "planned_on", "held_on")
_COUNTS = (
    "participants",
    "participants_primary",
    "participants_secondary",
    "participants_vocational",
    "rating_responses",
)


class Reader:
    """Reads rows with one set of lists; made once per file."""

    def __init__(self, *, lookups: Lookups, provider: str | None) -> None:
        self.lookups = lookups
        self._provider = provider
        providers = [(code, code) for code in lookups.providers]
        providers += [(name, code) for code, name in lookups.providers.items()]
        courses = [(code, code) for code in lookups.courses]
        courses += [(course.name, code) for code, course in lookups.courses.items()]
        self._places = ChoiceTable.of_names(
            (place.name, place.name.casefold()) for place in lookups.places.values()
        )
        self._reads: dict[str, Read] = {
            "provider": ChoiceTable.of_names(providers).read,
            "course": ChoiceTable.of_names(courses).read,
            "kind": vocabulary(ActivityKind).read,
            "state": vocabulary(State).read,
            "audience": vocabulary(Audience).read_several,
            "place": self._read_place,
            "rating": lambda value: cell.read_decimal(value, places=1),
            **dict.fromkeys(_DAYS, cell.read_day),
            **dict.fromkeys(_COUNTS, cell.read_count),
            **{name: _text_of(longest) for name, longest in _LONGEST.items()},
        }

    def read(self, cells: Mapping[str, CellValue]) -> tuple[str, str, Content | None, list[Fault]]:
        """The provider, the state and the content of a row; the content is None with faults."""
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, value in cells.items():
            if value == "":
                continue
            try:
                values[name] = self._reads[name](value)
            except Unreadable as fault:
                faults.append(Fault(field=name, wrong=fault.wrong, right=fault.right))
        provider = values.pop("provider", self._provider)
        if not provider and not any(fault.field == "provider" for fault in faults):
            faults.append(
                Fault(
                    field="provider",
                    wrong=_("ontbreekt"),
                    right=_("de code of naam van de aanbieder"),
                )
            )
        state = values.pop("state", None) or implied_state(values)
        faults += self._complete(values, faults=faults)
        faults += self._place_on_day(values)
        if faults:
            return provider or "", state, None, faults
        values["audience"] = tuple(values.get("audience", ()))
        return provider, state, Content(**values), []

    def _complete(self, values: dict[str, Any], *, faults: list[Fault]) -> list[Fault]:
        """Fill what follows from the rest; name what is missing and not wrong already."""
        wrong = {fault.field for fault in faults}
        wanted = values.get("wanted_on") or values.get("planned_on") or values.get("held_on")
        if wanted is not None:
            values["wanted_on"] = wanted
        missing = [name for name in _NEEDED if not values.get(name) and name not in wrong]
        return [Fault(field=name, wrong=_("ontbreekt"), right=_missing(name)) for name in missing]

    def _read_place(self, value: CellValue) -> tuple[PlaceFact, ...]:
        word = as_text(value).casefold()
        found = self.lookups.places_by_word.get(word)
        return found if found else self.lookups.places_by_word[self._places.read(value)]

    def _place_on_day(self, values: dict[str, Any]) -> list[Fault]:
        """Choose the municipality that existed when the training was, is or should be."""
        places: tuple[PlaceFact, ...] | None = values.pop("place", None)
        if places is None:
            return []
        day: dt.date | None = (
            values.get("held_on") or values.get("planned_on") or values.get("wanted_on")
        )
        for place in places:
            if day is None or place.exists_on(day):
                values["place"] = place.id
                return []
        return [
            Fault(
                field="place",
                wrong=_("deze gemeente bestond niet op %(day)s") % {"day": as_text(day or "")},
                right=_("de gemeente die er toen was"),
            )
        ]


def implied_state(values: Mapping[str, Any]) -> str:
    """The state that the days tell when the file has none."""
    if values.get("held_on") is not None:
        return State.HELD.value
    if values.get("planned_on") is not None:
        return State.PLANNED.value
    return State.REQUESTED.value


def _text_of(longest: int) -> Read:
    return lambda value: cell.read_text(value, longest=longest)


def _missing(name: str) -> str:
    """What would be right in a cell that is needed and empty."""
    texts = {
        "reference": _("uw eigen nummer van de training"),
        "title": _("een korte titel"),
        "requested_on": _("dd-mm-jjjj, bijvoorbeeld 15-03-2018"),
        "wanted_on": _("dd-mm-jjjj, of vul “gepland op” of “gegeven op” in"),
    }
    return texts[name]
