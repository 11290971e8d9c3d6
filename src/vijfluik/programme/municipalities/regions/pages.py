"""The page of the regions."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.programme.municipalities.regions.queries import House, Region, houses, regions
from vijfluik.programme.municipalities.support.pages import year_asked, years_to_choose
from vijfluik.programme.municipalities.support.queries import Support
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import NO_VALUE
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """The regions by name, each with its municipalities, who leads, and its house."""
    year = year_asked(request)
    found = regions(year=year)
    kept = houses(who=acting_of(request), year=year)
    title = _("Regio's")
    context = {
        "page_title": title,
        "panel": Panel.VOORKOMEN,
        "breadcrumbs": [
            Link(label=_("Steun per gemeente"), url=reverse("municipalities:support")),
            Link(label=title),
        ],
        "intro": _(
            "Per veiligheidsregio de gemeenten van dat jaar, welke daarvan met geld van dat jaar "
            "de regio trekt, en wie er in het zorg- en veiligheidshuis meedoet. Op naam; de "
            "volgorde zegt niets over een gemeente."
        ),
        "years": years_to_choose(reverse("municipalities:regions"), year=year),
        "table": Table(
            caption=_("Regio's in %(year)d") % {"year": year},
            hide_caption=True,
            columns=[
                Column(label=_("Regio"), row_header=True),
                Column(label=_("Trekt de regio")),
                Column(label=_("Gemeenten")),
                Column(label=_("Zorg- en veiligheidshuis")),
                Column(label=_("Partners")),
            ],
            rows=[_row(each, kept=kept.get(each.code, ()), year=year) for each in found],
        )
        if found
        else None,
    }
    return render(request, "municipalities/regions.html", context)


def _row(region: Region, *, kept: Sequence[House], year: int) -> Row:
    return Row(
        cells=[
            Cell(text=region.name),
            Cell(text=_linked(region.leading, year=year)),
            Cell(text=_linked(region.municipalities, year=year)),
            Cell(text=_houses(kept)),
            Cell(text="; ".join(", ".join(each.partners) for each in kept) or NO_VALUE),
        ],
        key=region.code,
    )


def _linked(municipalities: Sequence[Support], *, year: int) -> str:
    if not municipalities:
        return NO_VALUE
    query = urlencode({"jaar": year})
    return format_html_join(
        ", ",
        '<a href="{}?{}">{}</a>',
        (
            (reverse("municipalities:support_of", args=[each.code]), query, each.name)
            for each in municipalities
        ),
    )


def _houses(kept: Sequence[House]) -> str:
    if not kept:
        return NO_VALUE
    return format_html_join(
        "; ",
        "{}",
        (
            (
                format_html(
                    '<a href="{}">{}</a>',
                    reverse("structures:detail", args=[each.structure.key]),
                    each.structure.name,
                ),
            )
            for each in kept
        ),
    )
