"""Toezicht: who may do what, until when, and whose review is due."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import require
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import MandateToReview, mandates_to_review, today
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose


@for_purpose(Purpose.OVERSIGHT)
@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """The mandates in force; the review that is due first on top."""
    require(thing="mandates", action="read")
    found = mandates_to_review(on=today())
    return render(
        request,
        "site/mandates.html",
        {
            "page_title": _("Mandaten"),
            "intro": _("Alle rechten komen uit een mandaat. Elk mandaat eindigt vanzelf en wordt"
                       " elk half jaar beoordeeld."),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_mandates"),
            "table": table_of(found),
            "breadcrumbs": [],
            "back": reverse("oversight"),
        },
    )  # fmt: skip


def table_of(found: list[MandateToReview]) -> Table:
    """The mandates as a table."""
    return Table(
        caption=_("Mandaten in werking"),
        columns=[
            Column(label=_("Professional"), row_header=True),
            Column(label=_("Rol")),
            Column(label=_("Bij")),
            Column(label=_("Geldig tot"), keep=True),
            Column(label=_("Beoordelen voor"), keep=True),
            Column(label=_("Verleend door")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=entry.mandate.professional.name),
                    Cell(text=entry.mandate.get_role_display()),
                    Cell(text=entry.mandate.organisation.name),
                    Cell(text=day(entry.mandate.valid_until, language=page_language())),
                    Cell(
                        text=day(entry.due_on, language=page_language())
                        + (_(" — te laat") if entry.overdue else "")
                    ),
                    Cell(text=entry.mandate.granted_by.name),
                ]
            )
            for entry in found
        ],
    )
