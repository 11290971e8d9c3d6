"""Tables: dense, sortable by links, with a row header, scrolling inside a named region."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.paginator import Page
from django.template import RequestContext
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vijfluik.ui.components.library import register
from vijfluik.ui.escaping import escaped


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its heading, how its cells stand, and how it sorts.

    number: align at the end, tabular digits. keep: never wrap (dates, keys). row_header: its cells
    name the row (one column per table). sort_url: where a click on the heading leads.
    sorted_as: "ascending" or "descending" when the table is sorted by this column.
    """

    label: str
    number: bool = False
    keep: bool = False
    row_header: bool = False
    sort_url: str = ""
    sorted_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell: text (or SafeString such as a rendered badge), and where it leads."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The cells of a row in the order of the columns; `key` becomes the row's id."""

    cells: Sequence[Cell]
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table to show. `caption` says what it is; `total` is a last row, for instance a sum."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    total: Sequence[Cell] = field(default=())
    hide_caption: bool = False


@register.inclusion_tag("ui/table.html")
def table(content: Table) -> dict[str, object]:
    """A whole table from data.

    content: a Table.
    """
    return {
        "table": content,
        "rows": [
            {"key": row.key, "cells": cells_of(row.cells, columns=content.columns)}
            for row in content.rows
        ],
        "total": cells_of(content.total, columns=content.columns) if content.total else "",
    }


def cells_of(cells: Sequence[Cell], *, columns: Sequence[Column]) -> SafeString:
    """The cells of one row as HTML.

    Written here because a template takes ten times as long for a cell, and a table has hundreds.
    """
    pairs = zip(columns, cells, strict=True)
    return mark_safe("".join(cell_of(cell, column=column) for column, cell in pairs))  # noqa: S308


def cell_of(cell: Cell, *, column: Column) -> str:
    """One cell as HTML."""
    tag, scope = ("th", ' scope="row"') if column.row_header else ("td", "")
    kind = ""
    if column.number:
        kind = ' class="vijfluik-table__number"'
    elif column.keep:
        kind = ' class="vijfluik-table__keep"'
    text = escaped(cell.text)
    if cell.url:
        text = f'<a href="{escaped(cell.url)}">{text}</a>'
    return f"<{tag}{scope}{kind}>{text}</{tag}>"


@register.simple_block_tag
def tableregion(content: SafeString, *, label: str) -> SafeString:
    """The scrolling region round a table that a template writes out itself.

    content: `<table class="vijfluik-table">…`. label: the region's name, mostly the caption.
    Cells with numbers take the class `vijfluik-table__number`, cells that never wrap
    `vijfluik-table__keep`.
    """
    return format_html(
        '<div class="vijfluik-table-region" role="region" aria-label="{}" tabindex="0">{}</div>',
        label,
        content,
    )


@register.inclusion_tag("ui/sort_heading.html")
def sortheading(
    label: str, *, url: str = "", sorted_as: str = "", number: bool = False
) -> dict[str, object]:
    """One heading cell of a table that a template writes out itself.

    label: its words. url: where sorting leads. sorted_as: "ascending", "descending" or "".
    number: align with a column of numbers.
    """
    return {
        "column": Column(label=label, sort_url=url, sorted_as=sorted_as, number=number),
    }


@register.simple_tag(takes_context=True)
def pagination(context: RequestContext, page: Page, *, label: str, parameter: str = "page") -> str:  # type: ignore[type-arg]
    """Links to the pages of a list, with the filters of the address kept.

    page: a Page of Django's Paginator. label: what is paged ("Trainingen"). parameter: its name
    in the address. One page or none gives only the count.
    """
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render_to_string(
        "ui/pagination.html",
        {
            "page": page,
            "label": label,
            "links": [
                (number, address(number) if isinstance(number, int) else "") for number in numbers
            ],
            "previous": address(page.previous_page_number()) if page.has_previous() else "",
            "next": address(page.next_page_number()) if page.has_next() else "",
        },
    )
