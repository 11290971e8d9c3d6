"""Proposing a mandate, and approving, reviewing and ending one: each asks before it acts."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vijfluik.core.access.gate import require
from vijfluik.core.lifecycle.edges import Edge, EdgeRefused
from vijfluik.core.mandates import actions
from vijfluik.core.mandates.access import OBJECT_TYPE, THING, access_mandate
from vijfluik.core.mandates.administrators import NEEDED, administers, left_without
from vijfluik.core.mandates.lifecycle import LIFECYCLE
from vijfluik.core.mandates.queries import candidates, standing_of
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.core.partners.queries import organisations, today
from vijfluik.site.pages.mandate_record import WORDS, facts_of, path_to, title_of
from vijfluik.ui.forms import DateInput, choosing
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

METHODS = ["GET", "HEAD", "POST"]
UNPROCESSABLE = 422
# A year, unless somebody chooses otherwise: what nobody renews ends.
USUAL = dt.timedelta(days=365)


class ProposalForm(forms.Form):
    """Who gets to do what, where, for what and how long."""

    professional = forms.ChoiceField(
        label=gettext_lazy("Professional"),
        help_text=gettext_lazy("U staat er zelf niet bij: niemand geeft zichzelf een mandaat."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Rol"), choices=Role.choices)
    organisation = forms.ChoiceField(
        label=gettext_lazy("Bij"),
        help_text=gettext_lazy(
            "Een opleidingscoördinator ziet alleen de vastleggingen van deze organisatie."
        ),
    )
    purpose = forms.ChoiceField(
        label=gettext_lazy("Doel"),
        choices=Purpose.choices,
        help_text=gettext_lazy("Voor een ander doel geeft het mandaat niets."),
    )
    valid_from = forms.DateField(label=gettext_lazy("Geldig vanaf"), widget=DateInput)
    valid_until = forms.DateField(
        label=gettext_lazy("Geldig tot"),
        widget=DateInput,
        help_text=gettext_lazy("De eerste dag waarop het niet meer werkt; meestal na een jaar."),
    )

    def __init__(self, *args: Any, but: uuid.UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choosing(self, "professional").choices = [
            ("", _("kies")),
            *((str(each.key), f"{each.name}, {each.organisation.name}")
              for each in candidates(but=but)),
        ]  # fmt: skip
        choosing(self, "organisation").choices = [
            ("", _("kies")),
            *organisations(),
        ]


class ReasonForm(forms.Form):
    """Why a mandate ends."""

    reason = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=actions.LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Blijft bij het mandaat staan. Noem geen gegevens van anderen."),
    )


@for_purpose(Purpose.ADMINISTRATION)
@require_http_methods(METHODS)
def propose(request: HttpRequest) -> HttpResponse:
    """Ask for a mandate; it works only once another administrator approved it."""
    who = acting_of(request)
    require(thing=THING, action="grant", object_type=OBJECT_TYPE)
    initial = {"valid_from": today(), "valid_until": today() + USUAL}
    form = ProposalForm(request.POST or None, initial=initial, but=who.actor.key)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            made = actions.propose(
                who=who,
                professional=uuid.UUID(chosen["professional"]),
                organisation=chosen["organisation"],
                role=Role(chosen["role"]),
                purpose=Purpose(chosen["purpose"]),
                valid_from=chosen["valid_from"],
                valid_until=chosen["valid_until"],
            )
        except actions.Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        else:
            messages.success(
                request, _("Voorgesteld. Het werkt zodra een andere beheerder het goedkeurt.")
            )
            return redirect("mandate", made.key)
    return render(
        request,
        "site/mandate_new.html",
        {
            "page_title": _("Mandaat voorstellen"),
            "intro": _("U stelt voor, een andere beheerder keurt goed. Tot dan geeft het niets."),
            "navigation_current": "administration",
            "breadcrumbs": path_to(_("Mandaat voorstellen")),
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@for_purpose(Purpose.ADMINISTRATION)
@require_http_methods(METHODS)
def act(request: HttpRequest, key: uuid.UUID, word: str) -> HttpResponse:
    """Ask once more, then do it and tell what follows."""
    names = [name for name, each in WORDS.items() if each == word]
    if not names:
        raise Http404
    (name,) = names
    who, edge = acting_of(request), LIFECYCLE.edge(name)
    found = access_mandate(key=key, action=edge.action)
    refused = actions.refusal(name, mandate=found, actor=who.actor.key)
    if refused:
        messages.warning(request, refused)
        return redirect("mandate", key)
    form = ReasonForm(request.POST or None) if edge.reason_asked else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            if form is None:
                {"approve": actions.approve, "review": actions.review}[name](who=who, key=key)
            else:
                actions.end(who=who, key=key, reason=form.cleaned_data["reason"])
        except EdgeRefused as error:
            # Another administrator was faster.
            messages.warning(request, error.message)
        else:
            messages.success(request, done_words()[name])
        return redirect("mandate", key)
    status = UNPROCESSABLE if form is not None and form.errors else 200
    return render(request, "ui/confirm.html", asked(found, edge=edge, form=form), status=status)


def asked(found: Mandate, *, edge: Edge, form: forms.Form | None) -> dict[str, object]:
    """What the page of an act asks."""
    questions = {
        "approve": _("Keurt u dit mandaat goed?"),
        "review": _("Heeft deze professional dit mandaat nog nodig?"),
        "end": _("Beëindigt u dit mandaat?"),
    }
    consequences = {
        "approve": [_("De professional kan er vanaf het volgende verzoek mee werken."),
                    _("Uw naam blijft bij het mandaat staan, naast die van wie het voorstelde.")],
        "review": [_("Over een half jaar wordt het opnieuw beoordeeld."),
                   _("Niet meer nodig? Ga terug en beëindig het.")],
        "end": [*few_left(found),
                _("De professional ziet er vanaf het volgende verzoek niets meer mee."),
                _("Het komt niet terug: een nieuw mandaat wordt opnieuw voorgesteld.")],
    }  # fmt: skip
    back = Link(label=title_of(found), url=reverse("mandate", args=[found.key]))
    return {
        "page_title": str(edge.label),
        "intro": str(edge.why),
        "navigation_current": "administration",
        "breadcrumbs": [*path_to(), back, Link(label=str(edge.label))],
        "question": questions[edge.name],
        "items": facts_of(standing_of(found, on=today())),
        "consequences": consequences[edge.name],
        "form": form,
        "confirm_label": str(edge.label),
        "danger": edge.name == "end",
        "cancel_url": back.url,
    }


def few_left(found: Mandate) -> list[str]:
    """What happens to all mandates when too few administrators are left; nothing when enough are.

    A warning and no refusal: less access needs nobody's leave.
    """
    if not administers(found, on=today()):
        return []
    left = left_without(found, on=today())
    if left == 0:
        nobody = _(
            "Let op: hierna is er geen mandaatbeheerder meer. Niemand kan dan nog mandaten geven,"
            " beoordelen of beëindigen; alleen wie de installatie beheert, herstelt dat."
        )
        return [nobody]
    if left < NEEDED:
        one = _(
            "Let op: hierna is er nog maar één mandaatbeheerder. Wat die voorstelt, kan niemand"
            " goedkeuren. Geef eerst een ander het mandaat."
        )
        return [one]
    return []


def done_words() -> dict[str, str]:
    """What was done, in a sentence."""
    return {
        "approve": _("Goedgekeurd. Het mandaat werkt vanaf het volgende verzoek."),
        "review": _("Beoordeeld. De volgende beoordeling is over een half jaar."),
        "end": _("Beëindigd. Vanaf het volgende verzoek geeft het niets meer."),
    }
