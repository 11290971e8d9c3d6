"""Afscherming: the patterns, one pattern with its audit, signing it, and exempting a cell."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.accountability.disclosure import (
    actions,
    exempting,
    queries,
    showing,
    showing_hidden,
    showing_names,
)
from vijfluik.accountability.disclosure.forms import ExemptionForm
from vijfluik.accountability.disclosure.models import ExemptionState, PatternState
from vijfluik.accountability.disclosure.pattern import parsed
from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import acting_now
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


@require_safe
def pattern_list(request: HttpRequest) -> HttpResponse:
    """The patterns of what was published."""
    rows = queries.listed()
    return render(
        request,
        "disclosure/list.html",
        {
            "page_title": _("Afscherming van kleine aantallen"),
            "intro": _(
                "Van elke publicatie is één keer besloten welke aantallen zij niet toont. Een"
                " tweede persoon stelt dat vast."
            ),
            "breadcrumbs": [_up(), Link(label=_("Afscherming"))],
            "table": showing.pattern_list(rows) if rows else None,
        },
    )


@require_safe
def pattern(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One pattern: what is hidden and why, the audit, the exemptions, the signatures."""
    row = queries.viewed(key)
    found = parsed(row.content)
    tone, outcome = showing.audited(found)
    own = row.proposed_by_id == acting_now().actor.key
    waiting = row.state == PatternState.PROPOSED
    exemptions = queries.exemptions(row.publication)
    name = showing_names.publication_name(row.publication)
    return render(
        request,
        "disclosure/pattern.html",
        {
            "page_title": _("Afscherming: %(publication)s") % {"publication": name},
            "breadcrumbs": [_up(), _up_to_list(), Link(label=name)],
            "row": row,
            "standing": showing.standing(row),
            "terms": showing.terms(row, pattern=found),
            "rules": showing.rules(row),
            "tone": tone,
            "outcome": outcome,
            "table": showing_hidden.hidden_table(row, pattern=found, may_exempt=may("create")),
            "exemptions": showing.exemption_table(exemptions) if exemptions else None,
            "acts": [
                {
                    "key": each.key,
                    "name": showing_names.figure_name(each.figure),
                    "member": showing_names.member_label(
                        each.figure, dimension=each.dimension, member=each.member or None
                    ),
                    "may_confirm": each.state == ExemptionState.PROPOSED
                    and each.proposed_by_id != acting_now().actor.key,
                }
                for each in exemptions
                if each.state != ExemptionState.WITHDRAWN and may("approve")
            ],
            "own": own and waiting and may("approve"),
            "may_adopt": waiting and not own and not found.exposed and may("approve"),
            "may_decide": may("create"),
        },
    )


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Sign a pattern."""
    actions.access_pattern(key=key, action="approve")
    return _acted(
        request,
        key=key,
        act=lambda who: actions.adopt(who=who, key=key).key,
        done=_("Vastgesteld. Dit patroon hoort nu bij de publicatie."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def decide_again(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Decide anew, with what was exempted since."""
    actions.access_pattern(key=key, action="create")
    return _acted(
        request,
        key=key,
        act=lambda who: actions.decide_again(who=who, key=key).key,
        done=_("Er is opnieuw besloten. Een collega stelt het patroon vast."),
    )


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def exempt(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Propose to show a small number, because its source publishes it."""
    row = actions.access_pattern(key=key, action="create")
    figure, dimension, member = (request.GET.get(name, "") for name in showing_hidden.CELL)
    if parsed(row.content).treatment((figure, dimension, "then", "value", member or None)) is None:
        raise Http404
    form = ExemptionForm(request.POST or None)
    back = reverse("disclosure:pattern", args=[key])
    if request.method == "POST" and form.is_valid():
        try:
            exempting.propose(
                who=acting_of(request),
                pattern=key,
                figure=figure,
                dimension=dimension,
                member=member,
                document=form.cleaned_data["document"],
                place=form.cleaned_data["place"],
            )
        except EdgeRefused as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(
                request, _("Vastgelegd. Een collega moet de vrijstelling nog bevestigen.")
            )
        return redirect(back)
    title = _("Aantal vrijstellen")
    label = showing_names.member_label(figure, dimension=dimension, member=member or None)
    return render(
        request,
        "figures/official_form.html",
        {
            "page_title": title,
            "breadcrumbs": [_up(), _up_to_list(), Link(label=title)],
            "intro": _(
                "Een klein aantal mag alleen worden getoond als de bron het zelf publiceert. Zeg"
                " waar dat staat."
            ),
            "terms": [(_("Cijfer"), showing_names.figure_name(figure)), (_("Deel"), label)],
            "form": form,
            "submit": _("Leg vast"),
            "cancel_url": back,
        },
    )


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def exemption(request: HttpRequest, key: uuid.UUID, exempted: uuid.UUID, word: str) -> HttpResponse:
    """Confirm or withdraw an exemption."""
    steps = {"bevestigen": exempting.confirm, "intrekken": exempting.withdraw}
    if word not in steps:
        raise Http404
    exempting.access_exemption(key=exempted, action="approve")

    def act(who: Acting) -> uuid.UUID:
        steps[word](who=who, key=exempted)
        return key

    done = _("Gedaan. Laat opnieuw besluiten om het te laten meetellen.")
    return _acted(request, key=key, act=act, done=done)


def may(action: str) -> bool:
    """Whether the reader may do this."""
    who = acting_now()
    return decide(who=who, thing=actions.THING, action=action, organisation=None).allowed


def _acted(
    request: HttpRequest, *, key: uuid.UUID, act: Callable[[Acting], uuid.UUID], done: str
) -> HttpResponse:
    if request.method == "POST":
        try:
            key = act(acting_of(request))
        except EdgeRefused as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, done)
    return redirect("disclosure:pattern", key)


def _up() -> Link:
    return Link(label=_("Cijfers"), url=reverse("figures:list"))


def _up_to_list() -> Link:
    return Link(label=_("Afscherming"), url=reverse("disclosure:list"))
