"""From the cells of a row to the values of a record."""

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.registers.checking import right_of
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import completed
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.importing.sheets import CellValue, as_text
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.references import InPlace, OtherRecord
from vijfluik.core.registers.lookups import Lookups, PlaceFact

_REMEMBERED = 2000


def _remembering(read: Callable[[CellValue], Any]) -> Callable[[CellValue], Any]:
    """The same reader, which reads what stands in many cells of a column once.

    What it answers is a value, never changed afterwards; what it refuses it refuses again.
    """
    return functools.lru_cache(maxsize=_REMEMBERED, typed=True)(read)


class Reader:
    """Reads rows with one set of lists; made once per file."""

    def __init__(self, register: Register, *, lookups: Lookups, owner: str | None) -> None:
        self.register = register
        self.lookups = lookups
        self._owner = owner
        self._kinds = kinds_of(register)
        self._reads = {
            name: _remembering(kind.reader(lookups))
            for name, kind in self._kinds.items()
            # A register that records may lead to is read when a file has a column for it.
            if name != register.scope and not isinstance(kind, OtherRecord)
        }
        self._reads[register.scope] = _remembering(lookups.owner_table.read)

    def read(self, cells: Mapping[str, CellValue]) -> tuple[str, str, Content | None, list[Fault]]:
        """The owner, the state and the content of a row; the content is None with faults."""
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, value in cells.items():
            if value == "":
                continue
            try:
                values[name] = self._read(name, value)
            except Unreadable as fault:
                faults.append(Fault(field=name, wrong=fault.wrong, right=fault.right))
        scope = self.register.scope
        owner = values.pop(scope, self._owner)
        if not owner and not any(fault.field == scope for fault in faults):
            faults.append(
                Fault(
                    field=scope,
                    wrong=_("ontbreekt"),
                    right=_("de code of naam van de organisatie"),
                )
            )
        state = values.pop("state", None) or self.implied_state(values)
        faults += self._complete(values, faults=faults)
        faults += self._places_on_their_day(values)
        if faults:
            return owner or "", state, None, faults
        return owner, state, completed(self.register, values=values), []

    def _read(self, name: str, value: CellValue) -> Any:
        if name not in self._reads:
            self._reads[name] = _remembering(self._kinds[name].reader(self.lookups))
        return self._reads[name](value)

    def implied_state(self, values: Mapping[str, Any]) -> str:
        """The state that the filled fields tell when the file has none.

        The last act by the order of the lifecycle of which the day stands in the row.
        """
        lifecycle = self.register.lifecycle
        for edge in reversed(lifecycle.edges):
            act = self.register.act(edge.name)
            day = act.day or act.recorded_on
            if day and values.get(day) is not None:
                return edge.target
        return lifecycle.initial

    def _complete(self, values: dict[str, Any], *, faults: list[Fault]) -> list[Fault]:
        """Fill what follows from the rest; name what is missing and not wrong already."""
        wrong = {fault.field for fault in faults}
        missing = []
        for name in self.register.names:
            field, kind = self.register.by_name[name], self._kinds[name]
            if not values.get(name) and isinstance(values.get(name), str):
                del values[name]
            if values.get(name) is None:
                filled = next(
                    (values[other] for other in field.filled_by if values.get(other)), None
                )
                if filled is not None:
                    values[name] = filled
            column = kind.field
            asked = not column.null and not column.blank and not column.has_default()
            asked = asked and field.usual is None
            if asked and name not in values and name not in wrong:
                right = right_of(field, kind=kind)
                missing.append(Fault(field=name, wrong=_("ontbreekt"), right=right))
        return missing

    def _places_on_their_day(self, values: dict[str, Any]) -> list[Fault]:
        """Of each name the municipality that existed on the day of its field."""
        faults = []
        for name, kind in self._kinds.items():
            if isinstance(kind, InPlace) and name in values:
                places: tuple[PlaceFact, ...] = values.pop(name)
                on = self.register.by_name[name].on
                day = next((values[other] for other in on if values.get(other)), None)
                place = _on_day(places, day=day)
                if place is not None:
                    values[name] = place.id
                    continue
                faults.append(
                    Fault(
                        field=name,
                        wrong=_("deze gemeente bestond niet op %(day)s")
                        % {"day": as_text(day or "")},
                        right=_("de gemeente die er toen was"),
                    )
                )
        return faults


def _on_day(places: tuple[PlaceFact, ...], *, day: dt.date | None) -> PlaceFact | None:
    if day is None:
        return max(places, key=lambda place: place.valid_from)
    return next((place for place in places if place.exists_on(day)), None)
