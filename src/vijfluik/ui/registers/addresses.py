"""The filters and the order of a list, as they stand in its address."""

import uuid
from dataclasses import dataclass
from functools import cache

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from vijfluik.ui.registers.sought import SOUGHT

SEARCH = "zoek"
SORT = "sorteer"
PAGE = "pagina"
NOWHERE = uuid.UUID(int=0)


@dataclass(frozen=True, kw_only=True)
class Active:
    """A filter in force: its name, its words, and the same list without it."""

    name: str
    label: str
    url: str


def with_query(path: str, query: str) -> str:
    """An address with a query, or without one."""
    return f"{path}?{query}" if query else path


@cache
def _pattern(name: str, *rest: str) -> str:
    """The address of no record; working one out takes longer than drawing a row."""
    return reverse(name, args=[NOWHERE, *rest])


def record_address(thing: str, *, key: uuid.UUID) -> str:
    """Where a record of a register stands; only the key differs from one to another."""
    return _pattern(f"{thing}:detail").replace(str(NOWHERE), str(key))


def act_address(thing: str, *, key: uuid.UUID, word: str) -> str:
    """Where a step is taken with a record. word: of the act."""
    return _pattern(f"{thing}:act", word).replace(str(NOWHERE), str(key))


def active_filters(request: HttpRequest, *, form: forms.Form) -> list[Active]:
    """The filters in force, each with the way to be rid of it. `form` has been cleaned."""
    found = []
    for name, field in form.fields.items():
        word = form.data.get(name, "")
        if not word or name not in form.cleaned_data:
            continue
        query = request.GET.copy()
        query.pop(name, None)
        if name == SEARCH:
            query.pop(SOUGHT, None)
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
