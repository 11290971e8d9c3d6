"""The page of a need with the offers that fit, choosing one, and the needs without an offer."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.needs.matching import Fit, fitting, nearly, unmet, wanting
from vijfluik.programme.needs.queries import advised, wanted
from vijfluik.programme.needs.registers import NEEDS
from vijfluik.programme.offers.queries import current_offers, current_trajectories
from vijfluik.programme.offers.taxonomy import forms
from vijfluik.programme.trainings.vocabulary import Audience
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import NO_VALUE, number
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.pages.acts import told
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

OFFER, SEEN = "aanbod", "gezien"


@require_safe
def need(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A need, and below its facts what is offered for it."""

    def below(found: Detail) -> SafeString:
        return _offers(request, found=found)

    return records.detail(NEEDS, below=below)(request, key)


def _offers(request: HttpRequest, *, found: Detail) -> SafeString:
    record: Any = found.record
    if not wanting(record):
        return SafeString("")
    offers = current_offers()
    whole = fitting(record, offers=offers)
    keys = {fit.offer.key for fit in whole}
    context = {
        "fits": [(fit, words(fit)) for fit in whole],
        "near": [(fit, words(fit)) for fit in nearly(record, offers=offers)],
        "trajectories": [each for each in current_trajectories() if keys & set(each.parts)],
        "chooses": any(edge.name == "choose" for edge in found.acts),
        "url": reverse("need_choice", args=[record.key]),
        "seen": found.seen,
    }
    return render_to_string("needs/offers.html", context, request=request)


def words(fit: Fit) -> dict[str, str]:
    """Why an offer fits, or on which field it does not, per field in words."""
    audience = ", ".join(str(Audience(each).label) for each in fit.audience)
    named = ", ".join(forms()[each].name(page_language()) for each in fit.forms)
    if fit.any_form:
        named = _("elke vorm") if not fit.offer.forms else _("geen vorm gevraagd")
    return {
        "theme": _("past") if fit.theme else _("past niet"),
        "audience": _("past: %(which)s") % {"which": audience} if audience else _("past niet"),
        "form": _("past: %(which)s") % {"which": named} if named else _("past niet"),
    }


@require_POST
def choose(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose an offer or a trajectory with one press, as the step that also has a form."""
    who = acting_of(request)
    access_record(NEEDS, who=who, key=key, action="step")
    back = reverse("needs:detail", args=[key])
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, _("Kies eerst een aanbod of traject."))
        return redirect(back)
    changes = {**chosen, "chosen_on": today()}
    try:
        actions.step(
            NEEDS, who=who, key=key, edge="choose", changes=changes, seen=request.POST.get(SEEN, "")
        )
    except Invalid as invalid:
        messages.error(request, " ".join(str(fault) for fault in invalid.faults))
    except Conflict as conflict:
        messages.error(request, told(conflict))
    except EdgeRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, _("Gekozen. U kunt de keuze terugnemen zolang u wilt, met een reden.")
        )
    return redirect(back)


def _chosen(request: HttpRequest) -> dict[str, uuid.UUID]:
    """The one that was pressed, as the field it fills."""
    for word, field in ((OFFER, "chosen_offer"), ("traject", "chosen_trajectory")):
        try:
            return {field: uuid.UUID(request.POST[word])}
        except (KeyError, ValueError):
            continue
    return {}


@require_safe
def without(request: HttpRequest) -> HttpResponse:
    """The needs that no offer fits: what those who make the offer work on."""
    who = acting_of(request)
    found = unmet(wanted(who=who), offers=current_offers())
    helped = _helped(found) if not reach(who=who, thing="advice", action="read").nowhere else None
    counted = ngettext(
        "%(count)d behoefte zonder passend aanbod", "%(count)d behoeften zonder passend aanbod",
        len(found),
    ) % {"count": len(found)}  # fmt: skip
    context = {
        "page_title": _("Behoeften zonder aanbod"),
        "panel": Panel.VOORKOMEN,
        "breadcrumbs": [
            Link(label=_("Behoeften"), url=reverse("needs:list")),
            Link(label=_("Behoeften zonder aanbod")),
        ],
        "intro": _(
            "Wat organisaties nodig hebben en waar nu niets bij past op thema, voor wie en vorm. "
            "Op thema en naam; de volgorde zegt niets over een organisatie."
        ),
        "counted": counted,
        "found": found,
        "table": _table(found, helped=helped),
        "offer_url": reverse("offers:create")
        if not reach(who=who, thing="offers", action="create").nowhere
        else "",
    }
    return render(request, "needs/unmet.html", context)


def _helped(found: Sequence[Any]) -> dict[uuid.UUID, int]:
    """Need → how many requests for advice follow from it, of those within reach."""
    counts: dict[uuid.UUID, int] = {}
    for key in advised(each.key for each in found):
        counts[key] = counts.get(key, 0) + 1
    return counts


def _table(found: Sequence[Any], *, helped: dict[uuid.UUID, int] | None) -> Table:
    columns = [
        Column(label=_("Thema"), row_header=True),
        Column(label=_("Organisatie")),
        Column(label=_("Behoefte"), keep=True),
        Column(label=_("Voor wie")),
        Column(label=_("Vorm")),
        Column(label=_("Medewerkers"), number=True),
    ]
    if helped is not None:
        columns.append(Column(label=_("Adviesvragen"), number=True))
    return Table(
        caption=_("Behoeften zonder aanbod"),
        hide_caption=True,
        columns=columns,
        rows=[_row(each, helped=helped) for each in found],
    )


def _row(each: Any, *, helped: dict[uuid.UUID, int] | None) -> Row:
    language = page_language()
    audience = ", ".join(str(Audience(one).label) for one in each.audience)
    named = ", ".join(forms()[one].name(language) for one in each.forms)
    capacity = NO_VALUE if each.capacity is None else number(each.capacity, language=language)
    cells = [
        Cell(text=capfirst(each.get_theme_display()), url=reverse("needs:detail", args=[each.key])),
        Cell(text=each.respondent.name),
        Cell(text=each.get_level_display()),
        Cell(text=audience),
        Cell(text=named or _("elke vorm")),
        Cell(text=capacity),
    ]
    if helped is not None:
        cells.append(Cell(text=number(helped.get(each.key, 0), language=language)))
    return Row(cells=cells)
