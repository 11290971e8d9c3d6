"""Overzicht: the five panels with what matters now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items_of
from vijfluik.core.partners.acting import Acting
from vijfluik.site.key_figures import panel_figures
from vijfluik.site.summaries import panel_summary, registers_of
from vijfluik.ui.components.painting import PanelFigure, PanelSummary
from vijfluik.ui.panels import Panel


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The five panels, each with its figures, what is due and what changed."""
    require(thing="programme", action="read")
    return render(
        request,
        "site/overview.html",
        {
            "page_title": _("Overzicht"),
            "summaries": [summary_of(panel, who=acting_now()) for panel in Panel],
        },
    )


def summary_of(panel: Panel, *, who: Acting) -> PanelSummary:
    """What one panel says to this reader."""
    if panel == Panel.VOORKOMEN or registers_of(panel, who=who):
        return panel_summary(panel, who=who, figures=panel_figures(panel, who=who))
    address = reverse("catalogue:area", args=[panel])
    waiting = PanelFigure(
        label=_("onderdelen, nog zonder register"),
        value=str(len(items_of(Area(panel)))),
        url=address,
    )
    return PanelSummary(panel=panel, url=address, figures=[waiting])
