"""Programma: area → item → registers and figures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.catalogue import queries
from vijfluik.core.access.gate import require
from vijfluik.core.items.areas import Area
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.shell import Link


def panel_of(area: Area) -> Panel | None:
    """The panel of an area; what lies across all areas has none."""
    return None if area == Area.ACROSS else Panel(area)


def title_of(area: Area) -> str:
    """The area's name as a title."""
    panel = panel_of(area)
    return _("Overkoepelend") if panel is None else str(panel.label)


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """All areas with their items."""
    require(thing="programme", action="read")
    return render(
        request,
        "catalogue/areas.html",
        {
            "page_title": _("Programma"),
            "areas": [
                {"entry": entry, "panel": panel_of(entry.area), "title": title_of(entry.area)}
                for entry in queries.all_areas(language=page_language())
            ],
        },
    )


@require_safe
def area(request: HttpRequest, area: str) -> HttpResponse:
    """One area with its items."""
    require(thing="programme", action="read")
    try:
        chosen = Area(area)
    except ValueError as error:
        raise Http404 from error
    panel = panel_of(chosen)
    return render(
        request,
        "catalogue/area.html",
        {
            "page_title": title_of(chosen),
            "intro": "" if panel is None else panel.purpose,
            "panel": panel,
            "area": queries.area_entry(chosen, language=page_language()),
            "breadcrumbs": [
                Link(label=_("Programma"), url=reverse("catalogue:areas")),
                Link(label=title_of(chosen)),
            ],
        },
    )


@require_safe
def item(request: HttpRequest, key: str) -> HttpResponse:
    """One item: what it is called, where it belongs, and what is recorded and counted for it."""
    require(thing="programme", action="read")
    found = queries.find(key)
    if found is None:
        raise Http404
    entry = queries.entry_of(found, language=page_language())
    return render(
        request,
        "catalogue/item.html",
        {
            "page_title": entry.name,
            "intro": found.key,
            "panel": panel_of(found.area),
            "entry": entry,
            "figures": queries.figures_of(found, language=page_language()),
            "breadcrumbs": [
                Link(label=_("Programma"), url=reverse("catalogue:areas")),
                Link(label=title_of(found.area), url=reverse("catalogue:area", args=[found.area])),
                Link(label=entry.name),
            ],
        },
    )
