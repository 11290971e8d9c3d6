"""The lists that records refer to, each read once, when it is first asked for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models

from vijfluik.core.partners.models import Organisation, Place, PlaceKind
from vijfluik.core.registers.importing.choices import ChoiceTable, split
from vijfluik.core.registers.importing.sheets import CellValue, as_text


@dataclass(frozen=True, kw_only=True)
class PlaceFact:
    """A municipality during its life under one code, half-open."""

    id: int
    code: str
    name: str
    valid_from: dt.date
    valid_until: dt.date | None

    def exists_on(self, day: dt.date) -> bool:
        """Whether it was there on a day."""
        if day < self.valid_from:
            return False
        return self.valid_until is None or day < self.valid_until


class Lookups:
    """Municipalities, organisations, and the rows that foreign keys lead to.

    Row-level security limits what it reads, so what is out of reach is unknown. Use it inside the
    transaction of who acts, and not longer.

    Args:
        owners: the codes of the organisations that a record may be given to; all when None.
        given: rows by model, instead of reading them: for rules without a database.
    """

    def __init__(
        self,
        *,
        owners: Iterable[str] | None = None,
        given: Mapping[type[models.Model], Iterable[Any]] | None = None,
    ) -> None:
        self._owners = None if owners is None else frozenset(owners)
        self._given = given or {}
        self._rows: dict[type[models.Model], dict[Any, Any]] = {}
        self._single: dict[tuple[type[models.Model], Any], Any] = {}

    def rows(self, model: type[models.Model]) -> dict[Any, Any]:
        """The rows of a model within reach, by their key."""
        if model not in self._rows:
            found = self._given.get(model)
            rows = model._default_manager.all() if found is None else found
            self._rows[model] = {row.pk: row for row in rows}
        return self._rows[model]

    def knows(self, model: type[models.Model], *, key: Any) -> bool:
        """Whether there is such a row within reach."""
        return self.row(model, key=key) is not None

    def row(self, model: type[models.Model], *, key: Any) -> Any:
        """The row of a key; None when it is not there or out of reach.

        Organisations are read all at once, of other tables the row that is asked for.
        """
        if key is None:
            return None
        if model is Organisation or model in self._rows or model in self._given:
            return self.rows(model).get(key)
        if (model, key) not in self._single:
            self._single[model, key] = model._default_manager.filter(pk=key).first()
        return self._single[model, key]

    def fetch(self, model: type[models.Model], *, keys: Iterable[Any]) -> None:
        """Read the rows of these keys at once, for a page that shows them."""
        wanted = {key for key in keys if key is not None}
        found = model._default_manager.in_bulk(wanted) if wanted else {}
        self._single.update({(model, key): found.get(key) for key in wanted})

    def name(self, model: type[models.Model], *, key: Any) -> str:
        """What a row is called; its key when it is out of reach."""
        row = self.row(model, key=key)
        return str(key) if row is None else str(row)

    def reference(self, model: type[models.Model], *, key: Any) -> str | None:
        """Its owner's own number of a record; None when it is out of reach."""
        row = self.row(model, key=key)
        return None if row is None else str(row.reference)

    def table(self, model: type[models.Model]) -> ChoiceTable[Any]:
        """The words that stand for the rows of a model: their keys and their names."""
        rows = self.rows(model)
        words: list[tuple[str, Any]] = []
        if _is_long(model):
            words = [(row.reference, key) for key, row in rows.items()]
        else:
            words += [(str(key), key) for key in rows]
            words += [(str(row), key) for key, row in rows.items()]
        return ChoiceTable.of_names(words)

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """Code → name of the organisations that a record may be given to."""
        return {
            code: row.name
            for code, row in self.rows(Organisation).items()
            if self._owners is None or code in self._owners
        }

    @cached_property
    def owner_table(self) -> ChoiceTable[str]:
        """The words that stand for those organisations."""
        words = [(code, code) for code in self.owners]
        words += [(name, code) for code, name in self.owners.items()]
        return ChoiceTable.of_names(words)

    @cached_property
    def places(self) -> Mapping[int, PlaceFact]:
        """The municipalities of all times, by number."""
        given = self._given.get(Place)
        if given is not None:
            return {place.id: place for place in given}
        found = Place.objects.filter(kind=PlaceKind.MUNICIPALITY).values_list(
            "id", "code", "name", "valid_from", "valid_until"
        )
        return {
            row[0]: PlaceFact(
                id=row[0], code=row[1], name=row[2], valid_from=row[3], valid_until=row[4]
            )
            for row in found
        }

    @cached_property
    def place_names(self) -> Mapping[int, str]:
        """Number → name of the municipalities."""
        return {place.id: place.name for place in self.places.values()}

    @cached_property
    def _places_by_word(self) -> Mapping[str, tuple[PlaceFact, ...]]:
        by_word: defaultdict[str, list[PlaceFact]] = defaultdict(list)
        for place in self.places.values():
            by_word[place.name.casefold()].append(place)
            by_word[place.code.casefold()].append(place)
        return {word: tuple(found) for word, found in by_word.items()}

    @cached_property
    def _place_table(self) -> ChoiceTable[str]:
        return ChoiceTable.of_names(
            (place.name, place.name.casefold()) for place in self.places.values()
        )

    def read_place(self, value: CellValue) -> tuple[PlaceFact, ...]:
        """The municipalities of a name or code; of which day is chosen later.

        Raises:
            Unreadable: there never was one.
        """
        found = self._places_by_word.get(as_text(value).casefold())
        return found or self._places_by_word[self._place_table.read(value)]

    def read_places(self, value: CellValue) -> tuple[int, ...]:
        """Several municipalities: of each name the one that came last.

        Raises:
            Unreadable: there never was one of that name.
        """
        found: dict[int, None] = {}
        for part in split(as_text(value)):
            latest = max(self.read_place(part), key=lambda place: place.valid_from)
            found[latest.id] = None
        return tuple(found)


def _is_long(model: type[models.Model]) -> bool:
    """Whether it is a register, which may hold 100,000 rows."""
    from vijfluik.core.registers.models.record import Record

    return issubclass(model, Record)
