"""The pages on which what the House says is read in and laid beside what we say."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.accountability.undertakings.house.actions import read_house
from vijfluik.accountability.undertakings.house.comparing import THING, comparison
from vijfluik.accountability.undertakings.house.fields import TOEZEGGING, ZAAK
from vijfluik.accountability.undertakings.house.forms import HouseForm
from vijfluik.accountability.undertakings.house.shown import sections_of
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link


@require_safe
def compared(request: HttpRequest) -> HttpResponse:
    """Where the House and we differ, and what only one of us has."""
    found = comparison()
    reads = not reach(who=acting_of(request), thing=THING, action="import").nowhere
    upload = Link(label=_("Bestand van de Kamer inlezen"), url=reverse("undertakings:house_file"))
    if reads:
        offer(request, upload)
    read_at = formatting.moment(found.read_at, language=page_language()) if found.read_at else ""
    context = {
        **frame_of(REGISTER, title=_("De Kamer en wij")),
        "intro": _(
            "Wat de Kamer in haar register zegt, naast wat wij zeggen. Een verschil verandert "
            "niets vanzelf: u beslist, bij de motie of toezegging zelf."
        ),
        "sections": sections_of(found),
        "agreed": found.agreed,
        "read_at": read_at,
        "upload": upload if reads else None,
    }
    return render(request, "undertakings/house.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Hand over a file of the House's open data."""
    who = acting_of(request)
    where = require_somewhere(thing=THING, action="import")
    owners = None if where.everywhere else sorted(where.organisations)
    form = HouseForm(request.POST or None, request.FILES or None, owners=owners)
    held: Sequence[object] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        # The request may be run again when another transaction came first.
        file.seek(0)
        try:
            outcome = read_house(
                who=who, owner=form.cleaned_data["owner"].code, content=file.read()
            )
        except FileRefused as refused:
            form.add_error("file", refused.message)
        else:
            messages.success(
                request,
                _(
                    "%(entries)d regels van de Kamer ingelezen; bij %(noted)d van ons staat nu wat "
                    "de Kamer zegt. %(left)d regels gaan over iets anders."
                )
                % {
                    "entries": len(outcome.file.entries),
                    "noted": outcome.noted,
                    "left": outcome.file.left_out,
                },
            )
            held = outcome.file.held
            if not held:
                return redirect("undertakings:house")
    context = {
        **frame_of(
            REGISTER,
            title=_("Bestand van de Kamer inlezen"),
            path=[Link(label=_("De Kamer en wij"), url=reverse("undertakings:house"))],
        ),
        "intro": _("Onze eigen stand en termijnen veranderen hier nooit door."),
        "form": form,
        "held": held,
        "fields": [("Toezegging", ", ".join(TOEZEGGING)), ("Zaak", ", ".join(ZAAK))],
        "back": reverse("undertakings:house"),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "undertakings/house_file.html", context, status=status)
