"""The form that a file of the House is handed over with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.importing.sheets import LIMITS
from vijfluik.ui.forms import FileDrop


class HouseForm(forms.Form):
    """Hand over a file of the House's open data: `house.actions.read_house`."""

    file = forms.FileField(
        label=_("Bestand"),
        widget=FileDrop,
        help_text=_("JSON of CSV, hoogstens 10 MB en 20.000 regels."),
    )
    owner = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Ministerie"),
        help_text=_("Met de moties en toezeggingen van dit ministerie wordt vergeleken."),
    )

    def __init__(self, *args: Any, owners: list[str] | None, **kwargs: Any) -> None:
        """`owners`: the codes of the organisations to choose from; None for all ministries."""
        super().__init__(*args, **kwargs)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type only
        rows = Organisation.objects.filter(kind="ministry").order_by("name")
        if owners is not None:
            rows = Organisation.objects.filter(code__in=owners)
            field.initial = owners[0] if len(owners) == 1 else None
        field.queryset = rows

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LIMITS.size:
            raise forms.ValidationError(_("Het bestand is groter dan 10 MB."))
        return file
