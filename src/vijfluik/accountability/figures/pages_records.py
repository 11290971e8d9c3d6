"""The records behind a figure, or behind one part of it, as the reader may see them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.divisions import Division, members_now, of_places
from vijfluik.accountability.figures.pages_breakdowns import DIMENSION, MEMBER
from vijfluik.accountability.figures.pages_divisions import division_asked
from vijfluik.accountability.figures.pages_moment import KnownOn, known_on
from vijfluik.accountability.figures.pages_words import language_of_page, panel_of
from vijfluik.accountability.figures.presentation import NOT_STATED, breakdown_label
from vijfluik.core.facts.columns import Column as SourceColumn
from vijfluik.core.facts.columns import ColumnType, UnknownName
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

BAD_REQUEST = 400


@require_safe
def counted_records(request: HttpRequest, figure: str) -> HttpResponse:
    """The records that a figure counts, fifty at a time; each leads to its own page."""
    moment = known_on(request)
    definition = queries.definition_named(figure, as_of=moment.as_of)
    name = definition.name.in_language(language_of_page())
    context: dict[str, object] = {
        "page_title": _("Registraties achter het cijfer"),
        "intro": name,
        "panel": panel_of(definition),
        "known_on": moment,
        "definition": definition,
        "breadcrumbs": [
            Link(label=_("Cijfers"), url=f"{reverse('figures:list')}{moment.query()}"),
            Link(
                label=name,
                url=f"{reverse('figures:figure', args=[definition.id])}{moment.query()}",
            ),
            Link(label=_("Registraties")),
        ],
    }
    if moment.fault:
        return render(request, "figures/records.html", context, status=BAD_REQUEST)
    cell, division = cell_asked(request.GET), division_asked(request.GET)
    number = page_asked(request)
    source = source_named(definition.query.source)
    try:
        found = queries.records(
            definition,
            as_of=moment.as_of,
            cell=members_of(cell, division=division, definition=definition, as_of=moment.as_of),
            offset=(number - 1) * queries.PAGE,
        )
    except (UnknownName, ValueError) as error:
        raise Http404 from error
    paginator = Paginator(range(found.visible), queries.PAGE)
    if number > paginator.num_pages:
        raise Http404
    labels = labels_of(source)
    part = part_text(cell, definition=definition, labels=labels)
    if division is Division.NOW and part:
        part = _("%(part)s (indeling nu)") % {"part": part}
    context |= {
        "part": part,
        "whole_url": reverse("figures:records", args=[definition.id]) + moment.query(),
        "page": paginator.page(number),
        "visible": found.visible,
        "table": record_table(found, source=source, labels=labels, part=part, moment=moment),
    }
    return render(request, "figures/records.html", context)


def cell_asked(parameters: Mapping[str, str]) -> tuple[str, str | None] | None:
    """The part of a breakdown that the address names; None for the whole figure."""
    dimension = parameters.get(DIMENSION, "")
    return (dimension, parameters.get(MEMBER)) if dimension else None


def members_of(
    cell: tuple[str, str | None] | None,
    *,
    division: Division,
    definition: Definition,
    as_of: dt.datetime,
) -> tuple[str, Sequence[str] | None] | None:
    """The part with every member that it stands for: in the division of now a place of then too.

    Raises:
        ValueError: the member is no key of a place.
    """
    if cell is None:
        return None
    name, member = cell
    if member is None:
        return (name, None)
    if division is Division.NOW and name in of_places(definition):
        return (name, members_now(member, as_of=as_of))
    return (name, [member])


def page_asked(request: HttpRequest) -> int:
    """The number of the page.

    Raises:
        Http404: it is no number of a page.
    """
    text = request.GET.get("page", "1")
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 10**6:
        raise Http404
    return int(text)


def labels_of(source: Source) -> dict[str, Mapping[str, str]]:
    """The words for the values of every column that is listed, asked once."""
    columns = [source.column(name) for name in source.main]
    return {each.name: each.labels() for each in columns if each.labels is not None}


def part_text(
    cell: tuple[str, str | None] | None,
    *,
    definition: Definition,
    labels: Mapping[str, Mapping[str, str]],
) -> str:
    """The part in words: "gemeente: Wolverdam"; empty for the whole figure."""
    if cell is None:
        return ""
    dimension = source_named(definition.query.source).dimension(cell[0])
    if cell[1] is None:
        word = NOT_STATED[language_of_page()]
    else:
        word = labels.get(dimension.column or "", {}).get(cell[1], cell[1])
    return f"{_(breakdown_label(definition, dimension=dimension))}: {word}"


def record_table(
    found: queries.RecordPage,
    *,
    source: Source,
    labels: Mapping[str, Mapping[str, str]],
    part: str,
    moment: KnownOn,
) -> Table:
    """The records as a table; the first column leads to the record in its register."""
    columns = [source.column(name) for name in source.main]
    caption = _("Registraties zoals bekend op %(moment)s") % {"moment": moment.text}
    return Table(
        caption=f"{caption} ({part})" if part else caption,
        columns=[
            Column(
                label=capfirst(_(column.label)),
                row_header=at == 0,
                number=column.type is ColumnType.INTEGER,
                keep=column.type in {ColumnType.DATE, ColumnType.MOMENT} or at == 0,
            )
            for at, column in enumerate(columns)
        ],
        rows=[
            Row(
                key=str(each.key),
                cells=[
                    Cell(
                        text=value_text(each.values[column.name], column=column, labels=labels),
                        url=record_url(source, key=str(each.key)) if at == 0 else "",
                    )
                    for at, column in enumerate(columns)
                ],
            )
            for each in found.records
        ],
    )


def record_url(source: Source, *, key: str) -> str:
    """The page of a record in its register; empty while that register has no pages."""
    try:
        return reverse(f"{source.name}:detail", args=[key])
    except NoReverseMatch:
        return ""


def value_text(
    value: object, *, column: SourceColumn, labels: Mapping[str, Mapping[str, str]]
) -> str:
    """A value of a record as people read it."""
    language = page_language()
    words = labels.get(column.name, {})
    if value is None or value == "":
        return formatting.NO_VALUE
    if isinstance(value, (list, tuple)):
        return ", ".join(words.get(str(each), str(each)) for each in value)
    if isinstance(value, dt.date):
        return formatting.short_day(value, language=language)
    if isinstance(value, int) and column.type is ColumnType.INTEGER:
        return formatting.number(value, language=language)
    return words.get(str(value), str(value))
