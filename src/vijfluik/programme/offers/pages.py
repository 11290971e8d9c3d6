"""The page of a trajectory with its order, and changing that order."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.grants.pages.money import said
from vijfluik.programme.grants.queries.amounts import Amount
from vijfluik.programme.offers.composing import Move, arrange, moved
from vijfluik.programme.offers.models import Offer
from vijfluik.programme.offers.queries import current_offers, offers_of
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES
from vijfluik.ui.registers.pages import records
from vijfluik.ui.registers.pages.acts import told
from vijfluik.ui.registers.requests import acting_of

SEEN = "gezien"


@dataclass(frozen=True, kw_only=True)
class Part:
    """An offer in its place; `gone` when it is not in the offer any more."""

    number: int
    offer: Offer
    standing: Any
    cost: str
    first: bool
    last: bool


@require_safe
def trajectory(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A trajectory, its parts in order below its facts."""

    def below(found: Detail) -> SafeString:
        return _order(request, found=found)

    return records.detail(TRAJECTORIES, below=below, drawn=("parts",))(request, key)


def _order(request: HttpRequest, *, found: Detail) -> SafeString:
    parts = offers_of(found.record.parts)
    changes = any(edge.name == "arrange" for edge in found.acts)
    left = [each for each in current_offers() if each.key not in set(found.record.parts)]
    context = {
        "parts": _parts(parts),
        "total": _total(parts),
        "changes": changes,
        "left": left if changes else [],
        "url": reverse("trajectory_order", args=[found.record.key]),
        "seen": found.seen,
    }
    return render_to_string("offers/order.html", context, request=request)


def _parts(offers: Sequence[Offer]) -> list[Part]:
    return [
        Part(
            number=number,
            offer=offer,
            standing=OFFERS.standing(offer),
            cost=said(_amount([offer])),
            first=number == 1,
            last=number == len(offers),
        )
        for number, offer in enumerate(offers, start=1)
    ]


def _total(offers: Sequence[Offer]) -> str:
    """What all of it costs; "ten minste" where an offer does not say."""
    return said(_amount(offers)) if len(offers) > 1 else ""


def _amount(offers: Sequence[Offer]) -> Amount:
    stated = [offer.cost_cents for offer in offers if offer.cost_cents is not None]
    return Amount(cents=sum(stated) if stated else None, unstated=len(offers) - len(stated))


@require_POST
def order(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Move one part, and go back to it."""
    who = acting_of(request)
    found = access_record(TRAJECTORIES, who=who, key=key, action="step")
    back = reverse("trajectories:detail", args=[key])
    asked = _asked(request)
    if asked is None:
        messages.error(request, _("Kies welk aanbod u wilt verplaatsen of toevoegen."))
        return redirect(f"{back}#volgorde")
    move, part = asked
    after = moved(tuple(found.parts), part=part, move=move)
    if after == tuple(found.parts):
        return redirect(f"{back}#volgorde")
    try:
        arrange(who=who, key=key, parts=after, seen=request.POST.get(SEEN, ""))
    except Invalid as invalid:
        messages.error(request, " ".join(str(fault) for fault in invalid.faults))
    except Conflict as conflict:
        messages.error(request, told(conflict))
    except EdgeRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _told(move, place=after.index(part) + 1 if part in after else 0))
    return redirect(f"{back}#deel-{part}" if part in after else f"{back}#volgorde")


def _asked(request: HttpRequest) -> tuple[Move, uuid.UUID] | None:
    for move in Move:
        try:
            return move, uuid.UUID(request.POST[move])
        except (KeyError, ValueError):
            continue
    return None


def _told(move: Move, *, place: int) -> str:
    if move == Move.OUT:
        return _("Uit het traject gehaald.")
    if move == Move.IN:
        return _("Toegevoegd als deel %(place)d.") % {"place": place}
    return _("Verplaatst: het staat nu op plaats %(place)d.") % {"place": place}
