"""The lists of mandates: in Toezicht to look at, in Beheer to act on."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vijfluik.core.mandates.lifecycle import LABELS, State, unreviewed
from vijfluik.core.mandates.queries import Overview, Standing, overview
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day, number
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import offer
from vijfluik.ui.shell import Link


@for_purpose(Purpose.OVERSIGHT)
@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """What an overseer sees: the same lists, with nothing to press."""
    found = overview(on=today())
    return render(
        request,
        "site/mandates.html",
        {
            "page_title": _("Mandaten"),
            "intro": _("Alle rechten komen uit een mandaat. De ene beheerder stelt het voor, een"
                       " andere keurt het goed; het eindigt vanzelf en wordt elk half jaar"
                       " beoordeeld: wat niemand op tijd beoordeelt, vervalt."),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_mandates"),
            **lists_of(found, linked=False),
        },
    )  # fmt: skip


@for_purpose(Purpose.ADMINISTRATION)
@require_safe
def administered(request: HttpRequest) -> HttpResponse:
    """What an administrator sees: what waits for a second person, what is due, what works."""
    found = overview(on=today())
    new = reverse("mandate_new")
    offer(request, Link(label=_("Mandaat voorstellen"), url=new))
    return render(
        request,
        "site/mandates.html",
        {
            "page_title": _("Beheer van mandaten"),
            "intro": summary(found),
            "navigation_current": "administration",
            "new_url": new,
            "help": True,
            **lists_of(found, linked=True),
        },
    )


def summary(found: Overview) -> str:
    """What asks for attention, in one sentence."""
    language = page_language()
    waiting = ngettext(
        "%(count)s voorstel wacht op goedkeuring", "%(count)s voorstellen wachten op goedkeuring",
        len(found.waiting),
    ) % {"count": number(len(found.waiting), language=language)}  # fmt: skip
    due = ngettext(
        "%(count)s beoordeling is binnen een maand aan de beurt",
        "%(count)s beoordelingen zijn binnen een maand aan de beurt",
        found.due,
    ) % {"count": number(found.due, language=language)}
    return _("%(waiting)s; %(due)s.") % {"waiting": waiting, "due": due}


def lists_of(found: Overview, *, linked: bool) -> dict[str, object]:
    """The three lists, those without rows left out of the page by its template."""
    return {
        "waiting": table_of(
            found.waiting, caption=_("Wacht op goedkeuring"), linked=linked, last=_("Voorgesteld")
        ),
        "running": table_of(
            found.running, caption=_("In werking"), linked=linked, last=_("Beoordelen voor")
        ),
        "over": table_of(
            found.over, caption=_("Beëindigd of verlopen"), linked=linked, last=_("Stand")
        ),
    }


def table_of(found: Sequence[Standing], *, caption: str, linked: bool, last: str) -> Table:
    """Mandates as a table; the last column says what is next, or what became of them."""
    language = page_language()
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Professional"), row_header=True),
            Column(label=_("Rol")),
            Column(label=_("Bij")),
            Column(label=_("Geldig tot"), keep=True),
            Column(label=last),
            Column(label=_("Voorgesteld en goedgekeurd door")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(
                        text=each.mandate.professional.name,
                        url=reverse("mandate", args=[each.mandate.key]) if linked else "",
                    ),
                    Cell(text=each.mandate.get_role_display()),
                    Cell(text=each.mandate.organisation.name),
                    Cell(text=day(each.mandate.valid_until, language=language)),
                    Cell(text=next_of(each)),
                    Cell(text=hands_of(each)),
                ]
            )
            for each in found
        ],
    )


def next_of(standing: Standing) -> str:
    """The day of review, or where a mandate stands that needs none."""
    language = page_language()
    mandate = standing.mandate
    if standing.due_on is not None:
        late = _(" — te laat") if standing.overdue else ""
        return day(standing.due_on, language=language) + late
    if mandate.ended_at is not None:
        return f"{LABELS[standing.state]}, {day(mandate.ended_at, language=language)}"
    if mandate.approved_by_id is None:
        return day(mandate.proposed_at, language=language)
    if standing.state == State.LAPSED and unreviewed(mandate, on=today()):
        return _("verlopen: niet op tijd beoordeeld")
    return str(LABELS[standing.state])


def hands_of(standing: Standing) -> str:
    """Who proposed and who approved."""
    mandate = standing.mandate
    names = [mandate.proposed_by.name]
    if mandate.approved_by is not None:
        names.append(mandate.approved_by.name)
    return ", ".join(names)
