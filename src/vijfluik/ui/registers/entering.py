"""The form field of a column: days by the browser's own field, several as check boxes."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Organisation, Place, PlaceKind
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.listed import Choices
from vijfluik.core.registers.kinds.plain import Amount, Day, Moment
from vijfluik.core.registers.kinds.references import (
    InPlace,
    InPlaces,
    OtherRecord,
    OtherRecords,
    Partners,
    Reference,
)
from vijfluik.core.registers.models import Record
from vijfluik.ui.forms import DateInput, MomentInput
from vijfluik.ui.registers.typing_record import (
    PlaceNamesField,
    RecordField,
    RecordsLineField,
    is_long,
)


class EuroField(forms.DecimalField):
    """Euros on screen, cents underneath; empty is "niet vermeld", which is not 0."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=2, localize=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """Cents as euros."""
        return Decimal(value) / 100 if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Euros as cents."""
        euros = super().clean(value)
        return None if euros is None else int(euros * 100)


def entry_field(register: Register, *, name: str, owners: Sequence[str] | None) -> forms.Field:
    """The field of a form.

    Args:
        owners: the codes of the organisations whose records it is about; None for all.
    """
    kind = kinds_of(register)[name]
    column = kind.field
    if isinstance(kind, Choices):
        return forms.MultipleChoiceField(
            choices=list(kind.choices.items()),
            widget=forms.CheckboxSelectMultiple,
            **_said(column),
        )
    if isinstance(kind, InPlaces):
        return _places(_said(column))
    if isinstance(kind, OtherRecords):
        return _records(kind, said=_said(column))
    if isinstance(kind, Partners):
        return forms.ModelMultipleChoiceField(Organisation.objects.all(), **_said(column))
    if isinstance(kind, Amount):
        return EuroField(**_said(column))
    if isinstance(kind, OtherRecord) and is_long(kind.target):
        return RecordField(kind.target, **_said(column))
    options: dict[str, Any] = {"widget": DateInput()} if isinstance(kind, Day) else {}
    if isinstance(kind, Moment):
        options["widget"] = MomentInput()
    made = column.formfield(**options)
    if made is None:
        raise TypeError(f"{kind.field.name} is entered in no form")
    if not isinstance(made, forms.ModelChoiceField):
        return made
    if isinstance(kind, InPlace):
        made.queryset = municipalities()
    elif isinstance(kind, Reference) and owners is not None:
        made.queryset = _within(register, target=kind.target, owners=owners)
    return made


def _places(said: dict[str, Any]) -> forms.Field:
    """Several municipalities: chosen from a short list, typed where it is long."""
    if not is_long(Place):
        return forms.ModelMultipleChoiceField(municipalities(), **said)
    typed = _("Typ de namen, met een komma ertussen.")
    return PlaceNamesField(**{**said, "help_text": f"{said['help_text']} {typed}".strip()})


def _records(kind: OtherRecords, *, said: dict[str, Any]) -> forms.Field:
    """Several records in their order, typed by their references."""
    typed = _("Typ de kenmerken op volgorde, met een komma ertussen.")
    help_text = f"{said['help_text']} {typed}".strip()
    return RecordsLineField(kind.target, **{**said, "help_text": help_text})


def municipalities() -> QuerySet[Place]:
    """The municipalities of all times."""
    return Place.objects.filter(kind=PlaceKind.MUNICIPALITY)


def municipality_of(code: str, *, on: dt.date) -> int | None:
    """The municipality of a code as it is on a day, to begin a form with; None for none."""
    there = municipalities().filter(code=code, valid_from__lte=on)
    found = there.filter(Q(valid_until=None) | Q(valid_until__gt=on)).first()
    return None if found is None else int(found.pk)


def _said(column: "models.Field[Any, Any]") -> dict[str, Any]:
    """What the model says about a field of our own making."""
    return {
        "label": column.verbose_name,
        "required": not column.blank,
        "help_text": column.help_text,
    }


def _within(
    register: Register, *, target: type[models.Model], owners: Sequence[str]
) -> QuerySet[Any]:
    """What a record of these organisations may lead to: of what has an owner, their own.

    A catalogue that is owned under the same name is limited; a record of another register is
    limited by row-level security alone, because it may well be somebody else's.
    """
    rows: QuerySet[Any] = target._default_manager.all()
    owned = register.scope in {each.name for each in target._meta.get_fields()}
    if owned and not issubclass(target, Record):
        return rows.filter(**{f"{register.scope}__in": owners})
    return rows
