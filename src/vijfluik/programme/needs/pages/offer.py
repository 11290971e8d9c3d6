"""The offer as a whole: who takes it up, and the forms of extremism with what there is for each."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import listing
from vijfluik.core.partners.queries import today
from vijfluik.programme.needs.queries import by_form, take_up
from vijfluik.programme.offers.models import Offer, Trajectory
from vijfluik.programme.offers.queries import current_offers, current_trajectories
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES
from vijfluik.programme.offers.taxonomy import Form, forms_on
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day, number
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.shell import Link

# A smaller number of organisations could be recognised.
FEWEST = 3


def _path(title: str) -> list[Link]:
    return [Link(label=_("Aanbod"), url=reverse("offers:list")), Link(label=title)]


@require_safe
def taken_up(request: HttpRequest) -> HttpResponse:
    """The offer and its take-up side by side, by name."""
    with listing(thing=OFFERS.thing) as made:
        offers = current_offers()
        made.showed([each.key for each in offers], rows=len(offers), filters=[])
    chosen = take_up()
    with listing(thing=TRAJECTORIES.thing) as made:
        trajectories = current_trajectories()
        made.showed([each.key for each in trajectories], rows=len(trajectories), filters=[])
    title = _("Gebruik van het aanbod")
    context = {
        "page_title": title,
        "panel": Panel.VOORKOMEN,
        "breadcrumbs": _path(title),
        "intro": _(
            "Alles wat nu wordt aangeboden, met hoeveel organisaties het kozen. Op naam: weinig "
            "gebruik zegt niets over de waarde van aanbod."
        ),
        "tables": [
            _take_up(offers, caption=_("Aanbod"), thing="offers", chosen=chosen),
            _take_up(trajectories, caption=_("Trajecten"), thing="trajectories", chosen=chosen),
        ],
        "empty": not offers and not trajectories,
    }
    return render(request, "needs/tables.html", context)


def _take_up(
    rows: Sequence[Offer] | Sequence[Trajectory],
    *,
    caption: str,
    thing: str,
    chosen: Mapping[uuid.UUID, int],
) -> Table | None:
    if not rows:
        return None
    return Table(
        caption=caption,
        columns=[
            Column(label=caption, row_header=True),
            Column(label=_("Aanbieder")),
            Column(label=_("Gekozen door organisaties"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=each.name, url=reverse(f"{thing}:detail", args=[each.key])),
                    Cell(text=each.organisation.name),
                    Cell(text=number(chosen.get(each.key, 0), language=page_language())),
                ]
            )
            for each in rows
        ],
    )


def enough(count: int) -> bool:
    """Whether a number of organisations may be told apart by form."""
    return count == 0 or count >= FEWEST


@require_safe
def extremism(request: HttpRequest) -> HttpResponse:
    """The list of forms as it was on a day, with what is offered and needed for each in numbers."""
    on = _day(request)
    with listing(thing=OFFERS.thing) as made:
        offers = current_offers()
        made.showed([], rows=len(offers), filters=["vorm"])
    found = forms_on(on)
    title = _("Vormen van extremisme")
    context = {
        "page_title": title,
        "panel": Panel.VOORKOMEN,
        "breadcrumbs": _path(title),
        "intro": _(
            "Een neutrale lijst: elke vorm in dezelfde zin, met bron. Voor elke vorm is de "
            "werkwijze gelijk. Een vorm hoort bij aanbod en behoeften, nooit bij een persoon."
        ),
        "asked_day": on,
        "tables": [_definitions(found), _numbers(found, offers=offers, needed=by_form())],
        "empty": not found,
    }
    return render(request, "needs/forms.html", context)


def _day(request: HttpRequest) -> dt.date:
    try:
        return dt.date.fromisoformat(request.GET.get("dag", ""))
    except ValueError:
        return today()


def _definitions(found: Sequence[Form]) -> Table:
    language = page_language()
    return Table(
        caption=_("Definities"),
        columns=[
            Column(label=_("Vorm"), row_header=True),
            Column(label=_("Definitie")),
            Column(label=_("Bron")),
            Column(label=_("In de lijst sinds"), keep=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=capfirst(form.name(language))),
                    Cell(text=form.definition(language)),
                    Cell(text=_source(form, language=language)),
                    Cell(text=day(form.since, language=language)),
                ]
            )
            for form in found
        ],
    )


def _source(form: Form, *, language: str) -> str:
    """Where a form comes from, and that nobody confirmed it yet where that is so."""
    source = form.source(language)
    return source if form.confirmed else f"{source} ({_('niet bevestigd')})"


def _numbers(found: Sequence[Form], *, offers: Sequence[Offer], needed: Mapping[str, int]) -> Table:
    """Numbers of offers and of organisations per form; a small number of the latter is not told."""
    language = page_language()

    def told(count: int) -> str:
        return number(count, language=language) if enough(count) else _("minder dan drie")

    return Table(
        caption=_("Aanbod en behoeften naar vorm, alleen als aantallen"),
        columns=[
            Column(label=_("Vorm"), row_header=True),
            Column(label=_("Aanbod over deze vorm"), number=True),
            Column(label=_("Aanbod over elke vorm"), number=True),
            Column(label=_("Organisaties met een behoefte"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=capfirst(form.name(language))),
                    Cell(
                        text=number(
                            sum(form.code in each.forms for each in offers), language=language
                        )
                    ),
                    Cell(text=number(sum(not each.forms for each in offers), language=language)),
                    Cell(text=told(needed.get(form.code, 0))),
                ]
            )
            for form in found
        ],
    )
