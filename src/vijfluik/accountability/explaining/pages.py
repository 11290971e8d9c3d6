"""Waarom veranderde dit cijfer: the answer in words, as a waterfall and as a table."""

import datetime as dt
import json
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.explaining.actions import answered
from vijfluik.accountability.explaining.amounts import Amounts, amounts_of
from vijfluik.accountability.explaining.asked import (
    CAUSE,
    UNTIL,
    WORDS,
    Between,
    between_asked,
)
from vijfluik.accountability.explaining.causes import Cause, Part, Why
from vijfluik.accountability.explaining.course import course_of
from vijfluik.accountability.explaining.presenting import leaving
from vijfluik.accountability.explaining.waterfall import Stroke, strokes
from vijfluik.accountability.explaining.why import why
from vijfluik.accountability.explaining.words import (
    amount_text,
    cause_label,
    cause_meaning,
    method_text,
    moment_words,
    sentence,
)
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.divisions import Division, counts_places
from vijfluik.accountability.figures.pages_divisions import division_asked, in_address
from vijfluik.accountability.figures.pages_downloads import attached
from vijfluik.accountability.figures.pages_moment import PARAMETER, KnownOn, moment_asked
from vijfluik.accountability.figures.pages_versions import version_notes
from vijfluik.accountability.figures.pages_words import exact_text, language_of_page, panel_of
from vijfluik.accountability.figures.queries import moments_kept
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts.sources import source_named
from vijfluik.core.registers.exporting.invented import invented_notice
from vijfluik.ui import formatting
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link

