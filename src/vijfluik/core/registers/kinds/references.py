"""What leads elsewhere: organisations, places, catalogues, records of other registers."""

import uuid
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.exporting.fields import ExportValue, FieldKind
from vijfluik.core.registers.kinds.kind import Kind, Read
from vijfluik.core.registers.models.fields import RecordsField
from vijfluik.core.registers.models.record import Record

if TYPE_CHECKING:
    from vijfluik.core.registers.declaration import Value
    from vijfluik.core.registers.lookups import Lookups


class Reference(Kind):
    """A foreign key to a row of a catalogue: content holds its key, words are its name."""

    counted = ColumnType.TEXT

    @property
    def target(self) -> type[models.Model]:
        """What it leads to."""
        assert isinstance(self.field, models.ForeignKey)  # noqa: S101 - for the type only
        target: type[models.Model] = self.field.remote_field.model
        return target

    @property
    def related(self) -> str:
        """Fetched along by a list."""
        return self.field.name

    @property
    def sort(self) -> str:
        """By what the other side is ordered by."""
        first = next(iter(self.target._meta.ordering or ()), "pk")
        return f"{self.field.name}__{str(first).lstrip('-')}"

    def reader(self, lookups: "Lookups") -> Read:
        """The key or the name of one within reach."""
        return lookups.table(self.target).read

    def words(self, value: Any, *, lookups: "Lookups") -> str:
        """Its name."""
        return lookups.name(self.target, key=value)

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":  # noqa: ARG002
        """Its name."""
        if getattr(record, self.column) is None:
            return None
        other = getattr(record, self.field.name, None)
        return None if other is None else str(other)

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """Its key; its name where the key is random, which says nothing to a reader."""
        value = getattr(record, self.column)
        return str(getattr(record, self.field.name)) if isinstance(value, uuid.UUID) else value

    def labels(self) -> dict[str, str]:
        """Key → name."""
        return {str(row.pk): str(row) for row in self.target._default_manager.all()}

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether it is there, within reach."""
        if value is None or lookups.knows(self.target, key=value):
            return ""
        return _("staat niet in de lijst")


class Partner(Reference):
    """An organisation, by its code."""

    def labels(self) -> dict[str, str]:
        """Code → name."""
        return dict(Organisation.objects.values_list("code", "name"))


class OtherRecord(Reference):
    """A record of another register, or of this one: in files by its owner's own number."""

    counted = ColumnType.KEY

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":
        """Its name; nothing when it may not be seen."""
        other = lookups.row(self.target, key=getattr(record, self.column))
        return None if other is None else str(other)

    def out_of_reach(self, record: Any, *, lookups: "Lookups") -> bool:
        """Whether it leads to a record that the reader may not see."""
        value = getattr(record, self.column)
        return value is not None and lookups.row(self.target, key=value) is None

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:
        """Its owner's own number."""
        value = getattr(record, self.column)
        return None if value is None else lookups.reference(self.target, key=value)

    @property
    def sort(self) -> str:
        """By its own key: the other side may be out of reach."""
        return self.column

    @property
    def related(self) -> str:
        """Nothing: the other side may be out of reach, and a join would drop the row."""
        return ""


class InPlace(Reference):
    """A municipality, by its number: which one it was under that name depends on the day."""

    counted = ColumnType.KEY

    def reader(self, lookups: "Lookups") -> Read:
        """Those of that name or code; `Reading` chooses by the day."""
        return lookups.read_place

    def words(self, value: Any, *, lookups: "Lookups") -> str:
        """Its name."""
        return lookups.place_names.get(value, str(value))

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """Its name."""
        place = getattr(record, self.field.name)
        return place.name if place else None

    def labels(self) -> dict[str, str]:
        """Number → name."""
        return {str(key): name for key, name in Place.objects.values_list("pk", "name")}

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether it is a municipality."""
        return "" if value is None or value in lookups.places else _("dit is geen gemeente")


class _Several(Kind):
    """Several keys on the row itself."""

    export = FieldKind.SEVERAL

    def plain(self, value: Any) -> tuple[Any, ...]:
        """A tuple."""
        return tuple(value or ())

    def put(self, record: Any, value: Any) -> None:
        """A list."""
        setattr(record, self.column, list(value))

    def names(self, value: Any, *, lookups: "Lookups") -> list[str]:
        """The name of each."""
        raise NotImplementedError

    def words(self, value: Any, *, lookups: "Lookups") -> str:
        """The names."""
        return ", ".join(self.names(value, lookups=lookups))

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":
        """The names."""
        return self.words(getattr(record, self.column), lookups=lookups) or None

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:
        """The names."""
        return self.names(getattr(record, self.column), lookups=lookups)


class InPlaces(_Several):
    """Several municipalities, by number."""

    counted = ColumnType.KEYS

    def labels(self) -> dict[str, str]:
        """Number → name."""
        return {str(key): name for key, name in Place.objects.values_list("pk", "name")}

    def reader(self, lookups: "Lookups") -> Read:
        """Names or codes with a comma between them."""
        return lookups.read_places

    def names(self, value: Any, *, lookups: "Lookups") -> list[str]:
        """The name of each."""
        return [lookups.place_names.get(each, str(each)) for each in value]

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether all are municipalities."""
        return "" if all(each in lookups.places for each in value) else _("dit is geen gemeente")


class Partners(_Several):
    """Several organisations, by code."""

    counted = ColumnType.TEXTS

    def reader(self, lookups: "Lookups") -> Read:
        """Codes or names with a comma between them."""
        read = lookups.table(Organisation).read_several
        return lambda value: tuple(read(value))

    def names(self, value: Any, *, lookups: "Lookups") -> list[str]:
        """The name of each."""
        return [lookups.name(Organisation, key=each) for each in value]

    def labels(self) -> dict[str, str]:
        """Code → name."""
        return dict(Organisation.objects.values_list("code", "name"))

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether all are there."""
        known = all(lookups.knows(Organisation, key=each) for each in value)
        return "" if known else _("staat niet in de lijst")


class OtherRecords(_Several):
    """Several records of another register, in an order; in files by their owners' own numbers."""

    @property
    def target(self) -> type[models.Model]:
        """What they are."""
        assert isinstance(self.field, RecordsField)  # noqa: S101 - for the type only
        return apps.get_model(self.field.to)

    def reader(self, lookups: "Lookups") -> Read:
        """References with a comma between them."""
        read = lookups.table(self.target).read_several
        return lambda value: tuple(read(value))

    def names(self, value: Any, *, lookups: "Lookups") -> list[str]:
        """The name of each."""
        lookups.fetch(self.target, keys=value)
        return [lookups.name(self.target, key=each) for each in value]

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:
        """The number of each."""
        value = getattr(record, self.column)
        lookups.fetch(self.target, keys=value)
        return [lookups.reference(self.target, key=each) or str(each) for each in value]

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether all are there, within reach."""
        lookups.fetch(self.target, keys=value)
        known = all(lookups.knows(self.target, key=each) for each in value)
        return "" if known else _("staat niet in de lijst")


def is_record(model: Any) -> bool:
    """Whether a model is that of a register."""
    return isinstance(model, type) and issubclass(model, Record)
