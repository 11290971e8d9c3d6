"""What is typed where a list to choose from would be too long: a record, several municipalities.

The browser's own suggestions (`datalist`) help; without JavaScript it is a line of text.
"""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.lookups import Lookups

# As long as a person oversees a list; beyond it somebody types.
LONGEST_LIST = 40
SUGGESTED = 200


def is_long(model: type[models.Model]) -> bool:
    """Whether there are more records within reach than a list can hold."""
    return model._default_manager.all()[LONGEST_LIST : LONGEST_LIST + 1].exists()


class Suggesting(forms.TextInput):
    """A line of text with suggestions: value and label."""

    template_name = "ui/forms/suggesting.html"

    def __init__(self, rows: "models.QuerySet[Any]") -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.rows = rows

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The suggestions are those within reach of who asks for the page."""
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}_keuze"
        context["widget"]["attrs"]["list"] = listed
        context["listed"] = listed
        context["suggested"] = [(row.reference, str(row)) for row in self.rows[:SUGGESTED]]
        return context


class RecordField(forms.CharField):
    """One record of a register by its reference or key; what is out of reach does not exist."""

    def __init__(self, model: type[models.Model], **options: Any) -> None:
        self.rows: models.QuerySet[Any] = model._default_manager.all()
        super().__init__(widget=Suggesting(self.rows), max_length=100, **options)

    def prepare_value(self, value: Any) -> Any:
        """A key as its reference."""
        key = _key(value)
        found = None if key is None else self.rows.filter(pk=key).first()
        return value if found is None else found.reference

    def clean(self, value: Any) -> Any:
        """The record.

        Raises:
            ValidationError: there is none of that reference, or there is more than one.
        """
        text = super().clean(value)
        if not text:
            return None
        found = list(self.rows.filter(Q(reference__iexact=text) | _by_key(text))[:2])
        if not found:
            raise ValidationError(_("Er is geen registratie met dit kenmerk. Kies er een uit."))
        if len(found) > 1:
            raise ValidationError(
                _("Meer dan een registratie heeft dit kenmerk. Begin bij de registratie zelf.")
            )
        return found[0]


class PlaceNamesField(forms.CharField):
    """Several municipalities by their names, with a comma between them, as in a file.

    Of a name that more than one bore in the course of time, the one that came last is meant; those
    that stand there already stay those that they are.
    """

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(widget=widget, max_length=10_000, **options)

    def prepare_value(self, value: Any) -> Any:
        """Numbers as names."""
        if isinstance(value, str) or value is None:
            return value
        names = Lookups().place_names
        return ", ".join(names.get(each, str(each)) for each in value)

    def clean(self, value: Any) -> Any:
        """The numbers.

        Raises:
            ValidationError: there never was a municipality of such a name.
        """
        text = super().clean(value)
        if not text:
            return ()
        try:
            return Lookups().read_places(text)
        except Unreadable as fault:
            raise ValidationError(f"{fault.wrong} → {fault.right}") from None


class RecordsLineField(forms.CharField):
    """Several records of another register by their references, in order, as in a file."""

    def __init__(self, model: type[models.Model], **options: Any) -> None:
        self.model = model
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), max_length=10_000, **options)

    def prepare_value(self, value: Any) -> Any:
        """Keys as references."""
        if isinstance(value, str) or value is None:
            return value
        lookups = Lookups()
        lookups.fetch(self.model, keys=value)
        return ", ".join(lookups.reference(self.model, key=each) or str(each) for each in value)

    def clean(self, value: Any) -> Any:
        """The keys, each once.

        Raises:
            ValidationError: there is no record of such a reference within reach.
        """
        text = super().clean(value)
        if not text:
            return ()
        try:
            return tuple(Lookups().table(self.model).read_several(text))
        except Unreadable as fault:
            raise ValidationError(f"{fault.wrong} → {fault.right}") from None


def _by_key(text: str) -> Q:
    key = _key(text)
    return Q(pk__in=[]) if key is None else Q(pk=key)


def _key(value: Any) -> uuid.UUID | None:
    if isinstance(value, uuid.UUID):
        return value
    try:
        return uuid.UUID(str(value))
    except ValueError:
        return None
