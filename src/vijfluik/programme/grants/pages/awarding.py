"""The letters of an award, to print and send: the award itself, and its settlement.

Both are decisions of their own (Awb titel 4.2): to whom, on what, with conditions or reasons, and
with how to object. A letter is Dutch, whatever the language of the page around it.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.grants.awards.register import REGISTER
from vijfluik.programme.grants.models import Award, AwardStep, Instalment
from vijfluik.programme.grants.objecting import DUTCH, remedy
from vijfluik.programme.grants.vocabulary import COMMITTED, SETTLED, InstalmentState
from vijfluik.ui.formatting import day, money
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

UNSTATED = "niet vermeld"


def award_letters(found: Detail) -> Sequence[tuple[str, str]]:
    """The letters that there are, to read and print."""
    award: Award = found.record
    facts = []
    for states, name, label in (
        (COMMITTED, "awards:letter", _("Beschikking lezen en afdrukken")),
        (SETTLED, "awards:settlement", _("Vaststelling lezen en afdrukken")),
    ):
        if award.state in states:
            link = format_html('<a href="{}">{}</a>', reverse(name, args=[award.key]), label)
            facts.append((_("Brief"), link))
    return facts


@require_safe
def letter(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The award; not there before it is signed."""
    award = access_record(REGISTER, who=acting_of(request), key=key)
    if award.state not in COMMITTED or award.awarded_on is None:
        raise Http404
    return _page(request, award=award, title=_("Beschikking"), text=_awarded(award))


@require_safe
def settlement(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The settlement; not there before it is settled."""
    award = access_record(REGISTER, who=acting_of(request), key=key)
    if award.state not in SETTLED or award.settled_on is None:
        raise Http404
    return _page(request, award=award, title=_("Vaststelling"), text=_settled(award))


def _page(request: HttpRequest, *, award: Award, title: str, text: str) -> HttpResponse:
    path = [Link(label=award.title, url=reverse("awards:detail", args=[award.key]))]
    frame = frame_of(REGISTER, title=title, path=path)
    return render(request, "grants/decision.html", {**frame, "letter": text})


def _awarded(award: Award) -> str:
    rows = Instalment.objects.filter(award=award.key)
    planned = rows.exclude(
        state__in=(InstalmentState.CANCELLED, InstalmentState.WITHDRAWN)
    ).order_by("planned_on", "key")
    with translation.override(DUTCH):
        context = {
            **_shared(award, edge="grant", on=award.awarded_on),
            "amount": _euros(award.amount_cents),
            "report_by": _day(award.report_by),
            "instalments": [
                (each.title, _euros(each.amount_cents), _day(each.planned_on)) for each in planned
            ],
        }
        return render_to_string("grants/letter_award.html", context)


def _settled(award: Award) -> str:
    with translation.override(DUTCH):
        context = {
            **_shared(award, edge="settle", on=award.settled_on),
            "amount": _euros(award.amount_cents),
            "awarded_on": _day(award.awarded_on),
            "accounted_on": _day(award.accounted_on),
            "spent": _euros(award.spent_cents),
            "settled": _euros(award.settled_cents),
            "reclaimed": "" if not award.reclaimed_cents else _euros(award.reclaimed_cents),
        }
        return render_to_string("grants/letter_settlement.html", context)


def _shared(award: Award, *, edge: str, on: Any) -> dict[str, Any]:
    steps = AwardStep.objects.filter(award=award.key, edge=edge).select_related("taken_by")
    step = steps.order_by("-registered_at").first()
    within = None if award.application is None else award.application.round
    return {
        "award": award,
        "from": award.budget_line.organisation.name,
        "on": _day(on),
        "by": "" if step is None else step.taken_by.name,
        "reason": "" if step is None else step.reason,
        "remedy": remedy(on=on, within=within),
        "reference": award.reference,
    }


def _euros(cents: int | None) -> str:
    return UNSTATED if cents is None else money(cents, language=DUTCH)


def _day(value: Any) -> str:
    return "" if value is None else day(value, language=DUTCH)
