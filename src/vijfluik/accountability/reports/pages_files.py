"""A report as a file to keep: PDF for paper, HTML that needs no other file."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from vijfluik.accountability.figures.pages_moment import known_on
from vijfluik.accountability.reports.actions import THING, FileFormat, make_files
from vijfluik.accountability.reports.linter_finding import LintError
from vijfluik.accountability.reports.pages import frame, language_asked, refused
from vijfluik.accountability.reports.prose_errors import ProseError
from vijfluik.core.access.gate import require

TYPES = {FileFormat.HTML: "text/html; charset=utf-8", FileFormat.PDF: "application/pdf"}


@require_safe
def as_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The report as PDF/UA-1."""
    return as_file(request, slug=slug, kind=FileFormat.PDF)


@require_safe
def as_html(request: HttpRequest, slug: str) -> HttpResponse:
    """The report as one HTML file."""
    return as_file(request, slug=slug, kind=FileFormat.HTML)


def as_file(request: HttpRequest, *, slug: str, kind: FileFormat) -> HttpResponse:
    """Build the file; a moment or a text that will not do is explained on a page instead."""
    moment, language = known_on(request), language_asked(request)
    if moment.fault:
        require(thing=THING, action="build")
        address = reverse("reports:report", args=[slug])
        return redirect(f"{address}?{request.GET.urlencode()}")
    try:
        built, [file] = make_files(
            slug,
            language=language,
            as_of=moment.as_of,
            formats=(kind,),
            base_url=request.build_absolute_uri("/").rstrip("/"),
            demonstration=settings.DEMONSTRATION,
        )
    except (LintError, ProseError) as error:
        context = frame(slug, moment=moment, language=language)
        return refused(request, context=context, error=error)
    response = HttpResponse(file.content, content_type=TYPES[kind])
    day = built.document.as_of.date().isoformat()
    name = f"{slug}-{day}.{language}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
