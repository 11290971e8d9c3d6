"""The records behind one cause, as the reader may see them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.explaining.asked import between_asked, cause_asked
from vijfluik.accountability.explaining.causes import Cause, Method, Why
from vijfluik.accountability.explaining.pages import kept_before
from vijfluik.accountability.explaining.records import (
    PAGE,
    Brought,
    ChangedPage,
    changed_records,
)
from vijfluik.accountability.explaining.why import why
from vijfluik.accountability.explaining.words import cause_label, cause_meaning
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.pages_divisions import division_asked
from vijfluik.accountability.figures.pages_records import (
    labels_of,
    page_asked,
    record_url,
    value_text,
)
from vijfluik.accountability.figures.pages_words import language_of_page, panel_of
from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.facts.measures import Count
from vijfluik.core.facts.sources import source_named
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

BAD_REQUEST = 400


@require_safe
def part_records(request: HttpRequest, figure: str) -> HttpResponse:
    """The records behind a cause, fifty at a time; each leads to its own page."""
    cause = cause_asked(request.GET)
    if cause is None or cause in {Cause.BOUNDARY, Cause.SUPPRESSION}:
        raise Http404
    asked = between_asked(request.GET, usual=None)
    if not request.GET.get("van"):
        asked = between_asked(request.GET, usual=kept_before(figure, as_of=asked.until.as_of))
    definition = queries.definition_named(figure, as_of=asked.until.as_of)
    name = definition.name.in_language(language_of_page())
    why_url = reverse("explaining:why", args=[definition.id])
    context: dict[str, object] = {
        "page_title": _("Registraties achter het verschil"),
        "intro": name,
        "panel": panel_of(definition),
        "asked": asked,
        "breadcrumbs": [
            Link(label=_("Cijfers"), url=reverse("figures:list")),
            Link(label=name, url=reverse("figures:figure", args=[definition.id])),
            Link(label=_("Waarom veranderde dit cijfer?"), url=f"{why_url}{asked.query()}"),
            Link(label=_("Registraties")),
        ],
    }
    if asked.fault:
        return render(request, "explaining/records.html", context, status=BAD_REQUEST)
    found = why(
        definition.id,
        before=asked.since.as_of,
        after=asked.until.as_of,
        division=division_asked(request.GET),
    )
    part = found.part(cause)
    number = page_asked(request)
    page = changed_records(found, part, offset=(number - 1) * PAGE)
    if number > 1 and not page.records:
        raise Http404
    context |= {
        "cause": cause_label(cause),
        "meaning": cause_meaning(cause),
        "visible": page.visible,
        "page": Paginator(range(page.visible), PAGE).page(number),
        "table": record_table(page, found=found, cause=cause),
    }
    return render(request, "explaining/records.html", context)


def record_table(page: ChangedPage, *, found: Why, cause: Cause) -> Table:
    """The records as a table: what each brought in before and after, and its main columns."""
    source = source_named(found.definition.query.source)
    names = list(dict.fromkeys((*source.main, source.status)))
    columns = [source.column(name) for name in names]
    labels = labels_of(source)
    status = source.column(source.status)
    if status.labels is not None:
        labels[status.name] = status.labels()
    moments = ("before", "after") if page.asked else ()
    heads = {"before": _("Telde voor"), "after": _("Telt voor")}
    return Table(
        caption=_("Registraties achter het verschil: %(cause)s") % {"cause": cause_label(cause)},
        columns=[
            *(
                Column(
                    label=capfirst(_(column.label)),
                    row_header=at == 0,
                    number=column.type is ColumnType.INTEGER,
                    keep=at == 0,
                )
                for at, column in enumerate(columns)
            ),
            *(Column(label=heads[each], number=True) for each in moments),
        ],
        rows=[
            Row(
                key=each.key,
                cells=[
                    *(
                        Cell(
                            text=value_text(each.values[name], column=column, labels=labels),
                            url=record_url(source, key=each.key) if at == 0 else "",
                        )
                        for at, (name, column) in enumerate(zip(names, columns, strict=True))
                    ),
                    *(
                        Cell(text=brought_text(getattr(each, moment), found=found))
                        for moment in moments
                    ),
                ],
            )
            for each in page.records
        ],
    )


def brought_text(brought: Brought, *, found: Why) -> str:
    """What a record brought in: a number, a part of a whole, or that it did not count."""
    language = page_language()
    if not brought.counted:
        return _("telt niet")
    if brought.number is None:
        return _("zonder opgave")
    if found.method is Method.BENNET:
        words = {
            "part": formatting.number(brought.number, language=language),
            "whole": formatting.number(brought.base or 0, language=language),
        }
        return _("%(part)s van %(whole)s") % words
    if found.definition.kind is Kind.MONEY:
        return formatting.money(brought.number, language=language)
    if isinstance(found.definition.query.measure, Count):
        return _("telt")
    return formatting.number(brought.number, language=language)
