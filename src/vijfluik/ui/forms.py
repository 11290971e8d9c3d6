"""Django's forms, drawn accessibly: label, help and error belong to their field by name.

`FORM_RENDERER = "vijfluik.ui.forms.Renderer"` makes `{{ form }}` and a field group
use the templates in `ui/templates/ui/forms/`. Django itself binds help and errors to the field by
`aria-describedby` and marks a wrong field by `aria-invalid`. "django.forms" must be installed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from vijfluik.ui.escaping import escaped

SELECT, OWN_SELECT = "django/forms/widgets/select.html", "ui/forms/select.html"


class Renderer(TemplatesSetting):
    """The form renderer of the platform."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw a part of a form; Django's own, but for a list to choose from.

        Django includes two templates for each option, which for the municipalities took a third of
        a page's time; a loop in one template still took a sixth.
        """
        if template_name != SELECT:
            return super().render(template_name, context, request)
        options = options_of(context["widget"]["optgroups"])
        return super().render(OWN_SELECT, {**context, "options": options}, request)


def options_of(groups: Iterable[tuple[Any, Iterable[Mapping[str, Any]], int]]) -> SafeString:
    """The options of a list to choose from, as HTML.

    Args:
        groups: as `Select.optgroups` gives them: name (None for no group), options, and place.
    """
    drawn = []
    for name, options, _place in groups:
        inside = "".join(map(_option, options))
        if name:
            inside = f'\n  <optgroup label="{escaped(name)}">{inside}\n  </optgroup>'
        drawn.append(inside)
    return mark_safe("".join(drawn))  # noqa: S308 - each part is escaped


def _option(option: Mapping[str, Any]) -> str:
    attributes = "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in option["attrs"].items()
        if value is not False
    )
    value, label = escaped(str(option["value"])), escaped(option["label"])
    return f'\n  <option value="{value}"{attributes}>{label}</option>'


def choosing(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """The field of a form in which one chooses among words.

    Raises:
        TypeError: it is another sort of field.
    """
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choice among words")
    return field


def among_rows(form: forms.BaseForm, name: str) -> "forms.ModelChoiceField[Any]":
    """The field of a form in which one chooses among rows.

    Raises:
        TypeError: it is another sort of field.
    """
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(f"{name} offers no choice among rows")
    return field


class NamesIterator(ModelChoiceIterator):  # type: ignore[type-arg]
    """Key and name of each row, in one question and without making the row itself."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """The empty choice first, if there is one."""
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from self.queryset.values_list("pk", "name")


class NamedChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among rows of which the words are their `name`, such as many municipalities."""

    iterator = NamesIterator


class DateInput(forms.DateInput):
    """A day, chosen with the browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A moment on the clock of Amsterdam, chosen with the browser's own field, to the second."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"step": "1", **(attrs or {})}, format="%Y-%m-%dT%H:%M:%S")


class FileDrop(forms.FileInput):
    """A large file field on which a file can be dropped; an ordinary file input in all else."""

    template_name = "ui/forms/file_drop.html"


class SearchInput(forms.TextInput):
    """A search field; the key "/" moves the focus to the first one on the page."""

    input_type = "search"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"data-search": "", "autocomplete": "off", **(attrs or {})})
