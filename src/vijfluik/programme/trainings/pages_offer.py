"""The offer that a request chooses from, and who asked for what of an item."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require_somewhere
from vijfluik.core.items.register import items
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.queries import Asked, Offered, by_requester, offered
from vijfluik.programme.trainings.register import REGISTER, SERVED
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import NO_VALUE, number
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

ITEM = "onderdeel"


@require_safe
def offer(request: HttpRequest) -> HttpResponse:
    """Everything that can be asked for, or that of one item."""
    require_somewhere(thing=REGISTER.thing, action="read")
    chosen = request.GET.get(ITEM, "").upper()
    found = [
        each for each in offered(on=today()) if chosen not in items() or each.course.item == chosen
    ]
    asks = not reach(who=acting_now(), thing=REGISTER.thing, action="create").nowhere
    context: dict[str, Any] = {
        **frame_of(
            REGISTER,
            title=_("Aanbod van trainingen"),
            intro=_(
                "Wat aanbieders geven, met de versie van de inhoud die vandaag geldt. Kies er een "
                "om een aanvraag vast te leggen."
            ),
        ),
        "table": _offer_table(found, asks=asks) if found else None,
    }
    return render(request, "trainings/offer.html", context)


def _offer_table(found: Iterable[Offered], *, asks: bool) -> Table:
    columns = [
        Column(label=_("Aanbod"), row_header=True),
        Column(label=_("Aanbieder")),
        Column(label=_("Soort")),
        Column(label=_("Thema")),
        Column(label=_("Onderdeel")),
        Column(label=_("Inhoud")),
    ]
    return Table(
        caption=_("Aanbod van trainingen"),
        hide_caption=True,
        columns=[*columns, Column(label=_("Aanvragen"))] if asks else columns,
        rows=[_offer_row(each, asks=asks) for each in found],
    )


def _offer_row(each: Offered, *, asks: bool) -> Row:
    course, version = each.course, each.version
    taught = _("versie %(number)d: %(summary)s")
    cells = [
        Cell(text=course.name),
        Cell(text=course.provider.name),
        Cell(text=capfirst(course.get_kind_display())),
        Cell(text=capfirst(course.get_theme_display())),
        Cell(
            text=items()[course.item].name(page_language()),
            url=reverse("trainings:by_requester", args=[course.item.lower()]),
        ),
        Cell(
            text=capfirst(taught % {"number": version.number, "summary": version.summary})
            if version
            else NO_VALUE
        ),
    ]
    if asks:
        query = urlencode({"provider": course.provider_id, "course": course.code})
        cells.append(
            Cell(
                text=format_html(
                    '<a href="{}?{}">{}<span class="vijfluik-unseen">: {}</span></a>',
                    reverse("trainings:create"),
                    query,
                    _("Aanvragen"),
                    course.name,
                )
            )
        )
    return Row(cells=cells)


@require_safe
def requesters(request: HttpRequest, item: str) -> HttpResponse:
    """How far the trainings of an item have come, per organisation or unit that asked."""
    key = item.upper()
    if key not in SERVED:
        raise Http404
    found = by_requester(who=acting_of(request), item=key)
    name = items()[key].name(page_language())
    title = _("Per aanvrager")
    path = [Link(label=_("Aanbod"), url=reverse("trainings:offer"))]
    context: dict[str, Any] = {
        **frame_of(
            REGISTER,
            title=title,
            path=path,
            intro=_("Hoe ver de trainingen van “%(item)s” zijn, per organisatie of eenheid die "
                    "erom vroeg. Alleen aantallen.") % {"item": name},
        ),
        "table": _requester_table(found, item=item, name=name) if found else None,
    }  # fmt: skip
    return render(request, "trainings/requesters.html", context)


def _requester_table(found: Iterable[Asked], *, item: str, name: str) -> Table:
    language = page_language()
    rows = [
        Row(
            cells=[
                Cell(
                    text=each.requester or _("niet vermeld"),
                    url="?".join((
                        reverse("trainings:list"),
                        urlencode({"onderdeel": item, "zoek": each.requester}),
                    )) if each.requester else "",
                ),
                Cell(text=number(each.requested, language=language)),
                Cell(text=number(each.held, language=language)),
                Cell(text=number(each.participants, language=language)),
            ]
        )
        for each in found
    ]  # fmt: skip
    return Table(
        caption=_("Trainingen van “%(item)s” per aanvrager") % {"item": name},
        hide_caption=True,
        columns=[
            Column(label=_("Aanvrager"), row_header=True),
            Column(label=_("Aangevraagd"), number=True),
            Column(label=_("Gegeven"), number=True),
            Column(label=_("Deelnames"), number=True),
        ],
        rows=rows,
    )
