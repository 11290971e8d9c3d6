"""A report as a file to keep, in each of its formats."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from vijfluik.accountability.figures.pages_moment import known_on
from vijfluik.accountability.reports.actions import THING, make_files, unknown_report
from vijfluik.accountability.reports.areas import NoSuchAreaError
from vijfluik.accountability.reports.formats import FORMATS, FileFormat
from vijfluik.accountability.reports.linter_finding import LintError
from vijfluik.accountability.reports.pages import frame, language_asked, refused
from vijfluik.accountability.reports.prose_errors import ProseError
from vijfluik.core.access.gate import require
from vijfluik.core.items.areas import Area
from vijfluik.ui.marks import fresh_proof

AREA = "vlak"


def area_asked(request: HttpRequest) -> Area | None:
    """The area whose chapter alone is asked for; None for the whole.

    Raises:
        Refused: there is no such area.
    """
    asked = request.GET.get(AREA, "")
    if not asked:
        return None
    if asked not in set(Area):
        raise unknown_report(action="build")
    return Area(asked)


@fresh_proof
@require_safe
def as_format(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The report as a file in one of its formats."""
    return as_file(request, slug=slug, kind=FileFormat(kind))


def as_file(request: HttpRequest, *, slug: str, kind: FileFormat) -> HttpResponse:
    """Build the file; a moment or a text that will not do is explained on a page instead."""
    moment, language = known_on(request), language_asked(request)
    if moment.fault:
        require(thing=THING, action="build")
        address = reverse("reports:report", args=[slug])
        return redirect(f"{address}?{request.GET.urlencode()}")
    area = area_asked(request)
    try:
        built, [file] = make_files(
            slug,
            language=language,
            as_of=moment.as_of,
            formats=(kind,),
            base_url=request.build_absolute_uri("/").rstrip("/"),
            demonstration=settings.DEMONSTRATION,
            area=area,
        )
    except NoSuchAreaError:
        raise unknown_report(action="build") from None
    except (LintError, ProseError) as error:
        context = frame(slug, moment=moment, language=language)
        return refused(request, context=context, error=error)
    response = HttpResponse(file.content, content_type=FORMATS[kind].media_type)
    day = built.document.as_of.date().isoformat()
    part = f"-{area}" if area else ""
    name = f"{slug}{part}-{day}.{language}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
