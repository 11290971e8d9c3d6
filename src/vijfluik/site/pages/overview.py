"""Overzicht: the five panels with what matters now."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import acting_now, require
from vijfluik.site.first_steps.pages import with_beginning
from vijfluik.site.key_figures import figures_by_panel
from vijfluik.site.shell import year_url
from vijfluik.site.summaries import panel_summaries


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The five panels, each with its figures, what is due and what changed."""
    require(thing="programme", action="read")
    who = acting_now()
    return with_beginning(
        request,
        "site/overview.html",
        {
            "page_title": _("Overzicht"),
            "year_url": year_url(who),
            "summaries": panel_summaries(who=who, figures=figures_by_panel(who=who)),
        },
        who=who,
    )
