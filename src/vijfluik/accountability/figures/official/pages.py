"""The register of official values: a list, a value with its source and history, and the acts."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.accountability.figures.official import actions, queries
from vijfluik.accountability.figures.official.content import Invalid, official_definitions
from vijfluik.accountability.figures.official.forms import (
    OfficialForm,
    ReasonForm,
    parts_text,
    put_faults,
)
from vijfluik.accountability.figures.official.lifecycle import LIFECYCLE
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.official.showing import (
    events,
    name_of,
    table,
    terms,
    value_text,
)
from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.lifecycle.edges import Edge, EdgeRefused
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

ALL = "alles"
# The word of an act in its address, and what it is called in code.
WORDS = {"bevestigen": "confirm", "afwijzen": "reject", "intrekken": "withdraw"}


@require_safe
def value_list(request: HttpRequest) -> HttpResponse:
    """The values that count or wait for a second pair of eyes."""
    everything = ALL in request.GET
    found = queries.listed(everything=everything)
    context: dict[str, object] = {
        "page_title": _("Opgegeven waarden"),
        "intro": _(
            "Deze cijfers worden niet berekend: een organisatie gaf ze op. Zij tellen pas als een"
            " tweede persoon ze naast de bron heeft gelegd."
        ),
        "breadcrumbs": [_up(), Link(label=_("Opgegeven waarden"))],
        "table": table(found) if found else None,
        "everything": everything,
        "may_propose": may("create"),
    }
    if may("create"):
        address = reverse("official_values:new")
        offer(request, Link(label=_("Leg een opgegeven waarde vast"), url=address))
    return render(request, "figures/official_list.html", context)


@require_safe
def detail(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One value: what it says, where it stands, who entered and who confirmed it, its history."""
    row = queries.viewed(key)
    possible = possible_acts(row)
    offer(request, *possible)
    return render(
        request,
        "figures/official_value.html",
        {
            "page_title": name_of(row),
            "breadcrumbs": [_up(), _up_to_list(), Link(label=name_of(row))],
            "row": row,
            "value": value_text(row),
            "standing": shown_badge(*_standing(row)),
            "possible": possible,
            "own": row.state == OfficialState.PROPOSED
            and row.proposed_by_id == acting_now().actor.key,
            "terms": terms(row),
            "events": events(row),
            "figure_url": reverse("figures:figure", args=[row.figure])
            if row.figure in official_definitions()
            else "",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write down a value."""
    require(thing=actions.THING, action="create", object_type=actions.OBJECT_TYPE)
    initial = {"figure": request.GET.get("cijfer", "")}
    form = OfficialForm(request.POST or None, initial=initial, correcting=False)
    return _proposed(request, form=form, corrected=None)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Write down what a value has to become, and why."""
    row = actions.access_official(key=key, action="create")
    if row.state != OfficialState.CONFIRMED:
        return _too_late(request, row=row)
    initial = {name: getattr(row, name) for name in OfficialForm.Meta.fields}
    initial["parts"] = parts_text(row.parts)
    form = OfficialForm(request.POST or None, initial=initial, correcting=True)
    return _proposed(request, form=form, corrected=row)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, word: str) -> HttpResponse:
    """Confirm, reject or withdraw a value."""
    if word not in WORDS:
        raise Http404
    edge = LIFECYCLE.edge(WORDS[word])
    row = actions.access_official(key=key, action=edge.action)
    if row.state not in edge.sources:
        return _too_late(request, row=row)
    form = ReasonForm(request.POST or None) if edge.reason_asked else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            _take(request, row=row, edge=edge, form=form)
        except EdgeRefused as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(
                request, _("%(name)s: %(act)s.") % {"name": name_of(row), "act": edge.label}
            )
        return redirect("official_values:detail", row.key)
    context = {
        "page_title": f"{edge.label}: {name_of(row)}",
        "breadcrumbs": [_up(), _up_to_list(), Link(label=name_of(row))],
        "intro": edge.why,
        "form": form,
        "value": value_text(row),
        "terms": terms(row),
        "submit": edge.label,
        "cancel_url": reverse("official_values:detail", args=[row.key]),
    }
    return render(request, "figures/official_form.html", context)


def _proposed(
    request: HttpRequest, *, form: OfficialForm, corrected: OfficialValue | None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.propose(
                who=acting_of(request),
                content=form.content(),
                replaces=None if corrected is None else corrected.key,
                reason=form.cleaned_data.get("reason", ""),
            )
        except Invalid as invalid:
            put_faults(form, faults=invalid.faults)
        else:
            messages.success(request, _("Vastgelegd. Een collega moet de waarde nog bevestigen."))
            return redirect("official_values:detail", row.key)
    title = _("Opgegeven waarde vastleggen")
    back = reverse("official_values:list")
    if corrected is not None:
        title = _("Corrigeren: %(name)s") % {"name": name_of(corrected)}
        back = reverse("official_values:detail", args=[corrected.key])
    context = {
        "page_title": title,
        "breadcrumbs": [_up(), _up_to_list(), Link(label=title)],
        "intro": _("Neem over wat de bron zegt, met de woorden die haar getal afzwakken."),
        "form": form,
        "submit": _("Leg vast"),
        "cancel_url": back,
    }
    return render(request, "figures/official_form.html", context)


def _take(request: HttpRequest, *, row: OfficialValue, edge: Edge, form: ReasonForm | None) -> None:
    who = acting_of(request)
    if form is None:
        actions.confirm(who=who, key=row.key)
        return
    act = actions.reject if edge.name == "reject" else actions.withdraw
    act(who=who, key=row.key, reason=form.cleaned_data["reason"])


def possible_acts(row: OfficialValue) -> list[Link]:
    """What this reader can do with a value in the state that it is in."""
    found = []
    if row.state == OfficialState.CONFIRMED and may("create"):
        address = reverse("official_values:correct", args=[row.key])
        found.append(Link(label=_("Corrigeren"), url=address))
    own = row.proposed_by_id == acting_now().actor.key
    for word, name in WORDS.items():
        edge = LIFECYCLE.edge(name)
        if row.state not in edge.sources or not may(edge.action):
            continue
        if edge.four_eyes and own:
            continue
        address = reverse("official_values:act", args=[row.key, word])
        found.append(Link(label=str(edge.label), url=address))
    return found


def may(action: str) -> bool:
    """Whether the reader may do this to official values."""
    who = acting_now()
    return decide(who=who, thing=actions.THING, action=action, organisation=None).allowed


def _standing(row: OfficialValue) -> tuple[str, str]:
    tones = {OfficialState.CONFIRMED: "positive", OfficialState.PROPOSED: "warning"}
    state = OfficialState(row.state)
    return str(state.label), tones.get(state, "neutral")


def _too_late(request: HttpRequest, *, row: OfficialValue) -> HttpResponse:
    messages.warning(
        request,
        _("Dat kan nu niet: deze waarde is %(state)s.") % {"state": OfficialState(row.state).label},
    )
    return redirect("official_values:detail", row.key)


def _up() -> Link:
    return Link(label=_("Cijfers"), url=reverse("figures:list"))


def _up_to_list() -> Link:
    return Link(label=_("Opgegeven waarden"), url=reverse("official_values:list"))
