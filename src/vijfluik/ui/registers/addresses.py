"""The filters and the order of a list, as they stand in its address."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.utils.text import capfirst

SEARCH = "zoek"
SORT = "sorteer"
PAGE = "pagina"


@dataclass(frozen=True, kw_only=True)
class Active:
    """A filter in force: its name, its words, and the same list without it."""

    name: str
    label: str
    url: str


def with_query(path: str, query: str) -> str:
    """An address with a query, or without one."""
    return f"{path}?{query}" if query else path


def active_filters(request: HttpRequest, *, form: forms.Form) -> list[Active]:
    """The filters in force, each with the way to be rid of it. `form` has been cleaned."""
    found = []
    for name, field in form.fields.items():
        word = request.GET.get(name, "")
        if not word or name not in form.cleaned_data:
            continue
        query = request.GET.copy()
        query.pop(name, None)
        query.pop(PAGE, None)
        found.append(
            Active(
                name=name,
                label=f"{capfirst(str(field.label))}: {_words(form, name=name)}",
                url=with_query(request.path, query.urlencode()),
            )
        )
    return found


def _words(form: forms.Form, *, name: str) -> str:
    """What was chosen, as the reader chose it."""
    value, field = form.cleaned_data[name], form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        return str(value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return str(value)
