"""A figure as a file: what leaves the platform always has a receipt that is kept."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from vijfluik.accountability.disclosure.outward import outward_of, published_facts
from vijfluik.accountability.disclosure.publishing import published_cell
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.actions import Issued, issue
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.divisions import (
    Division,
    Redivided,
    counts_places,
    of_places,
)
from vijfluik.accountability.figures.library import UnknownFigure
from vijfluik.accountability.figures.pages_breakdowns import number_of
from vijfluik.accountability.figures.pages_divisions import DIVISION, WORDS, division_asked
from vijfluik.accountability.figures.pages_moment import known_on
from vijfluik.accountability.figures.presentation import (
    breakdowns,
    detailed,
    supplied_briefly,
)
from vijfluik.accountability.figures.values import plain_value
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import moment_text
from vijfluik.core.registers.exporting.fields import ExportField, ExportValue, FieldKind
from vijfluik.core.registers.exporting.invented import invented_notice
from vijfluik.core.registers.exporting.separated import CONTENT_TYPE, write_separated
from vijfluik.ui.marks import fresh_proof

BAD_REQUEST = 400
WHOLE = "totaal"
COMPUTED = "berekend uit registraties"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the CSV: the whole figure or one of its cells. division: of what is of places."""

    breakdown: str
    member: str
    label: str
    records: ExportValue
    value: ExportValue
    issued: Issued
    division: Division | None = None


# The public vocabulary is Dutch, whatever the language of the screen.
COLUMNS: Mapping[str, tuple[str, FieldKind, Callable[[Line], ExportValue]]] = {
    "figure": ("cijfer", FieldKind.TEXT, lambda line: line.issued.figure.definition.id),
    "breakdown": ("uitsplitsing", FieldKind.TEXT, lambda line: line.breakdown),
    "member": ("deel", FieldKind.TEXT, lambda line: line.member),
    "label": ("omschrijving", FieldKind.TEXT, lambda line: line.label),
    "records": ("registraties", FieldKind.NUMBER, lambda line: line.records),
    "value": ("waarde", FieldKind.NUMBER, lambda line: line.value),
    "unit": ("eenheid", FieldKind.TEXT, lambda line: line.issued.figure.definition.unit.nl),
    "as_of": ("kennisdatum", FieldKind.TEXT, lambda line: moment_text(line.issued.figure.as_of)),
    "source": (
        "herkomst",
        FieldKind.TEXT,
        lambda line: supplied_briefly(line.issued.figure, language=Language.DUTCH) or COMPUTED,
    ),
    "division": (
        DIVISION,
        FieldKind.TEXT,
        lambda line: "" if line.division is None else WORDS[line.division],
    ),
    # What the receipt proves is the division of then.
    "receipt": (
        "bewijs",
        FieldKind.TEXT,
        lambda line: None if line.division is Division.NOW else line.issued.receipt,
    ),
}
FIELDS = tuple(
    ExportField(identifier=identifier, name=word, heading=word, kind=kind, value=value)
    for identifier, (word, kind, value) in COLUMNS.items()
)


@fresh_proof
@require_safe
def as_json(request: HttpRequest, figure: str) -> HttpResponse:
    """The figure with its definition, parameters, SQL, cells and receipt; no keys of records.

    The division of now stands beside the figure and never instead of it.
    """
    division = division_asked(request.GET)
    found = issued_for(request, figure=figure)
    if isinstance(found, HttpResponse):
        return found
    outward = outward_of(found)
    content = (
        {"notice": invented_notice() or None}
        | detailed(found, keys=None)
        | published_facts(outward)
    )
    if outward.hides:
        # Who knows the rest of a receipt could find a small number by trying until its hash fits.
        del content["root"]
    if division is Division.NOW:
        both = outward.redivided()
        content |= {} if both is None else {"division": plain_division(both)}
    body = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return attached(body.encode(), kind="application/json", name=f"{figure}.json")


@fresh_proof
@require_safe
def as_separated(request: HttpRequest, figure: str) -> HttpResponse:
    """The value and every cell of the figure as CSV; those of places in the division asked for."""
    division = division_asked(request.GET)
    found = issued_for(request, figure=figure)
    if isinstance(found, HttpResponse):
        return found
    into = io.BytesIO()
    with translation.override("nl"):
        write_separated(
            lines(found, division=division), fields=FIELDS, notice=invented_notice(), into=into
        )
    return attached(into.getvalue(), kind=CONTENT_TYPE, name=f"{figure}.csv")


def issued_for(request: HttpRequest, *, figure: str) -> Issued | HttpResponse:
    """The figure with a kept receipt, or the answer that says why the moment cannot be given.

    Raises:
        Refused: the actor may not read figures, or there is no such figure.
    """
    moment = known_on(request)
    if moment.fault:
        # Nothing is given, so nothing is kept.
        queries.definition_named(figure, as_of=moment.as_of)
        return HttpResponse(
            f"{moment.fault}\n", content_type="text/plain; charset=utf-8", status=BAD_REQUEST
        )
    try:
        [found] = issue(figures=[figure], as_of=moment.as_of)
    except UnknownFigure:
        raise queries.unknown_figure() from None
    return found


def lines(found: Issued, *, division: Division) -> list[Line]:
    """The whole first, then each breakdown; of places in the division asked for."""
    outward = outward_of(found)
    figure = outward.figure
    both = outward.redivided() if division is Division.NOW else None
    places = of_places(figure.definition)
    counted = Division.THEN if counts_places(figure.definition) else None
    wholes = [_whole(figure, issued=found, division=counted)]
    if both is not None and both.counts_places:
        wholes.append(_whole(both.now, issued=found, division=division))
    return wholes + [
        line
        for name in figure.definition.query.dimensions
        for line in _parts(
            both.now if both is not None and name in places else figure,
            name=name,
            issued=found,
            division=division if name in places else None,
        )
    ]


def _whole(figure: Computed, *, issued: Issued, division: Division | None) -> Line:
    return Line(
        breakdown=WHOLE,
        member="",
        label=figure.definition.name.nl,
        records=figure.records,
        value=whole_value(figure),
        issued=issued,
        division=division,
    )


def _parts(figure: Computed, *, name: str, issued: Issued, division: Division | None) -> list[Line]:
    return [
        Line(
            breakdown=breakdown.name,
            member=cell.member or "",
            label=label,
            records=cell.records if cell.hidden_records is None else cell.hidden_records.nl,
            value=number_of(cell, figure=figure) if cell.hidden is None else cell.hidden.nl,
            issued=issued,
            division=division,
        )
        for breakdown in breakdowns(figure, language=Language.DUTCH)
        if breakdown.name == name
        for label, cell in breakdown.cells
    ]


def plain_division(both: Redivided) -> dict[str, object]:
    """The figure in the division of now as JSON holds it, with the mergers that make it."""
    places = of_places(both.then.definition)
    return {
        "name": WORDS[Division.NOW],
        "on": both.on.isoformat(),
        "value": plain_value(both.now.outward),
        "cells": [published_cell(cell) for cell in both.now.cells if cell.dimension in places],
        "mergers": [
            {"before": list(each.before), "after": each.after, "on": each.on.isoformat()}
            for each in both.mergers
        ],
        "divided": list(both.divided),
    }


def whole_value(figure: Computed) -> ExportValue:
    """The value for one cell of a sheet: a number, or the words of what is none."""
    if figure.number is not None:
        return figure.number
    return None if figure.value is None else figure.text(Language.DUTCH)


def attached(body: bytes, *, kind: str, name: str) -> HttpResponse:
    """A file to keep rather than a page to look at."""
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
