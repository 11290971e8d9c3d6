"""The map of links: how all items hang together, drawn and as a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.catalogue import queries
from vijfluik.accountability.catalogue.drawing import Spot, drawn
from vijfluik.accountability.catalogue.filtering import title_of
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.pages import panel_of
from vijfluik.accountability.catalogue.pages_item import ties_of
from vijfluik.core.access.gate import require
from vijfluik.core.items.areas import PANELS, Area
from vijfluik.core.items.register import Item, items
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

ITEM = "kies"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All items with their ties; with one chosen, its ties brought forward."""
    require(thing="programme", action="read")
    asked = request.GET.get(ITEM, "")
    chosen = queries.find(asked)
    if asked and chosen is None:
        raise Http404
    links = catalogue().links
    drawing = drawn(items().values(), links=links)
    near = {end for link in links if chosen and chosen.key in link.ends for end in link.ends}
    return render(
        request,
        "catalogue/map.html",
        {
            "page_title": _("Samenhang"),
            "intro": _(
                "Geen onderdeel staat op zichzelf. Kies er een om te zien waarmee het samenhangt."
            ),
            "panel": None if chosen is None else panel_of(chosen.area),
            "legend": [(title_of(area), panel_of(area)) for area in (Area.ACROSS, *PANELS)],
            "chosen": chosen,
            "chosen_name": "" if chosen is None else chosen.name(page_language()),
            "ties": [] if chosen is None else ties_of(chosen.key),
            "curves": [
                {
                    "curve": curve,
                    "panel": panel_of(curve.area),
                    "near": chosen is not None and chosen.key in curve.ends,
                }
                for curve in drawing.curves
            ],
            "spots": [_shown(spot, chosen=chosen, near=near) for spot in drawing.spots],
            "table": _table(),
            "total": len(links),
            "breadcrumbs": [
                Link(label=_("Programma"), url=reverse("catalogue:areas")),
                Link(label=_("Samenhang")),
            ],
        },
    )


def _shown(spot: Spot, *, chosen: Item | None, near: set[str]) -> dict[str, object]:
    return {
        "spot": spot,
        "panel": panel_of(spot.area),
        "name": items()[spot.key].name(page_language()),
        "chosen": chosen is not None and chosen.key == spot.key,
        "near": spot.key in near,
    }


def _table() -> Table:
    """Every item with what it hangs together with, in words."""
    rows = [
        Row(
            cells=[
                Cell(
                    text=f"{item.key} {item.name(page_language())}",
                    url=reverse("catalogue:item", args=[item.key.lower()]),
                ),
                Cell(text=_told(item.key)),
            ]
        )
        for item in items().values()
    ]
    return Table(
        caption=_("Alle onderdelen met wat ermee samenhangt"),
        columns=[Column(label=_("Onderdeel"), row_header=True), Column(label=_("Samenhang"))],
        rows=rows,
    )


def _told(key: str) -> SafeString:
    """The ties of an item in one cell: "Onderdeel van X-01; Voedt VK-25, VK-27"."""
    return format_html_join(
        "; ",
        "{} {}",
        (
            (
                words,
                format_html_join(
                    ", ",
                    '<a href="{}" title="{}">{}</a>',
                    ((link.url, link.label, link.label.partition(" ")[0]) for link in others),
                ),
            )
            for words, others in ties_of(key)
        ),
    )
