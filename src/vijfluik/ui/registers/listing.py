"""The list of a register: filters, what was found, its files, and the pages of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.lookups import Lookups
from vijfluik.ui import formatting
from vijfluik.ui.components import tables
from vijfluik.ui.language import page_language, recorded
from vijfluik.ui.registers.addresses import (
    SORT,
    active_filters,
    record_address,
    with_query,
)
from vijfluik.ui.registers.columns import Column, columns_of
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.values import shown
from vijfluik.ui.shell import Link

FORMATS = ("csv", "ods", "json")


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heading of a column; `url` sorts by it, and is empty where it cannot."""

    key: str
    label: str
    number: bool
    url: str
    sorted_as: str


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A button beside the title."""

    label: str
    url: str
    icon: str = ""
    kind: str = "secondary"


def list_page(
    request: HttpRequest,
    *,
    register: Register,
    page: Page[Any],
    form: forms.Form,
    first: Sequence[str],
    offers: Sequence[Offer] = (),
    lookups: Lookups | None = None,
    more: bool = False,
    exports: bool = True,
    notice: str = "",
) -> HttpResponse:
    """The page.

    Args:
        page: the records that the reader may see, with what they refer to.
        form: the filters, bound to the address.
        first: the filters that stand open; the others unfold.
        offers: what can be begun here.
        lookups: names of what the records refer to, for the columns.
        more: the list is longer than was counted.
        exports: the reader may take the list along as a file.
        notice: a sentence above the list, such as on what it counts.
    """
    active = active_filters(request, form=form)
    query = request.GET.urlencode()
    listed = [
        column for column in columns_of(register, lookups=lookups or Lookups()) if column.listed
    ]
    context = {
        **frame_of(register, title=str(register.title)),
        "form": form,
        "first": [form[name] for name in first],
        "others": [field for field in form.visible_fields() if field.name not in first],
        "unfold": any(link.name not in first for link in active),
        "active": [Link(label=link.label, url=link.url) for link in active],
        "here": request.path,
        "counted": counted(register, page=page, more=more),
        "headings": [heading(request, column=column) for column in listed],
        "rows": rows_of(page.object_list, columns=listed, register=register),
        "page": page,
        "offers": offers,
        "files": [
            Link(
                label=name.upper(),
                url=with_query(reverse(f"{register.thing}:export", args=[name]), query),
            )
            for name in FORMATS
            if exports and page.paginator.count
        ],
        "notice": notice,
        "help_url": reverse(f"{register.thing}:help"),
        "singular": str(register.model._meta.verbose_name),
    }  # fmt: skip
    return render(request, "ui/registers/list.html", context)


def counted(register: Register, *, page: Page[Any], more: bool) -> str:
    """How many records were found, in words."""
    number = page.paginator.count
    names = register.model._meta
    noun = names.verbose_name if number == 1 else names.verbose_name_plural
    words = formatting.number(number, language=page_language())
    if more:
        return _("Meer dan %(number)s %(noun)s") % {"number": words, "noun": noun}
    return f"{words} {noun}"


def heading(request: HttpRequest, *, column: Column) -> Heading:
    """A heading; a click sorts upwards first, and then the other way."""
    up, down = column.sort
    now = request.GET.get(SORT, "")
    sorted_as = "ascending" if up and now == up else "descending" if down and now == down else ""
    target = down if sorted_as == "ascending" or not up else up
    url = ""
    if target and target != now:
        query = request.GET.copy()
        query.pop("pagina", None)
        query[SORT] = target
        url = f"{request.path}?{query.urlencode()}"
    return Heading(
        key=column.key,
        label=capfirst(str(column.heading or column.label)),
        number=column.number,
        url=url,
        sorted_as=sorted_as,
    )


def rows_of(
    records: Iterable[Any], *, columns: Sequence[Column], register: Register
) -> list[SafeString]:
    """The cells of each record as HTML."""
    drawn = []
    for record in records:
        url = record_address(register.thing, key=record.pk)
        cells = "".join(cell(record, column=each, url=url) for each in columns)
        drawn.append(mark_safe(cells))  # noqa: S308 (each cell is escaped)
    return drawn


def cell(record: Any, *, column: Column, url: str) -> str:
    """What stands on a record in a column, as HTML; what names the record leads to it."""
    value = (column.short or column.value)(record)
    words = shown(value)
    text = recorded(words) if column.written else words
    return tables.cell_of(
        tables.Cell(
            text=text if column.names else text or formatting.NO_VALUE,
            url=url if column.names else "",
        ),
        column=_standing(
            names=column.names,
            number=column.number and not column.names,
            keep=not column.names and (not isinstance(value, str) or " " not in words),
        ),
    )


@cache
def _standing(*, names: bool, number: bool, keep: bool) -> tables.Column:
    """How a cell stands in its column: a handful of ways, for hundreds of cells."""
    return tables.Column(label="", row_header=names, number=number, keep=keep)
