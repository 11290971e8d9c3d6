"""Django's forms, drawn accessibly: label, help and error belong to their field by name.

`FORM_RENDERER = "vijfluik.ui.forms.Renderer"` makes `{{ form }}` and a field group
use the templates in `ui/templates/ui/forms/`. Django itself binds help and errors to the field by
`aria-describedby` and marks a wrong field by `aria-invalid`. "django.forms" must be installed.
"""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """The form renderer of the platform."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class DateInput(forms.DateInput):
    """A day, chosen with the browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class FileDrop(forms.FileInput):
    """A large file field on which a file can be dropped; an ordinary file input in all else."""

    template_name = "ui/forms/file_drop.html"


class SearchInput(forms.TextInput):
    """A search field; the key "/" moves the focus to the first one on the page."""

    input_type = "search"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"data-search": "", "autocomplete": "off", **(attrs or {})})
