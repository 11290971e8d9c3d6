"""How far evaluating is, thing by thing: on a page of its own and on the page of the thing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, listing
from vijfluik.core.items.choices import item_choices
from vijfluik.core.items.register import items
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.evaluations.maturity import (
    KINDS,
    THING,
    Objects,
    Rung,
    counted,
    graded,
    kinds_within_reach,
    rung_of,
    totals_of_the_fund,
)
from vijfluik.programme.grants.vocabulary import Compartment
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.beside import Facts
from vijfluik.ui.shell import Link

SIZE = 50
TONES: Mapping[Rung, str] = {
    Rung.NONE: "neutral",
    Rung.PLAN: "info",
    Rung.PROCESS: "positive",
    Rung.EFFECT: "positive",
}


@require_safe
def maturity(request: HttpRequest) -> HttpResponse:
    """The things of one kind with their rungs, by name or year: no order says how well they do."""
    with listing(thing=THING) as made:
        kinds = kinds_within_reach()
        if not kinds:
            raise Http404
        kind = next((each for each in kinds if each.word == request.GET.get("soort")), kinds[0])
        item, rung = _item(request), _rung(request)
        numbers = counted(kind, item=item)
        page = _page(request, kind=kind, item=item, rung=rung)
        made.showed([], rows=len(page.object_list), filters=["soort", "onderdeel", "trede"])
    asked = {"soort": kind.word, "onderdeel": item.lower(), "trede": rung or ""}
    return render(
        request,
        "evaluations/maturity.html",
        {
            "page_title": _("Hoe ver het evalueren is"),
            "panel": Panel.VOORKOMEN,
            "breadcrumbs": [
                Link(label=_("Evaluaties"), url=reverse("evaluations:list")),
                Link(label=_("Hoe ver het evalueren is")),
            ],
            "intro": _(
                "Per toekenning, samenwerking en training: is er een plan om te evalueren, en is "
                "er een openbare evaluatie van het proces of van het effect. Dit zegt wat er is "
                "nagegaan, niet of iets werkt."
            ),
            "kinds": [
                Tab(
                    label=str(each.label),
                    url=f"?{_query(asked, soort=each.word, trede='')}",
                    current=each == kind,
                )
                for each in kinds
            ],
            "rungs": [
                Tab(label=_("Alle"), url=f"?{_query(asked, trede='')}", current=rung is None),
                *(
                    Tab(
                        label=f"{capfirst(str(each.label))} ({numbers[each]})",
                        url=f"?{_query(asked, trede=each.value)}",
                        current=each == rung,
                    )
                    for each in Rung
                ),
            ],
            "item": items()[item].name(page_language()) if item else "",
            "without_item": f"?{_query(asked, onderdeel='')}",
            "table": _table(kind, page=page) if page.object_list else None,
            "page": page,
            "wall": _wall(kind),
        },
    )


def _wall(kind: Objects) -> str:
    """What a reader outside the wall of the fund is told of it: totals."""
    fund = None if kind.link != "award" or _inside() else totals_of_the_fund()
    if fund is None or not fund.awards:
        return ""
    return _(
        "Van het onafhankelijke fonds ziet u alleen totalen. Toekenningen: %(awards)d; met een "
        "plan of evaluatie: %(planned)d; met een openbare procesevaluatie: %(process)d; met een "
        "openbare effectevaluatie: %(effect)d."
    ) % {
        "awards": fund.awards,
        "planned": fund.planned,
        "process": fund.process,
        "effect": fund.effect,
    }


def _inside() -> bool:
    return reach(who=acting_now(), thing=Compartment.FUND.value, action="read").everywhere


def _query(asked: Mapping[str, str], **changed: str) -> str:
    return urlencode({name: value for name, value in {**asked, **changed}.items() if value})


def _item(request: HttpRequest) -> str:
    asked = request.GET.get("onderdeel", "").upper()
    return asked if asked in dict(item_choices()) else ""


def _rung(request: HttpRequest) -> Rung | None:
    try:
        return Rung(request.GET.get("trede", ""))
    except ValueError:
        return None


def _page(request: HttpRequest, *, kind: Objects, item: str, rung: Rung | None) -> Page[Any]:
    rows = kind.rows()
    if item:
        rows = rows.filter(item=item)
    rows = graded(kind, rows=rows)
    if rung is not None:
        rows = rows.filter(rung=rung.value)
    page = Paginator(rows.order_by(*kind.order), SIZE).get_page(request.GET.get("pagina"))
    # Read here: to a template that asks later nobody acts any more.
    page.object_list = list(page.object_list)
    return page


def _table(kind: Objects, *, page: Page[Any]) -> Table:
    return Table(
        caption=str(kind.label),
        hide_caption=True,
        columns=[
            Column(label=_("Wat"), row_header=True),
            Column(label=_("Onderdeel"), keep=True),
            Column(label=_("Jaar"), keep=True),
            Column(label=_("Hoe ver"), keep=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=str(row), url=_address(kind, row=row)),
                    Cell(
                        text=row.item,
                        url=reverse("catalogue:item", args=[row.item.lower()]) if row.item else "",
                    ),
                    Cell(text=str(getattr(row, "budget_year", ""))),
                    Cell(text=shown(Rung(row.rung))),
                ]
            )
            for row in page.object_list
        ],
    )


def _address(kind: Objects, *, row: Any) -> str:
    """The page of the thing; a course has none, and its evaluations stand under its name."""
    if kind.link == "training":
        return f"{reverse('evaluations:list')}?{urlencode({'zoek': row.name})}"
    return reverse(f"{kind.thing}:detail", args=[row.pk])


def shown(rung: Rung) -> str:
    """A rung as a badge."""
    return shown_badge(capfirst(str(rung.label)), TONES[rung])


def facts_of(link: str) -> Facts:
    """What the page of a thing says of how far its evaluation is, by the field that leads to it."""
    kind = next(each for each in KINDS if each.link == link)

    def facts(found: Detail) -> Sequence[tuple[str, str]]:
        if kind not in kinds_within_reach():
            return []
        rung = rung_of(kind, key=found.record.pk)
        if rung is None:
            return []
        text = format_html(
            '{} <a href="{}?{}">{}</a>',
            shown(rung),
            reverse("evaluations_maturity"),
            urlencode({"soort": kind.word, "onderdeel": found.record.item.lower()}),
            _("Vergelijk binnen het onderdeel"),
        )
        return [(_("Hoe ver het evalueren is"), text)]

    return facts
