"""The pages of the networks beside those that every register has."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.compartments import open_at
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.networks.members.terms import destroyed_on, until
from vijfluik.programme.networks.numbers import numbers as numbers_of
from vijfluik.programme.networks.registers import MEMBERS, NETWORKS
from vijfluik.programme.networks.sheet import Sheet, for_member, for_network
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day, number
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


def _leads(url: str, *, missing: bool = False, shut: bool = False) -> SafeString:
    """The way to the sheet, and what a network still needs before it may hold people."""
    context = {"sheet_url": url, "missing": missing, "shut": shut}
    return SafeString(render_to_string("networks/leads.html", context))


def _network(found: Detail) -> SafeString:
    record: Any = found.record
    return _leads(
        reverse("network_sheet", args=[record.key]),
        missing=record.assessed_on is None,
        shut=not open_at(MEMBERS.thing, organisation=record.municipality_id),
    )


def _member(found: Detail) -> SafeString:
    return _leads(reverse("member_sheet", args=[found.record.key]))


def _gone(found: Detail) -> list[tuple[str, str]]:
    """The day from which nothing is left, unless there is new consent."""
    on = day(destroyed_on(found.record), language=page_language())
    return [(_("Vernietigd vanaf"), _("%(day)s, zonder nieuwe toestemming") % {"day": on})]


network = records.detail(NETWORKS, above=_network)
member = records.detail(MEMBERS, extra=_gone, above=_member)


@require_safe
def blank_sheet(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The sheet of a network, for somebody who has not consented yet."""
    record = access_record(NETWORKS, who=acting_of(request), key=key)
    path = [_link(record.name, reverse("networks:detail", args=[key]))]
    frame = frame_of(NETWORKS, title=_("Informatieblad"), path=path)
    return _sheet(request, sheet=for_network(record), frame=frame)


@require_safe
def sheet(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The sheet of a member: what is kept, what for, until when, how to withdraw."""
    record = access_record(MEMBERS, who=acting_of(request), key=key)
    path = [_link(record.name, reverse("network_members:detail", args=[key]))]
    frame = frame_of(MEMBERS, title=_("Informatieblad"), path=path)
    return _sheet(request, sheet=for_member(record, until=until(record)), frame=frame)


def _sheet(request: HttpRequest, *, sheet: Sheet, frame: dict[str, Any]) -> HttpResponse:
    return render(request, "networks/sheet.html", {**frame, "sheet": sheet})


def _link(label: str, url: str) -> Link:
    return Link(label=label, url=url)


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """Numbers per municipality: no network and no member can be told from them."""
    language = page_language()
    context = {
        "page_title": _("Netwerken per gemeente"),
        "panel": Panel.VOORKOMEN,
        "intro": _(
            "Hoeveel netwerken van sleutelfiguren er zijn, per gemeente. Wat een gemeente van haar "
            "netwerken en leden bewaart, ziet alleen zij zelf."
        ),
        "table": Table(
            caption=_("Netwerken per gemeente"),
            hide_caption=True,
            columns=[
                Column(label=_("Gemeente"), row_header=True),
                Column(label=_("Actieve netwerken"), number=True),
                Column(label=_("Bijeenkomsten in een jaar"), number=True),
                Column(label=_("Leden"), number=True),
            ],
            rows=[
                Row(
                    cells=[
                        Cell(text=each.name),
                        Cell(text=number(each.networks, language=language)),
                        Cell(text=number(each.meetings, language=language)),
                        Cell(text=_members(each.members_at_least)),
                    ]
                )
                for each in numbers_of()
            ],
        ),
    }
    return render(request, "networks/numbers.html", context)


def _members(at_least: int | None) -> str:
    """Tens, rounded down; fewer than ten are not told apart, and none is one of them."""
    if at_least is None:
        return _("minder dan 10")
    return _("ten minste %(number)s") % {"number": number(at_least, language=page_language())}
