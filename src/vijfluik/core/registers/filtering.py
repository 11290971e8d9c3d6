"""Which records a person wants to see, and in which order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.text import slugify

from vijfluik.core.registers.declaration import WITHDRAWN, Field, Filter, Register, ordered
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.plain import in_dutch
from vijfluik.core.registers.searching import says

Order = tuple[str | OrderBy, ...]
SEARCH = "zoek"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Each part that is given narrows. Withdrawn records show only when the state asks for them.

    `values` are by the identifiers of the register's filters.
    """

    search: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def used(self) -> list[str]:
        """The names of the parts that narrow, without what was chosen or typed in them."""
        given = [name for name, value in self.values.items() if value not in (None, "")]
        return [*given, "search"] if self.search else given

    def apply(self, register: Register, *, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that pass."""
        found = self.narrow(register, rows=rows)
        return found.filter(says(register, text=self.search)) if self.search.split() else found

    def narrow(self, register: Register, *, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that pass all but the search."""
        for each in register.filters:
            value = self.values.get(each.identifier)
            if value not in (None, ""):
                rows = rows.filter(**_condition(register, each=each, value=value))
        if not self.values.get("state"):
            rows = rows.exclude(state=WITHDRAWN)
        return rows


def wanted_from(register: Register, *, cleaned: Mapping[str, Any]) -> Wanted:
    """From the cleaned data of the form of filters, under their words in addresses."""
    values: dict[str, Any] = {}
    for each in register.filters:
        value = cleaned.get(each.word)
        values[each.identifier] = value.pk if isinstance(value, models.Model) else value
    return Wanted(search=cleaned.get(SEARCH) or "", values=values)


def filtered_field(register: Register, *, each: Filter) -> "models.Field[Any, Any]":
    """The field at the end of a filter's path."""
    model: Any = register.model
    found: Any = None
    for part in each.path.split("__"):
        found = model._meta.get_field(part)
        model = getattr(found, "related_model", None) or model
    return found  # type: ignore[no-any-return]


def _condition(register: Register, *, each: Filter, value: Any) -> dict[str, Any]:
    of = filtered_field(register, each=each)
    if each.choices is not None:
        return {f"{each.path}__iexact": value}
    if isinstance(of, ArrayField):
        return {f"{each.path}__contains": [value]}
    if isinstance(of, models.DateField):
        first, last = dt.date(value, 1, 1), dt.date(value, 12, 31)
        return {f"{each.path}__gte": first, f"{each.path}__lte": last}
    if isinstance(of, models.BooleanField):
        return {each.path: value in (True, "True", "true", "ja")}
    return {each.path: value}


def sorts_of(register: Register) -> Mapping[str, Order]:
    """The word in the address → the order.

    The usual order stands behind each, so that every order is a total one. What is not filled in
    yet stands last, whichever way the column is sorted.
    """
    usual = ordered(register)
    found: dict[str, Order] = {}
    for each in register.fields:
        up, down = sort_words(register, field=each)
        path = kinds_of(register)[each.name].sort
        if up:
            found[up] = (F(path).asc(nulls_last=True), *_without(usual, path=path))
        if down:
            found[down] = (F(path).desc(nulls_last=True), *_without(usual, path=path))
    return found


def ordering(register: Register, *, sort: str) -> Order:
    """The order for a word in the address; the usual one for an unknown word."""
    return sorts_of(register).get(sort, tuple(ordered(register)))


def sort_words(register: Register, *, field: Field) -> tuple[str, str]:
    """The words that sort by a field upwards and downwards; empty for a field that is not listed.

    Several values in one field have no order.
    """
    if field.sort is not None:
        return field.sort
    of = register.model._meta.get_field(field.name)
    if not field.listed or isinstance(of, ArrayField):
        return ("", "")
    word = slugify(in_dutch(field.heading or kinds_of(register)[field.name].field.verbose_name))
    return (word, f"-{word}")


def _without(usual: Any, *, path: str) -> tuple[str, ...]:
    return tuple(each for each in usual if each.lstrip("-") != path)
