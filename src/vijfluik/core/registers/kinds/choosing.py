"""Which kind a column is of."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.kinds.kind import Kind
from vijfluik.core.registers.kinds.listed import Choice, Choices
from vijfluik.core.registers.kinds.plain import (
    Amount,
    Count,
    Day,
    Line,
    Moment,
    Number,
    Prose,
    Year,
    YesNo,
)
from vijfluik.core.registers.kinds.references import (
    InPlace,
    InPlaces,
    OtherRecord,
    OtherRecords,
    Partner,
    Partners,
    Reference,
    is_record,
)
from vijfluik.core.registers.models.fields import (
    MoneyField,
    OrganisationsField,
    PlacesField,
    RecordsField,
    YearField,
)

if TYPE_CHECKING:
    from vijfluik.core.registers.declaration import Register

# The first that fits; what is more special stands before what it is special of.
_KINDS: tuple[tuple[type[Any], type[Kind]], ...] = (
    (PlacesField, InPlaces),
    (OrganisationsField, Partners),
    (RecordsField, OtherRecords),
    (ArrayField, Choices),
    (MoneyField, Amount),
    (YearField, Year),
    (models.BooleanField, YesNo),
    # To Django a moment is a day too.
    (models.DateTimeField, Moment),
    (models.DateField, Day),
    (models.DecimalField, Number),
    (models.IntegerField, Count),
    (models.TextField, Prose),
    (models.CharField, Line),
)
_known: dict[type[models.Model], Mapping[str, Kind]] = {}


def kind_of(field: Any) -> Kind:
    """The kind of a field of a model.

    Raises:
        TypeError: registers have no kind for it.
    """
    if isinstance(field, models.ForeignKey):
        return _leading(field)
    if getattr(field, "choices", None):
        return Choice(field)
    for of, kind in _KINDS:
        if isinstance(field, of):
            return kind(field)
    raise TypeError(f"registers have no kind for {field}")


def kinds_of(register: "Register") -> Mapping[str, Kind]:
    """Field → kind, of all fields of a register."""
    if register.model not in _known:
        meta = register.model._meta
        _known[register.model] = {
            each.name: kind_of(meta.get_field(each.name)) for each in register.fields
        }
    return _known[register.model]


def _leading(field: "models.ForeignKey[Any, Any]") -> Kind:
    target = field.remote_field.model
    if target is Organisation:
        return Partner(field)
    if target is Place:
        return InPlace(field)
    if is_record(target):
        return OtherRecord(field)
    return Reference(field)
