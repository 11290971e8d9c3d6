"""The forms of reading a file in: hand it over, confirm, put a row right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.columns import column_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.sheets import LIMITS
from vijfluik.ui.forms import FileDrop


class UploadForm(forms.Form):
    """Hand in a file: `core.registers.importing.staging.stage`."""

    file = forms.FileField(
        label=_("bestand"),
        widget=FileDrop,
        help_text=_("CSV, XLSX of ODS, hoogstens 10 MB en 20.000 regels."),
    )
    owner = forms.ModelChoiceField(
        Organisation.objects.all(),
        required=False,
        help_text=_("Voor regels waarin dit niet staat."),
    )

    def __init__(self, *args: Any, register: Register, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].label = column_of(register.model, register.scope).verbose_name

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LIMITS.size:
            raise forms.ValidationError(
                _("Het bestand is groter dan %(size)d MB."),
                params={"size": LIMITS.size // (1024 * 1024)},
            )
        return file


class ConfirmForm(forms.Form):
    """Go on with an import: `confirm` of `core.registers.importing.writing`."""

    choice = forms.ChoiceField(
        label=_("regels die afwijken van wat al vastligt"),
        choices=(
            ("skip", _("overslaan: laten zoals het vastligt")),
            ("correct", _("overnemen uit het bestand, met een reden")),
        ),
        widget=forms.RadioSelect,
        initial="skip",
    )
    reason = forms.CharField(label=_("reden"), max_length=500, required=False)
    # Not required: without it nothing matches, and the preview is shown again.
    seen = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)


class RowForm(forms.Form):
    """One row that an import held back, a text field per cell: `mending.put_right`."""

    def __init__(self, *args: Any, cells: dict[str, str], **kwargs: Any) -> None:
        """`cells`: heading → text. Fields are numbered, for a heading may be any text."""
        super().__init__(*args, **kwargs)
        self._headings = list(cells)
        for number, (heading, text) in enumerate(cells.items()):
            self.fields[f"cell{number}"] = forms.CharField(
                label=heading, required=False, max_length=1000, initial=text
            )

    def cells(self) -> dict[str, str]:
        """Heading → text as filled in now."""
        return {
            heading: self.cleaned_data[f"cell{number}"]
            for number, heading in enumerate(self._headings)
        }

    def field_of(self, heading: str) -> str | None:
        """The name of the field of a heading, for its error."""
        if heading in self._headings:
            return f"cell{self._headings.index(heading)}"
        return None
