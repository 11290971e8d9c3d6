"""A report as a page in which every number leads to its figure, as of any closed moment."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.disclosure.stored import standing
from vijfluik.accountability.disclosure.treating import report_name
from vijfluik.accountability.figures.pages_moment import KnownOn, known_on
from vijfluik.accountability.reports.actions import THING, read, unknown_report
from vijfluik.accountability.reports.areas import areas_of
from vijfluik.accountability.reports.building import Built
from vijfluik.accountability.reports.library import UnknownReportError, report_named
from vijfluik.accountability.reports.linter_finding import Finding, LintError
from vijfluik.accountability.reports.offered import offered
from vijfluik.accountability.reports.prose_errors import ProseError
from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.documents.html import FigureTarget, fragment
from vijfluik.core.documents.structure import Language
from vijfluik.programme.publications.tagging import of_day
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link

EDITION = "taal"
EDITIONS = {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}
BAD_REQUEST, UNPROCESSABLE = 400, 422


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """A report as of a moment, or what the linter says of its text."""
    moment, language = known_on(request), language_asked(request)
    context = frame(slug, moment=moment, language=language)
    if moment.fault:
        require(thing=THING, action="read")
        return render(request, "reports/report.html", context, status=BAD_REQUEST)
    try:
        built = read(
            slug,
            language=language,
            as_of=moment.as_of,
            demonstration=settings.DEMONSTRATION,
        )
    except (LintError, ProseError) as error:
        return refused(request, context=context, error=error)
    files = offered(built, query=str(context["query"])) if context["may_build"] else []
    acts = [Link(label=each.name, url=each.url) for each in files]
    offer(request, *acts, *_treated(slug, as_of=moment.as_of))
    # The fragment escapes every text that it is made of.
    article = fragment(built.document, top_level=1, target=FigureTarget.RECORDS)
    return render(
        request,
        "reports/report.html",
        context
        | {
            "article": mark_safe(article),  # noqa: S308
            "of_day": of_day(moment.day),
            "files": files,
            "areas": areas_offered(built, query=str(context["query"])) if files else [],
        },
    )


def areas_offered(built: Built, *, query: str) -> list[dict[str, str]]:
    """The chapters that can be taken by themselves, each as PDF and as Word file."""
    slug = built.report.slug
    ways = {kind: reverse(f"reports:{kind}", args=[slug]) for kind in ("pdf", "docx")}
    return [
        {
            "name": str(Panel(area).label),
            **{kind: f"{address}{query}&vlak={area}" for kind, address in ways.items()},
        }
        for area in areas_of(built.document)
    ]


def _treated(slug: str, *, as_of: dt.datetime) -> list[Link]:
    """The way to what a file of this report of this moment does not show, once there is one."""
    row = standing(publication=report_name(slug), as_of=as_of)
    if row is None:
        return []
    return [
        Link(label=_("Wat niet getoond wordt"), url=reverse("disclosure:pattern", args=[row.key]))
    ]


def refused(
    request: HttpRequest, *, context: dict[str, object], error: LintError | ProseError
) -> HttpResponse:
    """The report is not shown; what has to be mended is, place by place."""
    if isinstance(error, ProseError):
        language = Language.ENGLISH if page_language().startswith("en") else Language.DUTCH
        context |= {"unreadable": error.message(language)}
    else:
        context |= {"findings": findings_table(error.findings)}
    return render(request, "reports/report.html", context, status=UNPROCESSABLE)


def frame(slug: str, *, moment: KnownOn, language: Language) -> dict[str, object]:
    """What stands round a report: its name, its editions, its files, the moment.

    Raises:
        Refused: there is no such report, or reports may not be read.
    """
    try:
        found = report_named(slug)
    except UnknownReportError:
        require(thing=THING, action="read")
        raise unknown_report(action="read") from None
    title = found.title.in_language(language)
    here = reverse("reports:report", args=[slug])
    may_build = decide(who=acting_now(), thing=THING, action="build", organisation=None).allowed
    query = moment.query(**{EDITION: language})
    return {
        "page_title": title,
        "known_on": moment,
        "edition": language,
        "tabs": [
            Tab(
                label=EDITIONS[each],
                url=f"{here}{moment.query(**{EDITION: each})}",
                current=each is language,
            )
            for each in found.prose
        ],
        "query": query,
        "may_build": may_build,
        "pin_url": f"{here}{moment.pin}&{EDITION}={language}",
        "here": here,
        "slug": slug,
        "breadcrumbs": [
            Link(label=_("Rapportages"), url=reverse("released:list")),
            Link(label=title),
        ],
    }


def language_asked(request: HttpRequest) -> Language:
    """The edition that the address asks for; otherwise that in the language of the screen."""
    asked = request.GET.get(EDITION, "")
    if asked in set(Language):
        return Language(asked)
    return Language.ENGLISH if page_language().startswith("en") else Language.DUTCH


def findings_table(findings: tuple[Finding, ...]) -> Table:
    """The list of the linter: where, what stands there, what is wrong, what would be right."""
    language = Language.ENGLISH if page_language().startswith("en") else Language.DUTCH
    return Table(
        caption=_("Wat in de tekst verbeterd moet worden"),
        columns=[
            Column(label=_("Plaats"), row_header=True, keep=True),
            Column(label=_("Er staat")),
            Column(label=_("Wat is er mis?")),
            Column(label=_("Wat is goed?")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=place_of(each)),
                    Cell(text=each.excerpt),
                    Cell(text=each.message.in_language(language)),
                    Cell(text=each.remedy.in_language(language)),
                ]
            )
            for each in findings
        ],
    )


def place_of(finding: Finding) -> str:
    """Line and column; a table or chart has no place in the text."""
    if not finding.line:
        return _("tabel of figuur")
    return _("regel %(line)s, kolom %(column)s") % {
        "line": finding.line,
        "column": finding.column,
    }
