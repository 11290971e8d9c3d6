"""The evidence of a report as a file to keep."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from vijfluik.accountability.evidence.bundling import (
    INTERNAL,
    Bundle,
    make_bundle,
    make_publication,
)
from vijfluik.accountability.figures.pages_moment import known_on
from vijfluik.accountability.reports.actions import THING
from vijfluik.accountability.reports.linter_finding import LintError
from vijfluik.accountability.reports.pages import frame, language_asked, refused
from vijfluik.accountability.reports.prose_errors import ProseError
from vijfluik.core.access.gate import require
from vijfluik.ui.marks import fresh_proof


@fresh_proof
@require_safe
def as_bundle(request: HttpRequest, slug: str) -> HttpResponse:
    """The internal bundle: nothing is hidden in it, and it is not for publication."""
    return _answered(
        request, slug=slug, make=make_bundle, action=INTERNAL, ending="bewijs-INTERN.zip"
    )


@fresh_proof
@require_safe
def as_publication(request: HttpRequest, slug: str) -> HttpResponse:
    """The bundle that may be published."""
    return _answered(request, slug=slug, make=make_publication, action="build", ending="bewijs.zip")


def _answered(
    request: HttpRequest, *, slug: str, make: Callable[..., Bundle], action: str, ending: str
) -> HttpResponse:
    """The bundle of all editions; a moment or a text that will not do is explained on a page."""
    moment = known_on(request)
    if moment.fault:
        require(thing=THING, action=action)
        address = reverse("reports:report", args=[slug])
        return redirect(f"{address}?{request.GET.urlencode()}")
    try:
        made = make(
            slug,
            as_of=moment.as_of,
            base_url=request.build_absolute_uri("/").rstrip("/"),
            demonstration=settings.DEMONSTRATION,
        )
    except (LintError, ProseError) as error:
        context = frame(slug, moment=moment, language=language_asked(request))
        return refused(request, context=context, error=error)
    response = HttpResponse(made.content, content_type="application/zip")
    name = f"{slug}-{moment.day.isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