BAD_REQUEST = 400
MOST_EARLIER = 8


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A line of the drawing. url: of the records behind it, empty when one may not see any."""

    label: str
    value: str
    url: str
    stroke: Stroke | None
    marked: bool = False


@require_safe
def why_page(request: HttpRequest, figure: str) -> HttpResponse:
    """Why a figure changed between two moments."""
    until = moment_asked(request.GET.get(UNTIL, "").strip())
    definition = queries.definition_named(figure, as_of=until.as_of)
    asked = between_asked(request.GET, usual=kept_before(figure, as_of=until.as_of))
    name = definition.name.in_language(language_of_page())
    figure_url = reverse("figures:figure", args=[definition.id])
    context: dict[str, object] = {
        "page_title": _("Waarom veranderde dit cijfer?"),
        "intro": name,
        "panel": panel_of(definition),
        "asked": asked,
        "breadcrumbs": [
            Link(label=_("Cijfers"), url=reverse("figures:list")),
            Link(label=name, url=f"{figure_url}{asked.until.query()}"),
            Link(label=_("Waarom veranderde dit cijfer?")),
        ],
    }
    if asked.fault:
        return render(request, "explaining/why.html", context, status=BAD_REQUEST)
    division = division_asked(request.GET)
    found = why(definition.id, before=asked.since.as_of, after=asked.until.as_of, division=division)
    amounts = amounts_of(found)
    may_see = not reach(
        who=acting_now(), thing=source_named(definition.query.source).governed_as, action="read"
    ).nowhere
    drawn = lines_of(found, amounts=amounts, asked=asked, linked=may_see)
    context |= {
        "sentence": sentence(found),
        "lines": drawn,
        "has_drawing": any(line.stroke is not None for line in drawn),
        "table": table_of(found, amounts=amounts, lines=drawn),
        "method": method_text(found.method),
        "divisions": division_tabs(asked, division=division) if counts_places(definition) else [],
        "notes": version_notes(found.before.definition, found.after.definition),
        "course": course_of(found),
        "earlier": earlier_moments(figure, asked=asked),
    }
    file = reverse("explaining:json", args=[definition.id])
    offer(
        request,
        Link(
            label=_("Ophalen als %(format)s") % {"format": "JSON"},
            url=f"{file}{asked.query(**in_address(division))}",
        ),
    )
    return render(request, "explaining/why.html", context)


@fresh_proof
@require_safe
def as_json(request: HttpRequest, figure: str) -> HttpResponse:
    """The answer as a file; the receipts of both ends are kept."""
    until = moment_asked(request.GET.get(UNTIL, "").strip())
    definition = queries.definition_named(figure, as_of=until.as_of)
    asked = between_asked(request.GET, usual=kept_before(figure, as_of=until.as_of))
    if asked.fault:
        return HttpResponse(asked.fault, status=BAD_REQUEST, content_type="text/plain")
    found = answered(
        definition.id,
        before=asked.since.as_of,
        after=asked.until.as_of,
        division=division_asked(request.GET),
    )
    content = {"notice": invented_notice() or None} | leaving(found)
    body = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return attached(body.encode(), kind="application/json", name=f"{definition.id}-waarom.json")


def kept_before(figure: str, *, as_of: dt.datetime) -> dt.datetime | None:
    """The last earlier moment of which a receipt of the figure was kept, if there is any."""
    return next(iter(moments_kept(figure, before=as_of, most=1)), None)


def earlier_moments(figure: str, *, asked: Between) -> list[Link]:
    """The moments of which receipts were kept, each as the first moment of the same question."""
    moments = moments_kept(figure, before=asked.until.as_of, most=MOST_EARLIER)
    return [
        Link(
            label=moment_words(each),
            url=Between(since=KnownOn(as_of=each), until=asked.until).query(),
        )
        for each in moments
        if each != asked.since.as_of
    ]


def lines_of(found: Why, *, amounts: Amounts, asked: Between, linked: bool) -> list[Drawn]:
    """The lines of the drawing; each leads to what is behind it."""
    drawn: list[Stroke | None] = [*strokes(amounts)]
    if not drawn:
        drawn = [None] * (len(found.parts) + 2)
    figure_url = reverse("figures:figure", args=[found.definition.id])
    ends = [
        Drawn(
            label=moment_words(said.as_of),
            value=exact_text(said),
            url=f"{figure_url}{_pinned(known)}",
            stroke=stroke,
        )
        for said, known, stroke in (
            (found.before, asked.since, drawn[0]),
            (found.after, asked.until, drawn[-1]),
        )
    ]
    parts = [
        Drawn(
            label=cause_label(part.cause),
            value=value_of(part, amounts=amounts, at=at),
            url=records_address(found, part, asked=asked) if linked else "",
            stroke=drawn[at + 1],
            marked=part.cause is Cause.DEFINITION,
        )
        for at, part in enumerate(found.parts)
    ]
    return [ends[0], *parts, ends[1]]


def value_of(part: Part, *, amounts: Amounts, at: int) -> str:
    """What a part did: an amount, or what it says now where that is no number."""
    amount = amounts.parts[at]
    if amount is None and part.said is not None:
        return exact_text(part.said[1])
    return amount_text(amount, unit=amounts.unit)


def records_address(found: Why, part: Part, *, asked: Between) -> str:
    """The page with the records behind a part; empty when there are none."""
    division = in_address(found.division)
    if part.cause is Cause.BOUNDARY:
        address = reverse("figures:records", args=[found.definition.id])
        return f"{address}{_pinned(asked.until)}"
    if not part.records:
        return ""
    address = reverse("explaining:records", args=[found.definition.id])
    return f"{address}{asked.query(**{CAUSE: WORDS[part.cause]}, **division)}"


def table_of(found: Why, *, amounts: Amounts, lines: list[Drawn]) -> Table:
    """The same numbers as a table, ends first and last."""
    first, *parts, last = lines
    rows = [
        Row(
            cells=[
                Cell(text=line.label, url=line.url),
                Cell(text=cause_meaning(part.cause)),
                Cell(text=formatting.number(part.records, language=page_language())),
                Cell(text=line.value),
            ]
        )
        for line, part in zip(parts, found.parts, strict=True)
    ]

    def end(line: Drawn, records: int) -> Row:
        counted = formatting.number(records, language=page_language())
        cells = (line.label, _("het cijfer op dat moment"), counted, line.value)
        return Row(cells=[Cell(text=text) for text in cells])

    difference = amount_text(amounts.difference, unit=amounts.unit)
    return Table(
        caption=_("Waarom dit cijfer veranderde"),
        columns=[
            Column(label=_("Oorzaak"), row_header=True),
            Column(label=_("Wat het is")),
            Column(label=_("Registraties"), number=True),
            Column(label=_("Verschil"), number=True),
        ],
        rows=[end(first, found.before.records), *rows, end(last, found.after.records)],
        total=[Cell(text=_("Verschil samen")), Cell(text=""), Cell(text=""), Cell(text=difference)],
    )


def division_tabs(asked: Between, *, division: Division) -> list[Tab]:
    """The choice between the municipalities of then and of now."""
    labels = {Division.THEN: _("Indeling toen"), Division.NOW: _("Indeling nu")}
    return [
        Tab(label=labels[each], url=asked.query(**in_address(each)), current=each is division)
        for each in Division
    ]


def _pinned(known: KnownOn) -> str:
    """The query that pins the page of a figure to a moment."""
    return known.query() if known.pinned else f"?{PARAMETER}={known.address}"
