"""Django's forms, drawn accessibly: label, help and error belong to their field by name.

`FORM_RENDERER = "vijfluik.ui.forms.Renderer"` makes `{{ form }}` and a field group
use the templates in `ui/templates/ui/forms/`. Django itself binds help and errors to the field by
`aria-describedby` and marks a wrong field by `aria-invalid`. "django.forms" must be installed.
"""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

OWN_TEMPLATES = {"django/forms/widgets/select.html": "ui/forms/select.html"}


class Renderer(TemplatesSetting):
    """The form renderer of the platform."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw a part of a form; Django's own, but for a list to choose from.

        Django includes two templates for each option, which for the municipalities took a third of
        a page's time.
        """
        own = OWN_TEMPLATES.get(template_name, template_name)
        return super().render(own, context, request)


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
